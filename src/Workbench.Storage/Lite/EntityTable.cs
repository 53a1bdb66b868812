using System.Security.Cryptography;
using System.Text;
using LiteDB;
using Workbench.Core.Storage;
using Workbench.Storage.Codecs;

namespace Workbench.Storage.Lite;

/// <summary>
/// The records of one type of entity: <c>{ _id: key, s: sort key, l: lookup key, v: [epoch, sequence], d: fields }</c>. The
/// sort key puts the children of one parent side by side and in order, so that a page is a range of one index.
/// </summary>
internal sealed class EntityTable(LiteDatabase database, EntityCodec codec)
{
    private const string InRange = "$.s BETWEEN @0 AND @1";

    private readonly ILiteCollection<BsonDocument> _records = database.GetCollection(codec.Collection);

    /// <summary>Makes the collection and its indexes.</summary>
    /// <returns>Whether something was missing.</returns>
    public bool Prepare() => _records.EnsureIndex("s", "$.s") | (codec.HasLookupKey && _records.EnsureIndex("l", "$.l"));

    /// <summary>The record of an entity, but for its version.</summary>
    /// <exception cref="TextRefusedException">A text in it cannot be kept.</exception>
    public static BsonDocument Record(EntityCodec codec, Entity entity)
    {
        var keys = new FieldWriter(entity.Key);
        keys.Text("_id", entity.Key);
        keys.Text("s", SortKey(entity.ParentKey, entity.Order, entity.Key));
        if (codec.HasLookupKey)
        {
            keys.Text("l", entity.LookupKey);
        }

        keys.Document["d"] = codec.Write(entity);
        return keys.Document;
    }

    public static Entity Entity(EntityCodec codec, BsonDocument record) => codec.Read(record["d"].AsDocument, Version(record));

    public static EntityVersion Version(BsonDocument record) =>
        new(record["v"].AsArray[0].AsInt32, record["v"].AsArray[1].AsInt64);

    public BsonDocument? Find(string key) => _records.FindById(key);

    /// <summary>Writes the record with its version.</summary>
    public void Write(BsonDocument record, EntityVersion version, bool exists)
    {
        record["v"] = new BsonArray { version.Epoch, version.Sequence };
        if (exists)
        {
            _records.Update(record);
        }
        else
        {
            _records.Insert(record);
        }
    }

    public void Remove(string key) => _records.Delete(key);

    public List<BsonDocument> List(string parentKey, int skip, int take)
    {
        var (first, last) = Range(parentKey);
        if (skip > 0)
        {
            // Left-out records are passed over in the index alone, without reading them.
            var start = Keys(first, last).Offset(skip).Limit(1).FirstOrDefault();
            if (start is null)
            {
                return [];
            }

            first = start["s"].AsString;
        }

        return _records.Query().Where(InRange, first, last).OrderBy("$.s").Limit(take).ToList();
    }

    public int Count(string parentKey)
    {
        var (first, last) = Range(parentKey);
        return Keys(first, last).ToEnumerable().Count();
    }

    public List<BsonDocument> LookUp(string lookupKey) => lookupKey.Length == 0 || !codec.HasLookupKey
        ? []
        : [.. _records.Query().Where("$.l = @0", lookupKey).ToEnumerable().OrderBy(record => record["_id"].AsString, StringComparer.Ordinal)];

    /// <summary>How the page of children is found; for the test that no scan is in it.</summary>
    public string Plan(string parentKey)
    {
        var (first, last) = Range(parentKey);
        return _records.Query().Where(InRange, first, last).OrderBy("$.s").GetPlan().ToString();
    }

    private ILiteQueryableResult<BsonDocument> Keys(string first, string last) =>
        _records.Query().Where(InRange, first, last).OrderBy("$.s").Select("$.s");

    /// <summary>The hash of the parent has one length, so no parent's range reaches into another's, and the index key stays short.</summary>
    private static string SortKey(string parentKey, long order, string key) =>
        $"{ParentHash(parentKey)}{unchecked((ulong)order ^ 0x8000_0000_0000_0000):x16}{key}";

    private static (string First, string Last) Range(string parentKey) => (ParentHash(parentKey), ParentHash(parentKey) + "g");

    private static string ParentHash(string parentKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parentKey)).AsSpan(0, 16));
}
