namespace Workbench.Core.Memory;

/// <summary>
/// One memory, searchable. Large parts that never change lie below small ones and a tail that takes what is new; full tails and
/// small parts are merged in the background, so that there are never more than the logarithm of the units. A look-up sees one moment
/// and waits for no one.
/// </summary>
internal sealed class MemoryIndex
{
    private readonly Lock _writing = new();
    private volatile MemoryLayer[] _layers = [];
    private bool _isMerging;

    public int Count => _layers.Sum(layer => layer.Live);

    public IReadOnlyList<MemoryLayer> Layers => _layers;

    /// <summary>Done when nothing is left to merge.</summary>
    public Task Merging { get; private set; } = Task.CompletedTask;

    /// <param name="rows">Each key once.</param>
    public static MemoryIndex Of(IReadOnlyList<MemoryRow> rows) => new()
    {
        _layers = rows.Count == 0 ? [] : [new MemoryLayer(MemoryPart.Build(rows.Count, row => rows[row].Form.Length, row => rows[row]))],
    };

    public void Search(MemorySearch search)
    {
        foreach (var layer in _layers)
        {
            layer.Rows.Search(search, layer.Count, layer.Dead);
        }
    }

    /// <summary>Takes changes, all at one moment. Seen by every search that begins afterwards.</summary>
    /// <param name="changes">The key of a unit, and its row now; null when it is no more.</param>
    public void Take(IEnumerable<(string Key, MemoryRow? Row)> changes)
    {
        lock (_writing)
        {
            var layers = _layers.ToList();
            var own = new HashSet<ulong[]>(ReferenceEqualityComparer.Instance);
            foreach (var (key, row) in changes)
            {
                Remove(layers, key, own);
                if (row is { } added)
                {
                    Append(layers, added);
                }
            }

            _layers = [.. layers];
            if (!_isMerging && TryChoose(_layers, out _))
            {
                _isMerging = true;
                Merging = Task.Run(Merge);
            }
        }
    }

    private static void Remove(List<MemoryLayer> layers, string key, HashSet<ulong[]> own)
    {
        for (var at = layers.Count - 1; at >= 0; at--)
        {
            foreach (var row in layers[at].Rows.Find(key))
            {
                if (!layers[at].IsDead(row))
                {
                    layers[at] = layers[at].Without(row, own);
                }
            }
        }
    }

    private static void Append(List<MemoryLayer> layers, in MemoryRow row)
    {
        if (layers.Count == 0 || layers[^1].IsSealed)
        {
            layers.Add(new MemoryLayer(new MemoryTail()));
        }

        ((MemoryTail)layers[^1].Rows).Add(row);
        layers[^1] = layers[^1] with { Count = layers[^1].Count + 1 };
    }

    /// <summary>
    /// Full tails, with the parts before them that are not much larger; without a full tail a part that is mostly dead, with what
    /// comes after it.
    /// </summary>
    private static bool TryChoose(MemoryLayer[] layers, out Range chosen)
    {
        var end = layers.Length > 0 && !layers[^1].IsSealed ? layers.Length - 1 : layers.Length;
        var start = end;
        var live = 0;
        while (start > 0 && (layers[start - 1].Rows is MemoryTail || (live > 0 && layers[start - 1].Live <= 2 * live)))
        {
            live += layers[--start].Live;
        }

        if (start == end)
        {
            start = Math.Max(0, Array.FindIndex(layers, 0, end, layer => layer.DeadCount > layer.Live));
            start = end > 0 && layers[start].DeadCount > layers[start].Live ? start : end;
        }

        chosen = start..end;

        return start < end;
    }

    private void Merge()
    {
        while (true)
        {
            MemoryLayer[] seen;
            Range chosen;
            lock (_writing)
            {
                seen = _layers;
                if (!TryChoose(seen, out chosen))
                {
                    _isMerging = false;
                    return;
                }
            }

            var merged = Merged(seen[chosen]);
            lock (_writing)
            {
                var layer = new MemoryLayer(merged);
                var own = new HashSet<ulong[]>(ReferenceEqualityComparer.Instance);
                foreach (var (before, now) in seen[chosen].Zip(_layers[chosen]))
                {
                    layer = WithoutWhatDied(layer, before, now, own);
                }

                _layers = [.. _layers[..chosen.Start], .. merged.Count > 0 ? [layer] : Array.Empty<MemoryLayer>(), .. _layers[chosen.End..]];
            }
        }
    }

    private static MemoryPart Merged(MemoryLayer[] layers)
    {
        var live = new List<(IMemoryRows Rows, int Row)>(layers.Sum(layer => layer.Live));
        foreach (var layer in layers)
        {
            for (var row = 0; row < layer.Count; row++)
            {
                if (!layer.IsDead(row))
                {
                    live.Add((layer.Rows, row));
                }
            }
        }

        return MemoryPart.Build(live.Count, at => live[at].Rows.LengthOf(live[at].Row), at => live[at].Rows[live[at].Row]);
    }

    /// <summary>What died while the layers were merged dies in the merged one too.</summary>
    private static MemoryLayer WithoutWhatDied(MemoryLayer merged, MemoryLayer before, MemoryLayer now, HashSet<ulong[]> own)
    {
        for (var word = 0; word < now.Dead.Length; word++)
        {
            for (var died = now.Dead[word] & ~(before.Dead.Length > 0 ? before.Dead[word] : 0); died != 0; died &= died - 1)
            {
                var key = now.Rows.KeyOf((word * 64) + System.Numerics.BitOperations.TrailingZeroCount(died));
                foreach (var row in merged.Rows.Find(key))
                {
                    merged = merged.Without(row, own);
                }
            }
        }

        return merged;
    }
}
