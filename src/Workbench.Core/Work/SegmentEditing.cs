using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>
/// What the editing use cases share: read what is there, decide, commit, and decide anew when something changed in between.
/// </summary>
internal sealed class SegmentEditing(IWorkspaceStore store, TimeProvider clock)
{
    /// <summary>Every lost race means that another writer won, so a second try nearly always does.</summary>
    private const int Tries = 8;

    public IWorkspaceStore Store => store;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Does what <paramref name="decide"/> says of a text that someone wrote. The text is kept in every case.</summary>
    public async ValueTask<EditResult> WriteAsync(
        Edit edit, Func<EditPlace, ValueTask<Decision>> decide, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var place = await FindPlaceAsync(edit, cancellationToken);
            var decision = place.IsGone || place.IsFromAnotherLife(edit) ? SetAside(edit, place) : await decide(place);
            if (await CommitAsync(edit.Command, edit.Actor, edit.Segment, decision, cancellationToken) is { } result)
            {
                return result;
            }
        }

        var last = SetAside(edit, await FindPlaceAsync(edit, cancellationToken) with { Draft = null });

        return await CommitAsync(edit.Command, edit.Actor, edit.Segment, last, cancellationToken) ?? Busy(last.Segment);
    }

    /// <summary>Does what <paramref name="decide"/> says of a segment that is there; refuses when it is gone.</summary>
    public async ValueTask<EditResult> ChangeAsync(
        CommandId command,
        ActorId actor,
        SegmentId id,
        Func<Segment, ValueTask<Decision>> decide,
        CancellationToken cancellationToken)
    {
        Segment? segment = null;
        for (var tried = 0; tried < Tries; tried++)
        {
            segment = await store.FindAsync(id, cancellationToken);
            if (segment is null)
            {
                return new EditResult(EditOutcome.Rejected, null, new Problem("segment-gone"));
            }

            var decision = await decide(segment);
            if (await CommitAsync(command, actor, id, decision, cancellationToken) is { } result)
            {
                return result;
            }
        }

        return Busy(segment);
    }

    /// <summary>
    /// The operations that put <paramref name="after"/> in the place of <paramref name="before"/>: with a revision of the new text
    /// and, where history has none of the old text (an imported one), a revision of that too.
    /// </summary>
    public async ValueTask<ImmutableArray<Operation>> ReplaceAsync(
        Segment before, Segment after, ActorId actor, CancellationToken cancellationToken)
    {
        if (after == before)
        {
            return [];
        }

        var operations = ImmutableArray.CreateBuilder<Operation>();
        operations.Add(Operation.Replace(before, after));
        if (!before.Target.IsEmpty && before.Target != after.Target
            && !await HasRevisionAsync(before, cancellationToken))
        {
            operations.Add(Operation.Create(Revision.Of(before, actor, before.ChangedAt ?? Now)));
        }

        operations.Add(Operation.Create(Revision.Of(after, actor, Now)));
        return operations.ToImmutable();
    }

    /// <summary>The text stays beside what is there; the tab's draft, which holds the same or an older text, can go.</summary>
    public Decision SetAside(Edit edit, EditPlace place)
    {
        if (edit.Target.IsEmpty)
        {
            // No text, nothing to keep: emptying a segment that someone else has rewritten is the one act that is dropped.
            return new Decision(EditOutcome.KeptAsAlternative, place.Segment, place.RemovalOfDraft(edit));
        }

        var alternative = new Alternative
        {
            Id = AlternativeOf(edit.Command),
            SegmentId = edit.Segment,
            Target = edit.Target,
            Actor = edit.Actor,
            At = Now,
            BasedOn = edit.BasedOn,
        };

        return new Decision(
            EditOutcome.KeptAsAlternative, place.Segment, [Operation.Overwrite(alternative), .. place.RemovalOfDraft(edit)]);
    }

    private async ValueTask<EditPlace> FindPlaceAsync(Edit edit, CancellationToken cancellationToken)
    {
        var segment = await store.FindAsync(edit.Segment, cancellationToken);
        var document = segment is null ? null : await store.FindAsync(segment.DocumentId, cancellationToken);
        var draft = await store.FindAsync(Draft.IdOf(edit.Segment, edit.Tab), cancellationToken);

        return new EditPlace(segment, document, draft);
    }

    private async ValueTask<bool> HasRevisionAsync(Segment segment, CancellationToken cancellationToken)
    {
        var revisions = await store.ListAsync<Revision>(segment.Id.Value, cancellationToken);

        return revisions.Any(revision => revision.Target == segment.Target);
    }

    /// <returns>Null when something was not as it was read: read again.</returns>
    private async ValueTask<EditResult?> CommitAsync(
        CommandId command, ActorId actor, SegmentId id, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.Operations.IsEmpty)
        {
            return new EditResult(decision.Outcome, decision.Segment, decision.Problem);
        }

        var changes = new ChangeSet(command, actor, decision.Operations.AsSpan());

        return await store.CommitAsync(changes, cancellationToken) switch
        {
            CommitResult.Committed committed => new EditResult(decision.Outcome, decision.SegmentAt(committed.Version), null),
            CommitResult.Duplicate => await ReplayAsync(command, id, cancellationToken),
            CommitResult.Rejected rejected => new EditResult(EditOutcome.Rejected, decision.Segment, rejected.Problem),
            CommitResult.Unavailable unavailable => new EditResult(EditOutcome.Unavailable, decision.Segment, unavailable.Problem),
            _ => null,
        };
    }

    /// <summary>The answer to a command that was carried out before: what the first try came to, and what is there now.</summary>
    private async ValueTask<EditResult> ReplayAsync(CommandId command, SegmentId id, CancellationToken cancellationToken)
    {
        var alternative = await store.FindAsync(AlternativeOf(command), cancellationToken);
        var current = await store.FindAsync(id, cancellationToken);

        return new EditResult(alternative is null ? EditOutcome.Saved : EditOutcome.KeptAsAlternative, current, null);
    }

    /// <summary>Named after the command, so that a replay can tell what the first try came to.</summary>
    private static Id<Alternative> AlternativeOf(CommandId command) => new(command.Value);

    private static EditResult Busy(Segment? segment) =>
        new(EditOutcome.Unavailable, segment, new Problem("segment-busy"));
}

