using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;

namespace Workbench.Core.Segmentation;

/// <summary>Tells a line that markup broke from a heading and from a list.</summary>
internal static partial class SeamRules
{
    private const char NoBreakSpace = '\u00A0';

    private const int WordsOfRunningText = 3;

    /// <summary>Words that no sentence and no heading ends in.</summary>
    private static readonly FrozenSet<string> FunctionWords = """
        of the by to and with under for a an in on at from as into or that its his her their our whose which who than
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Labels of sections as the sites of DPRK publications show them above an article.</summary>
    private static readonly FrozenSet<string> SectionLabels = new[]
    {
        "Policy & Law", "Laws & Regulations", "Economy", "Politics", "Culture", "News", "Editorial",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="isContinued">Whether <paramref name="line"/> itself continues a broken line.</param>
    public static bool Joins(ReadUnit line, ReadUnit next, bool isContinued, LanguageTag language)
    {
        var text = line.Text.Text.Trim();
        var nextText = next.Text.Text.Trim();
        if (line.Kind == UnitKind.Heading || next.Kind == UnitKind.Heading || text.Length == 0 || nextText.Length == 0
            || EndsSentence(text) || ListMark.IsMatch(nextText))
        {
            return false;
        }

        if ((line.Text.Text + line.Separator).AsSpan(line.Text.Text.AsSpan().TrimEnd().Length).StartsWith([NoBreakSpace]))
        {
            return true;
        }

        return language.IsKorean ? JoinsKorean(text, nextText) : JoinsOther(text, nextText, isContinued);
    }

    /// <summary>Without a full stop, in title case or a known label, and followed by the begin of something else.</summary>
    public static bool IsHeading(ReadUnit line, ReadUnit? next, LanguageTag language)
    {
        var text = line.Text.Text.Trim();
        var nextText = next?.Text.Text.Trim();
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(nextText) || EndsSentence(text) || char.IsLower(nextText[0]))
        {
            return line.Kind == UnitKind.Heading;
        }

        return SectionLabels.Contains(text)
            || (language.IsKorean ? IsKoreanHeading(text, nextText) : IsTitleCase(text));
    }

    /// <summary>
    /// A Korean clause that ends in a modifier at the end of its line, with a date or a quotation after it: copies lose the
    /// leader's name and title there, since these stand in an element of their own.
    /// </summary>
    public static bool MayLackName(string line, string next, LanguageTag language) =>
        language.IsKorean && KoreanModifierEnd.IsMatch(line.TrimEnd()) && KoreanOtherStart.IsMatch(next.TrimStart());

    private static bool JoinsOther(string text, string next, bool isContinued)
    {
        if (FunctionWords.Contains(LastWord(text)))
        {
            return true;
        }

        // A list of lower-case items is no sentence, and neither is a word or two.
        return char.IsLower(next[0])
            && (isContinued || (!char.IsLower(text[0]) && Words(text).Length >= WordsOfRunningText));
    }

    private static bool JoinsKorean(string text, string next) =>
        KoreanParticleStart.IsMatch(next)
        || (KoreanLeaderStart.IsMatch(next) && KoreanOpenEnd.IsMatch(text));

    private static bool IsTitleCase(string text)
    {
        var words = Words(text).Where(word => char.IsLetter(word[0])).ToList();
        return words.Count > 0
            && !FunctionWords.Contains(LastWord(text))
            && words.Where(word => word.Length >= 4).All(word => char.IsUpper(word[0]))
            && char.IsUpper(words[0][0]);
    }

    private static bool IsKoreanHeading(string text, string next) =>
        text.Length <= 60 && next.Length >= text.Length && EndsSentence(next) && !KoreanSentenceEnd.IsMatch(text);

    private static bool EndsSentence(string text) => SentenceEnd.IsMatch(text);

    private static string LastWord(string text) => Words(text) is [.., var last] ? last : "";

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("""[.!?。！？…:;][\s"'”’»)\]》〉」』]*\z""", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd { get; }

    [GeneratedRegex(@"\A(?:[•⁃▪◦‣●○■□◆◇▲△※*\-–—]\s|[(\[]?(?:\p{L}|\d{1,3}|[ivxIVX]{1,5})[.)\]]{1,2}(?:\s|\z))", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark { get; }

    [GeneratedRegex(@"(?:다|요|까|자|라)\z", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanSentenceEnd { get; }

    [GeneratedRegex(@"(?:[신는은의한할된를을와과로서]|,)\z", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanOpenEnd { get; }

    [GeneratedRegex(@"\A(?:위대한\s?(?:수령|령도자|장군)|경애하는|친애하는|김일성|김정일|김정은|김정숙)", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanLeaderStart { get; }

    [GeneratedRegex(@"\A(?:께서(?:는|도|만)?|께|동지(?:께서|의|를|께)(?:는|도)?)\s", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanParticleStart { get; }

    [GeneratedRegex("(?:신|는|의)\\z", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanModifierEnd { get; }

    [GeneratedRegex(@"\A(?:주체\s?\d|《)", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanOtherStart { get; }
}
