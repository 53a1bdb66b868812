using System.Collections.Immutable;
using LiteDB;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Storage.Codecs;

namespace Workbench.Storage.Lite;

/// <summary>A change set as it came in, with its records already written out.</summary>
internal sealed record EncodedChangeSet(ChangeSet Changes, ImmutableArray<(EntityCodec Codec, BsonDocument? Record)> Records)
{
    /// <exception cref="TextRefusedException">A text in it cannot be kept.</exception>
    public static EncodedChangeSet Of(ChangeSet changes)
    {
        var names = new FieldWriter("");
        names.Text("command", changes.Command.Value);
        names.Text("actor", changes.Actor.Value);
        names.Text("undo group", changes.UndoGroup);

        return new EncodedChangeSet(changes, [.. changes.Operations.Select(operation =>
        {
            var codec = EntityCodec.Of(operation.Subject.GetType());
            return (codec, operation.After is { } after ? EntityTable.Record(codec, after) : null);
        })]);
    }
}

/// <summary>What the database holds and the rules of changing it. Every call is made under the store's lock.</summary>
internal sealed class LiteTables
{
    /// <summary>A record of LiteDB holds 16 MB; the images of one change set are one record of the feed.</summary>
    private const int MaxChangeBytes = 12 * 1024 * 1024;

    private readonly Dictionary<EntityCodec, EntityTable> _entities;

    private LiteTables(LiteDatabase database, StoreInfo info)
    {
        _entities = EntityCodec.Known.ToDictionary(codec => codec, codec => new EntityTable(database, codec));
        Changes = new ChangeTable(database);
        Info = info;
    }

    public StoreInfo Info { get; }

    public ChangeTable Changes { get; }

    public EntityTable this[EntityCodec codec] => _entities[codec];

    /// <summary>Finds the tables in the database, and makes those that are missing.</summary>
    /// <exception cref="WorkspaceTooNewException">A newer program wrote it.</exception>
    public static LiteTables Open(LiteFile file)
    {
        var about = file.Database.GetCollection("about");
        var record = about.FindById("store");
        if (record is not null && record["schema"].AsInt32 > LiteWorkspaceStore.SchemaVersion)
        {
            throw new WorkspaceTooNewException(record["schema"].AsInt32, LiteWorkspaceStore.SchemaVersion);
        }

        file.Database.BeginTrans();
        var isMissing = record is null;
        if (record is null)
        {
            record = NewStore();
            about.Insert(record);
        }

        var tables = new LiteTables(
            file.Database,
            new StoreInfo("litedb", record["schema"].AsInt32, record["id"].AsString, record["epoch"].AsInt32));
        foreach (var table in tables._entities.Values)
        {
            isMissing |= table.Prepare();
        }

        if (isMissing)
        {
            file.Commit();
        }
        else
        {
            file.Database.Rollback();
        }

        return tables;
    }

    /// <summary>Applies one change set inside the open transaction, or says why not and leaves everything as it is.</summary>
    /// <param name="sequence">The change's own, if it comes to one.</param>
    public (CommitResult Result, Change? Change) Apply(EncodedChangeSet encoded, long sequence, DateTimeOffset now)
    {
        var changes = encoded.Changes;
        if (Changes.FindCommand(changes.Command.Value) is { } first)
        {
            return (new CommitResult.Duplicate(first), null);
        }

        var current = new BsonDocument?[changes.Operations.Length];
        for (var index = 0; index < current.Length; index++)
        {
            current[index] = _entities[encoded.Records[index].Codec].Find(changes.Operations[index].Subject.Key);
        }

        var conflicts = Conflicts(encoded, current);
        if (!conflicts.IsEmpty)
        {
            return (new CommitResult.Conflict(conflicts), null);
        }

        if (SizeOf(encoded, current) > MaxChangeBytes)
        {
            return (new CommitResult.Rejected(new Problem("change-set-too-heavy", ("megabytes", MaxChangeBytes >> 20))), null);
        }

        var version = new EntityVersion(Info.Epoch, sequence);
        var change = Write(encoded, current, version, now);
        Changes.WriteCommand(changes.Command.Value, version);
        return (new CommitResult.Committed(version), change);
    }

    private static BsonDocument NewStore() => new()
    {
        ["_id"] = "store",
        ["schema"] = LiteWorkspaceStore.SchemaVersion,
        ["id"] = Guid.NewGuid().ToString("N"),
        ["epoch"] = 1,
    };

    private Change Write(EncodedChangeSet encoded, BsonDocument?[] current, EntityVersion version, DateTimeOffset now)
    {
        var changes = encoded.Changes;
        var told = ImmutableArray.CreateBuilder<Operation>(current.Length);
        var kept = new BsonArray();
        for (var index = 0; index < current.Length; index++)
        {
            var (codec, record) = encoded.Records[index];
            var (operation, before) = (changes.Operations[index], current[index]);
            if (before is null && record is null)
            {
                continue;
            }

            if (record is null)
            {
                _entities[codec].Remove(operation.Subject.Key);
            }
            else
            {
                _entities[codec].Write(record, version, exists: before is not null);
            }

            kept.Add(ChangeTable.Operation(codec, before, record));
            told.Add(ChangeTable.Made(
                before is null ? null : EntityTable.Entity(codec, before),
                operation.After is null ? null : operation.After with { Version = version }));
        }

        var change = new Change(
            version.Sequence, changes.Command, changes.Actor, changes.UndoGroup, now, told.ToImmutable());
        Changes.Write(change, kept);
        return change;
    }

    private static ImmutableArray<ConflictingEntity> Conflicts(EncodedChangeSet encoded, BsonDocument?[] current)
    {
        var conflicts = ImmutableArray.CreateBuilder<ConflictingEntity>();
        for (var index = 0; index < current.Length; index++)
        {
            var operation = encoded.Changes.Operations[index];
            var there = current[index];
            if (!operation.Unconditional && (there is null ? EntityVersion.None : EntityTable.Version(there)) != operation.BasedOn)
            {
                conflicts.Add(new ConflictingEntity(
                    operation.Subject.Key, there is null ? null : EntityTable.Entity(encoded.Records[index].Codec, there)));
            }
        }

        return conflicts.ToImmutable();
    }

    /// <summary>Roughly and at most: three bytes a UTF-16 code unit would be exact for Hangul alone.</summary>
    private static long SizeOf(EncodedChangeSet encoded, BsonDocument?[] current) =>
        encoded.Records.Sum(pair => Size(pair.Record)) + current.Sum(Size);

    private static long Size(BsonValue? value) => value switch
    {
        null => 0,
        { IsDocument: true } => value.AsDocument.Sum(field => field.Key.Length + 8 + Size(field.Value)),
        { IsArray: true } => value.AsArray.Sum(item => 8 + Size(item)),
        { IsString: true } => 5 + (3L * value.AsString.Length),
        _ => 8,
    };
}
