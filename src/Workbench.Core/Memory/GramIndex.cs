using System.Runtime.InteropServices;

namespace Workbench.Core.Memory;

/// <summary>
/// Which rows hold which grams. A gram is two neighbouring symbols of a form, with a mark at either end, and which time the two
/// occur in it. Rows are numbered by length and lie in blocks of 65,536; a gram has in a block nothing, a list of rows, or, when
/// it is in more than one row of 128, a bitmap. Immutable.
/// </summary>
internal sealed class GramIndex
{
    public const int BlockRows = 1 << 16;

    /// <summary>Later occurrences of a gram in one form are not told apart from none.</summary>
    public const int MostOccurrences = 4;

    /// <summary>Before the first and after the last symbol; a stored text never holds it.</summary>
    public const char Mark = '\0';

    private const int DenseOneIn = 128;

    private readonly PairNumbers _pairs;

    /// <summary>Where the entries of each gram begin; those of one gram are in the order of their blocks.</summary>
    private readonly int[] _firstEntry;
    private readonly Entry[] _entries;

    private GramIndex(PairNumbers pairs, int[] firstEntry, Entry[] entries, ushort[] lists, ulong[] bitmaps) =>
        (_pairs, _firstEntry, _entries, Lists, Bitmaps) = (pairs, firstEntry, entries, lists, bitmaps);

    /// <summary>The lists of all grams, each ascending.</summary>
    public ushort[] Lists { get; }

    /// <summary>The bitmaps of all grams. The first one is empty, to fill up with.</summary>
    public ulong[] Bitmaps { get; }

    public long SizeInBytes =>
        _pairs.SizeInBytes + (4L * _firstEntry.Length) + (12L * _entries.Length) + (2L * Lists.Length) + (8L * Bitmaps.Length);

    public static GramIndex Build(MemoryTexts texts) => new Builder(texts).Build();

    /// <summary>Ulongs in a bitmap of a block that has so many rows: whole groups of 256.</summary>
    public static int WordsOf(int rows) => (rows + 255) / 256 * 4;

    /// <summary>The grams of a form, of those that are told apart.</summary>
    /// <returns>How many more the form has.</returns>
    public static int GramsOf(string form, List<(uint Pair, int Occurrence)> grams)
    {
        grams.Clear();
        var occurrences = new Dictionary<uint, int>(form.Length + 1);
        var excess = 0;
        for (var at = 0; at <= form.Length; at++)
        {
            var pair = PairAt(form, at);
            ref var occurrence = ref CollectionsMarshal.GetValueRefOrAddDefault(occurrences, pair, out _);
            if (occurrence < MostOccurrences)
            {
                grams.Add((pair, occurrence++));
            }
            else
            {
                excess++;
            }
        }

        return excess;
    }

    /// <summary>The numbers of those grams that are in the index.</summary>
    public void Resolve(List<(uint Pair, int Occurrence)> grams, List<int> numbers)
    {
        numbers.Clear();
        foreach (var (pair, occurrence) in grams)
        {
            if (_pairs.Find(pair) is >= 0 and var number)
            {
                numbers.Add((number * MostOccurrences) + occurrence);
            }
        }
    }

    /// <returns>Whether the gram is in the block at all.</returns>
    public bool TryFind(int gram, int block, out Entry entry)
    {
        var entries = _entries.AsSpan(_firstEntry[gram].._firstEntry[gram + 1]);
        var (low, high) = (0, entries.Length);

        // A frequent gram is in every block, so that its place is its block's number.
        if (block < entries.Length && entries[block].Block == block)
        {
            entry = entries[block];
            return true;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].Block < block)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        entry = low < entries.Length ? entries[low] : default;

