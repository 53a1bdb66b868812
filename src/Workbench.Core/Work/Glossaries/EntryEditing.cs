using System.Collections.Immutable;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>What the glossary use cases share: every change of an entry leaves a revision, in the same change set.</summary>
internal sealed class EntryEditing(IWorkspaceStore store, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>
    /// The operations that put <paramref name="after"/> in the place of <paramref name="before"/> (null: make, remove), with a
    /// revision of it and, where history does not have the older state yet (a shipped entry), one of that too.
    /// </summary>
    public async ValueTask<ImmutableArray<Operation>> ReplaceAsync(
        ConceptEntry? before, ConceptEntry? after, ActorId actor, CancellationToken cancellationToken)
    {
        var operations = ImmutableArray.CreateBuilder<Operation>();
        if (before is not null && await store.CountAsync<ConceptRevision>(before.Id.Value, cancellationToken) == 0)
        {
            operations.Add(Operation.Create(RevisionOf(before, actor, deleted: false, at: before.ChangedAt)));
        }

        operations.Add((before, after) switch
        {
            (null, { } made) => Operation.Create(made),
            ({ } removed, null) => Operation.Remove(removed),
            ({ } seen, { } changed) => Operation.Replace(seen, changed),
            _ => throw new ArgumentException("There is nothing to change.", nameof(after)),
        });
        operations.Add(Operation.Create(RevisionOf(after ?? before!, actor, deleted: after is null, at: Now)));
        return operations.ToImmutable();
    }

    public async ValueTask<GlossaryResult> CommitAsync(
        CommandId command, ActorId actor, ConceptEntryId subject, ImmutableArray<Operation> operations, CancellationToken cancellationToken)
    {
        var result = await store.CommitAsync(new ChangeSet(command, actor, operations.AsSpan()), cancellationToken);
        var current = await store.FindAsync(subject, cancellationToken);
        return result switch
        {
            CommitResult.Conflict => new GlossaryResult(GlossaryOutcome.Conflict, current),
            CommitResult.Rejected rejected => new GlossaryResult(GlossaryOutcome.Rejected, current, rejected.Problem),
            CommitResult.Unavailable unavailable => new GlossaryResult(GlossaryOutcome.Unavailable, current, unavailable.Problem),
            _ => new GlossaryResult(GlossaryOutcome.Saved, current),
        };
    }

    /// <returns>Null when the entry can be kept.</returns>
    public async ValueTask<Problem?> FindProblemAsync(ConceptEntry entry, CancellationToken cancellationToken)
    {
        var terms = entry.Languages.SelectMany(section => section.Terms).ToArray();
        if (terms.Length == 0 || terms.Any(term => string.IsNullOrWhiteSpace(term.Text)))
        {
            return new Problem("term-empty");
        }

        if (string.IsNullOrWhiteSpace(entry.ConceptId))
        {
            return new Problem("concept-id-empty");
        }

        var others = await store.LookUpAsync<ConceptEntry>(entry.LookupKey, cancellationToken);
        return others.Any(other => other.Id != entry.Id) ? new Problem("concept-id-taken", ("concept", entry.ConceptId)) : null;
    }

    private static ConceptRevision RevisionOf(ConceptEntry entry, ActorId actor, bool deleted, DateTimeOffset at) => new()
    {
        Id = Id<ConceptRevision>.New(),
        Entry = entry,
        Deleted = deleted,
        Actor = actor,
        At = at,
    };
}
