using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Quality;
using Workbench.Core.Segmentation;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Text;
using Workbench.Core.Work;
using Workbench.Core.Work.Glossaries;
using Workbench.Web.Session;

namespace Workbench.Web.Editor;

/// <summary>Writes down what the person of this workbench does to segments. Everything here is durable or says why not.</summary>
public sealed class SegmentEdits(IWorkspaceStore store, TimeProvider clock, CurrentActor actor)
{
    /// <summary>The longest text that is taken, in UTF-16 code units.</summary>
    public const int LongestText = 20_000;

    /// <summary>Takes one message of the script.</summary>
    /// <param name="segment">As the page knows it; null for one of another document, whose text an earlier page left.</param>
    public async Task<EditResult> SendAsync(EditorMessage message, Segment? segment)
    {
        if (message.Text.Length > LongestText || TextGate.FirstRefused(message.Text) is not null)
        {
            return new EditResult(EditOutcome.Rejected, segment, new Problem(ChangeSetRules.TextNotStorable));
        }

        // Not the page's token: what has been typed is written down even while the page goes.
        segment ??= await store.FindAsync(new SegmentId(message.Segment), CancellationToken.None);
        var edit = EditOf(message, segment);

        return message.Kind switch
        {
            "confirm" => await new ConfirmSegment(store, clock).RunAsync(edit, CancellationToken.None),
            "leave" => await LeaveAsync(edit),
            "unconfirm" => await UnconfirmAsync(edit),
            "yield" => await YieldAsync(edit),
            _ => await new SaveDraft(store, clock).RunAsync(edit, CancellationToken.None),
        };
    }

    /// <summary>What a tab that is gone had typed becomes the segment's text, or an alternative where it has moved on.</summary>
    public ValueTask<EditResult> AdoptAsync(Draft draft) => LeaveAsync(new Edit(
        CommandId.New(), draft.Actor, draft.SegmentId, draft.BasedOn, draft.Tab, draft.ClientSequence, draft.Target, TargetOrigin.Typed));

    public ValueTask<EditResult> RestoreAsync(Segment segment, Id<Revision> revision) =>
        new RestoreRevision(store, clock).RunAsync(CommandId.New(), actor.Id, segment, revision, CancellationToken.None);

    public ValueTask<EditResult> TakeAlternativeAsync(Segment segment, Id<Alternative> alternative) =>
        new ResolveAlternative(store, clock).TakeAsync(CommandId.New(), actor.Id, segment, alternative, CancellationToken.None);

    public ValueTask<EditResult> DismissAlternativeAsync(Segment segment, Id<Alternative> alternative) =>
        new ResolveAlternative(store, clock).DismissAsync(CommandId.New(), actor.Id, segment.Id, alternative, CancellationToken.None);

    public ValueTask<EditResult> AddNoteAsync(Segment segment, string text) =>
        new AddNote(store, clock).RunAsync(CommandId.New(), actor.Id, segment.Id, text, CancellationToken.None);

    private ValueTask<EditResult> SetStateAsync(Segment segment, SegmentState state) =>
        new SetState(store, clock).RunAsync(CommandId.New(), actor.Id, segment, state, CancellationToken.None);

    /// <param name="segment">With the target in which the issue was found.</param>
    public ValueTask<EditResult> IgnoreAsync(Segment segment, QualityIssue issue, string reason) =>
        new IgnoreIssue(store, clock).RunAsync(CommandId.New(), actor.Id, segment, issue, reason, CancellationToken.None);

    public ValueTask<EditResult> HeedAsync(IgnoredIssue ignored) =>
        new IgnoreIssue(store, clock).TakeBackAsync(CommandId.New(), actor.Id, ignored, CancellationToken.None);

    /// <summary>The words of these places do not mean the concept, nor in alike places of the project.</summary>
    public ValueTask<CommitResult> DismissTermAsync(ProjectId project, Segment segment, TermEntry entry) => new DismissTerm(store, clock).RunAsync(
        CommandId.New(), actor.Id, project, entry.Concept.Id, segment.Source.Text, entry.Spans, CancellationToken.None);

