using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Documents;
using Workbench.Core.Text;

namespace Workbench.Core.Segmentation;

/// <summary>
/// Takes a repaired seam out of a segment and puts it back. Both parts stay in the unit; what the original had at the seam
/// becomes the white space between them, so that the unit still writes the original byte for byte.
/// </summary>
public static class Seams
{
    /// <summary>The first seam with text on both sides of it; null when there is none.</summary>
    public static InlineCode? FirstIn(Segment segment) => segment.Source.Codes.FirstOrDefault(code =>
        SeamRepair.IsSeam(code) && code.Offset > 0 && code.Span.End < segment.Source.Text.Length);

    /// <summary>Two segments in place of one. A target that has the seam is cut there too; another one stays with the first.</summary>
    /// <param name="position">Of the second, between this segment and the next.</param>
    /// <exception cref="InvalidOperationException">The segment has no seam inside.</exception>
    public static (Segment First, Segment Second) Split(Segment segment, Unit unit, long position, DateTimeOffset now)
    {
        var seam = FirstIn(segment) ?? throw new InvalidOperationException($"Segment '{segment.Id}' has no seam inside.");
        var (source, secondSource) = CutAt(segment.Source, seam);
        var (target, secondTarget) = segment.Target.Codes.FirstOrDefault(code => code.DataRef == seam.DataRef && SeamRepair.IsSeam(code)) is { } inTarget
            ? CutAt(segment.Target, inTarget)
            : (segment.Target, InlineText.Empty);
        var first = segment with
        {
            Source = source,
            Target = target,
            Trailing = unit.OriginalData.GetValueOrDefault(seam.DataRef, seam.Reads),
            State = SegmentState.Initial,
            ChangedAt = segment.IsConfirmed || target != segment.Target ? now : segment.ChangedAt,
        };

        return (first, new Segment
        {
            Id = SegmentId.New(),
            DocumentId = segment.DocumentId,
            UnitId = segment.UnitId,
            Position = position,
            Source = secondSource,
            Target = secondTarget,
            Origin = segment.Origin,
            ChangedAt = secondTarget.IsEmpty ? null : now,
            Trailing = segment.Trailing,
            IsHeading = segment.IsHeading,
        });
    }

    /// <summary>
    /// The seam that was taken out between a segment and the next of its unit: it is none of the seams that are left, and its
    /// characters stand there. Null when none was.
    /// </summary>
    /// <param name="segments">All of the unit, in order.</param>
    public static InlineCode? TakenOutAfter(SegmentId first, Unit unit, ImmutableArray<Segment> segments)
    {
        var left = segments.SelectMany(segment => segment.Source.Codes).Where(SeamRepair.IsSeam).Select(code => code.DataRef).ToHashSet(StringComparer.Ordinal);
        var part = 1;
        for (var index = 0; index + 1 < segments.Length; index++)
        {
            part += segments[index].Source.Codes.Count(SeamRepair.IsSeam);
            var dataRef = part < unit.Parts.Length ? SeamRepair.DataRefOf(unit.Parts[part]) : "";
            var isTakenOut = !left.Contains(dataRef) && unit.OriginalData.GetValueOrDefault(dataRef) == segments[index].Trailing;
            if (segments[index].Id == first)
            {
                return isTakenOut ? SeamRepair.CodeOf(NextId(segments), dataRef) : null;
            }

            part += isTakenOut ? 1 : 0;
        }

        return null;
    }

    /// <summary>One segment in place of two, under the id of the first. Targets are joined by a space.</summary>
    public static Segment Join(Segment first, Segment second, InlineCode seam, DateTimeOffset now)
    {
        var target = (first.Target.IsEmpty, second.Target.IsEmpty) switch
        {
            (_, true) => first.Target,
            (true, _) => second.Target,
            _ => InlineText.Join(first.Target, InlineText.Of(" "), second.Target),
        };

        return first with
        {
            Source = InlineText.Join(first.Source, InlineText.Of(seam.Reads, seam), second.Source),
            Target = target,
            Trailing = second.Trailing,
            State = SegmentState.Initial,
            ChangedAt = first.IsConfirmed || target != first.Target ? now : first.ChangedAt,
        };
    }

    private static (InlineText Before, InlineText After) CutAt(InlineText text, InlineCode seam)
    {
        var others = InlineText.Of(text.Text, [.. text.Codes.Where(code => code != seam)]);

        return (
            others.Slice(TextSpan.FromBounds(0, seam.Offset)),
            others.Slice(TextSpan.FromBounds(seam.Span.End, text.Text.Length)));
    }

    private static string NextId(ImmutableArray<Segment> segments) => (1 + segments
        .SelectMany(segment => segment.Source.Codes.Concat(segment.Target.Codes))
        .Select(code => int.TryParse(code.Id, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .DefaultIfEmpty(0).Max()).ToString(CultureInfo.InvariantCulture);
}
