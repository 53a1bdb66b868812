using System.Collections.Immutable;
using Workbench.Core.Memory;
using Workbench.Core.Storage;

namespace Workbench.TestKit.Memory;

/// <summary>The model of a match provider: every unit of the store compared in full, in the fewest words. For tests and as a baseline.</summary>
public sealed class BruteForceMatches(IWorkspaceStore store) : IMatchProvider
{
    public string Id => "brute-force";

    public async ValueTask<ImmutableArray<TranslationMatch>> FindAsync(MatchQuery query, CancellationToken cancellationToken)
    {
        var wanted = MatchForm.Of(query.Source);
        var threshold = query.Threshold < MatchScore.LowestThreshold ? MatchScore.LowestThreshold : query.Threshold;
        var found = new List<TranslationMatch>();
        foreach (var memory in query.Memories)
        {
            foreach (var unit in await store.ListAsync<TranslationUnit>(memory.Value, cancellationToken))
            {
                var form = MatchForm.Of(unit.Source);
                var breakdown = MatchBreakdown.Of(wanted, form, Distance(wanted.Text, form.Text), query.HasNeighboursOf(unit));
                if (breakdown.Score >= threshold && !query.IsFrom(unit))
                {
                    found.Add(TranslationMatch.Of(query, unit, breakdown));
                }
            }
        }

        return
        [
            .. found.OrderByDescending(match => match.Score).ThenByDescending(match => match.Unit.CreatedAt)
                .ThenBy(match => match.Unit.Key, StringComparer.Ordinal).Take(query.Limit),
        ];
    }

    /// <summary>Levenshtein's distance in UTF-16 code units by the textbook: a row for each character of one text, two kept at a time.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
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
                var replaced = before[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                now[column] = Math.Min(replaced, Math.Min(before[column], now[column - 1]) + 1);
            }

            (before, now) = (now, before);
        }

        return before[right.Length];
    }
}
