namespace Workbench.Storage.Tests;

/// <summary>A data folder of one test, gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public DataFolder Folder { get; } = new(Path.Combine(Path.GetTempPath(), "workbench-tests", Guid.NewGuid().ToString("N")));

    public void Dispose()
    {
        if (Directory.Exists(Folder.Path))
        {
            Directory.Delete(Folder.Path, recursive: true);
        }
    }
}
