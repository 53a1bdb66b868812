using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workbench.Core.Memory;

/// <summary>What was taken out of a text and put in, word by word: for people to see, not to work with.</summary>
public static partial class WordDifference
{
    /// <summary>Longer texts are shown as one that went and one that came.</summary>
    private const int MostPairs = 250_000;

    public static ImmutableArray<DifferenceRun> Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        if (old.Length * (long)now.Length > MostPairs)
        {
            return [new DifferenceRun(DifferenceKind.Removed, before), new DifferenceRun(DifferenceKind.Added, after)];
        }

        // The longest common run of words from each pair of places on.
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var runs = new List<DifferenceRun>();
        var (a, b) = (0, 0);
        while (a < old.Length || b < now.Length)
        {
            if (a < old.Length && b < now.Length && old[a] == now[b])
            {
                Add(runs, DifferenceKind.Equal, old[a++]);
                b++;
            }
            else if (b == now.Length || (a < old.Length && common[a + 1, b] >= common[a, b + 1]))
            {
                Add(runs, DifferenceKind.Removed, old[a++]);
            }
            else
            {
                Add(runs, DifferenceKind.Added, now[b++]);
            }
        }

        return [.. runs];
    }

    private static void Add(List<DifferenceRun> runs, DifferenceKind kind, string word)
    {
        if (runs.Count > 0 && runs[^1].Kind == kind)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + word };
        }
        else
        {
            runs.Add(new DifferenceRun(kind, word));
        }
    }

    private static string[] Words(string text) => [.. Word.Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\s+|[\p{L}\p{M}\p{N}]+|.", RegexOptions.Singleline)]
    private static partial Regex Word { get; }
}
