using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>Hangs a remark on a segment.</summary>
public sealed class AddNote(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);

    /// <returns>Saved; or rejected as <c>note-empty</c> or <c>segment-gone</c>, when the writer's field still holds the text.</returns>
    public ValueTask<EditResult> RunAsync(
        CommandId command, ActorId actor, SegmentId segment, string text, CancellationToken cancellationToken) =>
        _editing.ChangeAsync(
            command, actor, segment, found => ValueTask.FromResult(Decide(command, actor, found, text)), cancellationToken);

    private Decision Decide(CommandId command, ActorId actor, Segment segment, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Decision.Refuse(segment, "note-empty");
        }

        var note = new Note
        {
            Id = new NoteId(command.Value),
            SegmentId = segment.Id,
            Text = text,
            Actor = actor,
            At = _editing.Now,
        };

        return new Decision(EditOutcome.Saved, segment, [Operation.Create(note)]);
    }
}
