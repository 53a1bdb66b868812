using System.Collections.Immutable;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>Takes an entry out of its glossary. Its history stays, and <see cref="RestoreConcept"/> brings it back.</summary>
public sealed class DeleteConcept(IWorkspaceStore store, TimeProvider clock)
{
    private readonly EntryEditing _editing = new(store, clock);

    public async ValueTask<GlossaryResult> RunAsync(
        CommandId command, ActorId actor, ConceptEntry seen, CancellationToken cancellationToken)
    {
        var operations = await _editing.ReplaceAsync(seen, null, actor, cancellationToken);

        return await _editing.CommitAsync(command, actor, seen.Id, operations, cancellationToken);
    }
}

/// <summary>Makes an entry what it once was: undoes a deletion, or any edit.</summary>
public sealed class RestoreConcept(IWorkspaceStore store, TimeProvider clock)
{
    private readonly EntryEditing _editing = new(store, clock);

    /// <returns>The states that the entry was in, oldest first; also of a deleted one.</returns>
    public ValueTask<ImmutableArray<ConceptRevision>> HistoryAsync(
        ConceptEntryId id, CancellationToken cancellationToken) => store.ListAsync<ConceptRevision>(id.Value, cancellationToken);

    /// <returns>What is not in the glossary any more, each with its last state; the newest deletion first.</returns>
    public async ValueTask<ImmutableArray<ConceptRevision>> DeletedAsync(GlossaryId glossary, CancellationToken cancellationToken)
    {
        var gone = ImmutableArray.CreateBuilder<ConceptRevision>();
        var deletions = await store.LookUpAsync<ConceptRevision>(ConceptRevision.DeletedFrom(glossary), cancellationToken);
        foreach (var last in deletions.GroupBy(deletion => deletion.Entry.Id).Select(group => group.MaxBy(deletion => deletion.At)!))
        {
            if (await store.FindAsync(last.Entry.Id, cancellationToken) is null)
            {
                gone.Add(last);
            }
        }

        return [.. gone.OrderByDescending(deletion => deletion.At).ThenBy(deletion => deletion.Key, StringComparer.Ordinal)];
    }

    /// <param name="state">One of its history.</param>
    public async ValueTask<GlossaryResult> RunAsync(
        CommandId command, ActorId actor, ConceptRevision state, CancellationToken cancellationToken)
    {
        var current = await store.FindAsync(state.Entry.Id, cancellationToken);
        var restored = state.Entry with { ChangedAt = _editing.Now, Version = current?.Version ?? EntityVersion.None };
        if (await _editing.FindProblemAsync(restored, cancellationToken) is { } problem)
        {
            return new GlossaryResult(GlossaryOutcome.Rejected, current, problem);
        }

        var operations = await _editing.ReplaceAsync(current, restored, actor, cancellationToken);
        return await _editing.CommitAsync(command, actor, restored.Id, operations, cancellationToken);
    }
}
