using System.Collections.Immutable;
using CsCheck;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.TestKit.Storage;
using Xunit;

namespace Workbench.TestKit.Memory;

/// <summary>What every <see cref="IMatchProvider"/> over the memories of a store must do, held to <see cref="BruteForceMatches"/>.</summary>
public abstract class MatchProviderContract : IAsyncLifetime
{
    private static readonly ActorId Who = new("actor-1");
    private readonly InMemoryWorkspaceStore _store = new();
    private IMatchProvider? _provider;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected IWorkspaceStore Store => _store;

    protected IMatchProvider Provider => _provider ??= Open(_store);

    /// <summary>A provider over a store that may hold units already.</summary>
    protected abstract IMatchProvider Open(IWorkspaceStore store);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        (_provider as IDisposable)?.Dispose();
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Find_nothing_in_no_memory_and_in_an_empty_one()
    {
        await GivenUnits(MemorySamples.Unit("a", "Foreign trade grows."));

        Assert.Empty(await Provider.FindAsync(Query("Foreign trade grows.") with { Memories = [] }, Cancellation));
        Assert.Empty(await Provider.FindAsync(Query("Foreign trade grows.") with { Memories = [new("memory-2")] }, Cancellation));
    }

    [Theory]
    [InlineData("Delete file", "Delete file", 100)]
    [InlineData("Delete file", "Delete files", 91)]
    [InlineData("Delete file", "DELETE FILE", 99)]
    [InlineData("Could not open file %s: error 12", "Could not open file %s: error 7", 99)]
    [InlineData("Open the selected file in a new window.", "Open the selected folder in a new window.", 92)]
    [InlineData("Not one of the delegates was present at the opening of the session", "Now one of the delegates was present at the opening of the session", 94)]
    [InlineData("Foreign trade", "Foreign trade?", 99)]
    [InlineData("Foreign  trade ", "foreign trade!", 97)]
    [InlineData("대외무역은 발전한다", "대외 무역은 발전 한다", 100)]
    [InlineData("파일을 저장한다", "파일을 저장하였다", 75)]
    [InlineData("주체112(2023)년", "주체113(2024)년", 99)]
    [InlineData("The connection was closed by the server.", "The server closed the connection.", 0)]
    public async Task Score(string text, string remembered, int score)
    {
        await GivenUnits(MemorySamples.Unit("a", remembered));

        var found = await Provider.FindAsync(Query(text), Cancellation);

        Assert.Equal(score == 0 ? [] : [score], found.Select(match => match.Score.Percent));
    }

    [Fact]
    public async Task Take_a_point_for_each_code_that_is_missing_or_extra()
    {
        await GivenUnits(
            MemorySamples.Unit("bare", "Click Save to keep it"),
            MemorySamples.Unit("coded", InlineText.Of("Click Save to keep it", Code(6, InlineCodeKind.Start), Code(10, InlineCodeKind.End))));

        var found = await Provider.FindAsync(Query("Click Save to keep it"), Cancellation);

        Assert.Equal([("bare", 100), ("coded", 98)], found.Select(match => (match.Unit.Key, match.Score.Percent)));
        Assert.Equal(2, found[1].Breakdown.Codes);
    }

    [Fact]
    public async Task Put_the_same_neighbours_first()
    {
        await GivenUnits(
            MemorySamples.Unit("unknown", "Yes"),
            MemorySamples.Unit("other", "Yes") with { PreviousHash = "x", NextHash = "b" },
            MemorySamples.Unit("same", "Yes") with { PreviousHash = "a", NextHash = "b", CreatedAt = MemorySamples.Noon.AddDays(-1) });

        var found = await Provider.FindAsync(Query("Yes") with { PreviousHash = "a", NextHash = "b" }, Cancellation);
        var alone = await Provider.FindAsync(Query("Yes"), Cancellation);

        Assert.Equal([("same", 101), ("other", 100), ("unknown", 100)], found.Select(match => (match.Unit.Key, match.Score.Percent)));
        Assert.All(alone, match => Assert.Equal(MatchScore.Exact, match.Score));
    }

