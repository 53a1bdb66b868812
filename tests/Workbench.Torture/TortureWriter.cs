using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Torture;

/// <summary>
/// Does what an editor does, without pause: reads a segment of its own, writes the next text and its revision in one change set,
/// and says that it was acknowledged. Every text carries its own checksum.
/// </summary>
public sealed class TortureWriter(IWorkspaceStore store, AcknowledgementWriter acknowledgements, int writer, int round, int seed)
{
    public const string Document = "torture";

    private const int Segments = 6;

    private readonly Random _random = new(HashCode.Combine(seed, writer, round));
    private readonly ActorId _actor = new(string.Create(CultureInfo.InvariantCulture, $"writer-{writer}"));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"segment-{writer}-{_random.Next(Segments)}"), cancellationToken);
        }
    }

    /// <summary>How often a segment has been written, or null when its text is not whole.</summary>
    public static int? CountOf(Segment segment)
    {
        var parts = segment.Target.Text.Split('|');
        return parts is [var count, var filling, var check] && check == Check(count, filling)
            ? int.Parse(count, CultureInfo.InvariantCulture)
            : null;
    }

    private async Task WriteAsync(string key, CancellationToken cancellationToken)
    {
        var id = new SegmentId(key);
        var seen = await store.FindAsync(id, cancellationToken);
        var count = seen is null ? 1 : CountOf(seen)!.Value + 1;
        var next = (seen ?? NewSegment(id)) with { Target = InlineText.Of(TextOf(count)) };
        var revision = Revision.Of(next, _actor, DateTimeOffset.UnixEpoch.AddTicks(count));

        var result = await store.CommitAsync(
            new ChangeSet(
                CommandId.New(),
                _actor,
                seen is null ? Operation.Create(next) : Operation.Replace(seen, next),
                Operation.Create(revision)),
            cancellationToken);

        // Its own segment, one write at a time: anything but an acknowledgement is a fault of the store.
        acknowledgements.Write(new Acknowledgement(key, count, ((CommitResult.Committed)result).Version));
    }

    private static Segment NewSegment(SegmentId id) => new()
    {
        Id = id,
        DocumentId = new(Document),
        UnitId = new("unit"),
        Position = 0,
        Source = InlineText.Of("source"),
    };

    /// <summary>Short mostly, and now and then as long as a page of print: <c>count|filling|checksum</c>.</summary>
    private string TextOf(int count)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        var filling = string.Concat(Enumerable.Repeat(_random.Next(2) == 0 ? "번역 " : "word ", _random.Next(10) == 0 ? 2_000 : _random.Next(60)));

        return $"{number}|{filling}|{Check(number, filling)}";
    }

    private static string Check(string count, string filling) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(count + filling)).AsSpan(0, 8));
}
