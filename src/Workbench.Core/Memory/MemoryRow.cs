namespace Workbench.Core.Memory;

/// <summary>What the index knows of a unit beside its form: all that its score and its place among equals need.</summary>
/// <param name="Previous">Of <see cref="TranslationUnit.PreviousHash"/>; 0 for none, like the next two.</param>
/// <param name="Created">In UTC ticks.</param>
internal readonly record struct RowFacts(MatchRest Rest, ulong Previous, ulong Next, ulong Segment, long Created)
{
    public static RowFacts Of(TranslationUnit unit, MatchForm form) => new(
        form.Rest, Named(unit.PreviousHash), Named(unit.NextHash), Named(unit.SegmentKey), unit.CreatedAt.UtcTicks);

    /// <summary>64 bits that stand for a name; 0 for the empty one.</summary>
    public static ulong Named(string name)
    {
        var (low, high) = (Fnv.Start, Fnv.Start.Add(name.Length));
        foreach (var unit in name)
        {
            (low, high) = (low.Add(unit), high.Add(unit + 1));
        }

        return name.Length == 0 ? 0 : Math.Max(1, ((ulong)high.Value << 32) | low.Value);
    }
}

/// <summary>A unit as the index holds it.</summary>
/// <param name="Codes">As <see cref="MatchForm.Codes"/>; empty for most.</param>
internal readonly record struct MemoryRow(string Key, string Form, RowFacts Facts, uint[] Codes)
{
    public static MemoryRow Of(TranslationUnit unit)
    {
        var form = MatchForm.Of(unit.Source);

        return new MemoryRow(unit.Key, form.Text, RowFacts.Of(unit, form), [.. form.Codes]);
    }
}

/// <summary>
/// Some rows of a memory, numbered from 0. What is there stays as it is; rows that are no more are kept apart, in bitmaps that
/// belong to a <see cref="MemoryLayer"/>.
/// </summary>
internal interface IMemoryRows
{
    int Count { get; }

    MemoryRow this[int row] { get; }

    int LengthOf(int row);

    ref readonly RowFacts FactsOf(int row);

    ReadOnlySpan<uint> CodesOf(int row);

    string KeyOf(int row);

    /// <returns>All rows that this key has had.</returns>
    IEnumerable<int> Find(string key);

    /// <summary>Offers what may be among the top.</summary>
    /// <param name="count">Rows from here on are not looked at.</param>
    /// <param name="dead">A bit for each row that is no more.</param>
    void Search(MemorySearch search, int count, ReadOnlySpan<ulong> dead);
}
