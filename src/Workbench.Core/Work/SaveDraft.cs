using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>
/// Keeps what one tab has typed so far, as its draft: no revision, no new version of the segment. Several tabs can have drafts of
/// one segment; an older text of a tab never replaces a newer one.
/// </summary>
public sealed class SaveDraft(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);

    /// <returns>
    /// Saved; or kept beside a text that someone else has written meanwhile, still as this tab's draft, so that typing on does not
    /// leave a trail of alternatives. Durable once returned.
    /// </returns>
    public ValueTask<EditResult> RunAsync(Edit edit, CancellationToken cancellationToken) =>
        _editing.WriteAsync(edit, place => ValueTask.FromResult(Decide(edit, place)), cancellationToken);

    private Decision Decide(Edit edit, EditPlace place)
    {
        var outcome = place.IsOvertaken(edit) ? EditOutcome.KeptAsAlternative : EditOutcome.Saved;
        var says = place.Draft?.Target ?? place.Found.Target;
        if (place.HasNewerDraft(edit) || (place.Draft is null && says == edit.Target))
        {
            return new Decision(outcome, place.Segment, []);
        }

        var draft = new Draft
        {
            SegmentId = edit.Segment,
            DocumentId = place.Found.DocumentId,
            Actor = edit.Actor,
            Tab = edit.Tab,
            BasedOn = edit.BasedOn,
            ClientSequence = edit.ClientSequence,
            Target = edit.Target,
            At = _editing.Now,
        };

        // Not an overwrite: of two messages that cross, the one with the higher number has to win whichever commits last.
        return new Decision(
            outcome, place.Segment, [place.Draft is null ? Operation.Create(draft) : Operation.Replace(place.Draft, draft)]);
    }
}
