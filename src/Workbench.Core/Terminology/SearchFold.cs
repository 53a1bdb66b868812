using System.Globalization;
using System.Text;
using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Terminology;

/// <summary>
/// What two words share beneath case, accents, spaces, hyphens, width and the two Korean spellings: for searching and for noticing
/// duplicates, never for keeping.
/// </summary>
public static class SearchFold
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var word = new StringBuilder();
        foreach (var unit in Compatible(text))
        {
            if (IsSilent(unit))
            {
                Take(folded, word);
            }
            else
            {
                word.Append(unit < 0x80 ? char.ToLowerInvariant(unit) : Bare(unit));
            }
        }

        Take(folded, word);
        return folded.ToString();
    }

    /// <summary>Whether a query consists of initial consonants only (ㅈㅅ), which stand for the syllables that begin with them.</summary>
    public static bool IsInitials(string query) =>
        query.Any(unit => Hangul.Initials.Contains(unit, StringComparison.Ordinal))
        && query.All(unit => unit == ' ' || Hangul.Initials.Contains(unit, StringComparison.Ordinal));

    /// <summary>The initial consonants of a folded text.</summary>
    public static string Initials(string text) => Hangul.InitialsOf(text.Replace(" ", "", StringComparison.Ordinal));

    private static void Take(StringBuilder folded, StringBuilder word)
    {
        folded.Append(KoreanSpelling.ToSouth(word.ToString()));
        word.Clear();
    }

    private static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static char Bare(char unit)
    {
        if (Hangul.IsSyllable(unit) || !char.IsLetter(unit))
        {
            return unit;
        }

        var apart = unit.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(apart.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(apart[1]) == UnicodeCategory.NonSpacingMark
            ? apart[0]
            : unit);
    }

    private static bool IsSilent(char unit) =>
        char.IsWhiteSpace(unit) || unit is '-' or '‐' or '‑' or '\'' or '’' or '·' or '.' or '…' or '\u00AD' or '\u200B' or '《' or '》';
}