    public ValueTask<CommitResult> RecallTermAsync(TermDismissal dismissal) =>
        new DismissTerm(store, clock).TakeBackAsync(CommandId.New(), actor.Id, dismissal, CancellationToken.None);

    /// <summary>Vouches for a segment's text: reviewed, or final.</summary>
    /// <param name="tab">The page's own: what it has typed there and not left yet becomes the segment's text first.</param>
    /// <returns>Rejected where there is no text to vouch for.</returns>
    public async ValueTask<EditResult> MarkAsync(SegmentId id, SegmentState state, string tab) =>
        await WithTypedAsync(id, tab) is { } segment ? await SetStateAsync(segment, state) : Gone;

    /// <summary>Undoes the seam of a segment, or joins the segment with the next where their seam was undone.</summary>
    /// <param name="tab">The page's own: what it has typed there and not left yet becomes the segment's text first.</param>
    public async ValueTask<EditResult> ToggleSeamAsync(SegmentId id, string tab)
    {
        if (await WithTypedAsync(id, tab) is not { } segment)
        {
            return Gone;
        }

        var undo = new UndoSeam(store, clock);

        return Seams.FirstIn(segment) is null
            ? await undo.TakeBackAsync(CommandId.New(), actor.Id, id, CancellationToken.None)
            : await undo.RunAsync(CommandId.New(), actor.Id, segment, CancellationToken.None);
    }

    private static EditResult Gone => new(EditOutcome.Rejected, null, new Problem("segment-gone"));

    /// <summary>The segment after what a tab has typed there and not left has become its text; null when it is gone.</summary>
    private async ValueTask<Segment?> WithTypedAsync(SegmentId id, string tab)
    {
        if (await store.FindAsync(Draft.IdOf(id, tab), CancellationToken.None) is { } draft)
        {
            await AdoptAsync(draft);
        }

        return await store.FindAsync(id, CancellationToken.None);
    }

    private Edit EditOf(EditorMessage message, Segment? segment) => new(
        new CommandId(message.Command),
        actor.Id,
        new SegmentId(message.Segment),
        VersionText.Read(message.BasedOn),
        message.Tab,
        message.Sequence,
        CodeNotation.Read(message.Text, segment?.Source.Codes ?? []),
        Enum.TryParse<TargetOrigin>(message.Origin, ignoreCase: true, out var origin) ? origin : TargetOrigin.Typed);

    private ValueTask<EditResult> LeaveAsync(Edit edit) => new LeaveSegment(store, clock).RunAsync(edit, CancellationToken.None);

    private async ValueTask<EditResult> UnconfirmAsync(Edit edit)
    {
        if (await store.FindAsync(edit.Segment, CancellationToken.None) is not { } segment)
        {
            return Gone;
        }

        // With another text than the confirmed one it is an edit, which takes the mark away by itself.
        return segment.Target == edit.Target
            ? await new UnconfirmSegment(store, clock).RunAsync(edit.Command, edit.Actor, segment, CancellationToken.None)
            : await LeaveAsync(edit);
    }

    /// <summary>What was typed goes into the history, and what someone else wrote stays the segment's text.</summary>
    private async ValueTask<EditResult> YieldAsync(Edit edit)
    {
        var left = await LeaveAsync(edit);
        if (left.Outcome != EditOutcome.KeptAsAlternative)
        {
            return left;
        }

        var alternatives = await store.ListAsync<Alternative>(edit.Segment.Value, CancellationToken.None);
        if (alternatives.LastOrDefault(alternative => alternative.Target == edit.Target && alternative.Actor == edit.Actor) is { } own)
        {
            await new ResolveAlternative(store, clock).DismissAsync(
                CommandId.New(), edit.Actor, edit.Segment, own.Id, CancellationToken.None);
        }

        return left with { Outcome = EditOutcome.Saved };
    }
}
