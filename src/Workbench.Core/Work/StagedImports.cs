using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>
/// Rows of documents whose import has not ended. They carry a mark from their first change set to the one that publishes the
/// document, so that what a crash leaves behind is found and swept; nothing shows them meanwhile.
/// </summary>
public sealed class StagedImports(IWorkspaceStore store)
{
    private const string Owner = "staged-imports";
    private const int Page = 400;

    /// <summary>Takes out what imports of an earlier process left. Called before anything is imported.</summary>
    /// <returns>How many imports had not ended.</returns>
    public async ValueTask<int> SweepAsync(ActorId actor, CancellationToken cancellationToken)
    {
        var marks = await store.ListAsync<Setting>(Owner, cancellationToken);
        foreach (var mark in marks)
        {
            await WithdrawAsync(new DocumentId(mark.Name), actor, cancellationToken);
        }

        return marks.Length;
    }

    internal static Setting MarkOf(DocumentId document) => new() { Owner = Owner, Name = document.Value, Value = "staged" };

    /// <summary>Takes out the rows of an import, unless its document is there after all. What cannot be taken out now is swept later.</summary>
    internal async ValueTask WithdrawAsync(DocumentId document, ActorId actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(document, cancellationToken) is not null
            || (await DiscardAsync<Segment>(document, actor, cancellationToken) && await DiscardAsync<Unit>(document, actor, cancellationToken)))
        {
            await CommitAsync(actor, [Operation.Discard(MarkOf(document))], cancellationToken);
        }
    }

    /// <returns>Whether none is left.</returns>
    private async ValueTask<bool> DiscardAsync<T>(DocumentId document, ActorId actor, CancellationToken cancellationToken) where T : Entity
    {
        while (await store.ListAsync<T>(document.Value, 0, Page, cancellationToken) is { IsEmpty: false } rows)
        {
            var result = await CommitAsync(actor, rows.Select(Operation.Discard), cancellationToken);
            if (!result.IsDurable)
            {
                return false;
            }
        }

        return true;
    }

    private ValueTask<CommitResult> CommitAsync(ActorId actor, IEnumerable<Operation> operations, CancellationToken cancellationToken) =>
        store.CommitAsync(new ChangeSet(CommandId.New(), actor, [.. operations]), cancellationToken);
}
