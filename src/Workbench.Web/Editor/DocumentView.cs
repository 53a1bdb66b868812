using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Segmentation;
using Workbench.Core.Text;

namespace Workbench.Web.Editor;

/// <summary>One open document as it stands now: what every page that shows it draws from. Immutable; a change makes a new one.</summary>
public sealed record DocumentView
{
    public required Project Project { get; init; }

    public required Document Document { get; init; }

    public required ImmutableArray<Segment> Segments { get; init; }

    /// <summary>Where each segment stands in <see cref="Segments"/>, by its key.</summary>
    public required ImmutableDictionary<string, int> Places { get; init; }

    /// <summary>By the key of the unit.</summary>
    public required ImmutableDictionary<string, Unit> Units { get; init; }

    /// <summary>By their own key.</summary>
    public ImmutableDictionary<string, Draft> Drafts { get; init; } = ImmutableDictionary<string, Draft>.Empty;

    /// <summary>By the key of the segment.</summary>
    public ImmutableDictionary<string, ImmutableArray<Alternative>> Alternatives { get; init; } =
        ImmutableDictionary<string, ImmutableArray<Alternative>>.Empty;

    public ImmutableDictionary<string, IgnoredIssue> Ignored { get; init; } = ImmutableDictionary<string, IgnoredIssue>.Empty;

    /// <summary>Null when the document has no such segment.</summary>
    public Segment? Find(SegmentId id) => Places.TryGetValue(id.Value, out var place) ? Segments[place] : null;

    /// <summary>From 1; 0 when the document has no such segment.</summary>
    public int NumberOf(SegmentId id) => Places.TryGetValue(id.Value, out var place) ? place + 1 : 0;

    /// <summary>
    /// The newest text of a segment: its target, or a draft that was typed on top of it. A draft of an older target is not shown
    /// as the segment's text.
    /// </summary>
    public InlineText TextOf(Segment segment) => DraftOf(segment)?.Target ?? segment.Target;

    public Draft? DraftOf(Segment segment) => Drafts.IsEmpty
        ? null
        : Drafts.Values.Where(draft => draft.SegmentId == segment.Id && draft.BasedOn == segment.Version).MaxBy(draft => draft.At);

    /// <summary>How far a segment has come, counting what is typed and not yet its target: a draft on a confirmed one makes it a draft.</summary>
    public ShownState ShownStateOf(Segment segment)
    {
        var text = TextOf(segment);

        return text == segment.Target ? segment.Shown : (segment with { Target = text, State = SegmentState.Initial }).Shown;
    }

    /// <summary>Whether the seam between a segment and the next was undone.</summary>
    public bool IsSeamUndoneAfter(Segment segment) =>
        Units.TryGetValue(segment.UnitId.Value, out var unit) && unit.Parts.Length > 1
        && Seams.TakenOutAfter(segment.Id, unit, [.. Segments.Where(other => other.UnitId == unit.Id)]) is not null;

    public ImmutableArray<Alternative> AlternativesOf(SegmentId segment) => Alternatives.GetValueOrDefault(segment.Value, []);
}
