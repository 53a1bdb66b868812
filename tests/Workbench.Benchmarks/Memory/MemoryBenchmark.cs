using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text.Json;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Text;
using Workbench.TestKit.Memory;

namespace Workbench.Benchmarks.Memory;

/// <summary>
/// Looking up in a memory, beside comparing all of it: by plain dynamic programming, and eight texts at a time. Whatever is measured is
/// held to the others' answers; a difference ends the run.
/// </summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const int PlainQueries = 40;

    public string Name => "memory";

    public string Summary => "look-ups in a translation memory: memory [--size 20k|100k|1m|10m] [--queries 1000] [--threshold 75] [--language en|ko]";

    public async Task RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        var size = Number(Option(arguments, "--size", "20k"));
        var threshold = Number(Option(arguments, "--threshold", "75"));
        var language = Option(arguments, "--language", "en");
        var (sources, texts) = MemoryData.Create(seed: 1, size, Number(Option(arguments, "--queries", "1000")), language == "ko");

        var start = Times.Now();
        var rows = sources.Select(Row).ToArray();
        var formed = Times.Now();
        var index = MemoryIndex.Of(rows);
        var built = Times.Now();
        var part = (MemoryPart)index.Layers[0].Rows;

        MatchQuery[] queries = [.. texts.Select(text => Query(text, threshold))];
        var (indexed, scanned, plain, hits) = Measure(part, rows, queries);
        var fed = Feed(index, queries);

        var results = new Dictionary<string, object>
        {
            ["benchmark"] = Name,
            ["units"] = size,
            ["language"] = language,
            ["threshold"] = threshold,
            ["queries"] = queries.Length,
            ["withHit"] = hits,
            ["formsPerSecond"] = Math.Round(size / (formed - start) * 1000),
            ["builtPerSecond"] = Math.Round(size / (built - formed) * 1000),
            ["indexBytesPerUnit"] = Math.Round((double)part.IndexBytes / size, 1),
            ["rowBytesPerUnit"] = Math.Round((double)part.RowBytes / size, 1),
            ["feedMicroseconds"] = Math.Round(fed * 1000, 1),
            ["vector512"] = Vector512.IsHardwareAccelerated,
        };
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{size} units ({language}), {queries.Length} queries, {hits} with a match of {threshold} % or more; index {results["indexBytesPerUnit"]} bytes a unit beside {results["rowBytesPerUnit"]} for forms, facts and keys; {results["builtPerSecond"]:N0} units a second indexed, {results["formsPerSecond"]:N0} read into forms; a change taken in {results["feedMicroseconds"]} µs"));
        await output.WriteLineAsync();
        await output.WriteLineAsync("| ms of processor a look-up | median | p95 | p99 | mean | index is faster by |");
        await output.WriteLineAsync("|---|--:|--:|--:|--:|--:|");
        foreach (var (name, times) in new[] { ("index", indexed), ("eight at a time", scanned), ("plain dynamic programming", plain) })
        {
            await output.WriteLineAsync(FormattableString.Invariant(
                $"| {name} | {times.Median:0.000} | {times.At(0.95):0.000} | {times.At(0.99):0.000} | {times.Mean:0.000} | {Ratio(times, indexed, plain.Count)} |"));
            results[name] = new { times.Median, P95 = times.At(0.95), P99 = times.At(0.99), times.Mean };
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(JsonSerializer.Serialize(results));
    }

    /// <summary>Both in turns, so that what else the machine does hits both.</summary>
    private static (Times Indexed, Times Scanned, Times Plain, int Hits) Measure(MemoryPart part, MemoryRow[] rows, MatchQuery[] queries)
    {
        var (one, other) = (new MemorySearch(), new MemorySearch());
        foreach (var query in queries.Take(300))
        {
            Look(one, query, () => part.Search(one, part.Count, []));
            Look(other, query, () => part.Scan(other, []));
        }

        var (first, second, scanned, plain, hits) = (new Times(), new Times(), new Times(), new Times(), 0);
        foreach (var some in queries.Chunk(50))
        {
            foreach (var query in some)
            {
                scanned.Measure(() => Look(other, query, () => part.Scan(other, [])));
                first.Measure(() => Look(one, query, () => part.Search(one, part.Count, [])));
                Hold(query, Lines(other), Lines(one));
                hits += one.Found.Count > 0 ? 1 : 0;
            }

            foreach (var query in some)
            {
                second.Measure(() => Look(one, query, () => part.Search(one, part.Count, [])));
            }
        }

        foreach (var query in queries.Take(PlainQueries))
        {
            string[] found = [];
            plain.Measure(() => found = Plain(rows, query));
            Look(one, query, () => part.Search(one, part.Count, []));
            Hold(query, found, Lines(one));
        }

        return (Times.Best(first, second), scanned, plain, hits);
    }

    private static void Look(MemorySearch search, MatchQuery query, Action look)
    {
        search.Begin(query);
        look();
    }

    /// <summary>The textbook: every form whose length allows the threshold.</summary>
    private static string[] Plain(MemoryRow[] rows, MatchQuery query)
    {
        var form = MatchForm.Of(query.Source);
        var found = new List<(int Score, string Key)>();
        foreach (var row in rows)
        {
            var longer = Math.Max(form.Text.Length, row.Form.Length);
            if (Math.Abs(form.Text.Length - row.Form.Length) <= MatchBreakdown.MostDistance(query.Threshold.Percent, longer))
            {
                var distance = BruteForceMatches.Distance(form.Text, row.Form);
                var score = MatchBreakdown.Of(form, row.Form.Length, row.Facts.Rest, 0, distance, false).Score;
                if (score >= query.Threshold)
                {
                    found.Add((score.Percent, row.Key));
                }
            }
        }

        return
        [
            .. found.OrderByDescending(match => match.Score).ThenBy(match => match.Key, StringComparer.Ordinal)
                .Take(query.Limit).Select(match => $"{match.Score} {match.Key}"),
        ];
    }

    /// <summary>Edits one unit in a hundred, then holds the index to a new one.</summary>
    /// <returns>Milliseconds of processor a change.</returns>
    private static double Feed(MemoryIndex index, MatchQuery[] queries)
    {
        var count = index.Count;
        var changes = Math.Min(20_000, count / 100);
        var random = new Random(2);
        var start = Times.Now();
        for (var change = 0; change < changes; change++)
        {
            var key = KeyOf(random.Next(count));
            index.Take([(key, change % 3 == 0 ? null : Row(key, queries[change % queries.Length].Source.Text))]);
        }

        var each = (Times.Now() - start) / changes;
        index.Merging.GetAwaiter().GetResult();
        MemoryRow[] live =
        [
            .. from layer in index.Layers
               from row in Enumerable.Range(0, layer.Count)
               where !layer.IsDead(row)
               select layer.Rows[row],
        ];
        var (fed, anew) = (new MemorySearch(), new MemorySearch());
        var fresh = MemoryIndex.Of(live);
        foreach (var query in queries.Take(200))
        {
            Look(fed, query, () => index.Search(fed));
            Look(anew, query, () => fresh.Search(anew));
            Hold(query, Lines(anew), Lines(fed));
        }

        return each;
    }

    private static string[] Lines(MemorySearch search) => [.. search.Found.Select(found => $"{found.Score} {found.Key}")];

    private static void Hold(MatchQuery query, string[] expected, string[] found)
    {
        if (!expected.SequenceEqual(found, StringComparer.Ordinal))
        {
            throw new InvalidOperationException(
                $"'{query.Source.Text}' should find [{string.Join(", ", expected)}] and finds [{string.Join(", ", found)}].");
        }
    }

    private static string Ratio(Times times, Times indexed, int plainQueries)
    {
        // The plain one answers the first few only: they are compared with the same few.
        var same = times.Count == plainQueries ? indexed.First(plainQueries) : indexed;

        return times == indexed ? "" : string.Create(CultureInfo.InvariantCulture, $"{times.Mean / same.Mean:0}× (median {times.Median / same.Median:0}×)");
    }

    private static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:D32}");

    private static MemoryRow Row(string source, int number) => Row(KeyOf(number), source);

    private static MemoryRow Row(string key, string source) => MemoryRow.Of(MemorySamples.Unit(key, source));

    private static MatchQuery Query(string text, int threshold) => new()
    {
        Source = InlineText.Of(text),
        SourceLanguage = LanguageTag.English,
        TargetLanguage = LanguageTag.KoreanNorth,
        Threshold = new MatchScore(threshold),
        Limit = 5,
    };

    private static string Option(IReadOnlyList<string> arguments, string name, string otherwise)
    {
        var at = arguments.ToList().IndexOf(name);

        return at >= 0 && at + 1 < arguments.Count ? arguments[at + 1] : otherwise;
    }

    /// <summary>Takes <c>20k</c> and <c>1m</c>.</summary>
    private static int Number(string text) => text switch
    {
        [.. var digits, 'k' or 'K'] => int.Parse(digits, CultureInfo.InvariantCulture) * 1_000,
        [.. var digits, 'm' or 'M'] => int.Parse(digits, CultureInfo.InvariantCulture) * 1_000_000,
        _ => int.Parse(text, CultureInfo.InvariantCulture),
    };
}
