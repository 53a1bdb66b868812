using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Storage.Codecs;

internal sealed class GlossaryCodec() : EntityCodec<Glossary>("glossaries")
{
    protected override void Write(Glossary entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("name", entity.Name);
        fields.Text("description", entity.Description);
    }

    protected override Glossary Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        Name = fields.Text("name"),
        Description = fields.Text("description"),
    };
}

internal sealed class ConceptEntryCodec() : EntityCodec<ConceptEntry>("concepts")
{
    protected override void Write(ConceptEntry entity, FieldWriter fields) => WriteEntry(fields, entity);

    protected override ConceptEntry Read(FieldReader fields, EntityVersion version) => ReadEntry(fields, version);

    internal static void WriteEntry(FieldWriter fields, ConceptEntry entity)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("glossary", entity.GlossaryId.Value);
        fields.Text("concept", entity.ConceptId);
        fields.Text("subject", entity.SubjectField);
        fields.Text("definition", entity.Definition);
        fields.Text("definitionSource", entity.DefinitionSource);
        fields.Choice("definitionReliability", entity.DefinitionReliability);
        fields.Text("note", entity.Note);
        fields.Text("source", entity.Source);
        fields.Parts("languages", entity.Languages, (part, section) =>
        {
            part.Language("tag", section.Language);
            part.Parts("terms", section.Terms, WriteTerm);
        });
        fields.Parts("references", entity.References, (part, reference) =>
        {
            part.Choice("kind", reference.Kind);
            part.Text("concept", reference.ConceptId);
            part.Text("note", reference.Note);
        });
        PropertyCodec.Write(fields, entity.Properties);
        fields.Text("seed", entity.SeedHash);
        fields.Time("changed", entity.ChangedAt);
    }

    internal static ConceptEntry ReadEntry(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        GlossaryId = new(fields.Text("glossary")),
        ConceptId = fields.Text("concept"),
        SubjectField = fields.Text("subject"),
        Definition = fields.Text("definition"),
        DefinitionSource = fields.Text("definitionSource"),
        DefinitionReliability = fields.Choice<Reliability>("definitionReliability"),
        Note = fields.Text("note"),
        Source = fields.Text("source"),
        Languages = fields.Parts(
            "languages", part => new LanguageSection(part.Language("tag"), part.Parts("terms", ReadTerm))),
        References = fields.Parts(
            "references", part => new CrossReference(part.Choice<ReferenceKind>("kind"), part.Text("concept"), part.Text("note"))),
        Properties = PropertyCodec.Read(fields),
        SeedHash = fields.Text("seed"),
        ChangedAt = fields.Time("changed"),
    };

    private static void WriteTerm(FieldWriter fields, TermSection term)
    {
        fields.Text("text", term.Text);
        fields.Text("pos", term.PartOfSpeech);
        fields.Choice("type", term.Type);
        fields.Choice("status", term.Status);
        fields.Choice("process", term.ProcessStatus);
        fields.Choice("wording", term.Wording);
        fields.Flag("case", term.CaseSensitive);
        fields.Text("from", term.ValidFrom.Value);
        fields.Text("to", term.ValidTo.Value);
        fields.Text("hanja", term.Hanja);
        fields.Text("context", term.Context);
        fields.Text("contextSource", term.ContextSource);
        fields.Text("usage", term.UsageNote);
        fields.Text("source", term.Source);
        fields.Choice("reliability", term.Reliability);
        fields.Text("attestation", term.Attestation);
        PropertyCodec.Write(fields, term.Properties);
    }

    private static TermSection ReadTerm(FieldReader fields) => new()
    {
        Text = fields.Text("text"),
        PartOfSpeech = fields.Text("pos"),
        Type = fields.Choice<TermType>("type"),
        Status = fields.Choice<AdministrativeStatus>("status"),
        ProcessStatus = fields.Choice<ProcessStatus>("process"),
        Wording = fields.Choice<Wording>("wording"),
        CaseSensitive = fields.Flag("case"),
        ValidFrom = new(fields.Text("from")),
        ValidTo = new(fields.Text("to")),
        Hanja = fields.Text("hanja"),
        Context = fields.Text("context"),
        ContextSource = fields.Text("contextSource"),
        UsageNote = fields.Text("usage"),
        Source = fields.Text("source"),
        Reliability = fields.Choice<Reliability>("reliability"),
        Attestation = fields.Text("attestation"),
        Properties = PropertyCodec.Read(fields),
    };
}

internal sealed class ConceptRevisionCodec() : EntityCodec<ConceptRevision>("conceptRevisions")
{
    protected override void Write(ConceptRevision entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Version("entryVersion", entity.Entry.Version);
        fields.Part("entry", part => ConceptEntryCodec.WriteEntry(part, entity.Entry));
        fields.Flag("deleted", entity.Deleted);
        fields.Text("actor", entity.Actor.Value);
        fields.Time("at", entity.At);
    }

    protected override ConceptRevision Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        Entry = ConceptEntryCodec.ReadEntry(fields.Part("entry"), fields.Version("entryVersion")),
        Deleted = fields.Flag("deleted"),
        Actor = new(fields.Text("actor")),
        At = fields.Time("at"),
    };
}

internal sealed class TermDismissalCodec() : EntityCodec<TermDismissal>("termDismissals")
{
    protected override void Write(TermDismissal entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("project", entity.ProjectId.Value);
        fields.Text("concept", entity.ConceptId.Value);
        fields.Text("words", entity.Words);
        fields.Text("before", entity.Before);
        fields.Text("after", entity.After);
        fields.Text("actor", entity.Actor.Value);
        fields.Time("at", entity.At);
    }

    protected override TermDismissal Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        ProjectId = new(fields.Text("project")),
        ConceptId = new(fields.Text("concept")),
        Words = fields.Text("words"),
        Before = fields.Text("before"),
        After = fields.Text("after"),
        Actor = new(fields.Text("actor")),
        At = fields.Time("at"),
    };
}
