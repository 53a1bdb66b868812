namespace Workbench.Core.Memory;

/// <summary>
/// The newest rows, as they came: few enough to be compared one by one. One thread appends while others read what was there when
/// they began.
/// </summary>
internal sealed class MemoryTail : IMemoryRows
{
    public const int Capacity = 512;

    private readonly MemoryRow[] _rows = new MemoryRow[Capacity];
    private readonly RowFacts[] _facts = new RowFacts[Capacity];
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public MemoryRow this[int row] => _rows[row];

    public void Add(in MemoryRow row)
    {
        (_rows[Count], _facts[Count]) = (row, row.Facts);
        (_byKey.TryGetValue(row.Key, out var known) ? known : _byKey[row.Key] = []).Add(Count);
        Count++;
    }

    public int LengthOf(int row) => _rows[row].Form.Length;

    public ref readonly RowFacts FactsOf(int row) => ref _facts[row];

    public ReadOnlySpan<uint> CodesOf(int row) => _rows[row].Codes;

    public string KeyOf(int row) => _rows[row].Key;

    /// <summary>For the appending thread only.</summary>
    public IEnumerable<int> Find(string key) => _byKey.GetValueOrDefault(key, []);

    public void Search(MemorySearch search, int count, ReadOnlySpan<ulong> dead)
    {
        for (var row = 0; row < count; row++)
        {
            var form = _rows[row].Form;
            var most = MatchBreakdown.MostDistance(search.Needed, Math.Max(form.Length, search.Form.Text.Length));
            if (Math.Abs(form.Length - search.Form.Text.Length) <= most && !MemoryLayer.IsDead(dead, row)
                && search.Pattern.Distance(form, most) is var distance && distance <= most)
            {
                search.Offer(this, row, distance);
            }
        }
    }
}
