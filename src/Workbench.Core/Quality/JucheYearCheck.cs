using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Core.Languages.Juche;

namespace Workbench.Core.Quality;

/// <summary>
/// Does the sum of the Juche era (Juche year + 1911 = Gregorian year) in the source, in the target and between the two. A target may
/// give the Juche year, the Gregorian year or both.
/// </summary>
public sealed partial class JucheYearCheck : IQualityCheck
{
    public string Id => "juche-year";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("In Juche 38(1949), the year after", "주체38(1949)년에", IssueCount: 0),
        new("In Juche 38(1949), the year after", "1949년에", IssueCount: 0),
        new("In Juche 38(1949), the year after", "1949년(주체38년)에", IssueCount: 0),
        new("In Juche 38(1949), the year after", "주체39(1949)년에", IssueCount: 1),
        new("In Juche 38(1949), the year after", "주체39(1950)년에", IssueCount: 2),
        new("In Juche 38(1949), the year after", "그해에", IssueCount: 1),
        new("in the year 1949", "주체38(1949)년에", IssueCount: 0),
        new("(June Juche39(1950) - July Juche42(1953))", "(주체39(1950)년 6월-주체42(1953)년 7월)", IssueCount: 0),
        new("published on June 30, Juche 29 (1930)", "주체19(1930)년 6월 30일에 발표된", IssueCount: 1),
        new("Juche 0 (1911)", "1911년", IssueCount: 1),
        new("a new century of Juche", "새로운 주체100년대", IssueCount: 0),
        new("Juche-oriented, modern", "주체화, 현대화", IssueCount: 0),
        CheckExample.ToEnglish("주체102(2013)년 1월 1일", "January 1, Juche 102 (2013)", 0),
        CheckExample.ToEnglish("주체102(2013)년 1월 1일", "January 1, Juche 103 (2013)", 1),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        if (EmptyCheck.IsBlank(text.Target))
        {
            return [];
        }

        var (source, target) = (JucheDate.Find(text.Source.Text), JucheDate.Find(text.Target.Text));
        var (sourceYears, targetYears) = (YearsOf(text.Source.Text, source), YearsOf(text.Target.Text, target));

        return
        [
            .. from date in source where !date.IsPeriod && !date.IsRight select About(text, date, "source"),
            .. from date in target where !date.IsPeriod && !date.IsRight select At(text, date, "target"),
            .. from date in target where !date.IsPeriod && date.IsRight && !sourceYears.Contains(date.Derived) select At(text, date, "differs"),
            .. from date in source
               where !date.IsPeriod && !targetYears.Contains(date.Derived) && !targetYears.Contains(date.Gregorian ?? date.Derived)
               select About(text, date, "missing"),
        ];
    }

    /// <summary>Every Gregorian year that a text names, as figures or through the era.</summary>
    private static HashSet<int> YearsOf(string text, ImmutableArray<JucheDate> dates) =>
    [
        .. from date in dates where !date.IsPeriod && date.IsRight select date.Derived,
        .. from Match year in FourDigits.Matches(text) select int.Parse(year.Value, CultureInfo.InvariantCulture),
    ];

    private QualityIssue About(CheckedText text, JucheDate date, string variant)
    {
        var raw = date.Span.Of(text.Source.Text);

        return QualityIssue.Warning(this, QualityIssue.NoPlace, Arguments(date, raw)) with { Variant = variant, About = raw };
    }

    private QualityIssue At(CheckedText text, JucheDate date, string variant) =>
        QualityIssue.Error(this, date.Span, Arguments(date, date.Span.Of(text.Target.Text))) with { Variant = variant };

    private static (string Name, object Value)[] Arguments(JucheDate date, string raw) =>
    [
        ("date", raw),
        ("juche", date.Juche),
        ("gregorian", date.Derived),
        ("written", date.Gregorian ?? date.Derived),
        ("jucheOfWritten", date.DerivedJuche ?? date.Juche),
    ];

    [GeneratedRegex("(?<![0-9])[12][0-9]{3}(?![0-9])")]
    private static partial Regex FourDigits { get; }
}
