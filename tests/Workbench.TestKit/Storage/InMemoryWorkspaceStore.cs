using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.TestKit.Storage;

/// <summary>What an <see cref="InMemoryWorkspaceStore"/> leaves behind when it is closed, so that it can be opened again.</summary>
public sealed class InMemoryDisk
{
    internal Dictionary<(Type Type, string Key), Entity> Entities { get; } = [];

    internal List<Change> Changes { get; } = [];

    internal Dictionary<string, EntityVersion> Commands { get; } = new(StringComparer.Ordinal);

    internal string StoreId { get; } = Guid.NewGuid().ToString("N");

    internal bool IsOpen { get; set; }
}

/// <summary>The model of a store: what <see cref="IWorkspaceStore"/> promises, in the fewest words. For tests.</summary>
public sealed class InMemoryWorkspaceStore : IWorkspaceStore
{
    private readonly Lock _lock = new();
    private readonly InMemoryDisk _disk;
    private readonly TimeProvider _clock;
    private bool _closed;

    public InMemoryWorkspaceStore()
        : this(new InMemoryDisk(), TimeProvider.System)
    {
    }

    /// <exception cref="WorkspaceInUseException">The disk is open already.</exception>
    public InMemoryWorkspaceStore(InMemoryDisk disk, TimeProvider clock)
    {
        (_disk, _clock) = (disk, clock);
        lock (disk)
        {
            if (disk.IsOpen)
            {
                throw new WorkspaceInUseException("memory");
            }

            disk.IsOpen = true;
        }
    }

    public event Action<Change>? Committed;

    public StoreInfo Info => new("memory", 1, _disk.StoreId, Epoch: 1);

    /// <summary>Set, every commit is answered with it: the disk is full, or the machine is going down.</summary>
    public Problem? Unavailable { get; set; }

    public long LastSequence
    {
        get
        {
            lock (_lock)
            {
                return _disk.Changes.Count;
            }
        }
    }

    public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(Commit(changes));
        }
    }

    public ValueTask<T?> FindAsync<T>(Id<T> id, CancellationToken cancellationToken) where T : Entity
    {
        lock (_lock)
        {
            return ValueTask.FromResult((T?)_disk.Entities.GetValueOrDefault((typeof(T), id.Value)));
        }
    }

    public ValueTask<ImmutableArray<T>> ListAsync<T>(
        string parentKey, int skip, int take, CancellationToken cancellationToken) where T : Entity
    {
        lock (_lock)
        {
            return ValueTask.FromResult<ImmutableArray<T>>([.. Children<T>(parentKey)
                .OrderBy(entity => entity.Order).ThenBy(entity => entity.Key, StringComparer.Ordinal)
                .Skip(skip).Take(take)]);
        }
    }

    public ValueTask<int> CountAsync<T>(string parentKey, CancellationToken cancellationToken) where T : Entity
    {
        lock (_lock)
        {
            return ValueTask.FromResult(Children<T>(parentKey).Count());
        }
    }

    public ValueTask<ImmutableArray<T>> LookUpAsync<T>(string lookupKey, CancellationToken cancellationToken) where T : Entity
    {
        lock (_lock)
        {
            return ValueTask.FromResult<ImmutableArray<T>>([.. _disk.Entities.Values.OfType<T>()
                .Where(entity => lookupKey.Length > 0 && entity.LookupKey == lookupKey)
                .OrderBy(entity => entity.Key, StringComparer.Ordinal)]);
        }
    }

    public async IAsyncEnumerable<Change> ReadChangesAsync(
        long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        Change[] written;
        lock (_lock)
        {
            written = [.. _disk.Changes.Skip((int)sequence)];
        }

        foreach (var change in written)
        {
            yield return change;
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                _closed = true;
                _disk.IsOpen = false;
            }
        }

        return ValueTask.CompletedTask;
    }

    private CommitResult Commit(ChangeSet changes)
    {
        if (_closed || Unavailable is not null)
        {
            return new CommitResult.Unavailable(Unavailable ?? new Problem("store-closed"));
        }

        if (_disk.Commands.TryGetValue(changes.Command.Value, out var first))
        {
            return new CommitResult.Duplicate(first);
        }

        if ((ChangeSetRules.FirstProblem(changes) ?? FirstRefusedText(changes)) is { } problem)
        {
            return new CommitResult.Rejected(problem);
        }

        ImmutableArray<ConflictingEntity> conflicts = [.. changes.Operations
            .Where(operation => !operation.Unconditional && (Current(operation)?.Version ?? EntityVersion.None) != operation.BasedOn)
            .Select(operation => new ConflictingEntity(operation.Subject.Key, Current(operation)))];

        return conflicts.IsEmpty ? Apply(changes) : new CommitResult.Conflict(conflicts);
    }

    private CommitResult.Committed Apply(ChangeSet changes)
    {
        var version = new EntityVersion(Info.Epoch, _disk.Changes.Count + 1);
        var written = changes.Operations.Select(operation => Stored(operation, version)).OfType<Operation>().ToImmutableArray();
        foreach (var operation in written)
        {
            var subject = operation.Subject;
            if (operation.After is { } after)
            {
                _disk.Entities[(subject.GetType(), subject.Key)] = after;
            }
            else
            {
                _disk.Entities.Remove((subject.GetType(), subject.Key));
            }
        }

        var change = new Change(
            version.Sequence, changes.Command, changes.Actor, changes.UndoGroup, _clock.GetUtcNow(), written);
        _disk.Changes.Add(change);
        _disk.Commands.Add(changes.Command.Value, version);
        Committed?.Invoke(change);
        return new CommitResult.Committed(version);
    }

    /// <summary>The operation as the feed tells it; null for the removal of nothing.</summary>
    private Operation? Stored(Operation operation, EntityVersion version) =>
        (Current(operation), operation.After is null ? null : operation.After with { Version = version }) switch
        {
            ({ } before, { } after) => Operation.Replace(before, after),
            ({ } before, null) => Operation.Remove(before),
            (null, { } after) => Operation.Create(after),
            _ => null,
        };

    private Entity? Current(Operation operation) =>
        _disk.Entities.GetValueOrDefault((operation.Subject.GetType(), operation.Subject.Key));

    private IEnumerable<T> Children<T>(string parentKey) where T : Entity =>
        _disk.Entities.Values.OfType<T>().Where(entity => entity.ParentKey == parentKey);

    private static Problem? FirstRefusedText(ChangeSet changes)
    {
        var texts = changes.Operations.Where(operation => operation.After is not null)
            .SelectMany(operation => EntityTexts.Of(operation.After!).Select(text => (operation.After!.Key, text.Field, text.Text)))
            .Append((Key: "", Field: nameof(ChangeSet.Command), Text: changes.Command.Value))
            .Append((Key: "", Field: nameof(ChangeSet.Actor), Text: changes.Actor.Value))
            .Append((Key: "", Field: nameof(ChangeSet.UndoGroup), Text: changes.UndoGroup));

        foreach (var (key, field, text) in texts)
        {
            if (TextGate.FirstRefused(text) is { } at)
            {
                return ChangeSetRules.NotStorable(key, field, at);
            }
        }

        return null;
    }
}
