using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>Decides between the text of a segment and one that lost against it. Either way both stay in the segment's history.</summary>
public sealed class ResolveAlternative(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);

    /// <summary>Makes the alternative the segment's target, as a draft to be confirmed.</summary>
    /// <param name="seen">The segment as the person saw it. Another text by now is refused as <c>segment-changed</c>.</param>
    public ValueTask<EditResult> TakeAsync(
        CommandId command, ActorId actor, Segment seen, Id<Alternative> alternative, CancellationToken cancellationToken) =>
        _editing.ChangeAsync(
            command, actor, seen.Id, segment => TakeAsync(segment, actor, seen, alternative, cancellationToken), cancellationToken);

    /// <summary>Lets the segment's text stand. The alternative becomes a revision with its own writer and time.</summary>
    public ValueTask<EditResult> DismissAsync(
        CommandId command, ActorId actor, SegmentId segment, Id<Alternative> alternative, CancellationToken cancellationToken) =>
        _editing.ChangeAsync(
            command, actor, segment, found => DismissAsync(found, alternative, cancellationToken), cancellationToken);

    private async ValueTask<Decision> TakeAsync(
        Segment segment, ActorId actor, Segment seen, Id<Alternative> id, CancellationToken cancellationToken)
    {
        var alternative = await FindAsync(segment, id, cancellationToken);
        if (alternative is null)
        {
            return Gone(segment);
        }

        if (segment.Target != seen.Target && segment.Target != alternative.Target)
        {
            return Decision.Refuse(segment, "segment-changed");
        }

        var written = segment.Write(alternative.Target, TargetOrigin.Typed, _editing.Now);
        var replaced = await _editing.ReplaceAsync(segment, written, actor, cancellationToken);

        return new Decision(EditOutcome.Saved, written, [.. replaced, Operation.Remove(alternative)]);
    }

    private async ValueTask<Decision> DismissAsync(Segment segment, Id<Alternative> id, CancellationToken cancellationToken)
    {
        var alternative = await FindAsync(segment, id, cancellationToken);
        if (alternative is null)
        {
            return Gone(segment);
        }

        var lost = segment with { Target = alternative.Target, State = SegmentState.Initial, Origin = TargetOrigin.Typed };
        var revision = Revision.Of(lost, alternative.Actor, alternative.At);

        return new Decision(EditOutcome.Saved, segment, [Operation.Create(revision), Operation.Remove(alternative)]);
    }

    private async ValueTask<Alternative?> FindAsync(Segment segment, Id<Alternative> id, CancellationToken cancellationToken) =>
        await _editing.Store.FindAsync(id, cancellationToken) is { } found && found.SegmentId == segment.Id ? found : null;

    /// <summary>Someone has decided already, perhaps this very command: then there is nothing left to do.</summary>
    private static Decision Gone(Segment segment) => new(EditOutcome.Saved, segment, []);
}
