using System.Diagnostics;
using System.Globalization;
using LiteDB;
using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.Storage;

namespace Workbench.Benchmarks;

/// <summary>
/// Saves as an editor makes them (a segment and its revision in one change set), one after the other in each writer, beside what
/// the disk itself can do and beside LiteDB as it comes.
/// </summary>
internal sealed class StoreBenchmark : IBenchmark
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    private static readonly string Text = string.Concat(Enumerable.Repeat("번역 word ", 12));

    public string Name => "store";

    public string Summary => "durable saves a second at 1 and 8 writers: store DIRECTORY (default: the system's temporary one)";

    public async Task RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        var root = Path.Combine(arguments.Count > 0 ? arguments[0] : Path.GetTempPath(), "workbench-benchmark");
        Directory.CreateDirectory(root);
        try
        {
            await output.WriteLineAsync($"{"",-44}{"saves/s",10}{"p50 ms",10}{"p95 ms",10}{"p99 ms",10}");
            await output.WriteLineAsync(Fsync(Path.Combine(root, "raw")));
            await output.WriteLineAsync(await PlainAsync(Path.Combine(root, "plain-1.db"), 1));
            await output.WriteLineAsync(await PlainAsync(Path.Combine(root, "plain-8.db"), 8));
            await output.WriteLineAsync(await StoreAsync(new DataFolder(Path.Combine(root, "store-1")), 1));
            await output.WriteLineAsync(await StoreAsync(new DataFolder(Path.Combine(root, "store-8")), 8));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>The floor: 8 KB appended and synced.</summary>
    private static string Fsync(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        var page = new byte[8192];
        var position = 0L;
        var latencies = new List<double>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Length;)
        {
            var start = Stopwatch.GetTimestamp();
            RandomAccess.Write(file, page, position);
            RandomAccess.FlushToDisk(file);
            position += page.Length;
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Line("raw write and fsync of 8 KB", latencies);
    }

    /// <summary>LiteDB as it comes, behind a lock, as two writers break it. Not durable in a power cut: the figure flatters it.</summary>
    private static async Task<string> PlainAsync(string path, int writers)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = path, Collation = Collation.Binary });
        var segments = database.GetCollection("segments");
        var revisions = database.GetCollection("revisions");
        var turn = new Lock();

        var latencies = await MeasureAsync(writers, (writer, number) =>
        {
            lock (turn)
            {
                database.BeginTrans();
                segments.Upsert(new BsonDocument { ["_id"] = writer, ["target"] = Text, ["number"] = number });
                revisions.Insert(new BsonDocument { ["_id"] = ObjectId.NewObjectId(), ["segment"] = writer, ["target"] = Text });
                database.Commit();
            }

            return Task.CompletedTask;
        });

        return Line(string.Create(CultureInfo.InvariantCulture, $"plain LiteDB behind a lock, {writers} writers"), latencies);
    }

    private static async Task<string> StoreAsync(DataFolder folder, int writers)
    {
        await using var workspace = await Workspace.OpenAsync(folder, TimeProvider.System, CancellationToken.None);
        var seen = new Segment?[writers];

        var latencies = await MeasureAsync(writers, async (writer, number) =>
        {
            var before = seen[writer];
            var segment = (before ?? NewSegment(writer)) with { Target = InlineText.Of($"{number} {Text}") };
            var result = await workspace.Store.CommitAsync(
                new ChangeSet(
                    CommandId.New(),
                    workspace.Actor,
                    before is null ? Operation.Create(segment) : Operation.Replace(before, segment),
                    Operation.Create(Revision.Of(segment, workspace.Actor, DateTimeOffset.UnixEpoch))),
                CancellationToken.None);
            seen[writer] = segment with { Version = ((CommitResult.Committed)result).Version };
        });

        return Line(string.Create(CultureInfo.InvariantCulture, $"LiteWorkspaceStore, {writers} writers"), latencies);
    }

    private static async Task<List<double>> MeasureAsync(int writers, Func<int, int, Task> save)
    {
        var watch = Stopwatch.StartNew();
        var measured = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var latencies = new List<double>();
            for (var number = 0; watch.Elapsed < Length; number++)
            {
                var start = Stopwatch.GetTimestamp();
                await save(writer, number);
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return latencies;
        })));

        return [.. measured.SelectMany(latencies => latencies)];
    }

    private static Segment NewSegment(int writer) => new()
    {
        Id = SegmentId.New(),
        DocumentId = new("benchmark"),
        UnitId = new("unit"),
        Position = writer,
        Source = InlineText.Of("source"),
    };

    private static string Line(string what, List<double> latencies)
    {
        latencies.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-44}{latencies.Count / Length.TotalSeconds,10:F0}{At(0.5),10:F1}{At(0.95),10:F1}{At(0.99),10:F1}");

        double At(double share) => latencies[Math.Min(latencies.Count - 1, (int)(latencies.Count * share))];
    }
}
