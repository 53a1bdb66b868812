using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Text;

namespace Workbench.Core.Segmentation;

/// <summary>A block as it goes to the segmenter: one that the format read, or several with repaired seams.</summary>
public sealed record RepairedUnit
{
    public required UnitKind Kind { get; init; }

    /// <summary>The format's names of its blocks, in order.</summary>
    public required ImmutableArray<string> Parts { get; init; }

    public required InlineText Text { get; init; }

    public required ImmutableDictionary<string, string> OriginalData { get; init; }
}

/// <param name="Warnings">Places where a leader's name seems to have dropped out of the copy.</param>
public sealed record RepairedText(ImmutableArray<RepairedUnit> Units, ImmutableArray<Problem> Warnings);

/// <summary>
/// Joins what a web page's markup around a leader's name broke into two lines, and tells headings apart. The break is kept as
/// a code that reads as one space; its original characters are the code's data, and <see cref="Work.UndoSeam"/> takes the join back.
/// </summary>
public static class SeamRepair
{
    /// <summary>The <see cref="InlineCode.Type"/> of a repaired seam.</summary>
    public const string CodeType = "wb:seam";

    /// <summary>In front of the second block's name in the code's <see cref="InlineCode.DataRef"/>.</summary>
    private const string DataPrefix = "seam-";

    public static RepairedText Repair(ImmutableArray<ReadUnit> blocks, LanguageTag language)
    {
        var units = ImmutableArray.CreateBuilder<RepairedUnit>();
        var warnings = ImmutableArray.CreateBuilder<Problem>();
        for (var first = 0; first < blocks.Length;)
        {
            var last = first;
            while (last + 1 < blocks.Length && SeamRules.Joins(blocks[last], blocks[last + 1], isContinued: last > first, language))
            {
                last++;
            }

            var next = last + 1 < blocks.Length ? blocks[last + 1] : null;
            if (next is not null && SeamRules.MayLackName(blocks[last].Text.Text, next.Text.Text, language))
            {
                warnings.Add(new Problem("import-name-missing", ("part", blocks[last].Part)).AsWarning());
            }

            units.Add(Join(blocks.AsSpan(first, last - first + 1), next, language));
            first = last + 1;
        }

        return new RepairedText(units.ToImmutable(), warnings.ToImmutable());
    }

    public static bool IsSeam(InlineCode code) => code.Type == CodeType;

    /// <summary>The name of the block that begins after the seam.</summary>
    public static string PartAfter(InlineCode seam) => seam.DataRef[DataPrefix.Length..];

    internal static string DataRefOf(string part) => DataPrefix + part;

    internal static InlineCode CodeOf(string id, string dataRef) => new()
    {
        Id = id,
        Kind = InlineCodeKind.Placeholder,
        Offset = 0,
        Reads = " ",
        DataRef = dataRef,
        Display = "⏎",
        Type = CodeType,
        CanDelete = true,
    };

    private static RepairedUnit Join(ReadOnlySpan<ReadUnit> blocks, ReadUnit? next, LanguageTag language)
    {
        var joined = new RepairedUnit
        {
            Kind = blocks.Length == 1 && SeamRules.IsHeading(blocks[0], next, language) ? UnitKind.Heading : blocks[0].Kind,
            Parts = [blocks[0].Part],
            Text = blocks[0].Text,
            OriginalData = blocks[0].OriginalData,
        };
        for (var index = 1; index < blocks.Length; index++)
        {
            joined = Append(joined, blocks[index - 1].Separator, blocks[index]);
        }

        return joined;
    }

    private static RepairedUnit Append(RepairedUnit unit, string separator, ReadUnit block)
    {
        var (before, trailing) = WithoutTrailing(unit.Text);
        var (leading, after) = WithoutLeading(block.Text);
        var dataRef = DataRefOf(block.Part);
        var seam = CodeOf(NextId(before), dataRef);
        var renamed = Renamed(after, int.Parse(seam.Id, CultureInfo.InvariantCulture), block.Part);

        return unit with
        {
            Parts = unit.Parts.Add(block.Part),
            Text = InlineText.Join(before, InlineText.Of(" ", seam), renamed),
            OriginalData = unit.OriginalData
                .SetItem(dataRef, trailing + separator + leading)
                .SetItems(block.OriginalData.Select(data => KeyValuePair.Create(OfPart(data.Key, block.Part), data.Value))),
        };
    }

    /// <summary>The codes of a later block go on counting, and their data is told apart by the block's name.</summary>
    private static InlineText Renamed(InlineText text, int lastId, string part)
    {
        var ids = text.Codes.Select(code => code.Id).Distinct(StringComparer.Ordinal).ToList();
        return InlineText.Of(text.Text, [.. text.Codes.Select(code => code with
        {
            Id = (lastId + 1 + ids.IndexOf(code.Id)).ToString(CultureInfo.InvariantCulture),
            DataRef = code.DataRef.Length == 0 ? "" : OfPart(code.DataRef, part),
        })]);
    }

    private static string OfPart(string dataRef, string part) => $"{part}-{dataRef}";

    private static string NextId(InlineText text) => (1 + text.Codes
        .Select(code => int.TryParse(code.Id, CultureInfo.InvariantCulture, out var id) ? id : text.Codes.Length)
        .DefaultIfEmpty(0).Max()).ToString(CultureInfo.InvariantCulture);

    private static (InlineText Kept, string Removed) WithoutTrailing(InlineText text)
    {
        var end = text.Codes.Aggregate(text.Text.AsSpan().TrimEnd().Length, (most, code) => Math.Max(most, code.Span.End));
        return (InlineText.Of(text.Text[..end], text.Codes.AsSpan()), text.Text[end..]);
    }

    private static (string Removed, InlineText Kept) WithoutLeading(InlineText text)
    {
        var start = text.Text.Length - text.Text.AsSpan().TrimStart().Length;
        start = text.Codes.Aggregate(start, (least, code) => Math.Min(least, code.Offset));
        return (text.Text[..start], InlineText.Of(text.Text[start..], [.. text.Codes.Select(code => code with { Offset = code.Offset - start })]));
    }
}
