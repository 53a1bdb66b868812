using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>Brings back a text that a segment once had. The present text goes into history like any other; nothing is removed.</summary>
public sealed class RestoreRevision(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);

    /// <param name="seen">The segment as the person saw it. Another text by now is refused as <c>segment-changed</c>.</param>
    /// <returns>Saved, as a draft to be confirmed; or rejected, also as <c>revision-gone</c>.</returns>
    public ValueTask<EditResult> RunAsync(
        CommandId command, ActorId actor, Segment seen, Id<Revision> revision, CancellationToken cancellationToken) =>
        _editing.ChangeAsync(
            command, actor, seen.Id, segment => DecideAsync(segment, actor, seen, revision, cancellationToken), cancellationToken);

    private async ValueTask<Decision> DecideAsync(
        Segment segment, ActorId actor, Segment seen, Id<Revision> id, CancellationToken cancellationToken)
    {
        var revision = await _editing.Store.FindAsync(id, cancellationToken);
        if (revision is null || revision.SegmentId != segment.Id)
        {
            return Decision.Refuse(segment, "revision-gone");
        }

        if (segment.Target != seen.Target && segment.Target != revision.Target)
        {
            return Decision.Refuse(segment, "segment-changed");
        }

        var restored = segment.Write(revision.Target, TargetOrigin.Restored, _editing.Now);

        return new Decision(
            EditOutcome.Saved, restored, await _editing.ReplaceAsync(segment, restored, actor, cancellationToken));
    }
}
