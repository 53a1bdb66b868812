using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Core.Text;

namespace Workbench.Core.Languages.Juche;

/// <summary>
/// Finds years of the Juche era in English and Korean: <c>Juche 38(1949)</c>, <c>Juche 57 (1968.)</c>, <c>Juche113.1.17.</c>,
/// <c>주체102(2013)년 1월 1일</c>. Periods are no years: <c>주체100년대</c>, <c>Juche 100-year</c>.
/// </summary>
public static partial class JucheDates
{
    /// <summary>By place.</summary>
    public static ImmutableArray<JucheDate> Find(string text)
    {
        if (!text.Contains("Juche", StringComparison.OrdinalIgnoreCase) && !text.Contains("주체", StringComparison.Ordinal))
        {
            return [];
        }

        var narrow = ToHalfWidth(text);

        return [.. English.Matches(narrow).Concat(Korean.Matches(narrow)).Select(ToDate).OrderBy(date => date.Span.Start)];
    }

    private static JucheDate ToDate(Match match) => new(
        new TextSpan(match.Index, match.Groups["end"].Index - match.Index),
        Number(match.Groups["juche"]) ?? 0,
        Number(match.Groups["year"]),
        Number(match.Groups["month"]),
        Number(match.Groups["day"]),
        match.Groups["slip"].Success);

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Full-width digits and brackets as plain ones; every place stays where it was.</summary>
    private static string ToHalfWidth(string text) => text.AsSpan().IndexOfAnyInRange('（', '９') < 0
        ? text
        : string.Create(text.Length, text, (narrow, wide) =>
        {
            for (var at = 0; at < wide.Length; at++)
            {
                narrow[at] = wide[at] is (>= '０' and <= '９') or '（' or '）' or '．' ? (char)(wide[at] - 0xFEE0) : wide[at];
            }
        });

    [GeneratedRegex(
        """
        (?<![A-Za-z])Juche[.]?\s?(?<juche>[0-9]{1,3})(?![0-9])
        (?: ,?\s?\(\s?(?<year>[0-9]{4})[.]?\s?\) | [.](?<month>[0-9]{1,2})[.](?<day>[0-9]{1,2})(?![0-9])[.]? )?
        (?<end>)
        (?! \s?[-‐‑]\s?year | \s?years? | 's | s\b | [0-9])
        (?<slip> (?<=\s[1-3]?[0-9]) \s (?:north-south\s|inter-Korean\s)? joint\b )?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English { get; }

    [GeneratedRegex(
        """
        주체\s?(?<juche>[0-9]{1,3})(?![0-9])
        (?: \s?\(\s?(?<year>[0-9]{4})[.]?년?\s?\)\s?년? | [.](?<month>[0-9]{1,2})[.](?<day>[0-9]{1,2})(?![0-9])[.]? | \s?년 )
        (?<end>)
        (?! 대 | 사 | 간 | \s력사)
        (?: \s?(?<month>[0-9]{1,2})월 (?: \s?(?<day>[0-9]{1,2})일 )? )?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Korean { get; }
}
