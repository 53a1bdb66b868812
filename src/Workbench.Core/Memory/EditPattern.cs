using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Workbench.Core.Memory;

/// <summary>
/// A text made ready for its edit distances to many others: a column of the distance table is a handful of word operations
/// (Myers 1999, with Hyyrö's blocks of 64 rows, 2003), and eight texts are taken side by side. Rows that no path within the
/// limit can cross are left out (Ukkonen 1985). Used by one thread at a time.
/// </summary>
internal sealed class EditPattern
{
    /// <summary>How many texts <see cref="Distances"/> takes at once.</summary>
    public const int Lanes = 8;

    private const int BlockRows = 64;

    /// <summary>For each code unit its number among the symbols of the pattern, from 1; 0 for one that the pattern has not.</summary>
    private readonly ushort[] _numbers = new ushort[char.MaxValue + 1];

    /// <summary>For each symbol number and each block of 64 rows, the rows that hold the symbol.</summary>
    private ulong[] _rows = [];

    /// <summary>For each block the rows that are one more than the row above, and those that are one less: eight lanes as two vectors.</summary>
    private Vector256<ulong>[] _plus = [];
    private Vector256<ulong>[] _minus = [];
    private string _text = "";
    private int _blocks;

    public int Length => _text.Length;

    public void Compile(string text)
    {
        foreach (var unit in _text)
        {
            _numbers[unit] = 0;
        }

        (_text, _blocks) = (text, Math.Max(1, (text.Length + BlockRows - 1) / BlockRows));
        var symbols = 0;
        foreach (var unit in text)
        {
            if (_numbers[unit] == 0)
            {
                _numbers[unit] = (ushort)++symbols;
            }
        }

        Array.Resize(ref _rows, Math.Max(_rows.Length, (symbols + 1) * _blocks));
        Array.Clear(_rows);
        for (var row = 0; row < text.Length; row++)
        {
            _rows[(_numbers[text[row]] * _blocks) + (row / BlockRows)] |= 1UL << (row % BlockRows);
        }

        if (_plus.Length < _blocks * 2)
        {
            (_plus, _minus) = (new Vector256<ulong>[_blocks * 2], new Vector256<ulong>[_blocks * 2]);
        }
    }

    /// <returns>The distance; when it is more than <paramref name="most"/>, any number that is.</returns>
    public int Distance(ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(Length - other.Length) > most)
        {
            return most + 1;
        }

        if (Length == 0)
        {
            return other.Length;
        }

        var band = new Band(Length, other.Length, most, _blocks);
        var plus = MemoryMarshal.Cast<Vector256<ulong>, ulong>(_plus.AsSpan(0, _blocks));
        var minus = MemoryMarshal.Cast<Vector256<ulong>, ulong>(_minus.AsSpan(0, _blocks));
        plus[.._blocks].Fill(ulong.MaxValue);
        minus[.._blocks].Clear();
        var (last, distance) = (band.LastAt(0), band.BottomOf(band.LastAt(0)));
        for (var column = 1; column <= other.Length; column++)
        {
            var symbol = _numbers[other[column - 1]] * _blocks;
            var lastNow = band.LastAt(column);
            distance += band.BottomOf(lastNow) - band.BottomOf(last);
            last = lastNow;
            var (carryPlus, carryMinus) = (1UL, 0UL);
            for (var block = band.FirstAt(column); block <= last; block++)
            {
                var equal = _rows[symbol + block];
                var (up, down) = (plus[block], minus[block]);
                var diagonal = equal | down;
                equal |= carryMinus;
                var across = (((equal & up) + up) ^ up) | equal;
                var right = down | ~(across | up);
                var left = up & across;
                var bottom = block == _blocks - 1 ? (Length - 1) % BlockRows : BlockRows - 1;
                var (outPlus, outMinus) = ((right >> bottom) & 1, (left >> bottom) & 1);
                right = (right << 1) | carryPlus;
                left = (left << 1) | carryMinus;
                plus[block] = left | ~(diagonal | right);
                minus[block] = right & diagonal;
                (carryPlus, carryMinus) = (outPlus, outMinus);
            }

            distance += (int)carryPlus - (int)carryMinus;
        }

