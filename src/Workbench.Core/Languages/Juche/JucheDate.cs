using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Core.Text;

namespace Workbench.Core.Languages.Juche;

/// <summary>
/// A year of the Juche era in a text: <c>Juche 38(1949)</c>, <c>주체102(2013)년 1월 1일</c>. Year 1 is 1912: a Juche year is the
/// Gregorian one less 1911, and there is no year 0.
/// </summary>
public sealed partial record JucheDate
{
    /// <summary>What a Juche year is less than its Gregorian one.</summary>
    public const int Difference = 1911;

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>The era's name with its number, the year in brackets and, in Korean, 년.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>As written; 0 for a year that there is not.</summary>
    public required int Juche { get; init; }

    /// <summary>As written in brackets; null when the Juche year stands alone.</summary>
    public int? Gregorian { get; init; }

    /// <summary>1–12 where a month stands at the date; null for none.</summary>
    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>A stretch of time with a number in its name (<c>주체100년대</c>, <c>Juche 100s</c>): never a year, never converted.</summary>
    public bool IsPeriod { get; init; }

    /// <summary>What was meant, when the number is most likely that of a day: <c>June 15</c> for <c>the Juche 15 joint declaration</c>.</summary>
    public string Suspected { get; init; } = "";

    /// <summary>The Gregorian year that the Juche year is.</summary>
    public int Derived => Juche + Difference;

    /// <summary>The Juche year that the year in brackets is; null when there is none.</summary>
    public int? DerivedJuche => Gregorian - Difference;

    /// <summary>Whether nothing is wrong with it: the two years agree, and there is such a year.</summary>
    public bool IsRight => IsPeriod || (Juche >= 1 && Suspected.Length == 0 && (Gregorian ?? Derived) == Derived);

    /// <summary>The Juche dates of a text, in order.</summary>
    public static ImmutableArray<JucheDate> Find(string text)
    {
        if (!text.Contains("Juche", StringComparison.OrdinalIgnoreCase) && !text.Contains("주체", StringComparison.Ordinal))
        {
            return [];
        }

        var narrow = Narrow(text);
        return
        [
            .. English.Matches(narrow).Select(match => Read(match, narrow))
                .Concat(Korean.Matches(narrow).Select(match => Read(match, narrow)))
                .OrderBy(date => date.Span.Start),
        ];
    }

    private static JucheDate Read(Match match, string text)
    {
        var period = match.Groups["period"].Success;
        var date = new JucheDate
        {
            Span = new TextSpan(match.Index, match.Length),
            Juche = Number(match.Groups["juche"])!.Value,
            Gregorian = Number(match.Groups["year"]),
            Month = Number(match.Groups["month"]),
            Day = Number(match.Groups["day"]),
            IsPeriod = period,
        };

        return period ? date : WithSurroundings(date, text);
    }

    private static JucheDate WithSurroundings(JucheDate date, string text)
    {
        var after = text.AsSpan(date.Span.End);
        if (date.Month is null && KoreanDay.Match(after.ToString()) is { Success: true } korean)
        {
            return date with { Month = Number(korean.Groups["month"]), Day = Number(korean.Groups["day"]) };
        }

        if (date is { Gregorian: null, Month: null, Juche: > 0 and <= 31 } && JointDeclaration.IsMatch(after))
        {
            return date with { Suspected = string.Create(CultureInfo.InvariantCulture, $"June {date.Juche}") };
        }

        var before = text[Math.Max(0, date.Span.Start - 24)..date.Span.Start];
        return date.Month is null && EnglishMonth.Match(before) is { Success: true } english
            ? date with { Month = MonthOf(english.Groups["month"].Value), Day = Number(english.Groups["day"]) }
            : date;
    }

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(Months, month => month.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase));

    private static int? Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Full-width characters as half-width ones, one for one, so that places stay.</summary>
    private static string Narrow(string text) =>
        string.Create(text.Length, text, static (units, source) =>
        {
            for (var at = 0; at < units.Length; at++)
            {
                units[at] = source[at] is >= '！' and <= '～' and var wide ? (char)(wide - 0xFEE0) : source[at];
            }
        });

    /// <summary><c>Juche 38(1949)</c>, <c>Juche39(1950)</c>, <c>Juche 57 (1968.)</c>, <c>Juche113.1.17.</c>, <c>Juche 100s</c>.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])Juche[\s.]{0,2}(?<juche>[0-9]{1,3})(?![0-9])" +
        @"(?:(?<period>s\b|(?:st|nd|rd|th)\b|-(?:year|century)\b)|\.(?<month>[0-9]{1,2})\.(?<day>[0-9]{1,2})\.?(?![0-9])|,?\s{0,2}\(\s?(?<year>[0-9]{4})\.?\s?\)|(?![\p{L}-]|\.[0-9]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex English { get; }

    /// <summary><c>주체102(2013)년</c>, <c>주체100년대</c>.</summary>
    [GeneratedRegex(
        @"주체\s?(?<juche>[0-9]{1,3})(?![0-9])\s?(?:(?<period>년[대사])|\(\s?(?<year>[0-9]{4})\.?\s?\)\s?년?|년)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Korean { get; }

    [GeneratedRegex(@"\A\s{0,2}(?<month>1[0-2]|[1-9])월(\s{0,2}(?<day>3[01]|[12][0-9]|[1-9])일)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KoreanDay { get; }

    [GeneratedRegex(
        @"\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(\s(?<day>3[01]|[12][0-9]|[1-9])\b)?,?\s{0,2}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishMonth { get; }

    [GeneratedRegex(@"\A\s+(north-south\s+)?joint\s+declaration", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex JointDeclaration { get; }
}
