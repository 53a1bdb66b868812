using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Workbench.Core.Documents;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Text;
using Xunit;

namespace Workbench.TestKit.Storage;

/// <summary>What every <see cref="IWorkspaceStore"/> must do. A store's tests derive from it and say how it is opened.</summary>
public abstract class WorkspaceStoreContract : IAsyncLifetime
{
    private static readonly ActorId Who = new("actor-1");

    private IWorkspaceStore? _store;

    protected IWorkspaceStore Store => _store ?? throw new InvalidOperationException("The store is closed.");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens this test's own workspace: empty at first, and with what it held when it is opened again.</summary>
    protected abstract ValueTask<IWorkspaceStore> OpenAsync();

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected async ValueTask ReopenAsync()
    {
        await Store.DisposeAsync();
        _store = null;
        _store = await OpenAsync();
    }

    [Fact]
    public async Task Read_what_was_written()
    {
        var note = NewNote("a");

        var version = await CommitAsync(Operation.Create(note));

        var stored = await Store.FindAsync(note.Id, Cancellation);
        Assert.Equal(note with { Version = version }, stored);
        Assert.Equal(new EntityVersion(Store.Info.Epoch, 1), version);
        Assert.Equal(1, Store.LastSequence);
    }

    [Fact]
    public async Task Find_nothing_where_nothing_is()
    {
        await CommitAsync(Operation.Create(NewNote("a")));

        Assert.Null(await Store.FindAsync(new Id<Note>("b"), Cancellation));
        Assert.Null(await Store.FindAsync(new Id<Alternative>("a"), Cancellation));
        Assert.Empty(await Store.ListAsync<Note>("elsewhere", Cancellation));
        Assert.Equal(0, await Store.CountAsync<Note>("elsewhere", Cancellation));
        Assert.Empty(await Store.LookUpAsync<TranslationUnit>("x", Cancellation));
    }

    [Fact]
    public async Task Replace_and_remove_what_was_seen()
    {
        await CommitAsync(Operation.Create(NewNote("a")));
        var first = await GetAsync("a");
        await CommitAsync(Operation.Replace(first, first with { Text = "second" }));
        var second = await GetAsync("a");

        Assert.Equal("second", second.Text);
        Assert.Equal(2, second.Version.Sequence);

        await CommitAsync(Operation.Remove(second));

        Assert.Null(await Store.FindAsync(first.Id, Cancellation));
        Assert.Empty(await Store.ListAsync<Note>("segment-1", Cancellation));
    }

    [Fact]
    public async Task Write_all_or_nothing()
    {
        await CommitAsync(Operation.Create(NewNote("a")));
        var stale = NewNote("a") with { Version = new EntityVersion(1, 99) };

        var result = await Store.CommitAsync(
            new ChangeSet(
                CommandId.New(), Who, Operation.Create(NewNote("b")), Operation.Replace(stale, stale with { Text = "x" }), Operation.Create(NewNote("c"))),
            Cancellation);

        Assert.IsType<CommitResult.Conflict>(result);
        Assert.Equal("text of a", (await GetAsync("a")).Text);
        Assert.Equal(1, await Store.CountAsync<Note>("segment-1", Cancellation));
        Assert.Equal(1, Store.LastSequence);
        Assert.Single(await ChangesAsync(0));
    }

    [Fact]
    public async Task Tell_what_is_there_when_the_versions_differ()
    {
        await CommitAsync(Operation.Create(NewNote("a")), Operation.Create(NewNote("b")));
        var seen = await GetAsync("a");
        await CommitAsync(Operation.Replace(seen, seen with { Text = "theirs" }));
        var theirs = await GetAsync("a");

        var replaced = await TryAsync(Operation.Replace(seen, seen with { Text = "mine" }));
        var created = await TryAsync(Operation.Create(NewNote("a")));
        var removed = await TryAsync(Operation.Remove(seen), Operation.Remove(await GetAsync("b")));
        var gone = await TryAsync(Operation.Remove(NewNote("gone") with { Version = new EntityVersion(1, 1) }));
        var epoch = await TryAsync(Operation.Remove(theirs with { Version = theirs.Version with { Epoch = 9 } }));

        foreach (var result in new[] { replaced, created, removed, epoch })
        {
            var conflict = Assert.IsType<CommitResult.Conflict>(result);
            Assert.Equal([new ConflictingEntity("a", theirs)], conflict.Items);
        }

        Assert.Equal([new ConflictingEntity("gone", null)], Assert.IsType<CommitResult.Conflict>(gone).Items);
        Assert.Equal(2, Store.LastSequence);
    }

