using System.Security.Cryptography;
using System.Text;
using Workbench.Core.Storage;
using Xunit;

namespace Workbench.TestKit.Storage;

/// <summary>What every <see cref="IBlobStore"/> must do.</summary>
public abstract class BlobStoreContract
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens this test's own blobs: none at first, and those it held when it is opened again.</summary>
    protected abstract IBlobStore Open();

    [Theory]
    [InlineData("")]
    [InlineData("조선말 \0 bytes")]
    public async Task Give_back_the_bytes_under_their_hash(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);

        var name = await Open().PutAsync(new MemoryStream(bytes), Cancellation);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), name);
        Assert.Equal(bytes, await ReadAsync(Open(), name));
    }

    [Fact]
    public async Task Keep_the_same_bytes_once()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var blobs = Open();

        var names = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await blobs.PutAsync(new MemoryStream(bytes), Cancellation)));

        Assert.Single(names.Distinct(StringComparer.Ordinal));
        Assert.Equal(bytes, await ReadAsync(blobs, names[0]));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public async Task Say_when_there_is_none(string name) =>
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await Open().OpenAsync(name, Cancellation));

    private static async Task<byte[]> ReadAsync(IBlobStore blobs, string name)
    {
        await using var stream = await blobs.OpenAsync(name, Cancellation);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }
}
