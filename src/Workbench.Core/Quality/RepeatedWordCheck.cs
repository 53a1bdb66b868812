using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>
/// Reports a word that stands twice in a row. Korean doubles adverbs on purpose (더욱 더욱, 하나 하나), and what the source doubles
/// the target may double.
/// </summary>
public sealed partial class RepeatedWordCheck : IQualityCheck
{
    /// <summary>Korean words that are doubled for emphasis or distribution when they are written apart.</summary>
    private static readonly FrozenWords KoreanDoubles = new(
        "더욱", "점점", "거듭", "다시", "또다시", "매우", "아주", "높이", "멀리", "깊이", "널리", "오래", "길이", "하나", "하루",
        "한번", "차츰", "점차", "자꾸", "굽이", "마디", "구절", "걸음", "방울", "집집", "가지", "천천히", "어서", "빨리", "두고");

    /// <summary>One-syllable Korean words that are never doubled; others (더 더, 또 또) may be.</summary>
    private static readonly FrozenWords KoreanSingles = new("수", "것", "등", "및", "그", "이", "때", "할", "한");

    private static readonly FrozenWords EnglishDoubles = new("had", "that", "very", "so", "long", "many", "far", "ha", "bye");

    public string Id => "repeated-word";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("He led the work.", "사업을 사업을 이끄시였다.", IssueCount: 1),
        new("It can be done.", "할 수 수 있다.", IssueCount: 1),
        new("It grew ever more.", "더욱 더욱 커졌다.", IssueCount: 0),
        new("It grew ever more.", "더욱더욱 커졌다. 점점 커졌다.", IssueCount: 0),
        new("Day after day.", "하루 하루, 또 또.", IssueCount: 0),
        new("Truly, truly.", "진실로, 진실로.", IssueCount: 0),
        new("Forward, forward!", "앞으로, 앞으로!", IssueCount: 0),
        CheckExample.ToEnglish("무역의 발전", "the development of of trade", 1),
        CheckExample.ToEnglish("무역의 발전", "The the development", 1),
        CheckExample.ToEnglish("그가 가졌던것", "what he had had", 0),
        CheckExample.ToEnglish("1990 1990", "1990 1990", 0),
        CheckExample.ToEnglish("만세 만세", "hurrah hurrah", 0),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        if (Repeated.Matches(text.Source.Text).Any(word => !MayDouble(word.Groups["word"].Value, text.SourceLanguage.IsKorean)))
        {
            return [];
        }

        return from Match pair in Repeated.Matches(text.Target.Text)
               let word = pair.Groups["word"]
               let again = pair.Groups["again"]
               where !MayDouble(word.Value, text.TargetLanguage.IsKorean)
               select QualityIssue.Warning(this, new TextSpan(again.Index, again.Length), ("word", again.Value));
    }

    private static bool MayDouble(string word, bool isKorean) => isKorean
        ? KoreanDoubles.Has(word) || (word.Length == 1 && !KoreanSingles.Has(word))
        : EnglishDoubles.Has(word);

    /// <summary>A word of letters, white space, and the same word.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{Nd}'’\-])(?<word>[\p{L}\p{M}]+)\s+(?<again>\k<word>)(?![\p{L}\p{M}\p{Nd}'’\-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Repeated { get; }
}
