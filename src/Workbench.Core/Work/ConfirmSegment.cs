using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Core.Work;

/// <summary>
/// Accepts a text as the translation. One change set: the segment becomes translated, a revision is kept, the project's first
/// memory has the pair as a unit, the tab's draft goes.
/// </summary>
/// <remarks>
/// A segment that is already confirmed with this text keeps its state (confirming does not take a review away); what is made
/// sure of is that the memory has the pair.
/// </remarks>
public sealed class ConfirmSegment(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);
    private readonly ConfirmedUnits _units = new(store, clock);

    /// <returns>
    /// Saved; kept as an alternative and not confirmed where someone else's text is there; or rejected as <c>confirm-empty</c>.
    /// Durable once returned.
    /// </returns>
    public ValueTask<EditResult> RunAsync(Edit edit, CancellationToken cancellationToken) =>
        _editing.WriteAsync(edit, place => DecideAsync(edit, place, cancellationToken), cancellationToken);

    private async ValueTask<Decision> DecideAsync(Edit edit, EditPlace place, CancellationToken cancellationToken)
    {
        if (IsBlank(edit.Target))
        {
            return Decision.Refuse(place.Segment, "confirm-empty");
        }

        if (place.IsOvertaken(edit))
        {
            return _editing.SetAside(edit, place);
        }

        var written = place.Found.Write(edit.Target, edit.Origin, _editing.Now);
        var confirmed = written.IsConfirmed ? written : written.Confirm(_editing.Now);
        var replaced = await _editing.ReplaceAsync(place.Found, confirmed, edit.Actor, cancellationToken);
        var remembered = await _units.RememberAsync(confirmed, edit.Actor, cancellationToken);

        return new Decision(EditOutcome.Saved, confirmed, [.. replaced, .. remembered, .. place.RemovalOfDraft(edit)]);
    }

    /// <summary>Neither a code nor a character that can be seen.</summary>
    internal static bool IsBlank(InlineText target) => target.Codes.IsEmpty && string.IsNullOrWhiteSpace(target.Text);
}