        return low < entries.Length && entry.Block == block;
    }

    private static uint PairAt(ReadOnlySpan<char> form, int at) =>
        ((uint)(at == 0 ? Mark : form[at - 1]) << 16) | (at == form.Length ? Mark : form[at]);

    /// <param name="Start">In <see cref="Lists"/> or in <see cref="Bitmaps"/>.</param>
    /// <param name="Count">Rows in the list; 0 for a bitmap.</param>
    internal readonly record struct Entry(int Block, int Start, int Count)
    {
        public bool IsBitmap => Count == 0;
    }

    /// <summary>Numbers pairs of symbols from 0, in the order they come.</summary>
    private sealed class PairNumbers
    {
        private uint[] _keys = new uint[1 << 10];
        private int[] _numbers = new int[1 << 10];

        public int Count { get; private set; }

        public long SizeInBytes => 8L * _keys.Length;

        public int Find(uint pair) => _numbers[PlaceOf(pair)] - 1;

        public int Add(uint pair)
        {
            var place = PlaceOf(pair);
            if (_numbers[place] == 0)
            {
                if (Count * 2 >= _keys.Length)
                {
                    Grow();
                    place = PlaceOf(pair);
                }

                (_keys[place], _numbers[place]) = (pair, ++Count);
            }

            return _numbers[place] - 1;
        }

        private int PlaceOf(uint pair)
        {
            var mask = _keys.Length - 1;
            var place = (int)((pair * 2654435769u) >> 12) & mask;
            while (_numbers[place] != 0 && _keys[place] != pair)
            {
                place = (place + 1) & mask;
            }

            return place;
        }

        private void Grow()
        {
            var (keys, numbers) = (_keys, _numbers);
            (_keys, _numbers) = (new uint[keys.Length * 2], new int[keys.Length * 2]);
            for (var old = 0; old < keys.Length; old++)
            {
                if (numbers[old] != 0)
                {
                    var place = PlaceOf(keys[old]);
                    (_keys[place], _numbers[place]) = (keys[old], numbers[old]);
                }
            }
        }
    }

    /// <summary>Block by block: the grams of its rows are noted and counted, then sorted into lists and bitmaps by counting.</summary>
    private sealed class Builder(MemoryTexts texts)
    {
        private readonly PairNumbers _pairs = new();
        private readonly List<(int Gram, Entry Entry)> _entries = [];
        private readonly List<ushort> _lists = [];
        private readonly List<ulong> _bitmaps = [.. new ulong[WordsOf(Math.Min(texts.Count, BlockRows))]];

        /// <summary>The grams of the block, row by row, and where each row's end.</summary>
        private readonly List<int> _noted = [];
        private readonly int[] _ends = new int[Math.Min(texts.Count, BlockRows)];

        /// <summary>For each pair the last row that had it, plus one, and how often.</summary>
        private (int Row, int Times)[] _times = new (int, int)[1 << 10];

        /// <summary>For each gram how many rows of the block have it, then where its next row goes.</summary>
        private int[] _places = new int[MostOccurrences << 10];
        private readonly List<int> _present = [];

        public GramIndex Build()
        {
            for (var first = 0; first < texts.Count; first += BlockRows)
            {
                var rows = Math.Min(BlockRows, texts.Count - first);
                Note(first, rows);
                Place(first / BlockRows, rows);
            }

            return new GramIndex(_pairs, FirstEntries(), Sorted(), [.. _lists], [.. _bitmaps]);
        }

        private void Note(int first, int rows)
        {
            _noted.Clear();
            for (var row = 0; row < rows; row++)
            {
                var form = texts[first + row];
                for (var at = 0; at <= form.Length; at++)
                {
                    NotePair(_pairs.Add(PairAt(form, at)), first + row + 1);
                }

                _ends[row] = _noted.Count;
            }
        }

        private void NotePair(int pair, int row)
        {
            if (pair >= _times.Length)
            {
                Array.Resize(ref _times, _times.Length * 2);
                Array.Resize(ref _places, _places.Length * 2);
            }

            ref var times = ref _times[pair];
            times = times.Row == row ? (row, times.Times + 1) : (row, 1);
            if (times.Times <= MostOccurrences)
            {
                var gram = (pair * MostOccurrences) + times.Times - 1;
                if (_places[gram]++ == 0)
                {
                    _present.Add(gram);
                }

                _noted.Add(gram);
            }
        }

        private void Place(int block, int rows)
        {
            var listed = _lists.Count;
            var mapped = _bitmaps.Count;
            foreach (var gram in _present)
            {
                var count = _places[gram];
                var isDense = count > rows / DenseOneIn;
                _entries.Add((gram, isDense ? new Entry(block, mapped, 0) : new Entry(block, listed, count)));

                // A place below zero is one in the bitmaps.
                _places[gram] = isDense ? ~mapped : listed;
                (listed, mapped) = isDense ? (listed, mapped + WordsOf(rows)) : (listed + count, mapped);
            }

            CollectionsMarshal.SetCount(_lists, listed);
            CollectionsMarshal.SetCount(_bitmaps, mapped);
            Fill(rows, CollectionsMarshal.AsSpan(_lists), CollectionsMarshal.AsSpan(_bitmaps));
            foreach (var gram in _present)
            {
                _places[gram] = 0;
            }

            _present.Clear();
        }

        private void Fill(int rows, Span<ushort> lists, Span<ulong> bitmaps)
        {
            var noted = CollectionsMarshal.AsSpan(_noted);
            var at = 0;
            for (var row = 0; row < rows; row++)
            {
                for (; at < _ends[row]; at++)
                {
                    ref var place = ref _places[noted[at]];
                    if (place < 0)
                    {
                        bitmaps[~place + (row >> 6)] |= 1UL << (row & 63);
                    }
                    else
                    {
                        lists[place++] = (ushort)row;
                    }
                }
            }
        }

        private int[] FirstEntries()
        {
            var first = new int[(_pairs.Count * MostOccurrences) + 1];
            foreach (var (gram, _) in _entries)
            {
                first[gram + 1]++;
            }

            for (var gram = 1; gram < first.Length; gram++)
            {
                first[gram] += first[gram - 1];
            }

            return first;
        }

        private Entry[] Sorted()
        {
            var (places, sorted) = (FirstEntries(), new Entry[_entries.Count]);
            foreach (var (gram, entry) in _entries)
            {
                sorted[places[gram]++] = entry;
            }

            return sorted;
        }
    }
}
