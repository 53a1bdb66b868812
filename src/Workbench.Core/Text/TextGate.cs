using System.Buffers;

namespace Workbench.Core.Text;

/// <summary>
/// The one gate for text: what a store, an XML writer or a browser cannot carry is told apart here. A lone surrogate is
/// half a character and U+0000 ends a string in too many places; everything else, even bidi controls, is kept as it is.
/// </summary>
public static class TextGate
{
    public const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit), '\0']);

    /// <summary>The index of the first UTF-16 code unit that is refused, or null when there is none.</summary>
    public static int? FirstRefused(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length;)
        {
            var found = text[start..].IndexOfAny(Suspects);
            if (found < 0)
            {
                return null;
            }

            var at = start + found;
            if (!IsPair(text, at))
            {
                return at;
            }

            start = at + 2;
        }

        return null;
    }

    /// <summary>The text with each refused code unit replaced by U+FFFD, and how many there were.</summary>
    public static (string Text, int Replaced) Clean(string text)
    {
        if (FirstRefused(text) is not { } first)
        {
            return (text, 0);
        }

        var units = text.ToCharArray();
        var replaced = 0;
        for (var at = first; at < units.Length; at++)
        {
            if (IsPair(units, at))
            {
                at++;
            }
            else if (char.IsSurrogate(units[at]) || units[at] == '\0')
            {
                units[at] = Replacement;
                replaced++;
            }
        }

        return (new string(units), replaced);
    }

    private static bool IsPair(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
