using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workbench.Core.Languages;
using Workbench.Core.Languages.Juche;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>
/// Reads numbers as English and Korean write them: thousands separators, <c>1.5 million</c>, <c>3만 5천</c>, <c>12억</c>,
/// <c>1990s</c> and <c>90년대</c>, months by name, and number words as far as they may answer a figure.
/// </summary>
internal static partial class NumberReader
{
    public static NumbersInText Read(string text, LanguageTag language)
    {
        var halfWidth = ToHalfWidth(text);
        var eras = JucheDate.Find(text);
        var written = ImmutableArray.CreateBuilder<NumberInText>();
        for (var figure = Figures.Match(halfWidth); figure.Success;)
        {
            var era = eras.FirstOrDefault(date => date.Span.Start <= figure.Index && figure.Index < date.Span.End);
            if (era is not null)
            {
                figure = Figures.Match(halfWidth, era.Span.End);
                continue;
            }

            var number = language.IsKorean ? ReadKorean(halfWidth, figure) : ReadOther(halfWidth, figure, language);
            written.Add(number);
            figure = Figures.Match(halfWidth, number.Span.End);
        }

        return new NumbersInText(written.ToImmutable(), [.. eras.SelectMany(NumbersOf), .. WordsOf(halfWidth, language)]);
    }

    private static IEnumerable<decimal> NumbersOf(JucheDate date)
    {
        int?[] numbers = [date.Juche, date.Derived, date.Gregorian, date.Month, date.Day];

        return from number in numbers where number is not null select (decimal)number;
    }

    private static ImmutableHashSet<decimal> WordsOf(string text, LanguageTag language) => language switch
    {
        { Language: "en" } => EnglishNumbers.ImpliedBy(text),
        { IsKorean: true } => KoreanNumbers.ImpliedBy(text),
        _ => [],
    };

    private static NumberInText ReadOther(string text, Match figure, LanguageTag language)
    {
        var end = figure.Index + figure.Length;
        var value = ValueOf(figure.Value);
        var isEnglish = language.Language == "en";
        if (isEnglish && EnglishScale.Match(text, end) is { Success: true } scale)
        {
            return new NumberInText(
                TextSpan.FromBounds(figure.Index, scale.Index + scale.Length), [value * EnglishNumbers.ScaleOf(scale.Groups["word"].Value)], []);
        }

        var isDecade = isEnglish && EnglishDecade.IsMatch(text, end);

        return new NumberInText(
            new TextSpan(figure.Index, figure.Length), isDecade ? Decades(value) : [value], DateParts(figure.Value));
    }

    /// <summary>A figure with the units after it, added up while they grow smaller: 1억 2,345만 6천.</summary>
    private static NumberInText ReadKorean(string text, Match figure)
    {
        var first = ValueOf(figure.Value);
        var (end, total, section, least) = (figure.Index + figure.Length, 0m, 0m, decimal.MaxValue);
        var value = first;
        var hasUnit = false;
        while (true)
        {
            var (small, afterSmall) = KoreanNumbers.SmallUnit(text, end);
            section += value * small;
            var (large, afterLarge) = KoreanNumbers.LargeUnit(text, afterSmall);
            if (small == 1 && large == 1)
            {
                total += section;
                break;
            }

            (hasUnit, end) = (true, afterLarge);
            if (large > 1)
            {
                (total, section, least) = (total + (section * large), 0, large);
            }
            else
            {
                least = small;
            }

            var next = Figures.Match(text, end);
            var isJoined = next.Success && (next.Index == end || (next.Index == end + 1 && text[end] == ' '));
            if (!isJoined || ValueOf(next.Value) >= least)
            {
                total += section;
                break;
            }

            (value, end) = (ValueOf(next.Value), next.Index + next.Length);
        }

        var span = TextSpan.FromBounds(figure.Index, end);
        if (!hasUnit)
        {
            return new NumberInText(
                span, KoreanDecade.IsMatch(text, end) ? Decades(first) : [first], DateParts(figure.Value));
        }

        // 제3조 is article 3, not three trillion; 1조 may be a team.
        var isArticle = text[end - 1] == '조' && total == first * 1_000_000_000_000m;
        return new NumberInText(span, isArticle ? [total, first] : [total], []);
    }

    /// <summary>A decade written with two digits is of some century.</summary>
    private static ImmutableArray<decimal> Decades(decimal value) =>
        value is >= 10 and < 100 && value % 10 == 0 ? [value, 1900 + value, 1800 + value, 2000 + value]
        : value is >= 1800 and < 2100 ? [value, value % 100]
        : [value];

    /// <summary>Month and day of <c>4.15</c>; empty for what cannot be a date.</summary>
    private static ImmutableArray<decimal> DateParts(string figure)
    {
        var parts = figure.Split('.');

        return parts.Length == 2 && ValueOf(parts[0]) is >= 1 and <= 12 && ValueOf(parts[1]) is >= 1 and <= 31
            ? [ValueOf(parts[0]), ValueOf(parts[1])]
            : [];
    }

    private static decimal ValueOf(string figure) =>
        decimal.Parse(figure.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>Full-width digits as plain ones; every place stays where it was.</summary>
    private static string ToHalfWidth(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('０', '９') < 0)
        {
            return text;
        }

        var narrow = new StringBuilder(text);
        for (var at = 0; at < narrow.Length; at++)
        {
            narrow[at] = narrow[at] is >= '０' and <= '９' ? (char)(narrow[at] - '０' + '0') : narrow[at];
        }

        return narrow.ToString();
    }

    /// <summary>Figures with thousands separators or a decimal point. Of <c>113.1.17</c> every part is a number of its own.</summary>
    [GeneratedRegex(@"(?<![0-9])[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?(?![0-9])|(?<![0-9.])[0-9]{1,18}\.[0-9]{1,6}(?![0-9]|\.[0-9])|[0-9]{1,24}", RegexOptions.ExplicitCapture)]
    private static partial Regex Figures { get; }

    [GeneratedRegex(@"\G[\s\-\u00A0](?<word>hundred|thousand|million|billion|trillion)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishScale { get; }

    [GeneratedRegex(@"\G['’]?s\b")]
    private static partial Regex EnglishDecade { get; }

    [GeneratedRegex(@"\G\s?(년대|년간)")]
    private static partial Regex KoreanDecade { get; }
}
