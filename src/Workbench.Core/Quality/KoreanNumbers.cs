using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Core.Quality;

/// <summary>Units that Korean writes after figures (3만 5천), and numbers that it writes as words.</summary>
internal static partial class KoreanNumbers
{
    /// <summary>A line is a value and how words that begin with it begin.</summary>
    private static readonly ImmutableArray<(string Word, decimal Value)> Words = Table(
        """
        1 하나 한 첫 일
        2 둘 두 이 절반 량 쌍
        3 셋 세 석 서 삼
        4 넷 네 넉 사
        5 다섯 오
        6 여섯 륙 육
        7 일곱 칠
        8 여덟 팔
        9 아홉 구
        10 열 십
        20 스무 스물 이십
        30 서른
        40 마흔
        50 쉰
        100 백
        1000 천
        10000 만
        1000000 백만
        10000000 천만
        100000000 억
        """);

    /// <summary>십, 백 or 천 at a place, as what it multiplies by and where it ends; 1 when there is none.</summary>
    public static (decimal Value, int End) SmallUnit(string text, int at) => At(text, at) switch
    {
        '십' => (10, at + 1),
        '백' => (100, at + 1),
        '천' => (1_000, at + 1),
        _ => (1, at),
    };

    /// <summary>만, 억 or 조 at a place.</summary>
    public static (decimal Value, int End) LargeUnit(string text, int at) => At(text, at) switch
    {
        '만' => (10_000, at + 1),
        '억' => (100_000_000, at + 1),
        '조' when At(text, at + 1) is not ('선' or '국' or '직' or '항') => (1_000_000_000_000, at + 1),
        _ => (1, at),
    };

    /// <summary>The values of number words that begin a word: 두 나라, 첫째, 세번.</summary>
    public static ImmutableHashSet<decimal> ImpliedBy(string text)
    {
        var implied = ImmutableHashSet.CreateBuilder<decimal>();
        foreach (var start in WordStart.EnumerateMatches(text))
        {
            foreach (var (word, value) in Words)
            {
                if (text.AsSpan(start.Index).StartsWith(word, StringComparison.Ordinal))
                {
                    implied.Add(value);
                }
            }
        }

        return implied.ToImmutable();
    }

    private static ImmutableArray<(string Word, decimal Value)> Table(string lines) =>
    [
        .. from line in lines.Split('\n')
           let cells = line.Split(' ')
           from word in cells.Skip(1)
           select (word, decimal.Parse(cells[0], CultureInfo.InvariantCulture)),
    ];

    private static char At(string text, int at) => at < text.Length ? text[at] : '\0';

    [GeneratedRegex(@"(?<![\uAC00-\uD7A3])[\uAC00-\uD7A3]")]
    private static partial Regex WordStart { get; }
}
