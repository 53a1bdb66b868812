using System.Collections.Immutable;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>Makes two entries of a merged one again, as they were; entries that pointed to the second point to it again.</summary>
public sealed class UndoMerge(IWorkspaceStore store, TimeProvider clock)
{
    private readonly EntryEditing _editing = new(store, clock);

    /// <param name="merge">The command that merged.</param>
    /// <param name="merged">The merged entry as the merge left it; its version says where the merge is found.</param>
    /// <returns>
    /// Saved, with the first entry; or conflict when one of the entries has changed since, or rejected as <c>concept-id-taken</c> when
    /// another entry has the second's id by now, and then nothing is undone.
    /// </returns>
    public async ValueTask<GlossaryResult> RunAsync(
        CommandId command, ActorId actor, CommandId merge, ConceptEntry merged, CancellationToken cancellationToken)
    {
        if (await FindAsync(merge, merged.Version.Sequence, cancellationToken) is not { } change)
        {
            return new GlossaryResult(GlossaryOutcome.Conflict, await store.FindAsync(merged.Id, cancellationToken));
        }

        var operations = ImmutableArray.CreateBuilder<Operation>();
        foreach (var operation in change.Operations.Where(operation => operation.Subject is ConceptEntry))
        {
            var (before, after) = ((ConceptEntry)operation.Before!, operation.After as ConceptEntry);
            var current = await store.FindAsync(before.Id, cancellationToken);
            if (current?.Version != after?.Version)
            {
                return new GlossaryResult(GlossaryOutcome.Conflict, await store.FindAsync(merged.Id, cancellationToken));
            }

            var restored = before with { Version = current?.Version ?? EntityVersion.None, ChangedAt = _editing.Now };
            if (await _editing.FindProblemAsync(restored, cancellationToken) is { } problem)
            {
                return new GlossaryResult(GlossaryOutcome.Rejected, await store.FindAsync(merged.Id, cancellationToken), problem);
            }

            operations.AddRange(await _editing.ReplaceAsync(current, restored, actor, cancellationToken));
        }

        return await _editing.CommitAsync(command, actor, merged.Id, operations.ToImmutable(), cancellationToken);
    }

    private async ValueTask<Change?> FindAsync(CommandId merge, long sequence, CancellationToken cancellationToken)
    {
        await foreach (var change in store.ReadChangesAsync(sequence - 1, cancellationToken))
        {
            return change.Command == merge ? change : null;
        }

        return null;
    }
}
