using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LiteDB;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Storage.Codecs;
using Workbench.Storage.Lite;

namespace Workbench.Storage;

/// <summary>
/// Keeps a workspace in LiteDB. Change sets wait in a queue for the one thread that writes; those that wait together are written
/// in one transaction and synced once. Reads and writes take turns under one lock, so that nobody reads what is not yet durable.
/// </summary>
public sealed class LiteWorkspaceStore : IWorkspaceStore
{
    /// <summary>The shape on disk that this program writes, and the newest that it reads.</summary>
    public const int SchemaVersion = 1;

    private const int MaxBatch = 128;
    private const int MaxBatchOperations = 2 * ChangeSet.MaxOperations;
    private const int ChangesAtATime = 256;
    private const long CheckpointAt = 4 * 1024 * 1024;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly BlockingCollection<Waiting> _queue = [];
    private readonly DataFolder _folder;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly IoFaults? _faults;
    private readonly Thread _writer;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiteFile? _file; // Null after a failure, until it is opened again; everything below the lock.
    private LiteTables? _tables;
    private bool _closed;
    private long _lastSequence;

    private LiteWorkspaceStore(DataFolder folder, TimeProvider clock, ILogger logger, IoFaults? faults)
    {
        (_folder, _clock, _logger, _faults) = (folder, clock, logger, faults);
        Info = OpenTables().Info;
        _writer = new Thread(WriteWhatComes) { Name = "Workspace writer", IsBackground = true };
        _writer.Start();
    }

    public event Action<Change>? Committed;

    public StoreInfo Info { get; }

    public long LastSequence => Interlocked.Read(ref _lastSequence);

    /// <summary>Opens the database of a folder that exists. The caller holds the folder's lock: see <see cref="Workspace"/>.</summary>
    /// <exception cref="WorkspaceTooNewException">A newer program wrote it.</exception>
    /// <exception cref="WorkspaceDamagedException">It cannot be read.</exception>
    public static LiteWorkspaceStore Open(DataFolder folder, TimeProvider clock, ILogger<LiteWorkspaceStore>? logger = null) =>
        Open(folder, clock, faults: null, logger);

    internal static LiteWorkspaceStore Open(
        DataFolder folder, TimeProvider clock, IoFaults? faults, ILogger<LiteWorkspaceStore>? logger = null) =>
        new(folder, clock, logger ?? NullLogger<LiteWorkspaceStore>.Instance, faults);

    public async ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (ChangeSetRules.FirstProblem(changes) is { } problem)
        {
            return new CommitResult.Rejected(problem);
        }

