using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Core.Documents;

/// <summary>How far a segment has come (XLIFF 2 <c>state</c>).</summary>
public enum SegmentState
{
    /// <summary>Not confirmed; with a target it is a draft.</summary>
    Initial,
    Translated,
    Reviewed,
    Final,
}

/// <summary>
/// How far a segment has come, as people are shown it: the states of XLIFF, with a draft told apart from an empty row. The
/// words are in <see cref="Strings"/> under <c>State_</c> + name.
/// </summary>
public enum ShownState
{
    NotStarted,
    Draft,
    Translated,
    Reviewed,
    Final,
}

/// <summary>Where a target came from.</summary>
public enum TargetOrigin
{
    Typed,
    Memory,
    Term,
    Source,
    Repetition,
    Import,
    Restored,
}

/// <summary>The smallest stretch of text that is translated and confirmed as one.</summary>
public sealed record Segment : Entity
{
    /// <summary>Unique in the workspace, never reused. What XLIFF calls the segment is <see cref="XliffId"/>.</summary>
    public required SegmentId Id { get; init; }

    public required DocumentId DocumentId { get; init; }

    public required UnitId UnitId { get; init; }

    /// <summary>Its place among the segments of the document, spaced so that a split finds room.</summary>
    public required long Position { get; init; }

    public string XliffId { get; init; } = "";

    /// <summary>Text to translate. Changes only by split, merge or an explicit edit of the source.</summary>
    public required InlineText Source { get; init; }

    /// <summary>The translation; empty, not null, until someone writes one.</summary>
    public InlineText Target { get; init; } = InlineText.Empty;

    public SegmentState State { get; init; } = SegmentState.Initial;

    /// <summary>When <see cref="State"/> last changed, UTC; null while it never did.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public TargetOrigin Origin { get; init; } = TargetOrigin.Typed;

    /// <summary>White space of the unit after this segment and before the next (XLIFF <c>ignorable</c>).</summary>
    public string Trailing { get; init; } = "";

    public bool IsHeading { get; init; }

    public bool IsConfirmed => State != SegmentState.Initial;

    /// <summary>Told apart from an empty row: it has a target that no one has confirmed.</summary>
    public bool IsDraft => State == SegmentState.Initial && !Target.IsEmpty;

    public ShownState Shown => State switch
    {
        SegmentState.Translated => ShownState.Translated,
        SegmentState.Reviewed => ShownState.Reviewed,
        SegmentState.Final => ShownState.Final,
        _ => Target.IsEmpty ? ShownState.NotStarted : ShownState.Draft,
    };

    public override string Key => Id.Value;

    public override string ParentKey => DocumentId.Value;

    public override long Order => Position;

    /// <summary>The distance between the positions of two segments as they are imported.</summary>
    public const long PositionStep = 1 << 20;

    /// <summary>This segment with its target accepted as a translation.</summary>
    /// <exception cref="InvalidOperationException">There is no target to confirm.</exception>
    public Segment Confirm(DateTimeOffset now) => Target.IsEmpty
        ? throw new InvalidOperationException($"Segment '{Id}' has no target to confirm.")
        : this with { State = SegmentState.Translated, ChangedAt = now };

    /// <summary>This segment with another target. Editing takes a confirmation away; an equal text changes nothing.</summary>
    public Segment Write(InlineText target, TargetOrigin origin, DateTimeOffset now) => target == Target
        ? this
        : this with { Target = target, Origin = origin, State = SegmentState.Initial, ChangedAt = now };
}

/// <summary>A text that a segment once had: who wrote it, when, and where it came from.</summary>
public sealed record Revision : Entity
{
    public required Id<Revision> Id { get; init; }

    public required SegmentId SegmentId { get; init; }

    public required InlineText Target { get; init; }

    public required SegmentState State { get; init; }

    public required TargetOrigin Origin { get; init; }

    public required ActorId Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => SegmentId.Value;

    public override long Order => At.UtcTicks;

    public static Revision Of(Segment segment, ActorId actor, DateTimeOffset now) => new()
    {
        Id = Id<Revision>.New(),
        SegmentId = segment.Id,
        Target = segment.Target,
        State = segment.State,
        Origin = segment.Origin,
        Actor = actor,
        At = now,
    };
}

/// <summary>
/// What one tab has typed into one segment and not yet left. No revision and no new version of the segment; leaving the row or
/// confirming makes those, and removes the draft.
/// </summary>
public sealed record Draft : Entity
{
    public required SegmentId SegmentId { get; init; }

    public required DocumentId DocumentId { get; init; }

    public required ActorId Actor { get; init; }

    /// <summary>The browser tab; a segment has at most one draft a tab.</summary>
    public required string Tab { get; init; }

    /// <summary>The segment as it was when typing began.</summary>
    public required EntityVersion BasedOn { get; init; }

    /// <summary>Counts up with each text that the tab sends; an older one never replaces a newer one.</summary>
    public required long ClientSequence { get; init; }

    public required InlineText Target { get; init; }

    public required DateTimeOffset At { get; init; }

    public DraftId Id => IdOf(SegmentId, Tab);

    public override string Key => Id.Value;

    public override string ParentKey => DocumentId.Value;

    public override long Order => At.UtcTicks;

    public static DraftId IdOf(SegmentId segment, string tab) => new($"{segment}-{tab}");
}

/// <summary>A text that lost against another one in the same segment. Kept until a person decides.</summary>
public sealed record Alternative : Entity
{
    public required Id<Alternative> Id { get; init; }

    public required SegmentId SegmentId { get; init; }

    public required InlineText Target { get; init; }

    public required ActorId Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The segment as the losing writer saw it.</summary>
    public required EntityVersion BasedOn { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => SegmentId.Value;

    public override long Order => At.UtcTicks;
}

/// <summary>A remark on a segment (XLIFF <c>note</c>).</summary>
public sealed record Note : Entity
{
    public required NoteId Id { get; init; }

    public required SegmentId SegmentId { get; init; }

    public required string Text { get; init; }

    public required ActorId Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => SegmentId.Value;

    public override long Order => At.UtcTicks;
}

/// <summary>A finding that a person has looked at and lets stand, with the reason.</summary>
public sealed record IgnoredIssue : Entity
{
    public required Id<IgnoredIssue> Id { get; init; }

    public required DocumentId DocumentId { get; init; }

    public required SegmentId SegmentId { get; init; }

    public required string CheckId { get; init; }

    /// <summary>
    /// The text of the target at the place; where there is none, what of the source the finding is about; empty for a finding
    /// about the whole segment.
    /// </summary>
    public required string Quoted { get; init; }

    /// <summary>Which of the equal texts in the target, from 0.</summary>
    public required int Occurrence { get; init; }

    public string Reason { get; init; } = "";

    public override string Key => Id.Value;

    public override string ParentKey => DocumentId.Value;
}
