using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workbench.Core.Storage;

namespace Workbench.Core.Memory;

/// <summary>
/// Matches from the translation memories. Each memory is read once and follows the store's change feed, so that a unit confirmed
/// anywhere is found by the next look-up. Every unit whose length allows the threshold is compared.
/// </summary>
public sealed class MemoryMatchProvider : IMatchProvider, IDisposable
{
    private readonly IWorkspaceStore _store;
    private readonly ConcurrentDictionary<MemoryId, Task<ConcurrentDictionary<string, Remembered>>> _memories = new();

    public MemoryMatchProvider(IWorkspaceStore store)
    {
        _store = store;
        _store.Committed += OnCommitted;
    }

    public string Id => "memory";

    public void Dispose() => _store.Committed -= OnCommitted;

    public async ValueTask<ImmutableArray<TranslationMatch>> FindAsync(MatchQuery query, CancellationToken cancellationToken)
    {
        var wanted = MatchForm.Of(query.Source);
        var found = new List<(TranslationUnit Unit, MatchBreakdown Breakdown)>();
        foreach (var memory in query.Memories)
        {
            var units = await _memories.GetOrAdd(memory, ReadAsync).WaitAsync(cancellationToken);
            found.AddRange(
                from remembered in units.Values
                where !query.IsFrom(remembered.Unit)
                let breakdown = Compare(query, wanted, remembered)
                where breakdown is not null && breakdown.Value.Score >= query.Threshold
                select (remembered.Unit, breakdown.Value));
        }

        return
        [
            .. found.OrderByDescending(match => match.Breakdown.Score)
                .ThenByDescending(match => match.Unit.CreatedAt).ThenBy(match => match.Unit.Key, StringComparer.Ordinal)
                .Take(query.Limit)
                .Select(match => TranslationMatch.Of(query, match.Unit, match.Breakdown)),
        ];
    }

    private static MatchBreakdown? Compare(MatchQuery query, MatchForm wanted, Remembered unit)
    {
        var most = MatchBreakdown.MostDistance(query.Threshold.Percent, Math.Max(wanted.Text.Length, unit.Form.Text.Length));

        return Math.Abs(wanted.Text.Length - unit.Form.Text.Length) > most
            ? null
            : MatchBreakdown.Of(wanted, unit.Form, EditDistance(wanted.Text, unit.Form.Text), query.HasNeighboursOf(unit.Unit));
    }

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

    private async Task<ConcurrentDictionary<string, Remembered>> ReadAsync(MemoryId memory)
    {
        var units = await _store.ListAsync<TranslationUnit>(memory.Value, CancellationToken.None);

        return new ConcurrentDictionary<string, Remembered>(
            units.Select(unit => KeyValuePair.Create(unit.Key, Remembered.Of(unit))), StringComparer.Ordinal);
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
                    reading.Result[after.Key] = Remembered.Of(after);
                }
                else
                {
                    reading.Result.TryRemove(unit.Key, out _);
                }
            }
        }
    }

    private sealed record Remembered(TranslationUnit Unit, MatchForm Form)
    {
        public static Remembered Of(TranslationUnit unit) => new(unit, MatchForm.Of(unit.Source));
    }
}
