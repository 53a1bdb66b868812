using Microsoft.Extensions.Logging;
using Workbench.Core.Storage;

namespace Workbench.Storage;

/// <summary>An open data folder: its lock, its store, its blobs, and the person who works in it.</summary>
public sealed class Workspace : IAsyncDisposable
{
    /// <summary>The <see cref="Setting.Name"/> under which the workspace remembers who works on this machine.</summary>
    public const string LocalActor = "local-actor";

    private readonly FolderLock _lock;
    private readonly LiteWorkspaceStore _store;

    private Workspace(DataFolder folder, FolderLock folderLock, LiteWorkspaceStore store, BlobStore blobs, ActorId actor)
    {
        (Folder, _lock, _store, Blobs, Actor) = (folder, folderLock, store, blobs, actor);
    }

    public DataFolder Folder { get; }

    public IWorkspaceStore Store => _store;

    public IBlobStore Blobs { get; }

    /// <summary>Who acts here. Made when the workspace was.</summary>
    public ActorId Actor { get; }

    /// <summary>Opens the workspace in a folder and makes what is missing: the folder, the database, the first profile.</summary>
    /// <exception cref="WorkspaceInUseException">Another process has it open.</exception>
    /// <exception cref="WorkspaceTooNewException">A newer program wrote it.</exception>
    /// <exception cref="WorkspaceDamagedException">It cannot be read.</exception>
    public static async ValueTask<Workspace> OpenAsync(
        DataFolder folder, TimeProvider clock, ILoggerFactory? loggers, CancellationToken cancellationToken)
    {
        folder.Create();
        var folderLock = FolderLock.Take(folder);
        LiteWorkspaceStore? store = null;
        try
        {
            var blobs = BlobStore.Open(folder.Blobs);
            store = LiteWorkspaceStore.Open(folder, clock, loggers?.CreateLogger<LiteWorkspaceStore>());
            return new Workspace(folder, folderLock, store, blobs, await ActorOfAsync(store, cancellationToken));
        }
        catch
        {
            if (store is not null)
            {
                await store.DisposeAsync();
            }

            folderLock.Dispose();
            throw;
        }
    }

    public static ValueTask<Workspace> OpenAsync(DataFolder folder, TimeProvider clock, CancellationToken cancellationToken) =>
        OpenAsync(folder, clock, loggers: null, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _lock.Dispose();
    }

    private static async ValueTask<ActorId> ActorOfAsync(LiteWorkspaceStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Setting.IdOf(Entity.Workspace, LocalActor), cancellationToken) is { } known)
        {
            return new ActorId(known.Value);
        }

        var actor = new Actor { Id = ActorId.New() };
        var choice = new Setting { Owner = Entity.Workspace, Name = LocalActor, Value = actor.Id.Value };
        var result = await store.CommitAsync(
            new ChangeSet(CommandId.New(), actor.Id, Operation.Create(actor), Operation.Create(choice)), cancellationToken);

        return result is CommitResult.Committed
            ? actor.Id
            : throw new IOException($"The first profile could not be written: {result}");
    }
}
