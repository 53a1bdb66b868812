using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Text;

namespace Workbench.Core.Memory;

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

    /// <summary>The lowest score that is wanted; one below <see cref="MatchScore.LowestThreshold"/> counts as that.</summary>
    public MatchScore Threshold { get; init; } = MatchScore.DefaultThreshold;

    /// <summary>At most this many, from 1.</summary>
    public int Limit { get; init; } = 9;

    /// <summary>
    /// Whether the unit was confirmed between the same two texts. Nothing on both sides says nothing: an imported unit does not
    /// know its neighbours.
    /// </summary>
    public bool HasNeighboursOf(TranslationUnit unit) => (PreviousHash.Length > 0 || NextHash.Length > 0)
        && unit.PreviousHash == PreviousHash && unit.NextHash == NextHash;

    /// <summary>Whether the unit was confirmed in the very segment that is looked up.</summary>
    public bool IsFrom(TranslationUnit unit) => SegmentKey.Length > 0 && unit.SegmentKey == SegmentKey;
}

/// <summary>A translation that may serve, best first in an answer.</summary>
/// <param name="Breakdown">The sum behind the score.</param>
/// <param name="Difference">How the unit's source differs from the query's, as runs of both texts in order.</param>
public sealed record TranslationMatch(
    TranslationUnit Unit, MatchBreakdown Breakdown, ImmutableArray<DifferenceRun> Difference)
{
    public MatchScore Score => Breakdown.Score;

    public static TranslationMatch Of(MatchQuery query, TranslationUnit unit, MatchBreakdown breakdown) =>
        new(unit, breakdown, WordDifference.Between(unit.Source.Text, query.Source.Text));
}

public enum DifferenceKind
{
    Equal,

    /// <summary>Only in the query: the text that is translated now.</summary>
    Added,

    /// <summary>Only in the unit from the memory.</summary>
    Removed,
}

public sealed record DifferenceRun(DifferenceKind Kind, string Text);

/// <summary>Answers with translations of like texts. Every provider passes the contract suite of the TestKit.</summary>
public interface IMatchProvider
{
    /// <summary>Kebab-case and stable: <c>memory</c>.</summary>
    string Id { get; }

    /// <summary>Best first; equal scores by the newer unit, then by id.</summary>
    ValueTask<ImmutableArray<TranslationMatch>> FindAsync(MatchQuery query, CancellationToken cancellationToken);
}
