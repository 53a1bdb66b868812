using System.Collections.Immutable;
using Workbench.Core.Languages;

namespace Workbench.Core.Quality;

/// <summary>
/// Reports numbers in figures that have no counterpart on the other side, across the ways in which English and Korean write them.
/// Juche years are read as the years they are; <see cref="JucheYearCheck"/> looks at those.
/// </summary>
public sealed class NumbersCheck : IQualityCheck
{
    public string Id => "numbers";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("over 120 countries", "120여개 나라", IssueCount: 0),
        new("over 120 countries", "130여개 나라", IssueCount: 2),
        new("in the 1990s", "1990년대에", IssueCount: 0),
        new("in the 1990s", "지난 세기 90년대에", IssueCount: 0),
        new("in the 1990s", "1980년대에", IssueCount: 2),
        new("35,000 tons", "3만 5천t", IssueCount: 0),
        new("35,000 tons", "3만 5천만t", IssueCount: 2),
        new("1.2 billion won", "12억원", IssueCount: 0),
        new("20 million people", "2천만 인민", IssueCount: 0),
        new("20 million people", "20만 인민", IssueCount: 2),
        new("123,456,000 tons", "1억 2,345만 6천t", IssueCount: 0),
        new("by 35 percent", "35% 또는 35프로", IssueCount: 0),
        new("In Juche 38(1949)", "주체38(1949)년에", IssueCount: 0),
        new("In Juche 38(1949)", "1949년에", IssueCount: 0),
        new("In Juche 38(1949)", "그해에", IssueCount: 0), // The Juche year check reports it.
        new("in July 1953", "1953년 7월에", IssueCount: 0),
        new("in July 1953", "1953년 8월에", IssueCount: 1),
        new("between the two countries", "2개 나라사이에", IssueCount: 0),
        new("April 15", "4.15명절", IssueCount: 0),
        new("Article 3", "제3조", IssueCount: 0),
        new("on 17 March 1949", "１９４９년 ３월 １７일에", IssueCount: 0),
        new("a third of it", "그 3분의 1", IssueCount: 0),
        new("the 5th hospital", "병원", IssueCount: 1),
        CheckExample.ToEnglish("3만 5천t", "35,000 tons", 0),
        CheckExample.ToEnglish("3개 나라", "three countries", 0),
        CheckExample.ToEnglish("1953년 7월 27일", "27 July 1953", 0),
        CheckExample.ToEnglish("주체100(2011)년 5월", "May Juche 100 (2011)", 0),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        if (EmptyCheck.IsBlank(text.Target))
        {
            return [];
        }

        var (source, target) = (Read(text.Source.Text, text.SourceLanguage), Read(text.Target.Text, text.TargetLanguage));

        return Missing(text, source, target).Concat(Unexpected(text, source, target));
    }

    private IEnumerable<QualityIssue> Missing(CheckedText text, NumbersInText source, NumbersInText target) =>
        (IsReadable(text.TargetLanguage) ? source.Written : [])
            .Where(number => !target.Answers(number))
            .Select(number => number.Span.Of(text.Source.Text))
            .Distinct(StringComparer.Ordinal)
            .Select(figure => QualityIssue.Warning(this, QualityIssue.NoPlace, ("number", figure)) with
            {
                Variant = "missing",
                About = figure,
            });

    private IEnumerable<QualityIssue> Unexpected(CheckedText text, NumbersInText source, NumbersInText target) =>
        from number in IsReadable(text.SourceLanguage) ? target.Written : []
        where !source.Answers(number)
        select QualityIssue.Warning(this, number.Span, ("number", number.Span.Of(text.Target.Text))) with { Variant = "unexpected" };

    /// <summary>Whether number words of the language are known, so that a figure may answer one.</summary>
    private static bool IsReadable(LanguageTag language) => language.IsKorean || language.Language == "en";

    private static NumbersInText Read(string text, LanguageTag language) => NumberReader.Read(text, language);
}
