using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Workbench.Core.Memory;

/// <summary>Memory that a search uses again and again.</summary>
internal sealed class SearchBuffers
{
    /// <summary>Of the query.</summary>
    public List<(uint Pair, int Occurrence)> Grams { get; } = [];

    /// <summary>Grams of the query past the occurrences that are told apart.</summary>
    public int Excess { get; set; }

    /// <summary>The query's grams as the part in hand numbers them.</summary>
    public List<int> Numbers { get; } = [];

    public List<int> Bitmaps { get; } = [];

    /// <summary>Bit by bit, how many of the listed grams each row of a block has.</summary>
    public ulong[] Listed { get; } = new ulong[GramSearch.MostSlices * GramIndex.WordsOf(GramIndex.BlockRows)];

    public Candidate[] Candidates { get; } = new Candidate[GramIndex.BlockRows];

    public int[] Order { get; } = new int[GramIndex.BlockRows];

    public int[] LaneRows { get; } = new int[EditPattern.Lanes];

    public int[] LaneStarts { get; } = new int[EditPattern.Lanes];

    public int[] LaneDistances { get; } = new int[EditPattern.Lanes];
}

/// <summary>A row that shares enough grams.</summary>
/// <param name="Bound">The share of the longer form that it can keep at best, in percent.</param>
internal readonly record struct Candidate(int Row, int Run, int Bound);

