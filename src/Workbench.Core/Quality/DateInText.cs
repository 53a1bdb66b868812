using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Core.Languages;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>A day of a month as English or Korean writes it: <c>April 15</c>, <c>15 April</c>, <c>4월 15일</c>, <c>4.15</c>.</summary>
internal readonly partial record struct DateInText(TextSpan Span, int Month, int Day)
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;

    /// <summary>The dates of a text, in order; none for a language that is not known.</summary>
    public static ImmutableArray<DateInText> Find(string text, LanguageTag language) =>
    [
        .. (language.IsKorean ? Korean.Matches(text) : language.Language == "en" ? English.Matches(text) : Enumerable.Empty<Match>())
            .Select(match => new DateInText(
                new TextSpan(match.Index, match.Length), MonthOf(match.Groups["month"].Value), Number(match.Groups["day"].Value)))
            .Where(date => date is { Month: >= 1 and <= 12, Day: >= 1 and <= 31 }),
    ];

    private static int MonthOf(string written) => char.IsDigit(written[0])
        ? Number(written)
        : 1 + Array.FindIndex(Months, month => month.Length > 0 && written.StartsWith(month, StringComparison.OrdinalIgnoreCase));

    /// <summary>Full-width figures too.</summary>
    private static int Number(string figures) => figures.Aggregate(0, (number, figure) => (number * 10) + (int)char.GetNumericValue(figure));

    [GeneratedRegex(
        @"\b(?<month>(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|October|November|December)\s+(?<day>[0-9]{1,2})(st|nd|rd|th)?\b(?![0-9(])" +
        @"|\b(?<day>[0-9]{1,2})(st|nd|rd|th)?\s+(of\s+)?(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex English { get; }

    [GeneratedRegex(
        @"(?<![\d.])(?<month>\d{1,2})월\s?(?<day>\d{1,2})일|(?<![\d.])(?<month>\d{1,2})[.·．](?<day>\d{1,2})(?![\d.·．%]|\s?(배|만|억|프로|퍼센트|메터|미터|톤|t\b|키로|킬로|m\b|km|℃|도))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Korean { get; }
}
