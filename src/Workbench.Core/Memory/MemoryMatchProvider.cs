using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workbench.Core.Storage;

namespace Workbench.Core.Memory;

/// <summary>
/// Matches from the translation memories. Each is read once, into a <see cref="MemoryIndex"/> that follows the store's change feed, so
/// that a unit confirmed anywhere is found by the next look-up. The index finds the best; only those are read from the store.
/// </summary>
public sealed class MemoryMatchProvider : IMatchProvider, IDisposable
{
    private readonly IWorkspaceStore _store;
    private readonly ConcurrentDictionary<MemoryId, OpenMemory> _memories = new();
    private readonly ConcurrentBag<MemorySearch> _searches = [];

    public MemoryMatchProvider(IWorkspaceStore store)
    {
        _store = store;
        _store.Committed += OnCommitted;
    }

    public string Id => "memory";

    public void Dispose() => _store.Committed -= OnCommitted;

    /// <summary>Reads every memory of the workspace, so that the first look-up finds it ready.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var memory in await _store.ListAsync<TranslationMemory>(cancellationToken))
        {
            await OpenAsync(memory.Id).WaitAsync(cancellationToken);
        }
    }

    public async ValueTask<ImmutableArray<TranslationMatch>> FindAsync(MatchQuery query, CancellationToken cancellationToken)
    {
        var memories = new List<MemoryIndex>(query.Memories.Length);
        foreach (var memory in query.Memories)
        {
            memories.Add(await OpenAsync(memory).WaitAsync(cancellationToken));
        }

        var search = _searches.TryTake(out var rested) ? rested : new MemorySearch();
        try
        {
            search.Begin(query);
            foreach (var memory in memories)
            {
                memory.Search(search);
            }

            return await ReadAsync(query, search, cancellationToken);
        }
        finally
        {
            _searches.Add(search);
        }
    }

    /// <summary>The units that were found, as they are now: one that was edited a moment ago is judged anew.</summary>
    private async ValueTask<ImmutableArray<TranslationMatch>> ReadAsync(
        MatchQuery query, MemorySearch search, CancellationToken cancellationToken)
    {
        var matches = new List<TranslationMatch>(search.Found.Count);
        foreach (var found in search.Found)
        {
            if (await _store.FindAsync(new TranslationUnitId(found.Key), cancellationToken) is { } unit && !query.IsFrom(unit)
                && search.Judge(query, unit) is { } breakdown)
            {
                matches.Add(TranslationMatch.Of(query, unit, breakdown));
            }
        }

        return
        [
            .. matches.OrderByDescending(match => match.Score).ThenByDescending(match => match.Unit.CreatedAt)
                .ThenBy(match => match.Unit.Key, StringComparer.Ordinal),
        ];
    }

    private async Task<MemoryIndex> OpenAsync(MemoryId id)
    {
        var memory = _memories.GetOrAdd(id, _ => new OpenMemory(_store, id));
        try
        {
            return await memory.Index.Value;
        }
        catch
        {
            // What could not be read now may be read by the next look-up.
            _memories.TryRemove(KeyValuePair.Create(id, memory));
            throw;
        }
    }

    private void OnCommitted(Change change)
    {
        foreach (var (id, memory) in _memories)
        {
            memory.Take(change.Operations.Where(operation => IsIn(operation.Before, id) || IsIn(operation.After, id)));
        }
    }

    private static bool IsIn(Entity? entity, MemoryId id) => entity is TranslationUnit unit && unit.MemoryId == id;
}