    [Fact]
    public async Task Overwrite_and_discard_whatever_is_there()
    {
        var draft = NewDraft(1, "one");
        await CommitAsync(Operation.Overwrite(draft));
        await CommitAsync(Operation.Overwrite(NewDraft(2, "two")));

        var stored = await Store.FindAsync(draft.Id, Cancellation);
        Assert.Equal("two", stored!.Target.Text);

        await CommitAsync(Operation.Discard(draft));
        await CommitAsync(Operation.Discard(draft));

        Assert.Null(await Store.FindAsync(draft.Id, Cancellation));
        var changes = await ChangesAsync(0);
        Assert.Equal("one", ((Draft)changes[1].Operations[0].Before!).Target.Text);
        Assert.Equal(2, changes[2].Operations[0].Before!.Version.Sequence);
        Assert.Null(changes[2].Operations[0].After);
        Assert.Empty(changes[3].Operations);
    }

    [Fact]
    public async Task Answer_a_command_sent_twice_with_the_first_result()
    {
        var changes = new ChangeSet(CommandId.New(), Who, Operation.Create(NewNote("a")));
        var first = Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(changes, Cancellation));
        await CommitAsync(Operation.Remove(await GetAsync("a")));

        var again = await Store.CommitAsync(changes, Cancellation);
        await ReopenAsync();
        var later = await Store.CommitAsync(changes, Cancellation);

