using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>
/// Moves a segment to another state with the text it has: reviewed, final, or back. One that becomes confirmed on the way is
/// remembered as <see cref="ConfirmSegment"/> does it.
/// </summary>
public sealed class SetState(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);
    private readonly ConfirmedUnits _units = new(store, clock);

    /// <param name="seen">
    /// The segment as the person saw it. Another text by now is refused as <c>segment-changed</c>: what is vouched for is the text.
    /// </param>
    /// <returns>Saved; or rejected, also as <c>confirm-empty</c> where there is no target to vouch for.</returns>
    public ValueTask<EditResult> RunAsync(
        CommandId command, ActorId actor, Segment seen, SegmentState state, CancellationToken cancellationToken) =>
        _editing.ChangeAsync(
            command, actor, seen.Id, segment => DecideAsync(segment, actor, seen, state, cancellationToken), cancellationToken);

    private async ValueTask<Decision> DecideAsync(
        Segment segment, ActorId actor, Segment seen, SegmentState state, CancellationToken cancellationToken)
    {
        if (segment.State == state && segment.Target == seen.Target)
        {
            return new Decision(EditOutcome.Saved, segment, []);
        }

        if (segment.Target != seen.Target)
        {
            return Decision.Refuse(segment, "segment-changed");
        }

        if (state != SegmentState.Initial && ConfirmSegment.IsBlank(segment.Target))
        {
            return Decision.Refuse(segment, "confirm-empty");
        }

        var moved = segment with { State = state, ChangedAt = _editing.Now };
        var replaced = await _editing.ReplaceAsync(segment, moved, actor, cancellationToken);
        var remembered = moved.IsConfirmed && !segment.IsConfirmed
            ? await _units.RememberAsync(moved, actor, cancellationToken)
            : [];

        return new Decision(EditOutcome.Saved, moved, [.. replaced, .. remembered]);
    }
}
