using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Workbench.Formats.Bilingual;

/// <summary>A cell that holds a text and nothing else.</summary>
internal static partial class XlsxCell
{
    /// <summary>What Excel takes in one cell; it repairs a file that has more, and loses more than the rest of the text.</summary>
    public const int MaxLength = 32_767;

    public static Cell Text(string name, string text, XlsxStyle style) => new(
        new InlineString(new Text(Escape(Fitting(text))) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = name,
        DataType = CellValues.InlineString,
        StyleIndex = (uint)style,
    };

    /// <summary><c>B7</c> for the second column of the seventh row.</summary>
    public static string Name(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    public static string Letters(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    /// <summary>At most <paramref name="length"/> UTF-16 code units, and no half character at the end.</summary>
    public static string Fitting(string text, int length = MaxLength)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return $"{text[..end]}…";
    }

    /// <summary>
    /// Characters that XML cannot carry as <c>_x0001_</c> (ECMA-376 part 1, 22.9.2.19 ST_Xstring), and what looks like such an
    /// escape with its first character escaped. So is a carriage return, which XML would make a line feed.
    /// </summary>
    private static string Escape(string text) => NeedsEscape.Replace(
        text, found => string.Create(CultureInfo.InvariantCulture, $"_x{(int)found.ValueSpan[0]:X4}_"));

    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex NeedsEscape { get; }
}
