using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Core.Work.Projects;

/// <summary>Says anew what is known of where a document was published. The text is not touched.</summary>
public sealed class ChangePublication(IWorkspaceStore store)
{
    /// <param name="seen">The document as the person saw it.</param>
    /// <returns>The document as it is now, durable; or why it was not changed.</returns>
    public async ValueTask<Result<Document>> RunAsync(
        CommandId command, ActorId actor, Document seen, Publication publication, CancellationToken cancellationToken)
    {
        var changed = seen with { Publication = publication };
        var result = await store.CommitAsync(new ChangeSet(command, actor, Operation.Replace(seen, changed)), cancellationToken);

        return result.ProblemOf("document-changed") is { } failure
            ? Result.Failure<Document>(failure)
            : Result.Success(await store.GetAsync(seen.Id, cancellationToken));
    }
}
