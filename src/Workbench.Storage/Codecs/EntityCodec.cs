using System.Collections.Frozen;
using LiteDB;
using Workbench.Core.Storage;

namespace Workbench.Storage.Codecs;

/// <summary>
/// How one type of entity stands on disk. The shape is the codec's own: a property that is renamed in Core changes nothing
/// here, and a change here is a schema step.
/// </summary>
internal abstract class EntityCodec(string collection, Type type)
{
    private static readonly FrozenDictionary<Type, EntityCodec> ByType = All().ToFrozenDictionary(codec => codec.Type);

    private static readonly FrozenDictionary<string, EntityCodec> ByCollection =
        ByType.Values.ToFrozenDictionary(codec => codec.Collection, StringComparer.Ordinal);

    /// <summary>The collection, and the name of the type in the feed.</summary>
    public string Collection { get; } = collection;

    public Type Type { get; } = type;

    /// <summary>Whether the type has a <see cref="Entity.LookupKey"/>, and so an index for it.</summary>
    public bool HasLookupKey { get; } = type.GetProperty(nameof(Entity.LookupKey))!.DeclaringType != typeof(Entity);

    public static IEnumerable<EntityCodec> Known => ByType.Values;

    /// <exception cref="NotSupportedException">No codec keeps this type: it needs one.</exception>
    public static EntityCodec Of(Type type) => ByType.TryGetValue(type, out var codec)
        ? codec
        : throw new NotSupportedException($"{type.Name} has no codec, so it cannot be stored.");

    public static EntityCodec Of(string collection) => ByCollection[collection];

    /// <exception cref="TextRefusedException">A text in it cannot be kept.</exception>
    public abstract BsonDocument Write(Entity entity);

    public abstract Entity Read(BsonDocument fields, EntityVersion version);

    private static IEnumerable<EntityCodec> All() => typeof(EntityCodec).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(EntityCodec)) && !type.IsAbstract)
        .Select(type => (EntityCodec)Activator.CreateInstance(type)!);
}

internal abstract class EntityCodec<T>(string collection) : EntityCodec(collection, typeof(T)) where T : Entity
{
    public sealed override BsonDocument Write(Entity entity)
    {
        var fields = new FieldWriter(entity.Key);
        Write((T)entity, fields);
        return fields.Document;
    }

    public sealed override Entity Read(BsonDocument fields, EntityVersion version) => Read(new FieldReader(fields), version);

    protected abstract void Write(T entity, FieldWriter fields);

    protected abstract T Read(FieldReader fields, EntityVersion version);
}