        Assert.Equal(new CommitResult.Duplicate(first.Version), again);
        Assert.Equal(again, later);
        Assert.True(again.IsDurable);
        Assert.Null(await Store.FindAsync(new Id<Note>("a"), Cancellation));
        Assert.Equal(2, Store.LastSequence);
    }

    [Fact]
    public async Task Commit_one_of_many_equal_commands_sent_at_once()
    {
        var changes = new ChangeSet(CommandId.New(), Who, Operation.Create(NewNote("a")));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () => await Store.CommitAsync(changes, Cancellation))));

        var version = Assert.Single(results.OfType<CommitResult.Committed>()).Version;
        Assert.Equal(7, results.Count(result => result == new CommitResult.Duplicate(version)));
    }

    [Fact]
    public async Task Let_a_command_that_was_refused_try_again()
    {
        var command = CommandId.New();
        await CommitAsync(Operation.Create(NewNote("a")));

        var refused = await Store.CommitAsync(new ChangeSet(command, Who, Operation.Create(NewNote("a"))), Cancellation);
        var taken = await Store.CommitAsync(new ChangeSet(command, Who, Operation.Create(NewNote("b"))), Cancellation);

        Assert.IsType<CommitResult.Conflict>(refused);
        Assert.IsType<CommitResult.Committed>(taken);
    }

    [Fact]
    public async Task Tell_every_change_in_order_with_both_images()
    {
        await CommitAsync(Operation.Create(NewNote("a")), Operation.Create(NewNote("b")));
        var first = await GetAsync("a");
        await Store.CommitAsync(
            new ChangeSet(new CommandId("c2"), Who, "group", [Operation.Replace(first, first with { Text = "second" })]), Cancellation);
        var second = await GetAsync("a");
        await TryAsync(Operation.Create(NewNote("a")));
        await CommitAsync(Operation.Remove(second));

        var changes = await ChangesAsync(0);

        Assert.Equal([1L, 2, 3], changes.Select(change => change.Sequence));
        Assert.Equal(["a", "b"], changes[0].Operations.Select(operation => operation.Subject.Key));
        Assert.All(changes[0].Operations, operation => Assert.Null(operation.Before));
        Assert.All(changes[0].Operations, operation => Assert.Equal(1, operation.After!.Version.Sequence));
        Assert.Equal((new CommandId("c2"), Who, "group"), (changes[1].Command, changes[1].Actor, changes[1].UndoGroup));
        Assert.Equal((first, second), (changes[1].Operations[0].Before, changes[1].Operations[0].After));
        Assert.Equal((second, null), (changes[2].Operations[0].Before, changes[2].Operations[0].After));
        Assert.Equal([2L, 3], (await ChangesAsync(1)).Select(change => change.Sequence));
        Assert.Empty(await ChangesAsync(3));
    }

    [Fact]
    public async Task Raise_each_change_once_and_in_order()
    {
        var raised = new List<Change>();
        Store.Committed += raised.Add;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(
            async () => await CommitAsync(Operation.Create(NewNote($"n{number}"))))));

        var read = await ChangesAsync(0);
        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), raised.Select(change => change.Sequence));
        Assert.Equal(read.Select(EntitySnapshot.Of), raised.Select(EntitySnapshot.Of));
    }

    [Fact]
    public async Task Have_raised_a_change_before_it_answers()
    {
        Change? raised = null;
        Store.Committed += change => raised = change;

        await CommitAsync(Operation.Create(NewNote("a")));

        Assert.Equal(1, raised?.Sequence);
    }

    [Fact]
    public async Task List_the_children_of_a_parent_in_order()
    {
        long[] positions = [5, -3, 0, long.MaxValue, long.MinValue, 1 << 20, 5];
        await CommitAsync([.. positions.Select((position, index) => Operation.Create(NewSegment($"s{index}", position)))]);
        await CommitAsync(Operation.Create(NewSegment("other", 1) with { DocumentId = new("document-10") }));
        await CommitAsync(Operation.Create(NewSegment("shorter", 1) with { DocumentId = new("document-") }));

        var all = await Store.ListAsync<Segment>("document-1", Cancellation);

        Assert.Equal(["s4", "s1", "s2", "s0", "s6", "s5", "s3"], all.Select(segment => segment.Key));
        Assert.Equal(7, await Store.CountAsync<Segment>("document-1", Cancellation));
        Assert.Equal(["other"], (await Store.ListAsync<Segment>("document-10", Cancellation)).Select(segment => segment.Key));
    }

    [Fact]
    public async Task Page_without_gap_or_overlap()
    {
        await CommitAsync([.. Enumerable.Range(0, 53).Select(index => Operation.Create(NewSegment($"s{index:D2}", index / 2)))]);
        var all = (await Store.ListAsync<Segment>("document-1", Cancellation)).Select(segment => segment.Key).ToArray();

        var paged = new List<string>();
        for (var skip = 0; skip < 60; skip += 10)
        {
            paged.AddRange((await Store.ListAsync<Segment>("document-1", skip, 10, Cancellation)).Select(segment => segment.Key));
        }

        Assert.Equal(Enumerable.Range(0, 53).Select(index => $"s{index:D2}"), all);
        Assert.Equal(all, paged);
        Assert.Empty(await Store.ListAsync<Segment>("document-1", 53, 10, Cancellation));
        Assert.Empty(await Store.ListAsync<Segment>("document-1", 0, 0, Cancellation));
        Assert.Equal(3, (await Store.ListAsync<Segment>("document-1", 50, int.MaxValue, Cancellation)).Length);
    }

    [Fact]
    public async Task Follow_an_entity_that_moves()
    {
        await CommitAsync(Operation.Create(NewSegment("a", 1)), Operation.Create(NewSegment("b", 2)));
        var segment = await Store.GetAsync(new SegmentId("a"), Cancellation);

        await CommitAsync(Operation.Replace(segment, segment with { Position = 3 }));
        Assert.Equal(["b", "a"], (await Store.ListAsync<Segment>("document-1", Cancellation)).Select(one => one.Key));

        segment = await Store.GetAsync(new SegmentId("a"), Cancellation);
        await CommitAsync(Operation.Replace(segment, segment with { DocumentId = new("document-2") }));
        Assert.Equal(["b"], (await Store.ListAsync<Segment>("document-1", Cancellation)).Select(one => one.Key));
        Assert.Equal(["a"], (await Store.ListAsync<Segment>("document-2", Cancellation)).Select(one => one.Key));
    }

    [Fact]
    public async Task Look_up_by_the_second_key()
    {
        var unit = EntitySamples.All.OfType<TranslationUnit>().Single();
        var other = unit with { Id = new("tu-0") };
        var different = unit with { Id = new("tu-2"), Source = InlineText.Of("different") };
        await CommitAsync(Operation.Create(unit), Operation.Create(other), Operation.Create(different));

        Assert.Equal(["tu-0", "tu-1"], (await Store.LookUpAsync<TranslationUnit>(unit.LookupKey, Cancellation)).Select(one => one.Key));

        var stored = await Store.GetAsync(other.Id, Cancellation);
        await CommitAsync(Operation.Replace(stored, stored with { Source = different.Source }));
        Assert.Equal(["tu-1"], (await Store.LookUpAsync<TranslationUnit>(unit.LookupKey, Cancellation)).Select(one => one.Key));
        Assert.Equal(["tu-0", "tu-2"], (await Store.LookUpAsync<TranslationUnit>(different.LookupKey, Cancellation)).Select(one => one.Key));
    }

    [Fact]
    public async Task Find_nothing_by_an_empty_second_key()
    {
        await CommitAsync(Operation.Create(NewNote("a")));

        Assert.Empty(await Store.LookUpAsync<Note>("", Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("  two lead, two trail  ")]
    [InlineData("\u00A0no-break edges\u00A0\n")]
    [InlineData("NFC 각 NFD \u1100\u1161\u11A8")]
    [InlineData("zero\u200Bwidth \u200E\u202Ebidi")]
    [InlineData("\u0001\u001F\u007F\uFFFE\uFFFF\uFEFF")]
    [InlineData("emoji \uD83D\uDC69\u200D\uD83D\uDCBB end")]
    [InlineData("' \" $ { [ @0 \\ %")]
    public async Task Keep_a_text_as_it_is(string text)
    {
        await CommitAsync(Operation.Create(NewNote("a") with { Text = text }), Operation.Create(NewDraft(1, text)));

        await ReopenAsync();

        Assert.Equal(text, (await GetAsync("a")).Text);
        Assert.Equal(text, (await Store.FindAsync(NewDraft(1, "").Id, Cancellation))!.Target.Text);
    }

    [Fact]
    public async Task Keep_a_text_of_20000_characters()
    {
        var text = string.Concat(Enumerable.Repeat("번역 ", 6_667))[..20_000];

        await CommitAsync(Operation.Create(NewNote("a") with { Text = text }));
        await ReopenAsync();

        Assert.Equal(text, (await GetAsync("a")).Text);
    }

    [Fact]
    public async Task Keep_keys_apart_that_only_look_alike()
    {
        string[] keys = ["Polish", "polish", "word", "wo\u200Brd", "각", "\u1100\u1161\u11A8", "A", "a"];
        await CommitAsync([.. keys.Select(key => Operation.Create(NewNote(key)))]);

        foreach (var key in keys)
        {
            Assert.Equal($"text of {key}", (await GetAsync(key)).Text);
        }

        Assert.Equal(
            keys.Order(StringComparer.Ordinal), (await Store.ListAsync<Note>("segment-1", Cancellation)).Select(note => note.Key));
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDC69)]
    [InlineData(0x0000)]
    public async Task Refuse_a_text_that_cannot_be_kept(int codeUnit)
    {
        var text = $"half {(char)codeUnit} a character"; // An attribute cannot carry it: its strings are UTF-8.
        var coded = InlineText.Of("ab", new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = 1, Display = text });
        var unit = EntitySamples.All.OfType<Unit>().Single();
        var concept = EntitySamples.All.OfType<ConceptEntry>().Single();
        Entity[] entities =
        [
            NewNote("a") with { Text = text },
            NewSegment("a", 1) with { Source = coded },
            NewDraft(1, "") with { Tab = text },
            unit with { Parts = ["x", text] },
            unit with { OriginalData = unit.OriginalData.SetItem(text, "x") },
            unit with { OriginalData = unit.OriginalData.SetItem("d1", text) },
            concept with { Languages = [concept.Languages[0] with { Terms = [concept.Languages[0].Terms[0] with { Hanja = text }] }] },
            concept with { ConceptId = text },
        ];

        foreach (var entity in entities)
        {
            var result = await TryAsync(Operation.Create(NewNote("good")), Operation.Create(entity));
            Assert.Equal(ChangeSetRules.TextNotStorable, Assert.IsType<CommitResult.Rejected>(result).Problem.Code);
        }

        var group = await Store.CommitAsync(new ChangeSet(CommandId.New(), Who, text, [Operation.Create(NewNote("good"))]), Cancellation);
        Assert.Equal(ChangeSetRules.TextNotStorable, Assert.IsType<CommitResult.Rejected>(group).Problem.Code);
        Assert.Equal(0, Store.LastSequence);
        Assert.Null(await Store.FindAsync(new Id<Note>("good"), Cancellation));
    }

    [Fact]
    public async Task Take_500_operations_and_refuse_more()
    {
        var operations = Enumerable.Range(0, 501).Select(index => Operation.Create(NewNote($"n{index}"))).ToArray();

        var taken = await TryAsync(operations[..500]);
        var refused = await TryAsync([.. operations.Select(operation => Operation.Overwrite(operation.Subject))]);

        Assert.IsType<CommitResult.Committed>(taken);
        Assert.Equal("change-set-too-large", Assert.IsType<CommitResult.Rejected>(refused).Problem.Code);
        Assert.Equal(500, await Store.CountAsync<Note>("segment-1", Cancellation));
    }

    [Fact]
    public async Task Refuse_to_change_one_entity_twice_at_once()
    {
        var result = await TryAsync(Operation.Overwrite(NewNote("a")), Operation.Discard(NewNote("a")));

        Assert.Equal("entity-changed-twice", Assert.IsType<CommitResult.Rejected>(result).Problem.Code);
    }

    [Fact]
    public async Task Refuse_a_key_that_is_too_long()
    {
        var result = await TryAsync(Operation.Create(NewNote(new string('각', 134))));

        Assert.Equal("key-not-storable", Assert.IsType<CommitResult.Rejected>(result).Problem.Code);
        await CommitAsync(Operation.Create(NewNote(new string('각', 133)) with { SegmentId = new(new string('나', 133)) }));
    }

    [Fact]
    public async Task Count_every_success_of_eight_writers_on_one_entity()
    {
        await CommitAsync(Operation.Create(NewNote("a") with { Text = "0" }));

        var successes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var counted = 0;
            for (var attempt = 0; attempt < 25; attempt++)
            {
                var seen = await GetAsync("a");
                var next = seen with { Text = $"{int.Parse(seen.Text) + 1}" };
                counted += await TryAsync(Operation.Replace(seen, next)) is CommitResult.Committed ? 1 : 0;
            }

            return counted;
        })));

        Assert.Equal($"{successes.Sum()}", (await GetAsync("a")).Text);
        Assert.Equal(successes.Sum() + 1, Store.LastSequence);
    }

    [Fact]
    public async Task Write_nothing_for_a_caller_who_has_left()
    {
        using var left = new CancellationTokenSource();
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.CommitAsync(
            new ChangeSet(CommandId.New(), Who, Operation.Create(NewNote("a"))), left.Token));

        Assert.Equal(0, Store.LastSequence);
    }

    [Fact]
    public async Task Keep_every_type_whole_over_a_close()
    {
        await CommitAsync([.. EntitySamples.All.Select(Operation.Create)]);
        await CommitAsync([.. EntitySamples.All.Select(Operation.Overwrite)]);
        var info = Store.Info;

        await ReopenAsync();

        var changes = await ChangesAsync(0);
        Assert.Equal(info, Store.Info);
        Assert.Equal(2, Store.LastSequence);
        foreach (var sample in EntitySamples.All)
        {
            var first = sample with { Version = new EntityVersion(info.Epoch, 1) };
            var second = sample with { Version = new EntityVersion(info.Epoch, 2) };
            Assert.Equal(EntitySnapshot.Of(second), EntitySnapshot.Of(await FindAsync(sample)));
            var change = Assert.Single(changes[1].Operations, operation => operation.Subject.GetType() == sample.GetType());
            Assert.Equal(EntitySnapshot.Of(first), EntitySnapshot.Of(change.Before));
            Assert.Equal(EntitySnapshot.Of(second), EntitySnapshot.Of(change.After));
        }
    }

    [Fact]
    public void Be_tried_with_every_type_and_every_property_filled()
    {
        var types = typeof(Entity).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Entity)) && !type.IsAbstract);

        Assert.Equal(types.Order(ByName), EntitySamples.All.Select(sample => sample.GetType()).Order(ByName));
        Assert.Empty(EntitySamples.All.SelectMany(sample => Unfilled(sample, sample.GetType().Name)));
    }

    [Fact]
    public async Task Go_on_counting_after_a_close()
    {
        await CommitAsync(Operation.Create(NewNote("a")));
        await ReopenAsync();
        var note = await GetAsync("a");

        var version = await CommitAsync(Operation.Replace(note, note with { Text = "b" }));

        Assert.Equal(new EntityVersion(Store.Info.Epoch, 2), version);
        Assert.Equal([1L, 2], (await ChangesAsync(0)).Select(change => change.Sequence));
    }

    [Fact]
    public async Task Refuse_to_be_opened_twice()
    {
        await Assert.ThrowsAsync<WorkspaceInUseException>(async () => await OpenAsync());

        await CommitAsync(Operation.Create(NewNote("a")));
        await ReopenAsync();
        Assert.NotNull(await Store.FindAsync(new Id<Note>("a"), Cancellation));
    }

    [Fact]
    public async Task Say_that_it_is_closed()
    {
        var store = Store;
        await ReopenAsync();

        var result = await store.CommitAsync(new ChangeSet(CommandId.New(), Who, Operation.Create(NewNote("a"))), Cancellation);

        Assert.Equal("store-closed", Assert.IsType<CommitResult.Unavailable>(result).Problem.Code);
    }

    protected static Note NewNote(string key) => new()
    {
        Id = new(key),
        SegmentId = new("segment-1"),
        Text = $"text of {key}",
        Actor = Who,
        At = DateTimeOffset.UnixEpoch,
    };

    protected static Segment NewSegment(string key, long position) => new()
    {
        Id = new(key),
        DocumentId = new("document-1"),
        UnitId = new("unit-1"),
        Position = position,
        Source = InlineText.Of(key),
    };

    protected static Draft NewDraft(long sequence, string target) => new()
    {
        SegmentId = new("segment-1"),
        DocumentId = new("document-1"),
        Actor = Who,
        Tab = "tab-1",
        BasedOn = EntityVersion.None,
        ClientSequence = sequence,
        Target = InlineText.Of(target),
        At = DateTimeOffset.UnixEpoch,
    };

    protected async ValueTask<EntityVersion> CommitAsync(params Operation[] operations) =>
        Assert.IsType<CommitResult.Committed>(await TryAsync(operations)).Version;

    protected ValueTask<CommitResult> TryAsync(params Operation[] operations) =>
        Store.CommitAsync(new ChangeSet(CommandId.New(), Who, operations), Cancellation);

    protected async ValueTask<Note> GetAsync(string key) => await Store.GetAsync(new Id<Note>(key), Cancellation);

    protected async ValueTask<ImmutableArray<Change>> ChangesAsync(long after)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        await foreach (var change in Store.ReadChangesAsync(after, Cancellation))
        {
            changes.Add(change);
        }

        return changes.ToImmutable();
    }

    private static Comparer<Type> ByName { get; } =
        Comparer<Type>.Create((left, right) => string.CompareOrdinal(left.FullName, right.FullName));

    private async Task<Entity?> FindAsync(Entity sample) => await (Task<Entity?>)typeof(WorkspaceStoreContract)
        .GetMethod(nameof(FindAsAsync), BindingFlags.NonPublic | BindingFlags.Instance)!
        .MakeGenericMethod(sample.GetType())
        .Invoke(this, [sample.Key])!;

    private async Task<Entity?> FindAsAsync<T>(string key) where T : Entity => await Store.FindAsync(new Id<T>(key), Cancellation);

    /// <summary>The properties that still have the value they would have if a store forgot them.</summary>
    private static IEnumerable<string> Unfilled(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
        {
            var name = $"{path}.{property.Name}";
            var held = property.GetValue(value);
            if (property.Name == nameof(Entity.Version) || value is Problem)
            {
                continue;
            }

            if (held is null or "" or false || (held is IEnumerable many && !many.Cast<object>().Any()) || held.Equals(DefaultOf(property)))
            {
                yield return name;
            }
            else if (held is not string && property.PropertyType.Namespace!.StartsWith("Workbench.", StringComparison.Ordinal) && !property.PropertyType.IsEnum)
            {
                foreach (var inner in Unfilled(held, name))
                {
                    yield return inner;
                }
            }
            else if (held is IEnumerable items && items.Cast<object>().First() is { } first && first.GetType().Namespace!.StartsWith("Workbench.", StringComparison.Ordinal))
            {
                foreach (var inner in Unfilled(first, name))
                {
                    yield return inner;
                }
            }
        }
    }

    private static object? DefaultOf(PropertyInfo property) =>
        property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
}
