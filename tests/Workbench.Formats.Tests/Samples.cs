using System.Collections.Immutable;
using CsCheck;
using Workbench.Core.Text;

namespace Workbench.Formats.Tests;

/// <summary>Texts with what breaks formats: Hangul in both forms, edge spaces, controls, markup, line ends, pairs.</summary>
internal static class Samples
{
    private static readonly string[] Pieces =
    [
        "a", "Juche", " ", "  ", "가", "\u1100\u1161", "조선말", "朝鮮", "\n", "\r\n", "\r", "\t", "<b>", "&amp;", "]]>", "\"", "'", "=1+1", "-",
        "@", "+", ";", ",", "😀", "\u00A0", "\u200B", "\uFEFF", "_x0041_", "\\", "…", "《", "》",
    ];

    // U+0000 and half pairs never get this far: the text gate stops them.
    private static readonly string[] Controls = ["\u0001", "\u001B", "\u000B", "\uFFFE", "\uFFFF", "\u0085", "\u2028"];

    /// <summary>What XML can carry.</summary>
    public static Gen<string> Text { get; } = Of(Pieces);

    /// <summary>Also with characters that XML 1.0 cannot.</summary>
    public static Gen<string> AnyText { get; } = Of([.. Pieces, .. Controls]);

    public static Gen<InlineText> Inline { get; } = InlineOf(Text);

    /// <summary>The text with codes: pairs that may cross, halves, placeholders, one that reads as a space.</summary>
    public static Gen<InlineText> InlineOf(Gen<string> text) => Gen.Select(text.Array[4], Gen.Int[0, 7], Gen.Bool).Select((parts, shape, deletable) =>
    {
        var built = string.Concat(parts) + " ";
        var cuts = new[] { 0, parts[0].Length, parts[0].Length + parts[1].Length, built.Length - 1 };
        InlineCode Code(string id, InlineCodeKind kind, int offset) => new()
        {
            Id = id,
            Kind = kind,
            Offset = offset,
            CanDelete = deletable,
            Type = kind == InlineCodeKind.End ? "" : "fmt",
        };

        ImmutableArray<InlineCode> codes = shape switch
        {
            1 => [Code("1", InlineCodeKind.Start, cuts[0]), Code("1", InlineCodeKind.End, cuts[2])],
            2 => [Code("1", InlineCodeKind.Start, cuts[0]), Code("2", InlineCodeKind.Start, cuts[1]), Code("1", InlineCodeKind.End, cuts[2]), Code("2", InlineCodeKind.End, cuts[3])],
            3 => [Code("1", InlineCodeKind.Start, cuts[1])],
            4 => [Code("7", InlineCodeKind.End, cuts[1])],
            5 => [Code("1", InlineCodeKind.Placeholder, cuts[1]), Code("2", InlineCodeKind.Placeholder, cuts[1])],
            6 => [Code("1", InlineCodeKind.Placeholder, cuts[1]), Code("3", InlineCodeKind.Placeholder, cuts[3]) with { Reads = " ", Type = "wb:seam", Display = "↵" }],
            7 => [Code("1", InlineCodeKind.Start, cuts[1]), Code("2", InlineCodeKind.Start, cuts[1]), Code("2", InlineCodeKind.End, cuts[2]), Code("1", InlineCodeKind.End, cuts[2])],
            _ => [],
        };

        return InlineText.Of(built, codes.AsSpan());
    });

    private static Gen<string> Of(string[] pieces) =>
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 8].Select(parts => string.Concat(parts));
}
