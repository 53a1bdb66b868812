using System.Collections.Concurrent;
using System.Security.Cryptography;
using Workbench.Core.Storage;

namespace Workbench.TestKit.Storage;

/// <summary>The model of a blob store. For tests.</summary>
public sealed class InMemoryBlobStore : IBlobStore
{
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    public async ValueTask<string> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        var bytes = copy.ToArray();
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _blobs[name] = bytes;
        return name;
    }

    public ValueTask<Stream> OpenAsync(string name, CancellationToken cancellationToken) =>
        _blobs.TryGetValue(name, out var bytes)
            ? ValueTask.FromResult<Stream>(new MemoryStream(bytes, writable: false))
            : throw new KeyNotFoundException($"There is no blob '{name}'.");
}
