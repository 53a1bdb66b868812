using Workbench.Core.Storage;
using Workbench.TestKit.Storage;

namespace Workbench.Storage.Tests;

public sealed class BlobStoreShould : BlobStoreContract, IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    protected override IBlobStore Open() => BlobStore.Open(_temporary.Folder.Blobs);

    [Fact]
    public async Task Leave_nothing_of_a_write_that_broke_off()
    {
        Open();
        await File.WriteAllTextAsync(Path.Combine(_temporary.Folder.Blobs, "0.part"), "half", Cancellation);

        await Assert.ThrowsAsync<IOException>(async () => await Open().PutAsync(new BrokenStream(), Cancellation));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_temporary.Folder.Blobs));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The file was taken away.");
    }
}
