using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Memory;
using Workbench.Core.Storage;

namespace Workbench.Storage.Codecs;

internal sealed class TranslationMemoryCodec() : EntityCodec<TranslationMemory>("memories")
{
    protected override void Write(TranslationMemory entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("name", entity.Name);
        fields.Language("from", entity.SourceLanguage);
        fields.Language("to", entity.TargetLanguage);
    }

    protected override TranslationMemory Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        Name = fields.Text("name"),
        SourceLanguage = fields.Language("from"),
        TargetLanguage = fields.Language("to"),
    };
}

internal sealed class TranslationUnitCodec() : EntityCodec<TranslationUnit>("translationUnits")
{
    protected override void Write(TranslationUnit entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("memory", entity.MemoryId.Value);
        fields.Inline("source", entity.Source);
        fields.Inline("target", entity.Target);
        fields.Choice("origin", entity.Origin);
        fields.Text("document", entity.DocumentKey);
        fields.Text("segment", entity.SegmentKey);
        fields.Text("previous", entity.PreviousHash);
        fields.Text("next", entity.NextHash);
        PropertyCodec.Write(fields, entity.Properties);
        fields.Text("by", entity.CreatedBy.Value);
        fields.Time("created", entity.CreatedAt);
        fields.Time("changed", entity.ChangedAt);
    }

    protected override TranslationUnit Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        MemoryId = new(fields.Text("memory")),
        Source = fields.Inline("source"),
        Target = fields.Inline("target"),
        Origin = fields.Choice<TargetOrigin>("origin"),
        DocumentKey = fields.Text("document"),
        SegmentKey = fields.Text("segment"),
        PreviousHash = fields.Text("previous"),
        NextHash = fields.Text("next"),
        Properties = PropertyCodec.Read(fields),
        CreatedBy = new(fields.Text("by")),
        CreatedAt = fields.Time("created"),
        ChangedAt = fields.Time("changed"),
    };
}

/// <summary>Properties that are carried, not understood.</summary>
internal static class PropertyCodec
{
    public static void Write(FieldWriter fields, ImmutableArray<Property> properties) =>
        fields.Parts("properties", properties, (part, property) =>
        {
            part.Text("t", property.Type);
            part.Text("v", property.Value);
        });

    public static ImmutableArray<Property> Read(FieldReader fields) =>
        fields.Parts("properties", part => new Property(part.Text("t"), part.Text("v")));
}