        try
        {
            var waiting = new Waiting(EncodedChangeSet.Of(changes));
            _queue.Add(waiting, CancellationToken.None);
            await using var leaving = cancellationToken.UnsafeRegister(static one => ((Waiting)one!).Leave(), waiting);
            return await waiting.Result;
        }
        catch (TextRefusedException refused)
        {
            return new CommitResult.Rejected(refused.Problem);
        }
        catch (InvalidOperationException) when (_queue.IsAddingCompleted)
        {
            return new CommitResult.Unavailable(new Problem("store-closed"));
        }
    }

    public ValueTask<T?> FindAsync<T>(Id<T> id, CancellationToken cancellationToken) where T : Entity
    {
        var codec = EntityCodec.Of(typeof(T));
        return ReadAsync(
            tables => tables[codec].Find(id.Value),
            record => record is null ? null : (T)EntityTable.Entity(codec, record),
            cancellationToken);
    }

    public ValueTask<ImmutableArray<T>> ListAsync<T>(
        string parentKey, int skip, int take, CancellationToken cancellationToken) where T : Entity
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        var codec = EntityCodec.Of(typeof(T));
        return take == 0
            ? ValueTask.FromResult<ImmutableArray<T>>([])
            : ReadAsync(tables => tables[codec].List(parentKey, skip, take), records => Entities<T>(codec, records), cancellationToken);
    }

    public ValueTask<int> CountAsync<T>(string parentKey, CancellationToken cancellationToken) where T : Entity =>
        ReadAsync(tables => tables[EntityCodec.Of(typeof(T))].Count(parentKey), count => count, cancellationToken);

    public ValueTask<ImmutableArray<T>> LookUpAsync<T>(string lookupKey, CancellationToken cancellationToken) where T : Entity
    {
        var codec = EntityCodec.Of(typeof(T));
        return ReadAsync(tables => tables[codec].LookUp(lookupKey), records => Entities<T>(codec, records), cancellationToken);
    }

    public async IAsyncEnumerable<Change> ReadChangesAsync(
        long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = LastSequence;
        while (sequence < last)
        {
            var after = sequence;
            var changes = await ReadAsync(
                tables => tables.Changes.ReadAfter(after, ChangesAtATime), records => records, cancellationToken);
            foreach (var change in changes.Select(ChangeTable.Read).TakeWhile(change => change.Sequence <= last))
            {
                yield return change;
                sequence = change.Sequence;
            }

            if (changes.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Writes what waits, moves the log into the database and closes both.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _stopped.Task;
    }

    private static ImmutableArray<T> Entities<T>(EntityCodec codec, List<BsonDocument> records) where T : Entity =>
        [.. records.Select(record => (T)EntityTable.Entity(codec, record))];

    /// <summary>Reads records under the lock, and makes entities of them outside. A short wait is waited out elsewhere.</summary>
    private ValueTask<TResult> ReadAsync<TRecords, TResult>(
        Func<LiteTables, TRecords> read, Func<TRecords, TResult> make, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_lock.TryEnter())
        {
            return new ValueTask<TResult>(Task.Run(() => make(ReadInTurn(read)), cancellationToken));
        }

        TRecords records;
        try
        {
            records = read(OpenTables());
        }
        finally
        {
            _lock.Exit();
        }

        return ValueTask.FromResult(make(records));
    }

    private TRecords ReadInTurn<TRecords>(Func<LiteTables, TRecords> read)
    {
        lock (_lock)
        {
            return read(OpenTables());
        }
    }

    /// <summary>The tables, opened again after a failure.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    private LiteTables OpenTables()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_tables is null)
        {
            var file = LiteFile.Open(_folder, _faults);
            try
            {
                var tables = LiteTables.Open(file);
                file.Checkpoint();
                Interlocked.Exchange(ref _lastSequence, tables.Changes.LastSequence);
                (_file, _tables) = (file, tables);
            }
            catch
            {
                file.Abandon();
                throw;
            }
        }

        return _tables;
    }

    private void WriteWhatComes()
    {
        var batch = new List<Waiting>(MaxBatch);
        while (!_queue.IsCompleted)
        {
            if (!_queue.TryTake(out var first, Idle))
            {
                CheckpointWhen(atLeast: 1);
                continue;
            }

            for (var next = first; next is not null; next = NextFor(batch))
            {
                if (next.Take())
                {
                    batch.Add(next);
                }
            }

            Write(batch);
            batch.Clear();
            CheckpointWhen(CheckpointAt);
        }

        Close();
    }

    private Waiting? NextFor(List<Waiting> batch) =>
        batch.Count < MaxBatch
        && batch.Sum(waiting => waiting.Encoded.Records.Length) < MaxBatchOperations
        && _queue.TryTake(out var next) ? next : null;

    /// <summary>Writes a batch together; where something in it breaks the transaction, one by one.</summary>
    private void Write(List<Waiting> batch)
    {
        try
        {
            WriteTogether(batch);
        }
        catch (Exception failure) when (failure is not IOException && batch.Count > 1)
        {
            _logger.BatchFailed(failure, batch.Count);
            foreach (var one in batch)
            {
                Write([one]);
            }
        }
        catch (Exception failure)
        {
            _logger.CommitFailed(failure);
            var result = new CommitResult.Unavailable(new Problem(IsFull(failure) ? "store-full" : "store-unavailable"));
            foreach (var one in batch)
            {
                one.Answer(result);
            }
        }
    }

    private void WriteTogether(List<Waiting> batch)
    {
        List<(Waiting Waiting, CommitResult Result, Change? Change)> written;
        lock (_lock)
        {
            try
            {
                written = Apply(batch);
            }
            catch
            {
                Abandon();
                throw;
            }
        }

        foreach (var (waiting, result, change) in written)
        {
            if (change is not null)
            {
                Publish(change);
            }

            waiting.Answer(result);
        }
    }

    private List<(Waiting, CommitResult, Change?)> Apply(List<Waiting> batch)
    {
        var tables = OpenTables();
        var sequence = LastSequence;
        var written = new List<(Waiting, CommitResult, Change?)>(batch.Count);
        _file!.Database.BeginTrans();
        foreach (var waiting in batch)
        {
            var (result, change) = tables.Apply(waiting.Encoded, sequence + 1, _clock.GetUtcNow());
            sequence = change?.Sequence ?? sequence;
            written.Add((waiting, result, change));
        }

        if (sequence == LastSequence)
        {
            _file.Database.Rollback(); // Nothing was written: no page would confirm it.
        }
        else
        {
            _file.Commit();
            Interlocked.Exchange(ref _lastSequence, sequence);
        }

        return written;
    }

    private void Publish(Change change)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(Committed))
        {
            try
            {
                handler(change);
            }
#pragma warning disable CA1031 // Whatever a listener throws, the writer goes on.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                _logger.ListenerFailed(failure, change.Sequence);
            }
        }
    }

    private void CheckpointWhen(long atLeast)
    {
        lock (_lock)
        {
            try
            {
                if (_file is { } file && file.LogLength >= atLeast)
                {
                    file.Checkpoint();
                }
            }
            catch (Exception failure) when (failure is IOException or LiteException)
            {
                _logger.CheckpointFailed(failure);
                Abandon();
            }
        }
    }

    /// <summary>Lets go of a database that has failed. The next read or write opens it again, as it was last acknowledged.</summary>
    private void Abandon()
    {
        _file?.Abandon();
        (_file, _tables) = (null, null);
    }

    private void Close()
    {
        CheckpointWhen(atLeast: 1);
        lock (_lock)
        {
            _closed = true;
            _file?.Dispose();
            (_file, _tables) = (null, null);
        }

        _stopped.SetResult();
    }

    /// <summary>ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL; ENOSPC and EDQUOT elsewhere.</summary>
    private static bool IsFull(Exception failure) =>
        failure.HResult is unchecked((int)0x80070070) or unchecked((int)0x80070027) or 28 or 122 or 69
        || (failure.InnerException is { } inner && IsFull(inner));

    /// <summary>A change set in the queue. Until the writer takes it, its caller may leave; after that it is written.</summary>
    private sealed class Waiting(EncodedChangeSet encoded)
    {
        private readonly TaskCompletionSource<CommitResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _decided;

        public EncodedChangeSet Encoded { get; } = encoded;

        public Task<CommitResult> Result => _answer.Task;

        public bool Take() => Interlocked.Exchange(ref _decided, 1) == 0;

        public void Leave()
        {
            if (Take())
            {
                _answer.SetCanceled();
            }
        }

        public void Answer(CommitResult result) => _answer.TrySetResult(result);
    }
}
