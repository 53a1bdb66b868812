using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>
/// Reports a target that does not end as the source does. The pair of languages decides what may stand for what: a colon before a
/// list is a full stop in Korean (다음과 같다.), and Korean sentences are often printed without a full stop.
/// </summary>
public sealed class EndPunctuationCheck : IQualityCheck
{
    private const string Closing = ")）]］}》〉」』”’≫\"'";

    /// <summary>Languages that do not end a sentence with a mark.</summary>
    private static readonly FrozenWords Unmarked = new("th", "lo", "km", "my");

    public string Id => "end-punctuation";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("It has been developed.", "발전하여왔다.", IssueCount: 0),
        new("It has been developed.", "발전하여왔다", IssueCount: 1),
        new("Policy & Law", "정책 및 법", IssueCount: 0),
        new("Policy & Law", "정책 및 법.", IssueCount: 1),
        new("Is it so?", "그러한가?", IssueCount: 0),
        new("Is it so?", "그러하다.", IssueCount: 1),
        new("It reads as follows:", "그 내용은 다음과 같다.", IssueCount: 0),
        new("It reads as follows:", "그 내용은 다음과 같다:", IssueCount: 0),
        new("Long live the victory!", "승리 만세!", IssueCount: 0),
        new("He said, “Forward!”", "그는 《앞으로!》라고 말하였다.", IssueCount: 0),
        new("This is the “line.”", "이것이 《로선》이다.", IssueCount: 0),
        new("It imported crude oil, raw rubber, cokes, etc.", "원유, 생고무, 콕스 등을 수입하였다.", IssueCount: 0),
        CheckExample.ToEnglish("대외무역이 발전하였다", "Foreign trade has developed.", 0),
        CheckExample.ToEnglish("대외무역의 발전", "development of foreign trade.", 1),
        CheckExample.ToEnglish("대외무역이 발전하였다.", "Foreign trade has developed", 1),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        if (EmptyCheck.IsBlank(text.Target) || EmptyCheck.IsBlank(text.Source)
            || Unmarked.Has(text.SourceLanguage.Language) || Unmarked.Has(text.TargetLanguage.Language))
        {
            yield break;
        }

        var (source, target) = (EndingOf(text.Source.Text), EndingOf(text.Target.Text));
        if (!Allows(source, target.Mark, text.SourceLanguage, text.TargetLanguage))
        {
            yield return QualityIssue.Warning(
                this, new TextSpan(target.At, 1), ("expected", Show(source.Mark)), ("found", Show(target.Mark))) with
            {
                Variant = (source.Mark, target.Mark) switch
                {
                    (_, Mark.None) => "missing",
                    (Mark.None, _) => "unexpected",
                    _ => "",
                },
            };
        }
    }

    private static bool Allows(Ending source, Mark target, LanguageTag from, LanguageTag to) => (source.Mark, target) switch
    {
        var (expected, found) when expected == found => true,
        (Mark.Ellipsis, Mark.Stop) or (Mark.Stop, Mark.Ellipsis) => true,

        // A quotation ends the source, and the target goes on after it.
        (Mark.Stop or Mark.Question or Mark.Exclamation or Mark.Ellipsis, Mark.Stop) when source.IsQuoted => true,
        (Mark.None, Mark.Stop) => (from.IsKorean && source.IsKoreanSentence) || source.IsQuoted,
        (Mark.Colon or Mark.Semicolon, Mark.Stop) => to.IsKorean,
        (Mark.Semicolon, Mark.Comma or Mark.None) => to.IsKorean,
        (Mark.Comma, Mark.None) or (Mark.None, Mark.Comma) => true,
        (Mark.Stop, Mark.Colon) => from.IsKorean,

        // An abbreviation ends a heading: "Co., Ltd.", "etc."
        (Mark.Stop, Mark.None) => source.IsAbbreviation,
        _ => false,
    };

    private static Ending EndingOf(string text)
    {
        var end = text.Length;
        var isQuoted = false;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || Closing.Contains(text[end - 1], StringComparison.Ordinal)))
        {
            end--;
            isQuoted |= !char.IsWhiteSpace(text[end]);
        }

        if (end == 0)
        {
            return new Ending(Mark.None, Math.Max(0, text.TrimEnd().Length - 1), isQuoted, false, false);
        }

        var mark = MarkOf(text, end);
        var last = text[end - 1];

        return new Ending(mark, end - 1, isQuoted, last is '다' or '요' or '까' or '오' or '자' or '라', IsAbbreviated(text, end));
    }

    private static Mark MarkOf(string text, int end) => text[end - 1] switch
    {
        '.' when end > 2 && text[end - 2] == '.' => Mark.Ellipsis,
        '…' or '⋯' => Mark.Ellipsis,
        '.' or '。' or '．' or '।' or '。' => Mark.Stop,
        '?' or '？' or '؟' => Mark.Question,
        '!' or '！' => Mark.Exclamation,
        ':' or '：' => Mark.Colon,
        ';' or '；' or '؛' => Mark.Semicolon,
        ',' or '，' or '、' or '،' => Mark.Comma,
        _ => Mark.None,
    };

    /// <summary>A short last word with a full stop, alone or after a capital: Ltd., Inc., No., U.S.</summary>
    private static bool IsAbbreviated(string text, int end)
    {
        var start = text.LastIndexOf(' ', end - 1) + 1;
        var word = text[start..end];

        return word.Length is > 1 and <= 5 && word[^1] == '.' && char.IsUpper(word[0])
            && (word[..^1].Contains('.', StringComparison.Ordinal) || text[..start].TrimEnd().EndsWith(','));
    }

    private static string Show(Mark mark) => mark switch
    {
        Mark.Stop => ".",
        Mark.Question => "?",
        Mark.Exclamation => "!",
        Mark.Colon => ":",
        Mark.Semicolon => ";",
        Mark.Comma => ",",
        Mark.Ellipsis => "…",
        _ => "",
    };

    private readonly record struct Ending(Mark Mark, int At, bool IsQuoted, bool IsKoreanSentence, bool IsAbbreviation);

    private enum Mark
    {
        None,
        Stop,
        Question,
        Exclamation,
        Colon,
        Semicolon,
        Comma,
        Ellipsis,
    }
}
