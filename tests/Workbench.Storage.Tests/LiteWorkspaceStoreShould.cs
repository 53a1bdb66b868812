using Workbench.Core.Storage;
using Workbench.TestKit.Storage;

namespace Workbench.Storage.Tests;

public sealed class LiteWorkspaceStoreShould : WorkspaceStoreContract
{
    private readonly TemporaryFolder _temporary = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _temporary.Dispose();
    }

    protected override ValueTask<IWorkspaceStore> OpenAsync()
    {
        _temporary.Folder.Create();
        return ValueTask.FromResult<IWorkspaceStore>(LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System));
    }
}
