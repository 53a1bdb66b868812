using Workbench.Core.Storage;

namespace Workbench.Storage;

/// <summary>The right to use a data folder. The system gives it back when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="WorkspaceInUseException">Another process has it.</exception>
    public static FolderLock Take(DataFolder folder)
    {
        try
        {
            return new FolderLock(new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            throw new WorkspaceInUseException(folder.Path, taken);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK elsewhere, which is 11 on Linux and 35 on macOS.</summary>
    public static bool IsTaken(IOException exception) =>
        exception.HResult is unchecked((int)0x80070020) or 11 or 35;
}
