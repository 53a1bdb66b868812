using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Storage.Codecs;

internal sealed class SegmentCodec() : EntityCodec<Segment>("segments")
{
    protected override void Write(Segment entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("document", entity.DocumentId.Value);
        fields.Text("unit", entity.UnitId.Value);
        fields.Number("position", entity.Position);
        fields.Text("xliff", entity.XliffId);
        fields.Inline("source", entity.Source);
        fields.Inline("target", entity.Target);
        fields.Choice("state", entity.State);
        fields.Time("changed", entity.ChangedAt);
        fields.Choice("origin", entity.Origin);
        fields.Text("trailing", entity.Trailing);
        fields.Flag("heading", entity.IsHeading);
    }

    protected override Segment Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        DocumentId = new(fields.Text("document")),
        UnitId = new(fields.Text("unit")),
        Position = fields.Number("position"),
        XliffId = fields.Text("xliff"),
        Source = fields.Inline("source"),
        Target = fields.Inline("target"),
        State = fields.Choice<SegmentState>("state"),
        ChangedAt = fields.TimeOrNull("changed"),
        Origin = fields.Choice<TargetOrigin>("origin"),
        Trailing = fields.Text("trailing"),
        IsHeading = fields.Flag("heading"),
    };
}

internal sealed class RevisionCodec() : EntityCodec<Revision>("revisions")
{
    protected override void Write(Revision entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("segment", entity.SegmentId.Value);
        fields.Inline("target", entity.Target);
        fields.Choice("state", entity.State);
        fields.Choice("origin", entity.Origin);
        fields.Text("actor", entity.Actor.Value);
        fields.Time("at", entity.At);
    }

    protected override Revision Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        SegmentId = new(fields.Text("segment")),
        Target = fields.Inline("target"),
        State = fields.Choice<SegmentState>("state"),
        Origin = fields.Choice<TargetOrigin>("origin"),
        Actor = new(fields.Text("actor")),
        At = fields.Time("at"),
    };
}

internal sealed class DraftCodec() : EntityCodec<Draft>("drafts")
{
    protected override void Write(Draft entity, FieldWriter fields)
    {
        fields.Text("segment", entity.SegmentId.Value);
        fields.Text("document", entity.DocumentId.Value);
        fields.Text("actor", entity.Actor.Value);
        fields.Text("tab", entity.Tab);
        fields.Version("basedOn", entity.BasedOn);
        fields.Number("sequence", entity.ClientSequence);
        fields.Inline("target", entity.Target);
        fields.Time("at", entity.At);
    }

    protected override Draft Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        SegmentId = new(fields.Text("segment")),
        DocumentId = new(fields.Text("document")),
        Actor = new(fields.Text("actor")),
        Tab = fields.Text("tab"),
        BasedOn = fields.Version("basedOn"),
        ClientSequence = fields.Number("sequence"),
        Target = fields.Inline("target"),
        At = fields.Time("at"),
    };
}

internal sealed class AlternativeCodec() : EntityCodec<Alternative>("alternatives")
{
    protected override void Write(Alternative entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("segment", entity.SegmentId.Value);
        fields.Inline("target", entity.Target);
        fields.Text("actor", entity.Actor.Value);
        fields.Time("at", entity.At);
        fields.Version("basedOn", entity.BasedOn);
    }

    protected override Alternative Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        SegmentId = new(fields.Text("segment")),
        Target = fields.Inline("target"),
        Actor = new(fields.Text("actor")),
        At = fields.Time("at"),
        BasedOn = fields.Version("basedOn"),
    };
}

internal sealed class NoteCodec() : EntityCodec<Note>("notes")
{
    protected override void Write(Note entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("segment", entity.SegmentId.Value);
        fields.Text("text", entity.Text);
        fields.Text("actor", entity.Actor.Value);
        fields.Time("at", entity.At);
    }

    protected override Note Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        SegmentId = new(fields.Text("segment")),
        Text = fields.Text("text"),
        Actor = new(fields.Text("actor")),
        At = fields.Time("at"),
    };
}

internal sealed class IgnoredIssueCodec() : EntityCodec<IgnoredIssue>("ignoredIssues")
{
    protected override void Write(IgnoredIssue entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("document", entity.DocumentId.Value);
        fields.Text("segment", entity.SegmentId.Value);
        fields.Text("check", entity.CheckId);
        fields.Text("quoted", entity.Quoted);
        fields.Number("occurrence", entity.Occurrence);
        fields.Text("reason", entity.Reason);
    }

    protected override IgnoredIssue Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        DocumentId = new(fields.Text("document")),
        SegmentId = new(fields.Text("segment")),
        CheckId = fields.Text("check"),
        Quoted = fields.Text("quoted"),
        Occurrence = (int)fields.Number("occurrence"),
        Reason = fields.Text("reason"),
    };
}
