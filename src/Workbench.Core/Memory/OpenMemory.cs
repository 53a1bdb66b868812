using Workbench.Core.Storage;

namespace Workbench.Core.Memory;

/// <summary>A memory that is being read or has been; what is committed meanwhile waits for the reading to end.</summary>
internal sealed class OpenMemory
{
    private const int PageSize = 20_000;

    private readonly IWorkspaceStore _store;
    private readonly MemoryId _id;
    private readonly Lock _lock = new();
    private List<Operation>? _early = [];
    private bool _hasLost;
    private MemoryIndex? _index;

    public OpenMemory(IWorkspaceStore store, MemoryId id)
    {
        (_store, _id) = (store, id);
        Index = new Lazy<Task<MemoryIndex>>(() => Task.Run(ReadAsync));
    }

    public Lazy<Task<MemoryIndex>> Index { get; }

    public void Take(IEnumerable<Operation> operations)
    {
        var taken = operations.ToList();
        if (taken.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (_early is not null)
            {
                _early.AddRange(taken);
                _hasLost |= taken.Exists(operation => operation.After is null);
                return;
            }
        }

        _index!.Take(taken.Select(RowOf));
    }

    private async Task<MemoryIndex> ReadAsync()
    {
        while (true)
        {
            var rows = await ReadRowsAsync();
            lock (_lock)
            {
                // A unit removed while pages were read moved the later ones up, and one may have slipped between two pages.
                var mayMissOne = _hasLost && rows.Count >= PageSize;
                _hasLost = false;
                if (mayMissOne)
                {
                    continue;
                }
            }

            var index = MemoryIndex.Of(rows);
            lock (_lock)
            {
                index.Take(_early!.Select(RowOf));
                (_index, _early) = (index, null);
            }

            return index;
        }
    }

    private async Task<List<MemoryRow>> ReadRowsAsync()
    {
        var rows = new Dictionary<string, MemoryRow>(StringComparer.Ordinal);
        for (var skip = 0; ; skip += PageSize)
        {
            var page = await _store.ListAsync<TranslationUnit>(_id.Value, skip, PageSize, CancellationToken.None);
            foreach (var unit in page)
            {
                rows[unit.Key] = MemoryRow.Of(unit);
            }

            if (page.Length < PageSize)
            {
                return [.. rows.Values];
            }
        }
    }

    private (string Key, MemoryRow? Row) RowOf(Operation operation) => (
        operation.Subject.Key,
        operation.After is TranslationUnit unit && unit.MemoryId == _id ? MemoryRow.Of(unit) : null);
}
