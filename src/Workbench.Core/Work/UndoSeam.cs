using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Quality;
using Workbench.Core.Segmentation;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>
/// Makes two segments again of one that seam repair had joined, and takes that back. Nothing that was written is lost: the first
/// keeps id, history and target; what hangs on the second goes over to the first when they are joined again.
/// </summary>
public sealed class UndoSeam(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);

    /// <param name="seen">The segment as the person saw it. Another text by now is refused as <c>segment-changed</c>.</param>
    /// <returns>Saved, with the first of the two; or rejected, also as <c>seam-gone</c>.</returns>
    public ValueTask<EditResult> RunAsync(CommandId command, ActorId actor, Segment seen, CancellationToken cancellationToken) =>
        _editing.ChangeAsync(command, actor, seen.Id, segment => SplitAsync(segment, actor, seen, cancellationToken), cancellationToken);

    /// <summary>Joins a segment with the next again, where the seam between them was undone.</summary>
    /// <returns>Saved, with the joined segment; or rejected, also as <c>seam-gone</c>.</returns>
    public ValueTask<EditResult> TakeBackAsync(CommandId command, ActorId actor, SegmentId first, CancellationToken cancellationToken) =>
        _editing.ChangeAsync(command, actor, first, segment => JoinAsync(segment, actor, cancellationToken), cancellationToken);

    private async ValueTask<Decision> SplitAsync(Segment segment, ActorId actor, Segment seen, CancellationToken cancellationToken)
    {
        if (Seams.FirstIn(segment) is null)
        {
            return Decision.Refuse(segment, "seam-gone");
        }

        var (_, next) = await Neighbours.OfAsync(store, segment, cancellationToken);
        var room = next is null ? 2 * Segment.PositionStep : next.Position - segment.Position;
        if (segment.Source != seen.Source || segment.Target != seen.Target || room < 2)
        {
            return Decision.Refuse(segment, "segment-changed");
        }

        var unit = await store.GetAsync(segment.UnitId, cancellationToken);
        var (first, second) = Seams.Split(segment, unit, segment.Position + (room / 2), _editing.Now);

        return new Decision(
            EditOutcome.Saved, first, [.. await ReplaceAsync(segment, first, actor, cancellationToken), Operation.Create(second)]);
    }

    private async ValueTask<Decision> JoinAsync(Segment segment, ActorId actor, CancellationToken cancellationToken)
    {
        var unit = await store.GetAsync(segment.UnitId, cancellationToken);
        var segments = await store.ListAsync<Segment>(segment.DocumentId.Value, cancellationToken);
        ImmutableArray<Segment> ofUnit = [.. segments.Where(other => other.UnitId == unit.Id)];
        if (Seams.TakenOutAfter(segment.Id, unit, ofUnit) is not { } seam)
        {
            return Decision.Refuse(segment, "seam-gone");
        }

        var second = ofUnit[ofUnit.IndexOf(ofUnit.First(other => other.Id == segment.Id)) + 1];
        var joined = Seams.Join(segment, second, seam, _editing.Now);

        return new Decision(
            EditOutcome.Saved,
            joined,
            [
                .. await ReplaceAsync(segment, joined, actor, cancellationToken),
                .. await MovedAsync(second, joined, cancellationToken),
                Operation.Remove(second),
            ]);
    }

    /// <summary>A source alone that changes makes no revision: those are of targets.</summary>
    private async ValueTask<ImmutableArray<Operation>> ReplaceAsync(
        Segment before, Segment after, ActorId actor, CancellationToken cancellationToken) =>
        before.Target == after.Target && before.State == after.State
            ? [Operation.Replace(before, after)]
            : await _editing.ReplaceAsync(before, after, actor, cancellationToken);

    /// <summary>What hangs on a segment that goes, hung on the one that stays; what is being typed into it becomes an alternative.</summary>
    private async ValueTask<ImmutableArray<Operation>> MovedAsync(Segment from, Segment to, CancellationToken cancellationToken)
    {
        var operations = ImmutableArray.CreateBuilder<Operation>();
        foreach (var revision in await store.ListAsync<Revision>(from.Key, cancellationToken))
        {
            operations.AddRange(
                Operation.Create(revision with { Id = Id<Revision>.New(), SegmentId = to.Id, Version = EntityVersion.None }), Operation.Remove(revision));
        }

        foreach (var note in await store.ListAsync<Note>(from.Key, cancellationToken))
        {
            operations.AddRange(
                Operation.Create(note with { Id = NoteId.New(), SegmentId = to.Id, Version = EntityVersion.None }), Operation.Remove(note));
        }

        foreach (var alternative in await store.ListAsync<Alternative>(from.Key, cancellationToken))
        {
            operations.AddRange(
                Operation.Create(alternative with { Id = Id<Alternative>.New(), SegmentId = to.Id, Version = EntityVersion.None }), Operation.Remove(alternative));
        }

        var ownStart = to.Target.Text.Length - from.Target.Text.Length;
        foreach (var ignored in (await store.ListAsync<IgnoredIssue>(from.DocumentId.Value, cancellationToken)).Where(issue => issue.SegmentId == from.Id))
        {
            var moved = IssueAnchor.Behind(ignored, to.Target.Text, ownStart);
            operations.AddRange(
                Operation.Create(moved with { Id = Id<IgnoredIssue>.New(), SegmentId = to.Id, Version = EntityVersion.None }), Operation.Remove(ignored));
        }

        var drafts = await store.ListAsync<Draft>(from.DocumentId.Value, cancellationToken);
        foreach (var draft in drafts.Where(draft => draft.SegmentId == from.Id))
        {
            operations.AddRange(Operation.Create(AlternativeOf(draft, to)), Operation.Remove(draft));
        }

        return operations.ToImmutable();
    }

    private static Alternative AlternativeOf(Draft draft, Segment to) => new()
    {
        Id = Id<Alternative>.New(),
        SegmentId = to.Id,
        Target = draft.Target,
        Actor = draft.Actor,
        At = draft.At,
        BasedOn = draft.BasedOn,
    };
}
