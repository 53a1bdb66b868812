using Workbench.Core.Text;

namespace Workbench.Core.Languages.Korean;

/// <summary>
/// A text as it is matched, with the way back: composed, half-width, every white space a space, characters without width
/// left out, and the second code points that DPRK systems give the syllables of leaders' names read as those syllables.
/// </summary>
public sealed class FoldedText
{
    /// <summary>KPS 9566 4-72 … 4-77 as Red Star OS maps them: U+F113–U+F118, in older fonts U+F013–U+F018.</summary>
    private const string NameSyllables = "김일성김정일";

    private readonly int[] _starts;
    private readonly int[] _ends;

    private FoldedText(string text, int[] starts, int[] ends) => (Text, _starts, _ends) = (text, starts, ends);

    public string Text { get; }

    public static FoldedText Of(string text)
    {
        var units = new char[text.Length];
        var starts = new int[text.Length];
        var ends = new int[text.Length];
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var (unit, length) = Fold(text, at);
            if (unit != '\0')
            {
                (units[count], starts[count], ends[count]) = (unit, at, at + length);
                count++;
            }

            at += length;
        }

        return new FoldedText(new string(units, 0, count), starts, ends);
    }

    /// <summary>Where a stretch of <see cref="Text"/> stands in the text that was folded.</summary>
    public TextSpan SpanOf(int start, int end) => TextSpan.FromBounds(_starts[start], _ends[end - 1]);

    private static (char Unit, int Length) Fold(string text, int at)
    {
        var unit = text[at];
        return unit switch
        {
            '\u00AD' or '\uFEFF' or '\u2060' or (>= '\u200B' and <= '\u200D') => ('\0', 1),
            _ when char.IsWhiteSpace(unit) => (' ', 1),
            '·' or '‧' or '・' => ('.', 1),
            >= '！' and <= '～' => ((char)(unit - 0xFEE0), 1),
            >= '\uF113' and <= '\uF118' => (NameSyllables[unit - 0xF113], 1),
            >= '\uF013' and <= '\uF018' => (NameSyllables[unit - 0xF013], 1),
            >= '\u1100' and <= '\u1112' when at + 1 < text.Length && text[at + 1] is >= '\u1161' and <= '\u1175' => Composed(text, at),
            >= '\uF900' and <= '\uFAFF' => (unit.ToString().Normalize()[0], 1),
            _ => (unit, 1),
        };
    }

    private static (char Unit, int Length) Composed(string text, int at)
    {
        var final = at + 2 < text.Length && text[at + 2] is >= '\u11A8' and <= '\u11C2' ? text[at + 2] - 0x11A7 : 0;
        return (Hangul.Compose(text[at] - 0x1100, text[at + 1] - 0x1161, final), final > 0 ? 3 : 2);
    }
}