        return distance;
    }

    /// <summary>The distances to eight texts of one length.</summary>
    /// <param name="texts">Holds the texts.</param>
    /// <param name="starts">Where each begins.</param>
    /// <param name="distances">Those over <paramref name="most"/> are any number that is.</param>
    public void Distances(ReadOnlySpan<char> texts, ReadOnlySpan<int> starts, int length, int most, Span<int> distances)
    {
        if (Math.Abs(Length - length) > most || Length == 0)
        {
            distances[..Lanes].Fill(Length == 0 ? length : most + 1);
            return;
        }

        // Bounds are checked here once: the loops below read by reference.
        foreach (var start in starts[..Lanes])
        {
            _ = texts.Slice(start, length);
        }

        var (low, high) = _blocks == 1
            ? Narrow(ref MemoryMarshal.GetReference(texts), starts, length)
            : Wide(ref MemoryMarshal.GetReference(texts), starts, length, most);
        for (var lane = 0; lane < Lanes / 2; lane++)
        {
            (distances[lane], distances[lane + (Lanes / 2)]) = ((int)low[lane], (int)high[lane]);
        }
    }

    /// <summary>A pattern of at most 64 symbols: all in registers.</summary>
    private (Vector256<ulong> Low, Vector256<ulong> High) Narrow(ref char texts, ReadOnlySpan<int> starts, int length)
    {
        var (upLow, upHigh) = (Vector256<ulong>.AllBitsSet, Vector256<ulong>.AllBitsSet);
        var (downLow, downHigh) = (Vector256<ulong>.Zero, Vector256<ulong>.Zero);
        var distanceLow = Vector256.Create((ulong)Length);
        var distanceHigh = distanceLow;
        for (var column = 0; column < length; column++)
        {
            var (plusLow, plusHigh) = (Vector256<ulong>.One, Vector256<ulong>.One);
            var (minusLow, minusHigh) = (Vector256<ulong>.Zero, Vector256<ulong>.Zero);
            Step(EqualRows(ref texts, starts, column, 0, 0), Length - 1, ref upLow, ref downLow, ref plusLow, ref minusLow);
            Step(EqualRows(ref texts, starts, column, 0, 4), Length - 1, ref upHigh, ref downHigh, ref plusHigh, ref minusHigh);
            distanceLow += plusLow - minusLow;
            distanceHigh += plusHigh - minusHigh;
        }

        return (distanceLow, distanceHigh);
    }

    private (Vector256<ulong> Low, Vector256<ulong> High) Wide(ref char texts, ReadOnlySpan<int> starts, int length, int most)
    {
        var band = new Band(Length, length, most, _blocks);
        var plus = _plus.AsSpan(0, _blocks * 2);
        var minus = _minus.AsSpan(0, _blocks * 2);
        plus.Fill(Vector256<ulong>.AllBitsSet);
        minus.Clear();
        var last = band.LastAt(0);
        var distanceLow = Vector256.Create((ulong)band.BottomOf(last));
        var distanceHigh = distanceLow;
        for (var column = 1; column <= length; column++)
        {
            var lastNow = band.LastAt(column);
            var grown = Vector256.Create((ulong)(band.BottomOf(lastNow) - band.BottomOf(last)));
            last = lastNow;
            var (plusLow, plusHigh) = (Vector256<ulong>.One, Vector256<ulong>.One);
            var (minusLow, minusHigh) = (Vector256<ulong>.Zero, Vector256<ulong>.Zero);
            for (var block = band.FirstAt(column); block <= last; block++)
            {
                var bottom = block == _blocks - 1 ? (Length - 1) % BlockRows : BlockRows - 1;
                Step(EqualRows(ref texts, starts, column - 1, block, 0), bottom, ref plus[block * 2], ref minus[block * 2], ref plusLow, ref minusLow);
                Step(EqualRows(ref texts, starts, column - 1, block, 4), bottom, ref plus[(block * 2) + 1], ref minus[(block * 2) + 1], ref plusHigh, ref minusHigh);
            }

            distanceLow += grown + plusLow - minusLow;
            distanceHigh += grown + plusHigh - minusHigh;
        }

        return (distanceLow, distanceHigh);
    }

    /// <summary>One column of one block: takes in what changes in the row above it, and gives out what changes in its last row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        Vector256<ulong> equal, int bottom, ref Vector256<ulong> up, ref Vector256<ulong> down, ref Vector256<ulong> plus, ref Vector256<ulong> minus)
    {
        var (before, one) = (up, Vector256<ulong>.One);
        var diagonal = equal | down;
        equal |= minus;
        var across = (((equal & before) + before) ^ before) | equal;
        var right = down | ~(across | before);
        var left = before & across;
        var (rightIn, leftIn) = ((right << 1) | plus, (left << 1) | minus);
        plus = (right >>> bottom) & one;
        minus = (left >>> bottom) & one;
        up = leftIn | ~(diagonal | rightIn);
        down = rightIn & diagonal;
    }

    /// <summary>For four lanes, the rows of a block that hold the symbol of the column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<ulong> EqualRows(ref char texts, ReadOnlySpan<int> starts, int column, int block, int lane)
    {
        ref var numbers = ref MemoryMarshal.GetArrayDataReference(_numbers);
        ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), block);
        ref var text = ref Unsafe.Add(ref texts, column);
        ref var start = ref Unsafe.Add(ref MemoryMarshal.GetReference(starts), lane);

        return Vector256.Create(
            RowsOf(ref text, ref numbers, ref rows, start),
            RowsOf(ref text, ref numbers, ref rows, Unsafe.Add(ref start, 1)),
            RowsOf(ref text, ref numbers, ref rows, Unsafe.Add(ref start, 2)),
            RowsOf(ref text, ref numbers, ref rows, Unsafe.Add(ref start, 3)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong RowsOf(ref char texts, ref ushort numbers, ref ulong rows, int at) =>
        Unsafe.Add(ref rows, Unsafe.Add(ref numbers, Unsafe.Add(ref texts, at)) * _blocks);

    /// <summary>
    /// The blocks that a path of at most <c>most</c> edits can cross in each column: it strays so far from the diagonal as the
    /// edits that the difference in length leaves over allow. What lies outside is taken for too large, never for too small.
    /// </summary>
    private readonly struct Band(int rows, int columns, int most, int blocks)
    {
        private readonly int _below = (most + rows - columns) / 2;
        private readonly int _above = (most - rows + columns) / 2;

        public int FirstAt(int column) => Math.Max(0, column - _above - 1) / BlockRows;

        public int LastAt(int column) => Math.Min(blocks - 1, Math.Max(0, column + _below - 1) / BlockRows);

        /// <summary>The last row of a block.</summary>
        public int BottomOf(int block) => Math.Min(rows, (block + 1) * BlockRows);
    }
}