/// <summary>Where a text is to go, as it was read.</summary>
/// <param name="Draft">What the same tab has typed there before; null when there is none.</param>
internal sealed record EditPlace(Segment? Segment, Document? Document, Draft? Draft)
{
    public bool IsGone => Segment is null || Document is null;

    /// <exception cref="InvalidOperationException">It is gone.</exception>
    public Segment Found => Segment ?? throw new InvalidOperationException("The segment is gone.");

    /// <summary>Whether the store was restored since the writer read it: numbers of two lives do not compare.</summary>
    public bool IsFromAnotherLife(Edit edit) =>
        Segment is not null && Segment.Version.Epoch != edit.BasedOn.Epoch && Segment.Target != edit.Target;

    /// <summary>Whether the segment has moved on to another text since the writer read it.</summary>
    public bool IsOvertaken(Edit edit) => Segment is not null && Segment.Version != edit.BasedOn && Segment.Target != edit.Target;

    /// <summary>Whether the tab has already sent something newer than <paramref name="edit"/>, or the same.</summary>
    public bool HasNewerDraft(Edit edit) => Draft is not null && Draft.ClientSequence >= edit.ClientSequence;

    /// <summary>Empty when there is no draft, or when it is newer than what was left: a late message takes nothing away.</summary>
    public ImmutableArray<Operation> RemovalOfDraft(Edit edit) =>
        Draft is not null && Draft.ClientSequence <= edit.ClientSequence ? [Operation.Remove(Draft)] : [];
}

/// <summary>What to do, and what to answer when it is done.</summary>
/// <param name="Segment">The segment after it; null when it is gone.</param>
/// <param name="Operations">Empty when nothing is to be written.</param>
internal sealed record Decision(
    EditOutcome Outcome, Segment? Segment, ImmutableArray<Operation> Operations, Problem? Problem = null)
{
    public static Decision Refuse(Segment? segment, string code) => new(EditOutcome.Rejected, segment, [], new Problem(code));

    /// <summary>The segment as the store now has it.</summary>
    public Segment? SegmentAt(EntityVersion version) =>
        Operations.Any(operation => operation.After is Segment) ? Segment! with { Version = version } : Segment;
}
