namespace Workbench.Core.Memory;

/// <summary>Rows as one moment sees them: how many there were, and which are no more. Immutable.</summary>
/// <param name="Dead">A bit a row; empty for none.</param>
internal sealed record MemoryLayer(IMemoryRows Rows, int Count, ulong[] Dead, int DeadCount)
{
    public MemoryLayer(IMemoryRows rows)
        : this(rows, rows.Count, [], 0)
    {
    }

    public int Live => Count - DeadCount;

    /// <summary>Whether nothing is appended any more.</summary>
    public bool IsSealed => Rows is not MemoryTail { IsFull: false };

    public static bool IsDead(ReadOnlySpan<ulong> dead, int row) => dead.Length > 0 && ((dead[row >> 6] >> row) & 1) != 0;

    public bool IsDead(int row) => IsDead(Dead, row);

    /// <param name="own">Bitmaps that no one else sees yet: they are written in place.</param>
    public MemoryLayer Without(int row, HashSet<ulong[]> own)
    {
        var dead = Dead;
        if (!own.Contains(dead))
        {
            // A bit for every row that there may be, in whole groups as the search reads them.
            dead = new ulong[GramIndex.WordsOf(Rows is MemoryTail ? MemoryTail.Capacity : Rows.Count)];
            Dead.CopyTo(dead, 0);
            own.Add(dead);
        }

        dead[row >> 6] |= 1UL << row;

        return this with { Dead = dead, DeadCount = DeadCount + 1 };
    }
}
