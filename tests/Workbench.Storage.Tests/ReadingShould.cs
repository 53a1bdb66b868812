using System.Diagnostics;
using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.Storage.Codecs;
using Workbench.Storage.Lite;

namespace Workbench.Storage.Tests;

public sealed class ReadingShould : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public ReadingShould() => _temporary.Folder.Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Page_through_a_range_of_one_index()
    {
        await using (LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System))
        {
        }

        using var file = LiteFile.Open(_temporary.Folder, faults: null);
        foreach (var codec in EntityCodec.Known)
        {
            var plan = new EntityTable(file.Database, codec).Plan("parent");

            Assert.Contains("INDEX RANGE SCAN", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("orderBy", plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answer_while_others_write()
    {
        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var writers = Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await store.CommitAsync(
                    new ChangeSet(CommandId.New(), new("a"), Operation.Create(NewSegment($"{writer}-{number}", number))), Cancellation);
            }
        }, Cancellation)).ToArray();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var reads = 0;
            for (; !stop.IsCancellationRequested; reads++)
            {
                var last = store.LastSequence;
                Assert.True(await store.CountAsync<Segment>("document", Cancellation) >= last);
                var page = await store.ListAsync<Segment>("document", (int)last / 2, 20, Cancellation);
                Assert.Equal(page.OrderBy(segment => segment.Position).ThenBy(segment => segment.Key, StringComparer.Ordinal), page);
            }

            return reads;
        }, Cancellation)).ToArray();

        await Task.WhenAll(writers);
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 10));
    }

    [Fact]
    public async Task Find_a_page_deep_in_a_long_document()
    {
        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System);
        for (var start = 0; start < 10_000; start += 500)
        {
            await store.CommitAsync(
                new ChangeSet(
                    CommandId.New(), new("a"), "import", [.. Enumerable.Range(start, 500).Select(number => Operation.Create(NewSegment($"{number}", number)))]),
                Cancellation);
        }

        var watch = Stopwatch.StartNew();
        var page = await store.ListAsync<Segment>("document", 9_000, 50, Cancellation);

        Assert.Equal(Enumerable.Range(9_000, 50).Select(number => $"{number}"), page.Select(segment => segment.Key));
        Assert.Equal(10_000, await store.CountAsync<Segment>("document", Cancellation));
        TestContext.Current.SendDiagnosticMessage("A page of 50 at 9,000 and a count took {0} ms.", watch.ElapsedMilliseconds);
    }

    [Fact]
    public async Task Go_on_when_a_listener_fails()
    {
        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System);
        var heard = 0;
        store.Committed += _ => throw new InvalidOperationException("A listener of little use.");
        store.Committed += _ => heard++;

        for (var number = 0; number < 3; number++)
        {
            await store.CommitAsync(new ChangeSet(CommandId.New(), new("a"), Operation.Create(NewSegment($"{number}", number))), Cancellation);
        }

        Assert.Equal(3, heard);
    }

    [Fact]
    public async Task Refuse_more_text_than_a_record_holds()
    {
        await using var store = LiteWorkspaceStore.Open(_temporary.Folder, TimeProvider.System);
        var text = InlineText.Of(new string('각', 20_000));

        var result = await store.CommitAsync(
            new ChangeSet(
                CommandId.New(), new("a"), "import", [.. Enumerable.Range(0, 300).Select(number => Operation.Create(NewSegment($"{number}", number) with { Source = text }))]),
            Cancellation);

        Assert.Equal("change-set-too-heavy", Assert.IsType<CommitResult.Rejected>(result).Problem.Code);
        Assert.Equal(0, await store.CountAsync<Segment>("document", Cancellation));
    }

    private static Segment NewSegment(string key, long position) => new()
    {
        Id = new(key),
        DocumentId = new("document"),
        UnitId = new("unit"),
        Position = position,
        Source = InlineText.Of("Text of " + key),
    };
}
