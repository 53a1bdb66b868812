using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Text;
using Workbench.TestKit.Memory;

namespace Workbench.Core.Tests.Memory;

/// <summary>What is fed to an index, however it is merged, is what a new index of the same units has.</summary>
public sealed class MemoryIndexShould
{
    private static readonly string[] Words =
        ["the", "of", "trade", "foreign", "minister", "export", "socialist", "country", "party", "workers", "로동", "당", "machine", "plant", "metal"];

    [Fact]
    public async Task Find_the_same_after_any_edits_and_merges()
    {
        var random = new Random(1);
        var index = MemoryIndex.Of([.. Enumerable.Range(0, 3_000).Select(number => Row($"k{number}", Sentence(random)))]);
        var live = index.Layers[0].Rows is var first
            ? Enumerable.Range(0, first.Count).ToDictionary(row => first.KeyOf(row), row => first[row], StringComparer.Ordinal)
            : [];

        for (var round = 0; round < 60; round++)
        {
            var changes = Enumerable.Range(0, random.Next(1, 200)).Select(_ => $"k{random.Next(6_000)}").Distinct(StringComparer.Ordinal)
                .Select(key => (Key: key, Row: random.Next(3) == 0 ? (MemoryRow?)null : Row(key, Sentence(random)))).ToList();
            index.Take(changes);
            foreach (var (key, row) in changes)
            {
                live.Remove(key);
                if (row is { } added)
                {
                    live[key] = added;
                }
            }

            Assert.Equal(live.Count, index.Count);
            AssertSame(MemoryIndex.Of([.. live.Values]), index, Sentence(random));
        }

        await index.Merging;
        Assert.InRange(index.Layers.Count, 1, 8);
        Assert.Equal(live.Count, index.Count);
        for (var query = 0; query < 50; query++)
        {
            AssertSame(MemoryIndex.Of([.. live.Values]), index, Sentence(random));
        }
    }

    [Fact]
    public async Task Show_every_unit_once_while_it_is_edited_and_merged()
    {
        const int Units = 40;
        var index = MemoryIndex.Of([.. Enumerable.Range(0, Units).Select(number => Row($"k{number}", "Foreign trade grows year by year"))]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var editing = Task.Run(() =>
        {
            for (var edit = 0; edit < 6_000; edit++)
            {
                var text = edit % 2 == 0 ? "Foreign trade grows year by year" : "Foreign trade grew year by year";
                index.Take([($"k{edit % Units}", Row($"k{edit % Units}", text))]);
            }

            stop.Cancel();
        }, stop.Token);

        var search = new MemorySearch();
        var looked = 0;
        while (!stop.IsCancellationRequested || looked == 0)
        {
            search.Begin(Query("Foreign trade grows year by year") with { Limit = Units + 10 });
            index.Search(search);
            Assert.Equal(Units, search.Found.Select(found => found.Key).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(Units, search.Found.Count);
            looked++;
        }

        await editing;
        await index.Merging;
        Assert.Equal(Units, index.Count);
    }

    [Fact]
    public void Find_in_several_blocks_what_comparing_all_finds()
    {
        var random = new Random(1);
        var index = MemoryIndex.Of([.. Enumerable.Range(0, 70_000).Select(number => Row($"k{number}", Sentence(random)))]);

        for (var query = 0; query < 12; query++)
        {
            var text = Sentence(random);
            var (searched, scanned) = (new MemorySearch(), new MemorySearch());
            searched.Begin(Query(text));
            scanned.Begin(Query(text));
            index.Search(searched);
            ((MemoryPart)index.Layers[0].Rows).Scan(scanned, []);

            Assert.Equal(Lines(scanned), Lines(searched));
        }
    }

    private static void AssertSame(MemoryIndex expected, MemoryIndex index, string text)
    {
        var (one, other) = (new MemorySearch(), new MemorySearch());
        one.Begin(Query(text));
        other.Begin(Query(text));
        expected.Search(one);
        index.Search(other);

        Assert.Equal(Lines(one), Lines(other));
    }

    private static string[] Lines(MemorySearch search) => [.. search.Found.Select(found => $"{found.Score} {found.Key}")];

    private static string Sentence(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => random.Next(9) == 0 ? $"{(char)('a' + random.Next(26))}" : Words[random.Next(Words.Length)]));

    private static MemoryRow Row(string key, string source) => MemoryRow.Of(MemorySamples.Unit(key, source));

    private static MatchQuery Query(string text) => new()
    {
        Source = InlineText.Of(text),
        SourceLanguage = LanguageTag.English,
        TargetLanguage = LanguageTag.KoreanNorth,
        Memories = [new("memory-1")],
    };
}
