using Workbench.Core.Storage;
using Workbench.TestKit.Storage;

namespace Workbench.Storage.Tests;

public sealed class InMemoryWorkspaceStoreShould : WorkspaceStoreContract
{
    private readonly InMemoryDisk _disk = new();

    protected override ValueTask<IWorkspaceStore> OpenAsync() =>
        ValueTask.FromResult<IWorkspaceStore>(new InMemoryWorkspaceStore(_disk, TimeProvider.System));
}

public sealed class InMemoryBlobStoreShould : BlobStoreContract
{
    private readonly InMemoryBlobStore _blobs = new();

    protected override IBlobStore Open() => _blobs;
}