    [Fact]
    public async Task Put_the_newer_first_among_equals_then_the_lower_key()
    {
        await GivenUnits(
            MemorySamples.Unit("b", "Yes"), MemorySamples.Unit("a", "Yes"), MemorySamples.Unit("c", "Yes") with { CreatedAt = MemorySamples.Noon.AddTicks(1) });

        var found = await Provider.FindAsync(Query("Yes") with { Limit = 2 }, Cancellation);

        Assert.Equal(["c", "a"], found.Select(match => match.Unit.Key));
    }

    [Fact]
    public async Task Leave_out_what_was_confirmed_in_the_segment_itself()
    {
        await GivenUnits(
            MemorySamples.Unit("a", "Yes") with { SegmentKey = "segment-1" }, MemorySamples.Unit("b", "Yes") with { SegmentKey = "segment-2" });

        var found = await Provider.FindAsync(Query("Yes") with { SegmentKey = "segment-1" }, Cancellation);

        Assert.Equal(["b"], found.Select(match => match.Unit.Key));
    }

    [Fact]
    public async Task Look_in_several_memories_at_once()
    {
        await GivenUnits(
            MemorySamples.Unit("a", "Foreign trade"), MemorySamples.Unit("b", "foreign trade", "memory-2"), MemorySamples.Unit("c", "Foreign trade", "memory-3"));

        var found = await Provider.FindAsync(Query("Foreign trade") with { Memories = [new("memory-2"), new("memory-1")] }, Cancellation);

        Assert.Equal(["a", "b"], found.Select(match => match.Unit.Key));
    }

    [Fact]
    public async Task Find_a_confirmed_unit_by_the_next_look_up_and_an_edited_and_a_removed_one_no_more()
    {
        await GivenUnits(MemorySamples.Unit("a", "Foreign trade"));
        Assert.Single(await Provider.FindAsync(Query("Foreign trade"), Cancellation));

        await GivenUnits(MemorySamples.Unit("b", "Light industry"));
        Assert.Single(await Provider.FindAsync(Query("Light industry"), Cancellation));

        var b = await Store.GetAsync(new TranslationUnitId("b"), Cancellation);
        await CommitAsync(Operation.Replace(b, b with { Source = InlineText.Of("Heavy machine building") }));
        Assert.Empty(await Provider.FindAsync(Query("Light industry"), Cancellation));
        Assert.Single(await Provider.FindAsync(Query("Heavy machine building"), Cancellation));

        var changed = await Store.GetAsync(new TranslationUnitId("b"), Cancellation);
        await CommitAsync(Operation.Remove(changed));
        Assert.Empty(await Provider.FindAsync(Query("Heavy machine building"), Cancellation));
    }

    [Fact]
    public async Task Lose_nothing_that_is_committed_while_it_begins()
    {
        const int Units = 40;
        await GivenUnits([.. Enumerable.Range(0, Units).Select(number => MemorySamples.Unit($"before-{number}", "Foreign trade"))]);
        var provider = Provider;
        var query = Query("Foreign trade") with { Limit = 3 * Units };
        var committing = Task.Run(async () =>
        {
            for (var number = 0; number < Units; number++)
            {
                await GivenUnits(MemorySamples.Unit($"meanwhile-{number}", "Foreign trade"));
            }
        }, Cancellation);

        do
        {
            var found = await provider.FindAsync(query, Cancellation);
            Assert.InRange(found.Length, Units, 2 * Units);
            Assert.Distinct(found.Select(match => match.Unit.Key));
        }
        while (!committing.IsCompleted);

        await committing;
        Assert.Equal(2 * Units, (await provider.FindAsync(query, Cancellation)).Length);
    }

