using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Torture;

namespace Workbench.Storage.Tests;

/// <summary>
/// Kills the real store at random moments and looks for what it had acknowledged. <c>WORKBENCH_TORTURE_ROUNDS</c> asks for more
/// rounds, <c>WORKBENCH_TORTURE_SEED</c> for the moments of an earlier run.
/// </summary>
public sealed class TortureShould : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Find_every_acknowledged_change_after_each_of_20_kills()
    {
        var rounds = FromEnvironment("WORKBENCH_TORTURE_ROUNDS") ?? 20;
        var seed = FromEnvironment("WORKBENCH_TORTURE_SEED") ?? Random.Shared.Next();
        var random = new Random(seed);
        var acknowledged = new ConcurrentDictionary<string, Acknowledgement>(StringComparer.Ordinal);
        var total = 0;
        TestContext.Current.TestOutputHelper!.WriteLine($"WORKBENCH_TORTURE_SEED={seed}");

        for (var round = 1; round <= rounds; round++)
        {
            total += await RunAndKillAsync(round, seed, TimeSpan.FromMilliseconds(random.Next(20, 900)), acknowledged);
            await CheckAsync(acknowledged);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{total} acknowledged changes survived {rounds} kills.");
        Assert.True(total > rounds, $"Only {total} changes were acknowledged: the kills came before the writing.");
    }

    /// <returns>How many changes were acknowledged.</returns>
    private async Task<int> RunAndKillAsync(
        int round, int seed, TimeSpan life, ConcurrentDictionary<string, Acknowledgement> acknowledged)
    {
        var count = 0;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Workbench.Torture.dll"), _temporary.Folder.Path, Text(round), Text(seed) },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync(Cancellation);
        var reading = Task.Run(
            async () =>
            {
                while (await child.StandardOutput.ReadLineAsync(Cancellation) is { } line)
                {
                    if (Acknowledgement.Read(line) is { } said)
                    {
                        acknowledged[said.Segment] = said;
                        if (Interlocked.Increment(ref count) == 1)
                        {
                            // The life of the child is counted from its first word: before it, it is only starting.
                            _ = KillAfterAsync(child, life);
                        }
                    }
                }
            },
            Cancellation);

        await child.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        await reading;
        Assert.Equal("", await errors);
        return count;
    }

    private static async Task KillAfterAsync(Process child, TimeSpan life)
    {
        await Task.Delay(life, Cancellation);
        child.Kill(); // SIGKILL, or TerminateProcess: no handler of the child runs.
    }

    private async Task CheckAsync(ConcurrentDictionary<string, Acknowledgement> acknowledged)
    {
        await using var workspace = await Workspace.OpenAsync(_temporary.Folder, TimeProvider.System, Cancellation);
        var segments = (await workspace.Store.ListAsync<Segment>(TortureWriter.Document, Cancellation)).ToDictionary(segment => segment.Key);

        foreach (var said in acknowledged.Values)
        {
            var found = segments[said.Segment];
            var count = TortureWriter.CountOf(found);
            Assert.True(count >= said.Count, $"{said} was acknowledged, and {found.Version} with count {count} is there.");
            Assert.True(count > said.Count || found.Version == said.Version, $"{said} was acknowledged with another version than {found.Version}.");
        }

        foreach (var segment in segments.Values)
        {
            var revisions = await workspace.Store.ListAsync<Revision>(segment.Key, Cancellation);
            Assert.Equal(TortureWriter.CountOf(segment), revisions.Length);
            Assert.Equal(segment.Target, revisions[^1].Target);
            Assert.Equal(segment.Version, revisions[^1].Version);
        }

        await CheckFeedAsync(workspace.Store, segments);
    }

    /// <summary>The feed has no gap, each change begins where the one before it ended, and the last is what is stored.</summary>
    private static async Task CheckFeedAsync(IWorkspaceStore store, Dictionary<string, Segment> segments)
    {
        var expected = 1L;
        var last = new Dictionary<string, Entity?>(StringComparer.Ordinal);
        await foreach (var change in store.ReadChangesAsync(0, Cancellation))
        {
            Assert.Equal(expected++, change.Sequence);
            foreach (var operation in change.Operations)
            {
                Assert.Equal(last.GetValueOrDefault(operation.Subject.Key), operation.Before);
                last[operation.Subject.Key] = operation.After;
            }
        }

        Assert.Equal(store.LastSequence + 1, expected);
        Assert.All(segments, segment => Assert.Equal(segment.Value, last[segment.Key]));
    }

    private static int? FromEnvironment(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
