using Workbench.Core.Storage;

namespace Workbench.Storage.Codecs;

internal sealed class ActorCodec() : EntityCodec<Actor>("actors")
{
    protected override void Write(Actor entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("name", entity.Name);
    }

    protected override Actor Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        Name = fields.Text("name"),
    };
}

internal sealed class SettingCodec() : EntityCodec<Setting>("settings")
{
    protected override void Write(Setting entity, FieldWriter fields)
    {
        fields.Text("owner", entity.Owner);
        fields.Text("name", entity.Name);
        fields.Text("value", entity.Value);
    }

    protected override Setting Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Owner = fields.Text("owner"),
        Name = fields.Text("name"),
        Value = fields.Text("value"),
    };
}
