using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Core.Work;

/// <summary>How much text there is, of sources.</summary>
/// <param name="Words">As <see cref="WordCount"/> counts.</param>
/// <param name="Characters">Code points, white space within segments included.</param>
public sealed record TextCount(int Segments, int Words, int Characters)
{
    public static readonly TextCount None = new(0, 0, 0);

    public static TextCount operator +(TextCount one, TextCount other) =>
        new(one.Segments + other.Segments, one.Words + other.Words, one.Characters + other.Characters);

    public static TextCount Of(Segment segment) =>
        new(1, WordCount.Of(segment.Source.Text), segment.Source.Text.Count(unit => !char.IsLowSurrogate(unit)));
}

/// <summary>How much text is in each state.</summary>
public sealed record StateCounts(ImmutableDictionary<ShownState, TextCount> Counts)
{
    public static readonly StateCounts None = new(ImmutableDictionary<ShownState, TextCount>.Empty);

    public TextCount this[ShownState state] => Counts.GetValueOrDefault(state, TextCount.None);

    public TextCount Total => Counts.Values.Aggregate(TextCount.None, (sum, one) => sum + one);

    public static StateCounts operator +(StateCounts one, StateCounts other) =>
        new(Enum.GetValues<ShownState>().ToImmutableDictionary(state => state, state => one[state] + other[state]));

    public static StateCounts Of(IEnumerable<Segment> segments) => new(segments
        .GroupBy(segment => segment.Shown)
        .ToImmutableDictionary(group => group.Key, group => group.Aggregate(TextCount.None, (sum, segment) => sum + TextCount.Of(segment))));
}

/// <summary>Counts the text of a document by state.</summary>
public sealed class CountDocument(IWorkspaceStore store)
{
    public async ValueTask<StateCounts> RunAsync(DocumentId id, CancellationToken cancellationToken) =>
        StateCounts.Of(await TypedTexts.SegmentsAsync(store, id, cancellationToken));
}
