using LiteDB;
using Workbench.Core.Storage;
using Workbench.Storage.Codecs;

namespace Workbench.Storage.Lite;

/// <summary>
/// The feed: <c>{ _id: sequence, c: command, w: who, u: undo group, t: UTC ticks, o: [{ k: collection, b: record before,
/// a: record after }] }</c>; and beside it the commands: <c>{ _id: command, v: [epoch, sequence] }</c>.
/// </summary>
internal sealed class ChangeTable(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _changes = database.GetCollection("changes");
    private readonly ILiteCollection<BsonDocument> _commands = database.GetCollection("commands");

    public long LastSequence => _changes.Query().OrderBy("$._id", Query.Descending).Select("$._id").Limit(1).FirstOrDefault() is { } last
        ? last["_id"].AsInt64
        : 0;

    public EntityVersion? FindCommand(string command) =>
        _commands.FindById(command) is { } record ? EntityTable.Version(record) : null;

    public void Write(Change change, BsonArray operations)
    {
        _changes.Insert(new BsonDocument
        {
            ["_id"] = change.Sequence,
            ["c"] = change.Command.Value,
            ["w"] = change.Actor.Value,
            ["u"] = change.UndoGroup,
            ["t"] = change.At.UtcTicks,
            ["o"] = operations,
        });
    }

    public void WriteCommand(string command, EntityVersion version) => _commands.Insert(new BsonDocument
    {
        ["_id"] = command,
        ["v"] = new BsonArray { version.Epoch, version.Sequence },
    });

    public List<BsonDocument> ReadAfter(long sequence, int take) =>
        _changes.Query().Where("$._id > @0", sequence).OrderBy("$._id").Limit(take).ToList();

    public static BsonDocument Operation(EntityCodec codec, BsonDocument? before, BsonDocument? after)
    {
        var written = new BsonDocument { ["k"] = codec.Collection };
        if (before is not null)
        {
            written["b"] = before;
        }

        if (after is not null)
        {
            written["a"] = after;
        }

        return written;
    }

    public static Change Read(BsonDocument record) => new(
        record["_id"].AsInt64,
        new CommandId(record["c"].AsString),
        new ActorId(record["w"].AsString),
        record["u"].AsString,
        new DateTimeOffset(record["t"].AsInt64, TimeSpan.Zero),
        [.. record["o"].AsArray.Select(operation => ReadOperation(operation.AsDocument))]);

    private static Operation ReadOperation(BsonDocument record)
    {
        var codec = EntityCodec.Of(record["k"].AsString);
        return Made(Image(codec, record["b"]), Image(codec, record["a"]));
    }

    /// <summary>An operation as the feed tells it: what was there and what is there now, whatever was asked for.</summary>
    public static Operation Made(Entity? before, Entity? after) => (before, after) switch
    {
        (null, { } made) => Core.Storage.Operation.Create(made),
        ({ } removed, null) => Core.Storage.Operation.Remove(removed),
        _ => Core.Storage.Operation.Replace(before!, after!),
    };

    private static Entity? Image(EntityCodec codec, BsonValue record) =>
        record.IsDocument ? EntityTable.Entity(codec, record.AsDocument) : null;
}
