using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Core.Quality;

/// <summary>Numbers that English writes as words: cardinals, ordinals, multiples, months.</summary>
internal static partial class EnglishNumbers
{
    /// <summary>A line is a value and the words for it that can stand in a chain (two hundred and fifty).</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<decimal>> Units = Table(
        """
        1 one first
        2 two second
        3 three third
        4 four fourth
        5 five fifth
        6 six sixth
        7 seven seventh
        8 eight eighth
        9 nine ninth
        10 ten tenth
        11 eleven eleventh
        12 twelve twelfth
        13 thirteen thirteenth
        14 fourteen fourteenth
        15 fifteen fifteenth
        16 sixteen sixteenth
        17 seventeen seventeenth
        18 eighteen eighteenth
        19 nineteen nineteenth
        20 twenty twentieth
        30 thirty thirtieth
        40 forty fortieth
        50 fifty fiftieth
        60 sixty sixtieth
        70 seventy seventieth
        80 eighty eightieth
        90 ninety ninetieth
        """);

    private static readonly FrozenDictionary<string, ImmutableArray<decimal>> Scales = Table(
        """
        100 hundred hundredth
        1000 thousand thousandth
        1000000 million millionth
        1000000000 billion
        1000000000000 trillion
        """);

    /// <summary>Words that a figure may stand for in another language: half is 2분의 1, twice 2배, a decade 10년, June 6월.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<decimal>> Others = Table(
        """
        1 a an once single half quarter january jan
        2 twice double doubled doubling twofold both half halves february feb ii
        3 thrice triple tripled threefold thirds march mar iii
        4 quadrupled fourfold quarter quarters april apr iv
        5 fivefold fifths may
        6 june jun vi
        7 july jul vii
        8 august aug viii
        9 september sep sept ix
        10 tenfold decade dozens october oct
        11 november nov
        12 dozen dozens december dec
        20 score
        50 half
        100 century centenary
        """);

    public static decimal ScaleOf(string word) => Scales[word][0];

    /// <summary>Every value that some stretch of number words has, and the values of its single words.</summary>
    public static ImmutableHashSet<decimal> ImpliedBy(string text)
    {
        var implied = ImmutableHashSet.CreateBuilder<decimal>();
        var (total, section, isOpen) = (0m, 0m, false);
        foreach (var word in Word.EnumerateMatches(text))
        {
            var letters = text.Substring(word.Index, word.Length);
            if (Units.TryGetValue(letters, out var units))
            {
                var unit = units[0];
                implied.Add(unit);
                (section, isOpen) = (section % 100 >= 20 && unit < 10 ? section + unit : (section >= 100 ? section : 0) + unit, true);
            }
            else if (Scales.TryGetValue(letters, out var scales))
            {
                var scale = scales[0];
                implied.Add(scale);
                (total, section) = scale == 100 ? (total, Math.Max(section, 1) * 100) : (total + (Math.Max(section, 1) * scale), 0);
                isOpen = true;
            }
            else if (!(isOpen && letters.Equals("and", StringComparison.OrdinalIgnoreCase)))
            {
                implied.UnionWith(Others.GetValueOrDefault(letters, []));
                (total, section, isOpen) = (0, 0, false);
            }

            if (isOpen)
            {
                implied.Add(total + section);
            }
        }

        return implied.ToImmutable();
    }

    private static FrozenDictionary<string, ImmutableArray<decimal>> Table(string lines)
    {
        return lines.Split('\n')
            .Select(line => line.Split(' '))
            .SelectMany(cells => cells.Skip(1), (cells, word) => (Word: word, Value: decimal.Parse(cells[0], CultureInfo.InvariantCulture)))
            .ToLookup(row => row.Word, row => row.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(row => row.Key, row => row.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word { get; }
}