    [Fact]
    public async Task Show_the_target_as_it_is_now()
    {
        await GivenUnits(MemorySamples.Unit("a", "Foreign trade"));
        await Provider.FindAsync(Query("Foreign trade"), Cancellation);
        var a = await Store.GetAsync(new TranslationUnitId("a"), Cancellation);

        await CommitAsync(Operation.Replace(a, a with { Target = InlineText.Of("대외무역") }));

        Assert.Equal("대외무역", (await Provider.FindAsync(Query("Foreign trade"), Cancellation)).Single().Unit.Target.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("—")]
    [InlineData("😀")]
    [InlineData("12")]
    public async Task Find_the_shortest_texts_by_themselves(string text)
    {
        string[] shortest = ["", "a", "b", "—", "…", "😀", "😁", "12", "%s"];
        await GivenUnits([.. shortest.Select((source, number) => MemorySamples.Unit($"{number}", source))]);

        await AssertSameAsBruteForceAsync(Query(text) with { Threshold = MatchScore.LowestThreshold });
    }

    [Theory]
    [InlineData(60)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(256)]
    [InlineData(300)]
    [InlineData(1_100)]
    [InlineData(2_600)]
    public async Task Find_what_brute_force_finds_at_every_length(int length)
    {
        var random = new Random(length);
        var text = string.Concat(Enumerable.Range(0, length).Select(_ => "abcdefghij klm"[random.Next(14)]));
        await GivenUnits(
        [
            .. Enumerable.Range(0, length > 1_000 ? 5 : 24).Select(number => MemorySamples.Unit(
                $"{number:D2}", MemorySamples.Edited(text, random.Next(length * 3 / 4), number))),
        ]);

        await AssertSameAsBruteForceAsync(Query(text));
        await AssertSameAsBruteForceAsync(Query(text) with { Threshold = new MatchScore(50), Limit = 40 });
    }

    [Fact]
    public Task Find_what_brute_force_finds_in_any_texts() =>
        Gen.Select(MemorySamples.Text(14).Array[0, 40], MemorySamples.Text(14), Gen.Int[50, 100], Gen.Int[1, 12])
            .SampleAsync(async (sources, text, threshold, limit) =>
            {
                await using var store = new InMemoryWorkspaceStore();
                await CommitAsync(store, [.. sources.Select((source, number) => Operation.Create(MemorySamples.Unit(
                    $"{number:D2}", number % 3 == 0 ? MemorySamples.Edited(text, number % 7, number) : source)))]);
                var provider = Open(store);
                using var closing = provider as IDisposable;

                await AssertSameAsBruteForceAsync(
                    store, provider, Query(text) with { Threshold = new MatchScore(threshold), Limit = limit });
            }, iter: 150, threads: 1);

    protected static MatchQuery Query(string text) => new()
    {
        Source = InlineText.Of(text),
        SourceLanguage = LanguageTag.English,
        TargetLanguage = LanguageTag.KoreanNorth,
        Memories = [new("memory-1")],
    };

    protected Task GivenUnits(params TranslationUnit[] units) => CommitAsync([.. units.Select(Operation.Create)]);

    protected Task CommitAsync(params Operation[] operations) => CommitAsync(_store, operations);

    protected Task AssertSameAsBruteForceAsync(MatchQuery query) => AssertSameAsBruteForceAsync(_store, Provider, query);

    private static async Task CommitAsync(InMemoryWorkspaceStore store, Operation[] operations)
    {
        foreach (var some in operations.Chunk(ChangeSet.MaxOperations))
        {
            Assert.IsType<CommitResult.Committed>(await store.CommitAsync(new ChangeSet(CommandId.New(), Who, some), Cancellation));
        }
    }

    private static async Task AssertSameAsBruteForceAsync(IWorkspaceStore store, IMatchProvider provider, MatchQuery query)
    {
        var expected = await new BruteForceMatches(store).FindAsync(query, Cancellation);
        var found = await provider.FindAsync(query, Cancellation);

        Assert.Equal(Lines(expected), Lines(found));
        Assert.Equal(expected.Select(match => match.Breakdown), found.Select(match => match.Breakdown));
    }

    private static IEnumerable<string> Lines(ImmutableArray<TranslationMatch> matches) =>
        matches.Select(match => $"{match.Score.Percent} {match.Unit.Key} {match.Unit.Source.Text}");

    private static InlineCode Code(int offset, InlineCodeKind kind) => new() { Id = "1", Kind = kind, Offset = offset, Type = "fmt" };
}
