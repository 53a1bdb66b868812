using System.Globalization;
using LiteDB;
using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Storage.Lite;

namespace Workbench.Storage.Tests;

/// <summary>What makes a commit durable, and what happens when the disk does not play along.</summary>
public sealed class DurabilityShould : IDisposable
{
    private static readonly ActorId Who = new("actor-1");

    private readonly TemporaryFolder _temporary = new();

    public DurabilityShould() => _temporary.Folder.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Find_the_confirming_page_by_its_byte_18()
    {
        using var file = LiteFile.Open(_temporary.Folder, faults: null);
        var records = file.Database.GetCollection("test");
        for (var number = 1; number <= 3; number++)
        {
            file.Database.BeginTrans();
            records.Insert(new BsonDocument { ["_id"] = number, ["text"] = new string('x', 30_000) });
            file.Commit();
        }

        file.Dispose();
        var pages = File.ReadAllBytes(_temporary.Folder.DatabaseLog).Chunk(LogStream.StoredPageSize).ToArray();
        var confirming = pages.Select((page, index) => (Index: index, Confirmed: page[LogStream.ConfirmedByte]))
            .Where(page => page.Confirmed != 0).ToArray();

        Assert.All(confirming, page => Assert.Equal(1, page.Confirmed));
        Assert.Equal(3, confirming.Length);
        Assert.Equal(pages.Length - 1, confirming[^1].Index);
        Assert.True(pages.Length > 3 * 4, "A transaction of several pages has one that confirms it.");
    }

