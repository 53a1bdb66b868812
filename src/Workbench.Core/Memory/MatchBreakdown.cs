namespace Workbench.Core.Memory;

/// <summary>How alike two source texts are, in whole percent: 0 shares nothing, 100 is the same text, 101 the same in the same context, 102 also under the same key.</summary>
public readonly record struct MatchScore : IComparable<MatchScore>
{
    public static readonly MatchScore Exact = new(100);
    public static readonly MatchScore InContext = new(101);

    /// <summary>What is asked for unless someone says otherwise.</summary>
    public static readonly MatchScore DefaultThreshold = new(75);

    /// <summary>Below it the texts share little that helps, and the index promises nothing.</summary>
    public static readonly MatchScore LowestThreshold = new(50);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is outside 0–102.</exception>
    public MatchScore(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 102);
        Percent = percent;
    }

    public int Percent { get; }

    public int CompareTo(MatchScore other) => Percent.CompareTo(other.Percent);

    public static bool operator <(MatchScore left, MatchScore right) => left.Percent < right.Percent;

    public static bool operator >(MatchScore left, MatchScore right) => left.Percent > right.Percent;

    public static bool operator <=(MatchScore left, MatchScore right) => left.Percent <= right.Percent;

    public static bool operator >=(MatchScore left, MatchScore right) => left.Percent >= right.Percent;
}

/// <summary>What two texts differ in beside their words. Each takes one point off.</summary>
[Flags]
public enum MatchDifferences
{
    None = 0,

    /// <summary>Numbers or placeholders.</summary>
    Values = 1,
    Case = 2,
    Punctuation = 4,
    Spacing = 8,
}

/// <summary>The sum behind a score.</summary>
/// <param name="Distance">The fewest symbols to insert, delete or replace between the two <see cref="MatchForm"/>s.</param>
/// <param name="Length">Of the longer form, in symbols.</param>
/// <param name="Differences">With other words, only <see cref="MatchDifferences.Values"/>: case, punctuation and spacing come with the words.</param>
/// <param name="Codes">Inline codes that only one of the two has; each takes one point off.</param>
/// <param name="HasSameNeighbours">The segments before and after are the same, and there is one.</param>
public readonly record struct MatchBreakdown(
    int Distance, int Length, MatchDifferences Differences, int Codes, bool HasSameNeighbours)
{
    /// <summary>A difference of words, however small, is never shown as nearly the same.</summary>
    public const int MostForOtherWords = 94;

    /// <summary>The same words are never less than this.</summary>
    public const int LeastForSameWords = 95;

    public bool HasSameWords => Distance == 0;

    /// <summary>Symbols that need no edit.</summary>
    public int Kept => Length - Distance;

    public MatchScore Score => new(HasSameWords
        ? Deductions > 0 ? Math.Max(LeastForSameWords, 100 - Deductions) : HasSameNeighbours ? 101 : 100
        : Math.Max(0, Math.Min(MostForOtherWords, Share(Distance, Length)) - Deductions));

    private int Deductions => int.PopCount((int)Differences) + Codes;

    public static MatchBreakdown Of(MatchForm query, MatchForm unit, int distance, bool hasSameNeighbours) => Of(
        query, unit.Text.Length, unit.Rest, query.Codes.IsEmpty && unit.Codes.IsEmpty ? 0 : Unshared(query.Codes.AsSpan(), unit.Codes.AsSpan()),
        distance, hasSameNeighbours);

    internal static MatchBreakdown Of(
        MatchForm query, int length, in MatchRest rest, int codes, int distance, bool hasSameNeighbours)
    {
        var differences = query.Rest.Values == rest.Values ? MatchDifferences.None : MatchDifferences.Values;
        if (distance == 0)
        {
            differences |= (query.Rest.Case == rest.Case ? MatchDifferences.None : MatchDifferences.Case)
                | (query.Rest.Punctuation == rest.Punctuation ? MatchDifferences.None : MatchDifferences.Punctuation)
                | (query.Rest.Spacing == rest.Spacing ? MatchDifferences.None : MatchDifferences.Spacing);
        }

        return new MatchBreakdown(distance, Math.Max(query.Text.Length, length), differences, codes, hasSameNeighbours);
    }

    /// <summary>Percent of the longer form that is kept, rounded down: an upper bound of the score of other words.</summary>
    internal static int Share(int distance, int length) => (int)(100L * (length - distance) / length);

    /// <summary>The largest distance at which <see cref="Share"/> is at least <paramref name="percent"/>.</summary>
    internal static int MostDistance(int percent, int length) => (int)((long)length * (100 - percent) / 100);

    /// <summary>How many of two ascending lists are in one of them only.</summary>
    internal static int Unshared(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        var (shared, a, b) = (0, 0, 0);
        while (a < left.Length && b < right.Length)
        {
            if (left[a] == right[b])
            {
                (shared, a, b) = (shared + 1, a + 1, b + 1);
            }
            else if (left[a] < right[b])
            {
                a++;
            }
            else
            {
                b++;
            }
        }

        return left.Length + right.Length - (2 * shared);
    }
}
