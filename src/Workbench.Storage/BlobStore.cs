using System.Security.Cryptography;
using Workbench.Core.Storage;

namespace Workbench.Storage;

/// <summary>
/// Blobs as files named by the SHA-256 of what they hold. A file gets its name only when its bytes are synced, so what has a
/// name is whole.
/// </summary>
public sealed class BlobStore : IBlobStore
{
    private const string Unfinished = ".part";

    private readonly string _folder;

    private BlobStore(string folder) => _folder = folder;

    /// <summary>Opens the blobs of a folder and sweeps what an interrupted write left.</summary>
    public static BlobStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var left in Directory.EnumerateFiles(folder, "*" + Unfinished))
        {
            File.Delete(left);
        }

        return new BlobStore(folder);
    }

    public async ValueTask<string> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var unfinished = Path.Combine(_folder, Guid.NewGuid().ToString("N") + Unfinished);
        try
        {
            var name = await CopyAsync(content, unfinished, cancellationToken);
            File.Move(unfinished, PathOf(name), overwrite: true);
            FolderSync.Sync(_folder);
            return name;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    public ValueTask<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return IsName(name)
                ? ValueTask.FromResult<Stream>(new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
                : throw new KeyNotFoundException($"'{name}' names no blob.");
        }
        catch (FileNotFoundException missing)
        {
            throw new KeyNotFoundException($"There is no blob '{name}'.", missing);
        }
    }

    private static async Task<string> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>A name is a hash and nothing else, so no name leads out of the folder.</summary>
    private static bool IsName(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
