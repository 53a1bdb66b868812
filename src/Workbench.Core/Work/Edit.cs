using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Core.Work;

/// <summary>One text for one segment as a person wrote it, with everything needed to send it twice safely.</summary>
/// <param name="Command">One id for one act: a draft and the leaving that follows it are two acts, a retry is the same one.</param>
/// <param name="BasedOn">
/// The version of the segment that the person saw. A tab sends the edits of one segment one after the other, each based on what
/// the one before returned; otherwise it would lose against itself.
/// </param>
/// <param name="ClientSequence">Counts up with each text that the tab sends, whatever it sends it for.</param>
public sealed record Edit(
    CommandId Command,
    ActorId Actor,
    SegmentId Segment,
    EntityVersion BasedOn,
    string Tab,
    long ClientSequence,
    InlineText Target,
    TargetOrigin Origin);

/// <summary>What became of a text.</summary>
public enum EditOutcome
{
    /// <summary>It is durable, now or since an earlier try.</summary>
    Saved,

    /// <summary>
    /// Someone else's text is in the segment, or the segment is gone. Nothing was overwritten, and the text is durable beside it:
    /// as this tab's draft while it is being typed, as an <see cref="Alternative"/> once the row was left.
    /// </summary>
    KeptAsAlternative,

    /// <summary>It will never be taken as it is; the problem says why. Nothing was written.</summary>
    Rejected,

    /// <summary>The store cannot write now. The outcome may be unknown: send the same command again.</summary>
    Unavailable,
}

/// <param name="Current">The segment as it now is; null when it is gone.</param>
/// <param name="Problem">Why, when it was not taken; null otherwise.</param>
public sealed record EditResult(EditOutcome Outcome, Segment? Current, Problem? Problem)
{
    public bool IsSaved => Outcome == EditOutcome.Saved;
}
