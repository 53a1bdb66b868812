using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Text;

namespace Workbench.Formats.PlainText;

/// <summary>A line of a text that holds more than white space, without the white space around it.</summary>
/// <param name="Line">From 1.</param>
internal readonly record struct TextBlock(int Line, TextSpan Span)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    public string Name => Line.ToString(CultureInfo.InvariantCulture);

    public static bool IsLineEnd(char unit) => LineEnds.Contains(unit);

    public static ImmutableArray<TextBlock> Of(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        for (var (start, line) = (0, 1); start < text.Length; line++)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            if (Trimmed(text, start, end) is { IsEmpty: false } span)
            {
                blocks.Add(new TextBlock(line, span));
            }

            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return blocks.ToImmutable();
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
