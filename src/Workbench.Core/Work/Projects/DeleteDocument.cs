using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Core.Work.Projects;

/// <summary>
/// Takes a document out of its project. Its units, segments and their history stay in the store, where nothing shows them, so that
/// <see cref="RestoreDocument"/> brings back all of it.
/// </summary>
public sealed class DeleteDocument(IWorkspaceStore store)
{
    /// <param name="seen">The document as the person saw it.</param>
    /// <returns>What was deleted, which brings it back; or why it is still there.</returns>
    public async ValueTask<Result<Document>> RunAsync(
        CommandId command, ActorId actor, Document seen, CancellationToken cancellationToken)
    {
        var result = await store.CommitAsync(new ChangeSet(command, actor, Operation.Remove(seen)), cancellationToken);

        return result.ProblemOf("document-changed") is { } failure ? Result.Failure<Document>(failure) : Result.Success(seen);
    }
}

/// <summary>Puts a deleted document back where it was.</summary>
public sealed class RestoreDocument(IWorkspaceStore store)
{
    public async ValueTask<Result<Document>> RunAsync(
        CommandId command, ActorId actor, Document deleted, CancellationToken cancellationToken)
    {
        var restored = deleted with { Version = EntityVersion.None };
        var result = await store.CommitAsync(new ChangeSet(command, actor, Operation.Create(restored)), cancellationToken);

        return result.ProblemOf("document-changed") is { } failure
            ? Result.Failure<Document>(failure)
            : Result.Success(await store.GetAsync(deleted.Id, cancellationToken));
    }
}
