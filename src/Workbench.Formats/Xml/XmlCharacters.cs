using System.Xml;

namespace Workbench.Formats.Xml;

/// <summary>Which characters XML 1.0 can carry (section 2.2): no controls but tab and line ends, no half pairs, no U+FFFE and U+FFFF.</summary>
internal static class XmlCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>The index of the first UTF-16 code unit that XML cannot carry, or null when there is none.</summary>
    public static int? FirstIllegal(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                continue;
            }

            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                at++;
                continue;
            }

            return at;
        }

        return null;
    }

    /// <summary>The text with each such code unit replaced by U+FFFD, and how many there were.</summary>
    public static (string Text, int Replaced) Clean(string text)
    {
        if (FirstIllegal(text) is not { } first)
        {
            return (text, 0);
        }

        var units = text.ToCharArray();
        var replaced = 0;
        for (var at = first; at < units.Length; at++)
        {
            if (FirstIllegal(units.AsSpan(at)) is not { } next)
            {
                break;
            }

            at += next;
            units[at] = Replacement;
            replaced++;
        }

        return (new string(units), replaced);
    }
}
