using System.Numerics;
using System.Text;

namespace Workbench.Core.Memory;

/// <summary>The keys of rows back to back in UTF-8, with a table to find the row of a key: a third of what strings would take.</summary>
internal sealed class PackedKeys
{
    private readonly int[] _ends;

    /// <summary>Open addressing: a row plus one in the first free place from its key's hash on; at most half full.</summary>
    private readonly int[] _table;
    private byte[] _bytes;
    private int _count;

    public PackedKeys(int count)
    {
        _ends = new int[count];
        _table = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count * 2))];
        _bytes = new byte[Math.Max(16, count * 33)];
    }

    public long SizeInBytes => _bytes.Length + (4L * _ends.Length) + (4L * _table.Length);

    public string this[int row] => Encoding.UTF8.GetString(BytesOf(row));

    /// <summary>The key of the next row.</summary>
    public void Add(string key)
    {
        var start = _count == 0 ? 0 : _ends[_count - 1];
        if (_bytes.Length - start < key.Length * 3)
        {
            Array.Resize(ref _bytes, Math.Max(start + (key.Length * 3), (int)Math.Min(Array.MaxLength, _bytes.Length * 9L / 8)));
        }

        _ends[_count] = start + Encoding.UTF8.GetBytes(key, _bytes.AsSpan(start));
        var place = PlaceOf(BytesOf(_count));
        while (_table[place] != 0)
        {
            place = (place + 1) & (_table.Length - 1);
        }

        _table[place] = ++_count;
    }

    public IEnumerable<int> Find(string key)
    {
        var sought = Encoding.UTF8.GetBytes(key);
        for (var place = PlaceOf(sought); _table[place] != 0; place = (place + 1) & (_table.Length - 1))
        {
            if (BytesOf(_table[place] - 1).SequenceEqual(sought))
            {
                yield return _table[place] - 1;
            }
        }
    }

    private ReadOnlySpan<byte> BytesOf(int row)
    {
        var start = row == 0 ? 0 : _ends[row - 1];

        return _bytes.AsSpan(start, _ends[row] - start);
    }

    private int PlaceOf(ReadOnlySpan<byte> key)
    {
        var hash = Fnv.Start;
        foreach (var unit in key)
        {
            hash = hash.Add(unit);
        }

        return (int)((hash.Value * 2654435769) >> 7) & (_table.Length - 1);
    }
}
