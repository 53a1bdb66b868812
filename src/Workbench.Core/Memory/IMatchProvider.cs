using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Text;

namespace Workbench.Core.Memory;

/// <summary>How alike two source texts are, in whole percent: 0 shares nothing, 100 is the same text, 101 the same in the same context, 102 also under the same key.</summary>
public readonly record struct MatchScore : IComparable<MatchScore>
{
    public static readonly MatchScore Exact = new(100);
    public static readonly MatchScore InContext = new(101);

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

/// <summary>What is looked up: a source text and where it stands.</summary>
public sealed record MatchQuery
{
    public required InlineText Source { get; init; }

    public required LanguageTag SourceLanguage { get; init; }

    public required LanguageTag TargetLanguage { get; init; }

    public ImmutableArray<MemoryId> Memories { get; init; } = [];

    /// <summary>As <see cref="SourceHash"/> makes it; empty at the start of a document.</summary>
    public string PreviousHash { get; init; } = "";

    public string NextHash { get; init; } = "";

    /// <summary>A unit that was confirmed in this segment is no suggestion for it; empty to leave none out.</summary>
    public string SegmentKey { get; init; } = "";

    /// <summary>The lowest score that is wanted.</summary>
    public MatchScore Threshold { get; init; } = new(50);

    /// <summary>At most this many, from 1.</summary>
    public int Limit { get; init; } = 9;
}

/// <summary>A translation that may serve, best first in an answer.</summary>
/// <param name="Difference">How the unit's source differs from the query's, as runs of both texts in order.</param>
public sealed record TranslationMatch(
    TranslationUnit Unit, MatchScore Score, ImmutableArray<DifferenceRun> Difference);

public enum DifferenceKind
{
    Equal,

    /// <summary>Only in the query: the text that is translated now.</summary>
    Added,

    /// <summary>Only in the unit from the memory.</summary>
    Removed,
}

public sealed record DifferenceRun(DifferenceKind Kind, string Text);

/// <summary>Answers with translations of like texts. Found by scan; every provider passes the contract suite.</summary>
public interface IMatchProvider
{
    /// <summary>Kebab-case and stable: <c>memory</c>.</summary>
    string Id { get; }

    /// <summary>Best first; equal scores by the newer unit, then by id.</summary>
    ValueTask<ImmutableArray<TranslationMatch>> FindAsync(MatchQuery query, CancellationToken cancellationToken);
}
