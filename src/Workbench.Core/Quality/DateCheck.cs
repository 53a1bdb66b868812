using System.Collections.Immutable;

namespace Workbench.Core.Quality;

/// <summary>
/// Reports days whose figures are all in the target, but put together otherwise: <c>May 6</c> as 6월 5일, or two dates that lend each other
/// their days. A figure that is missing altogether is what <see cref="NumbersCheck"/> reports, a year <see cref="JucheYearCheck"/>.
/// </summary>
public sealed class DateCheck : IQualityCheck
{
    public string Id => "date";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("on May 6", "5월 6일에", IssueCount: 0),
        new("on May 6", "6월 5일에", IssueCount: 1),
        new("on 6 May", "6월 5일에", IssueCount: 1),
        new("on May 6", "5.6명절에", IssueCount: 0),
        new("from May 6 to June 5", "5월 6일부터 6월 5일까지", IssueCount: 0),
        new("from May 6 to July 8", "5월 8일부터 7월 6일까지", IssueCount: 2),
        new("on April 15, Juche 101 (2012)", "주체101(2012)년 4월 15일에", IssueCount: 0),
        new("on May 6", "5월 7일에", IssueCount: 0), // The numbers check reports it.
        new("in May", "5월에", IssueCount: 0),
        new("May 6", "그날", IssueCount: 0),
        CheckExample.ToEnglish("12월 11일에", "on November 12", 1),
        CheckExample.ToEnglish("12월 11일에", "on Dec. 11", 0),
        CheckExample.ToEnglish("3.5배로", "3.5 times", 0),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        var source = DateInText.Find(text.Source.Text, text.SourceLanguage);
        var target = DateInText.Find(text.Target.Text, text.TargetLanguage);
        var figures = target.SelectMany(date => (int[])[date.Month, date.Day]).ToHashSet();
        var wanted = source.SelectMany(date => (int[])[date.Month, date.Day]).ToHashSet();

        return
        [
            .. from date in target
               where wanted.Contains(date.Month) && wanted.Contains(date.Day)
               where !source.Any(other => (other.Month, other.Day) == (date.Month, date.Day))
               where source.Any(other => figures.Contains(other.Month) && figures.Contains(other.Day))
               select QualityIssue.Warning(this, date.Span, ("date", date.Span.Of(text.Target.Text))),
        ];
    }
}
