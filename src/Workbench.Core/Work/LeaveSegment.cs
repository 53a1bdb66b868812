using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>Takes the text of a row that was left: it becomes the segment's target, with a revision, and the tab's draft goes.</summary>
public sealed class LeaveSegment(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);

    /// <returns>
    /// Saved; or kept as an alternative where someone else's text is there. An equal text writes nothing. Durable once returned.
    /// </returns>
    public ValueTask<EditResult> RunAsync(Edit edit, CancellationToken cancellationToken) =>
        _editing.WriteAsync(edit, place => DecideAsync(edit, place, cancellationToken), cancellationToken);

    private async ValueTask<Decision> DecideAsync(Edit edit, EditPlace place, CancellationToken cancellationToken)
    {
        if (place.IsOvertaken(edit))
        {
            return _editing.SetAside(edit, place);
        }

        var written = place.Found.Write(edit.Target, edit.Origin, _editing.Now);
        var operations = await _editing.ReplaceAsync(place.Found, written, edit.Actor, cancellationToken);

        return new Decision(EditOutcome.Saved, written, [.. operations, .. place.RemovalOfDraft(edit)]);
    }
}
