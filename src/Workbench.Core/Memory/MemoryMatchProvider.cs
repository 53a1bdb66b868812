using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Core.Memory;

/// <summary>
/// Matches from the translation memories. Each memory is read once and follows the store's change feed, so that a unit confirmed
/// anywhere is found by the next look-up. Every unit whose length allows the threshold is compared.
/// </summary>
public sealed class MemoryMatchProvider : IMatchProvider, IDisposable
{
    /// <summary>A difference of words, however small, is never shown as nearly the same.</summary>
    private const int MostForDifferentText = 94;

    private readonly IWorkspaceStore _store;
    private readonly ConcurrentDictionary<MemoryId, Task<ConcurrentDictionary<string, TranslationUnit>>> _memories = new();

    public MemoryMatchProvider(IWorkspaceStore store)
    {
        _store = store;
        _store.Committed += OnCommitted;
    }

    public string Id => "memory";

    public void Dispose() => _store.Committed -= OnCommitted;

    public async ValueTask<ImmutableArray<TranslationMatch>> FindAsync(MatchQuery query, CancellationToken cancellationToken)
    {
        var wanted = Normalised(query.Source);
        var found = new List<(TranslationUnit Unit, MatchScore Score)>();
        foreach (var memory in query.Memories)
        {
            var units = await _memories.GetOrAdd(memory, ReadAsync).WaitAsync(cancellationToken);
            found.AddRange(
                from unit in units.Values
                where unit.SegmentKey.Length == 0 || unit.SegmentKey != query.SegmentKey
                let score = Score(query, wanted, unit)
                where score >= query.Threshold
                select (unit, score));
        }

        return
        [
            .. found.OrderByDescending(match => match.Score)
                .ThenByDescending(match => match.Unit.CreatedAt).ThenBy(match => match.Unit.Key, StringComparer.Ordinal)
                .Take(query.Limit)
                .Select(match => new TranslationMatch(
                    match.Unit, match.Score, WordDifference.Between(match.Unit.Source.Text, query.Source.Text))),
        ];
    }

    private static MatchScore Score(MatchQuery query, string wanted, TranslationUnit unit)
    {
        if (unit.Source == query.Source)
        {
            var sameNeighbours = unit.PreviousHash == query.PreviousHash && unit.NextHash == query.NextHash;

            return sameNeighbours ? MatchScore.InContext : MatchScore.Exact;
        }

        var candidate = Normalised(unit.Source);
        var longer = Math.Max(wanted.Length, candidate.Length);
        var allowed = longer * (100 - query.Threshold.Percent) / 100;
        if (longer == 0 || Math.Abs(wanted.Length - candidate.Length) > allowed)
        {
            return new MatchScore(0);
        }

        return new MatchScore(Math.Min(MostForDifferentText, 100 - (EditDistance(wanted, candidate) * 100 / longer)));
    }

    /// <summary>Letters without case, in NFC, white space as one space.</summary>
    private static string Normalised(InlineText text) => string.Join(' ', text.Text.Normalize(NormalizationForm.FormC)
        .ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Levenshtein's distance in UTF-16 code units, two rows at a time.</summary>
    private static int EditDistance(string left, string right)
    {
        var (before, now) = (new int[right.Length + 1], new int[right.Length + 1]);
        for (var column = 0; column <= right.Length; column++)
        {
            before[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            now[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var substituted = before[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                now[column] = Math.Min(substituted, Math.Min(before[column], now[column - 1]) + 1);
            }

            (before, now) = (now, before);
        }

        return before[right.Length];
    }

    private async Task<ConcurrentDictionary<string, TranslationUnit>> ReadAsync(MemoryId memory)
    {
        var units = await _store.ListAsync<TranslationUnit>(memory.Value, CancellationToken.None);

        return new ConcurrentDictionary<string, TranslationUnit>(units.Select(unit => KeyValuePair.Create(unit.Key, unit)), StringComparer.Ordinal);
    }

    private void OnCommitted(Change change)
    {
        foreach (var operation in change.Operations)
        {
            if (operation.Subject is TranslationUnit unit && _memories.TryGetValue(unit.MemoryId, out var reading))
            {
                // A memory that is still being read may or may not have the change: it is read anew by the next look-up.
                if (!reading.IsCompletedSuccessfully)
                {
                    _memories.TryRemove(unit.MemoryId, out _);
                }
                else if (operation.After is TranslationUnit after)
                {
                    reading.Result[after.Key] = after;
                }
                else
                {
                    reading.Result.TryRemove(unit.Key, out _);
                }
            }
        }
    }
}
