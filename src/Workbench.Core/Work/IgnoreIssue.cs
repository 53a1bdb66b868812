using Workbench.Core.Documents;
using Workbench.Core.Quality;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>Lets a finding stand, with the reason, for as long as the text that it is about is there.</summary>
public sealed class IgnoreIssue(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SegmentEditing _editing = new(store, clock);

    /// <param name="checkedSegment">The segment with the target in which the issue was found.</param>
    /// <param name="reason">May be empty.</param>
    public ValueTask<EditResult> RunAsync(
        CommandId command,
        ActorId actor,
        Segment checkedSegment,
        QualityIssue issue,
        string reason,
        CancellationToken cancellationToken)
    {
        var (quoted, occurrence) = IssueAnchor.Of(issue, checkedSegment.Target.Text);
        var ignored = new IgnoredIssue
        {
            Id = new Id<IgnoredIssue>(command.Value),
            DocumentId = checkedSegment.DocumentId,
            SegmentId = checkedSegment.Id,
            CheckId = issue.CheckId,
            Quoted = quoted,
            Occurrence = occurrence,
            Reason = reason,
        };

        return _editing.ChangeAsync(
            command, actor, checkedSegment.Id, found => Only(found, Operation.Create(ignored)), cancellationToken);
    }

    /// <summary>Reports a finding again that was let stand.</summary>
    public ValueTask<EditResult> TakeBackAsync(
        CommandId command, ActorId actor, IgnoredIssue ignored, CancellationToken cancellationToken) =>
        _editing.ChangeAsync(
            command, actor, ignored.SegmentId, found => Only(found, Operation.Discard(ignored)), cancellationToken);

    private static ValueTask<Decision> Only(Segment segment, Operation operation) =>
        ValueTask.FromResult(new Decision(EditOutcome.Saved, segment, [operation]));
}
