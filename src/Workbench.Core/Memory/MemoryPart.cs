namespace Workbench.Core.Memory;

/// <summary>Rows that stay as they are, ordered by length, with their gram index: flat arrays and no object a row.</summary>
internal sealed class MemoryPart : IMemoryRows
{
    private readonly MemoryTexts _texts;
    private readonly RowFacts[] _facts;
    private readonly PackedKeys _keys;
    private readonly Dictionary<int, uint[]> _codes;
    private readonly GramIndex _grams;

    private MemoryPart(MemoryTexts texts, RowFacts[] facts, PackedKeys keys, Dictionary<int, uint[]> codes) =>
        (_texts, _facts, _keys, _codes, _grams) = (texts, facts, keys, codes, GramIndex.Build(texts));

    public int Count => _texts.Count;

    /// <summary>Of the gram index alone.</summary>
    public long IndexBytes => _grams.SizeInBytes;

    /// <summary>Of the forms, the facts and the keys.</summary>
    public long RowBytes => (2L * _texts.Units.Length) + (48L * _facts.Length) + _keys.SizeInBytes;

    public MemoryRow this[int row] => new(KeyOf(row), _texts[row].ToString(), _facts[row], CodesOf(row).ToArray());

    /// <param name="lengthOf">The length of a row's form.</param>
    /// <param name="rowOf">Asked once for each row.</param>
    public static MemoryPart Build(int count, Func<int, int> lengthOf, Func<int, MemoryRow> rowOf)
    {
        var lengths = new int[count];
        var order = new int[count];
        for (var row = 0; row < count; row++)
        {
            (lengths[row], order[row]) = (lengthOf(row), row);
        }

        Array.Sort(lengths, order);
        var runs = RunsOf(lengths);
        var units = new char[runs.Length == 0 ? 0 : runs[^1].Start + ((runs[^1].End - runs[^1].First) * runs[^1].Length)];
        var facts = new RowFacts[count];
        var codes = new Dictionary<int, uint[]>();
        var keys = new PackedKeys(count);
        var at = 0;
        for (var number = 0; number < count; number++)
        {
            var row = rowOf(order[number]);
            row.Form.CopyTo(units.AsSpan(at));
            at += row.Form.Length;
            facts[number] = row.Facts;
            keys.Add(row.Key);
            if (row.Codes.Length > 0)
            {
                codes[number] = row.Codes;
            }
        }

        return new MemoryPart(new MemoryTexts(units, runs), facts, keys, codes);
    }

    public int LengthOf(int row) => _texts.LengthOf(row);

    public ref readonly RowFacts FactsOf(int row) => ref _facts[row];

    public ReadOnlySpan<uint> CodesOf(int row) => _codes.Count > 0 && _codes.TryGetValue(row, out var codes) ? codes : [];

    public string KeyOf(int row) => _keys[row];

    public IEnumerable<int> Find(string key) => _keys.Find(key);

    public void Search(MemorySearch search, int count, ReadOnlySpan<ulong> dead)
    {
        if (search.Form.Text.Length >= GramSearch.LongestQuery)
        {
            Scan(search, dead);
        }
        else
        {
            new GramSearch(this, _texts, _grams, search, dead).Run();
        }
    }

    /// <summary>Compares every row whose length allows it, eight at a time.</summary>
    public void Scan(MemorySearch search, ReadOnlySpan<ulong> dead)
    {
        var (low, high) = GramSearch.Lengths(search);
        var lanes = new SearchLanes(this, _texts, search);
        for (var run = _texts.RunFrom(low); run < _texts.Runs.Length && _texts.Runs[run].Length <= high; run++)
        {
            for (var row = _texts.Runs[run].First; row < _texts.Runs[run].End; row++)
            {
                if (!MemoryLayer.IsDead(dead, row))
                {
                    lanes.Add(row, run);
                }
            }
        }

        lanes.Flush();
    }

    private static LengthRun[] RunsOf(ReadOnlySpan<int> lengths)
    {
        var runs = new List<LengthRun>();
        var start = 0;
        for (var first = 0; first < lengths.Length;)
        {
            var end = first + 1;
            while (end < lengths.Length && lengths[end] == lengths[first])
            {
                end++;
            }

            runs.Add(new LengthRun(lengths[first], first, end, start));
            start = checked(start + ((end - first) * lengths[first]));
            first = end;
        }

        return [.. runs];
    }
}

/// <summary>Gathers rows of one length until eight can be compared at once.</summary>
internal ref struct SearchLanes(IMemoryRows rows, MemoryTexts texts, MemorySearch search)
{
    private readonly Span<int> _rows = search.Buffers.LaneRows;
    private readonly Span<int> _starts = search.Buffers.LaneStarts;
    private int _count;
    private int _run = -1;

    public void Add(int row, int run)
    {
        if (run != _run || _count == EditPattern.Lanes)
        {
            Flush();
            _run = run;
        }

        ref readonly var of = ref texts.Runs[run];
        _rows[_count] = row;
        _starts[_count++] = of.Start + ((row - of.First) * of.Length);
    }

    public void Flush()
    {
        if (_count == 0)
        {
            return;
        }

        var length = texts.Runs[_run].Length;
        var most = MatchBreakdown.MostDistance(search.Needed, Math.Max(length, search.Pattern.Length));
        _starts[_count..].Fill(_starts[0]);
        var distances = search.Buffers.LaneDistances;
        search.Pattern.Distances(texts.Units, _starts, length, most, distances);
        for (var lane = 0; lane < _count; lane++)
        {
            if (distances[lane] <= most)
            {
                search.Offer(rows, _rows[lane], distances[lane]);
            }
        }

        _count = 0;
    }
}