/// <summary>
/// One query against the gram index of one part. An edit destroys at most two grams, so a form at distance d shares at least
/// <c>max(m, n) + 1 − 2d</c> of them: the rows that do are counted 256 at a time, and only they are compared, the most promising
/// first. Nothing that belongs among the best is left out.
/// </summary>
internal ref struct GramSearch
{
    /// <summary>Counters have ten bits.</summary>
    public const int MostSlices = 10;

    /// <summary>Queries from here on are compared with every row whose length allows it.</summary>
    public const int LongestQuery = (1 << MostSlices) - 2;

    private const int GroupRows = 256;

    /// <summary>Three bits of the counters stand in registers.</summary>
    private const int LowSlices = 3;

    private readonly MemoryPart _part;
    private readonly MemoryTexts _texts;
    private readonly GramIndex _index;
    private readonly MemorySearch _search;
    private readonly SearchBuffers _buffers;
    private readonly ReadOnlySpan<ulong> _dead;
    private readonly int _length;
    private readonly int _excess;

    /// <summary>Of the block in hand.</summary>
    private int _words;
    private int _listed;
    private int _slices;
    private int _candidates;

    public GramSearch(MemoryPart part, MemoryTexts texts, GramIndex index, MemorySearch search, ReadOnlySpan<ulong> dead)
    {
        (_part, _texts, _index, _search, _buffers) = (part, texts, index, search, search.Buffers);
        _dead = dead;
        _length = search.Form.Text.Length;
        _excess = _buffers.Excess;
        index.Resolve(_buffers.Grams, _buffers.Numbers);
    }

    /// <summary>The lengths that a wanted form can have.</summary>
    public static (int Low, int High) Lengths(MemorySearch search)
    {
        var length = search.Form.Text.Length;

        return (length - MatchBreakdown.MostDistance(search.Needed, length), (int)(100L * length / search.Needed));
    }

    /// <summary>From the block that holds the query's own length outwards, so that the best come early.</summary>
    public void Run()
    {
        var blocks = (_texts.Count + GramIndex.BlockRows - 1) / GramIndex.BlockRows;
        var middle = Math.Min(_texts.RowFrom(_length), _texts.Count - 1) / GramIndex.BlockRows;
        for (var step = 0; step < blocks; step++)
        {
            Visit(middle + step, blocks);
            if (step > 0)
            {
                Visit(middle - step, blocks);
            }
        }
    }

    private void Visit(int block, int blocks)
    {
        if (block < 0 || block >= blocks)
        {
            return;
        }

        var first = block * GramIndex.BlockRows;
        var rows = Math.Min(GramIndex.BlockRows, _texts.Count - first);
        var (low, high) = Lengths(_search);
        var from = Math.Max(_texts.RowFrom(low) - first, 0);
        var to = Math.Min(_texts.RowFrom(high + 1) - first, rows);
        if (from < to)
        {
            _words = GramIndex.WordsOf(rows);
            Gather(block, from, to);
            Count(first, from, to);
            Compare();
        }
    }

    /// <summary>Notes the bitmaps of the query's grams in this block, and counts its lists row by row.</summary>
    private void Gather(int block, int from, int to)
    {
        _buffers.Bitmaps.Clear();
        var lists = 0;
        foreach (var gram in _buffers.Numbers)
        {
            if (_index.TryFind(gram, block, out var entry))
            {
                if (entry.IsBitmap)
                {
                    _buffers.Bitmaps.Add(entry.Start);
                }
                else
                {
                    lists++;
                }
            }
        }

        _listed = BitOperations.Log2((uint)lists * 2);
        _slices = Math.Max(LowSlices, BitOperations.Log2((uint)(lists + _buffers.Bitmaps.Count) * 2));
        for (var slice = 0; slice < _listed; slice++)
        {
            Array.Clear(_buffers.Listed, (slice * _words) + (from / GroupRows * 4), ((to + GroupRows - 1) / GroupRows * 4) - (from / GroupRows * 4));
        }

        foreach (var gram in lists > 0 ? _buffers.Numbers : [])
        {
            if (_index.TryFind(gram, block, out var entry) && !entry.IsBitmap)
            {
                CountList(_index.Lists.AsSpan(entry.Start, entry.Count), from, to);
            }
        }

        while (_buffers.Bitmaps.Count % 8 != 0)
        {
            _buffers.Bitmaps.Add(0);
        }
    }

    private readonly void CountList(ReadOnlySpan<ushort> list, int from, int to)
    {
        var at = list.BinarySearch((ushort)from);
        for (at = at < 0 ? ~at : at; at < list.Length && list[at] < to; at++)
        {
            var carry = 1UL << (list[at] & 63);
            for (var word = list[at] >> 6; carry != 0; word += _words)
            {
                ref var slice = ref _buffers.Listed[word];
                (slice, carry) = (slice ^ carry, slice & carry);
            }
        }
    }

    /// <summary>Finds the rows that share enough grams, 256 at a time: one bit of each of their counters in a vector.</summary>
    private void Count(int first, int from, int to)
    {
        _candidates = 0;
        Span<Vector256<ulong>> counters = stackalloc Vector256<ulong>[MostSlices];
        var run = _texts.RunOf(first + from);
        for (var group = from / GroupRows; group < (to + GroupRows - 1) / GroupRows; group++)
        {
            var start = first + (group * GroupRows);
            while (_texts.Runs[run].End <= start)
            {
                run++;
            }

            CountGroup(group * 4, counters);
            var enough = AtLeast(counters, LeastShared(run, Math.Min(start + GroupRows, first + to)));
            if (enough != Vector256<ulong>.Zero)
            {
                Take(enough, counters, start, first + from, first + to, run);
            }
        }
    }

    /// <summary>Adds up the bitmaps by carry-save adders, eight at a time (the way Harley and Seal count bits).</summary>
    private readonly void CountGroup(int word, scoped Span<Vector256<ulong>> counters)
    {
        ref var listed = ref MemoryMarshal.GetArrayDataReference(_buffers.Listed);
        for (var slice = 0; slice < _slices; slice++)
        {
            counters[slice] = slice < _listed ? Vector256.LoadUnsafe(ref listed, (nuint)((slice * _words) + word)) : Vector256<ulong>.Zero;
        }

        var (ones, twos, fours) = (counters[0], counters[1], counters[2]);
        ref var bitmaps = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_index.Bitmaps), word);
        var starts = CollectionsMarshal.AsSpan(_buffers.Bitmaps);
        for (; starts.Length >= 8; starts = starts[8..])
        {
            Add(ref ones, At(ref bitmaps, starts[0]), At(ref bitmaps, starts[1]), out var twosA);
            Add(ref ones, At(ref bitmaps, starts[2]), At(ref bitmaps, starts[3]), out var twosB);
            Add(ref twos, twosA, twosB, out var foursA);
            Add(ref ones, At(ref bitmaps, starts[4]), At(ref bitmaps, starts[5]), out twosA);
            Add(ref ones, At(ref bitmaps, starts[6]), At(ref bitmaps, starts[7]), out twosB);
            Add(ref twos, twosA, twosB, out var foursB);
            Add(ref fours, foursA, foursB, out var carry);
            for (var slice = LowSlices; slice < _slices; slice++)
            {
                (counters[slice], carry) = (counters[slice] ^ carry, counters[slice] & carry);
            }
        }

        (counters[0], counters[1], counters[2]) = (ones, twos, fours);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> At(ref ulong bitmaps, int start) => Vector256.LoadUnsafe(ref Unsafe.Add(ref bitmaps, start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Vector256<ulong> sum, Vector256<ulong> left, Vector256<ulong> right, out Vector256<ulong> carry)
    {
        var either = left ^ right;
        carry = (left & right) | (either & sum);
        sum ^= either;
    }

    /// <summary>The fewest shared grams with which a row of the group could be wanted.</summary>
    private readonly int LeastShared(int run, int end)
    {
        var least = int.MaxValue;
        for (; run < _texts.Runs.Length && _texts.Runs[run].First < end; run++)
        {
            var longer = Math.Max(_length, _texts.Runs[run].Length);
            least = Math.Min(least, longer + 1 - _excess - (2 * MatchBreakdown.MostDistance(_search.Needed, longer)));
        }

        return least;
    }

    private readonly Vector256<ulong> AtLeast(scoped ReadOnlySpan<Vector256<ulong>> counters, int least)
    {
        if (least <= 0)
        {
            return Vector256<ulong>.AllBitsSet;
        }

        if (least >> _slices != 0)
        {
            return Vector256<ulong>.Zero;
        }

        var (greater, equal) = (Vector256<ulong>.Zero, Vector256<ulong>.AllBitsSet);
        for (var slice = _slices - 1; slice >= 0; slice--)
        {
            if (((least >> slice) & 1) != 0)
            {
                equal &= counters[slice];
            }
            else
            {
                greater |= equal & counters[slice];
                equal = Vector256.AndNot(equal, counters[slice]);
            }
        }

        return greater | equal;
    }

    /// <summary>Notes the rows of a group that are promising, each with the best that its count allows.</summary>
    private void Take(Vector256<ulong> enough, scoped ReadOnlySpan<Vector256<ulong>> counters, int start, int from, int to, int run)
    {
        var bits = MemoryMarshal.Cast<Vector256<ulong>, ulong>(counters);
        for (var word = 0; word < 4; word++)
        {
            var rest = enough.GetElement(word);
            if (_dead.Length > 0 && rest != 0)
            {
                rest &= ~_dead[(start >> 6) + word];
            }

            for (; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                var row = start + (word * 64) + bit;
                if (row >= from && row < to)
                {
                    while (_texts.Runs[run].End <= row)
                    {
                        run++;
                    }

                    var shared = 0;
                    for (var slice = 0; slice < _slices; slice++)
                    {
                        shared |= (int)((bits[(slice * 4) + word] >> bit) & 1) << slice;
                    }

                    Take(row, run, shared);
                }
            }
        }
    }

    private void Take(int row, int run, int shared)
    {
        var length = _texts.Runs[run].Length;
        var longer = Math.Max(_length, length);
        var distance = Math.Max(Math.Abs(_length - length), (longer + 2 - _excess - shared) >> 1);
        if (distance <= MatchBreakdown.MostDistance(_search.Needed, longer))
        {
            _buffers.Candidates[_candidates++] = new Candidate(row, run, longer == 0 ? 100 : MatchBreakdown.Share(Math.Max(0, distance), longer));
        }
    }

    /// <summary>Compares the candidates, the most promising first, until none can be wanted any more.</summary>
    private readonly void Compare()
    {
        if (_candidates == 0)
        {
            return;
        }

        var candidates = _buffers.Candidates.AsSpan(0, _candidates);
        Span<int> places = stackalloc int[102];
        places.Clear();
        foreach (ref readonly var candidate in candidates)
        {
            places[100 - candidate.Bound + 1]++;
        }

        for (var place = 1; place < places.Length; place++)
        {
            places[place] += places[place - 1];
        }

        for (var number = 0; number < candidates.Length; number++)
        {
            _buffers.Order[places[100 - candidates[number].Bound]++] = number;
        }

        var lanes = new SearchLanes(_part, _texts, _search);
        foreach (var number in _buffers.Order.AsSpan(0, _candidates))
        {
            if (candidates[number].Bound < _search.Needed)
            {
                break;
            }

            lanes.Add(candidates[number].Row, candidates[number].Run);
        }

        lanes.Flush();
    }
}
