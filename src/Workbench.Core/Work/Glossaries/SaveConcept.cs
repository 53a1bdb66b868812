using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>Makes an entry, or puts an edited one in the place of what the person saw. History keeps both.</summary>
public sealed class SaveConcept(IWorkspaceStore store, TimeProvider clock)
{
    private readonly EntryEditing _editing = new(store, clock);

    /// <param name="seen">The entry as the person saw it; null for a new one.</param>
    /// <param name="entry">As it is to be. Its <see cref="ConceptEntry.ChangedAt"/> is set here.</param>
    /// <returns>Saved; conflict, with what is there now; or rejected as <c>term-empty</c>, <c>concept-id-empty</c>, <c>concept-id-taken</c> or <c>text-not-storable</c>.</returns>
    public async ValueTask<GlossaryResult> RunAsync(
        CommandId command, ActorId actor, ConceptEntry? seen, ConceptEntry entry, CancellationToken cancellationToken)
    {
        if (await _editing.FindProblemAsync(entry, cancellationToken) is { } problem)
        {
            return new GlossaryResult(GlossaryOutcome.Rejected, seen, problem);
        }

        var changed = entry with { ChangedAt = _editing.Now };
        var operations = await _editing.ReplaceAsync(seen, changed, actor, cancellationToken);

        return await _editing.CommitAsync(command, actor, entry.Id, operations, cancellationToken);
    }
}
