namespace Workbench.Core.Memory;

/// <summary>Rows of one length: they lie back to back, so that a row needs no offset.</summary>
/// <param name="End">The first row that is not of it.</param>
internal readonly record struct LengthRun(int Length, int First, int End, int Start);

/// <summary>The forms of rows, ordered by length.</summary>
internal sealed class MemoryTexts
{
    /// <param name="units">All forms in the order of their rows.</param>
    /// <param name="runs">From the shortest.</param>
    public MemoryTexts(char[] units, LengthRun[] runs) => (Units, Runs) = (units, runs);

    public char[] Units { get; }

    public LengthRun[] Runs { get; }

    public int Count => Runs.Length == 0 ? 0 : Runs[^1].End;

    public ReadOnlySpan<char> this[int row]
    {
        get
        {
            ref readonly var run = ref Runs[RunOf(row)];

            return Units.AsSpan(run.Start + ((row - run.First) * run.Length), run.Length);
        }
    }

    public int LengthOf(int row) => Runs[RunOf(row)].Length;

    /// <summary>The first run that is at least so long; the number of runs when there is none.</summary>
    public int RunFrom(int length)
    {
        var (low, high) = (0, Runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Runs[middle].Length < length ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The first row that is at least so long.</summary>
    public int RowFrom(int length) => RunFrom(length) is var run && run < Runs.Length ? Runs[run].First : Count;

    public int RunOf(int row)
    {
        var (low, high) = (0, Runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Runs[middle].End <= row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