    [Fact]
    public async Task Sync_once_for_those_that_wait_together()
    {
        var faults = new CountedFaults();
        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System, faults);
        var before = faults.Syncs;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => WriteAsync(store, number))));

        Assert.Equal(200, store.LastSequence);
        Assert.InRange(faults.Syncs - before, 1, 199);
    }

    [Fact]
    public async Task Never_answer_before_the_log_is_synced()
    {
        var faults = new CountedFaults();
        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System, faults);
        var before = faults.Syncs;

        for (var number = 1; number <= 5; number++)
        {
            await WriteAsync(store, number);
            Assert.True(faults.Syncs >= before + number, "Each commit that waits for itself is synced for itself.");
        }
    }

    [Fact]
    public async Task Move_a_long_log_into_the_database()
    {
        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System);

        for (var number = 0; number < 40; number++)
        {
            await WriteAsync(store, number, new string('각', 20_000));
        }

        await WaitUntilAsync(() => new FileInfo(_temporary.Folder.DatabaseLog).Length < 6 << 20);
        Assert.True(new FileInfo(_temporary.Folder.Database).Length > 2 << 20, "The database has taken over from the log.");
    }

    [Fact]
    public async Task Leave_no_log_behind_when_it_is_closed()
    {
        await using (var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System))
        {
            await WriteAsync(store, 1);
        }

        Assert.Equal(0, new FileInfo(_temporary.Folder.DatabaseLog).Length);
    }

    [Fact]
    public async Task Answer_unavailable_while_the_disk_is_full_and_go_on_when_it_is_not()
    {
        var faults = new CountedFaults();
        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System, faults);
        await WriteAsync(store, 1);
        var command = CommandId.New();

        faults.FailFrom(0);
        var failed = await TryAsync(store, 2, command);
        var again = await TryAsync(store, 3, CommandId.New());
        faults.FailFrom(null);
        var retried = await TryAsync(store, 2, command);

        Assert.Equal("store-full", Assert.IsType<CommitResult.Unavailable>(failed).Problem.Code);
        Assert.IsType<CommitResult.Unavailable>(again);
        Assert.Equal(2, Assert.IsType<CommitResult.Committed>(retried).Version.Sequence);
        await AssertHoldsAsync(store, [1, 2]);
    }

    [Fact]
    public async Task Lose_nothing_acknowledged_whichever_call_to_the_disk_fails()
    {
        for (var call = 0; call < 60; call++)
        {
            using var temporary = new TemporaryFolder();
            temporary.Folder.Create();
            var faults = new CountedFaults();
            var acknowledged = new List<int>();
            var store = LiteWorkspaceStore.Open(temporary.Folder, TimeProvider.System, faults);
            faults.FailFrom(call, once: call % 2 == 0);
            for (var number = 1; number <= 6; number++)
            {
                if ((await TryAsync(store, number, CommandId.New())).IsDurable)
                {
                    acknowledged.Add(number);
                }
            }

            await store.DisposeAsync();
            await using var reopened = LiteWorkspaceStore.Open(temporary.Folder, TimeProvider.System);
            await AssertHoldsAsync(reopened, acknowledged);
        }
    }

    [Fact]
    public async Task Open_what_a_killed_process_left()
    {
        using var copy = new TemporaryFolder();
        copy.Folder.Create();
        await using (var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System))
        {
            await WriteAsync(store, 1);
            await WriteAsync(store, 2);
            CopyWhileOpen(_temporary.Folder.Database, copy.Folder.Database);
            CopyWhileOpen(_temporary.Folder.DatabaseLog, copy.Folder.DatabaseLog);
        }

        await using var left = LiteWorkspaceStore.Open(copy.Folder, TimeProvider.System);

        await AssertHoldsAsync(left, [1, 2]);
    }

    [Fact]
    public async Task Cut_off_a_log_that_ends_in_the_middle()
    {
        foreach (var torn in (int[])[1, 100, LogStream.StoredPageSize, LogStream.StoredPageSize + 1])
        {
            using var copy = new TemporaryFolder();
            copy.Folder.Create();
            await using (var store = LiteWorkspaceStore.Open(copy.Folder, TimeProvider.System))
            {
                await WriteAsync(store, 1);
                await WriteAsync(store, 2);
                CopyWhileOpen(copy.Folder.Database, _temporary.Folder.Database);
                CopyWhileOpen(copy.Folder.DatabaseLog, _temporary.Folder.DatabaseLog);
            }

            using (var log = new FileStream(_temporary.Folder.DatabaseLog, FileMode.Open))
            {
                log.SetLength(log.Length - torn);
            }

            await using var left = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System);
            await AssertHoldsAsync(left, [1]);
            Assert.IsType<CommitResult.Committed>(await TryAsync(left, 3, CommandId.New()));
            await left.DisposeAsync();
            File.Delete(_temporary.Folder.Database);
            File.Delete(_temporary.Folder.DatabaseLog);
        }
    }

    /// <summary>After a power cut the confirming page of a transaction may be there without an earlier one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(PageStream.PageSize - 1)]
    [InlineData(PageStream.PageSize + 9)]
    public async Task Forget_a_transaction_of_which_a_page_never_arrived(int broken)
    {
        using var copy = new TemporaryFolder();
        copy.Folder.Create();
        long first;
        await using (var store = LiteWorkspaceStore.Open(copy.Folder, TimeProvider.System))
        {
            await WriteAsync(store, 1);
            first = new FileInfo(copy.Folder.DatabaseLog).Length;
            await WriteAsync(store, 2, new string('x', 30_000));
            CopyWhileOpen(copy.Folder.Database, _temporary.Folder.Database);
            CopyWhileOpen(copy.Folder.DatabaseLog, _temporary.Folder.DatabaseLog);
        }

        using (var log = new FileStream(_temporary.Folder.DatabaseLog, FileMode.Open))
        {
            log.Position = first + broken;
            var there = log.ReadByte();
            log.Position--;
            log.WriteByte((byte)(there ^ 1));
        }

        await using var left = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System);

        await AssertHoldsAsync(left, [1]);
        Assert.Equal(1, left.LastSequence);
        Assert.IsType<CommitResult.Committed>(await TryAsync(left, 3, CommandId.New()));
    }

    [Fact]
    public async Task Begin_again_where_the_first_opening_was_cut_short()
    {
        await File.WriteAllBytesAsync(_temporary.Folder.Database, new byte[100], Cancellation);

        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System);

        await WriteAsync(store, 1);
    }

    [Fact]
    public async Task Refuse_a_file_that_is_no_database()
    {
        await File.WriteAllBytesAsync(_temporary.Folder.Database, new byte[3 * PageStream.PageSize], Cancellation);

        var refused = Assert.Throws<WorkspaceDamagedException>(() => LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System));

        Assert.Equal("workspace-damaged", refused.Problem.Code);
        Assert.Equal(3 * PageStream.PageSize, new FileInfo(_temporary.Folder.Database).Length);
    }

    [Fact]
    public async Task Refuse_what_a_newer_program_wrote()
    {
        await using (LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System))
        {
        }

        using (var file = LiteFile.Open(_temporary.Folder, faults: null))
        {
            file.Database.BeginTrans();
            var about = file.Database.GetCollection("about").FindById("store");
            about["schema"] = LiteWorkspaceStore.SchemaVersion + 1;
            file.Database.GetCollection("about").Update(about);
            file.Commit();
        }

        var refused = Assert.Throws<WorkspaceTooNewException>(() => LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System));

        Assert.Equal("workspace-too-new", refused.Problem.Code);
    }

    private static Note NewNote(int number, string text) => new()
    {
        Id = new(number.ToString(CultureInfo.InvariantCulture)),
        SegmentId = new("segment-1"),
        Text = text,
        Actor = Who,
        At = DateTimeOffset.UnixEpoch,
    };

    private static async Task WriteAsync(LiteWorkspaceStore store, int number, string text = "text") => Assert.IsType<CommitResult.Committed>(
        await store.CommitAsync(new ChangeSet(CommandId.New(), Who, Operation.Create(NewNote(number, text))), Cancellation));

    private static async Task<CommitResult> TryAsync(LiteWorkspaceStore store, int number, CommandId command) =>
        await store.CommitAsync(new ChangeSet(command, Who, Operation.Create(NewNote(number, "text"))), Cancellation);

    /// <summary>Everything acknowledged is there, nothing is half there, and the feed has no gap.</summary>
    private static async Task AssertHoldsAsync(LiteWorkspaceStore store, IEnumerable<int> acknowledged)
    {
        var notes = await store.ListAsync<Note>("segment-1", Cancellation);
        var changes = new List<Change>();
        await foreach (var change in store.ReadChangesAsync(0, Cancellation))
        {
            changes.Add(change);
        }

        Assert.Empty(acknowledged.Select(number => NewNote(number, "").Key).Except(notes.Select(note => note.Key)));
        Assert.Equal(changes.Select(change => change.Operations[0].After), notes.OrderBy(note => note.Version.Sequence));
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number), changes.Select(change => change.Sequence));
        Assert.Equal(changes.Count, store.LastSequence);
    }

    private static void CopyWhileOpen(string from, string to)
    {
        // Past the lock that .NET puts on an open file: what a kill leaves is what the system has.
        using var copy = System.Diagnostics.Process.Start("cp", [from, to]);
        copy.WaitForExit();
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        for (var attempt = 0; !condition(); attempt++)
        {
            Assert.True(attempt < 100, "It did not come about within ten seconds.");
            await Task.Delay(100, Cancellation);
        }
    }

    /// <summary>Counts the calls to the disk and lets them fail as a full disk does.</summary>
    private sealed class CountedFaults : IoFaults
    {
        private readonly Lock _lock = new();
        private int? _failFrom;
        private bool _once;
        private int _syncs;

        public int Syncs => Volatile.Read(ref _syncs);

        /// <param name="calls">How many calls still work; null for all.</param>
        public void FailFrom(int? calls, bool once = false)
        {
            lock (_lock)
            {
                (_failFrom, _once) = (calls, once);
            }
        }

        public override void BeforeWrite() => Count();

        public override void BeforeSync()
        {
            Interlocked.Increment(ref _syncs);
            Count();
        }

        private void Count()
        {
            lock (_lock)
            {
                if (_failFrom is not { } left)
                {
                    return;
                }

                if (left > 0)
                {
                    _failFrom = left - 1;
                    return;
                }

                _failFrom = _once ? null : 0;
                throw new IOException("No space left on device", 28);
            }
        }
    }
}
