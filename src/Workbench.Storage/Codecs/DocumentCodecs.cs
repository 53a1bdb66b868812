using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Storage.Codecs;

internal sealed class ProjectCodec() : EntityCodec<Project>("projects")
{
    protected override void Write(Project entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("name", entity.Name);
        fields.Language("from", entity.SourceLanguage);
        fields.Language("to", entity.TargetLanguage);
        fields.Choice("wording", entity.Wording);
        fields.Texts("glossaries", entity.Glossaries.Select(id => id.Value));
        fields.Texts("memories", entity.Memories.Select(id => id.Value));
        fields.Time("created", entity.CreatedAt);
    }

    protected override Project Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        Name = fields.Text("name"),
        SourceLanguage = fields.Language("from"),
        TargetLanguage = fields.Language("to"),
        Wording = fields.Choice<WordingPolicy>("wording"),
        Glossaries = [.. fields.Texts("glossaries").Select(id => new GlossaryId(id))],
        Memories = [.. fields.Texts("memories").Select(id => new MemoryId(id))],
        CreatedAt = fields.Time("created"),
    };
}

internal sealed class DocumentCodec() : EntityCodec<Document>("documents")
{
    protected override void Write(Document entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("project", entity.ProjectId.Value);
        fields.Text("file", entity.FileName);
        fields.Text("format", entity.FormatId);
        fields.Text("original", entity.OriginalBlob);
        fields.Text("encoding", entity.Encoding);
        fields.Part("publication", part => WritePublication(part, entity.Publication));
        fields.Parts("warnings", entity.ImportWarnings, WriteProblem);
        fields.Time("imported", entity.ImportedAt);
    }

    protected override Document Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        ProjectId = new(fields.Text("project")),
        FileName = fields.Text("file"),
        FormatId = fields.Text("format"),
        OriginalBlob = fields.Text("original"),
        Encoding = fields.Text("encoding"),
        Publication = ReadPublication(fields.Part("publication")),
        ImportWarnings = fields.Parts("warnings", ReadProblem),
        ImportedAt = fields.Time("imported"),
    };

    private static void WritePublication(FieldWriter fields, Publication publication)
    {
        fields.Text("title", publication.Title);
        fields.Text("name", publication.Name);
        fields.Text("issue", publication.IssueAndPage);
        fields.Text("author", publication.Author);
        fields.Text("genre", publication.Genre);
        fields.Text("audience", publication.Audience);
        fields.Text("edition", publication.LanguageEdition);
        fields.Day("date", publication.Date);
        fields.Text("address", publication.Address);
        fields.Day("accessed", publication.AccessedOn);
        fields.Text("rights", publication.RightsNote);
    }

    private static Publication ReadPublication(FieldReader fields) => new()
    {
        Title = fields.Text("title"),
        Name = fields.Text("name"),
        IssueAndPage = fields.Text("issue"),
        Author = fields.Text("author"),
        Genre = fields.Text("genre"),
        Audience = fields.Text("audience"),
        LanguageEdition = fields.Text("edition"),
        Date = fields.Day("date"),
        Address = fields.Text("address"),
        AccessedOn = fields.Day("accessed"),
        RightsNote = fields.Text("rights"),
    };

    private static void WriteProblem(FieldWriter fields, Problem problem)
    {
        fields.Text("code", problem.Code);
        fields.Choice("severity", problem.Severity);
        fields.Parts("arguments", problem.Arguments, (part, argument) =>
        {
            part.Text("n", argument.Name);
            part.Argument("v", argument.Value);
        });
        if (problem.Place is { } place)
        {
            fields.Parts("place", [place], (part, at) =>
            {
                part.Number("line", at.Line);
                part.Number("column", at.Column);
                part.Text("part", at.Part);
            });
        }
    }

    private static Problem ReadProblem(FieldReader fields) => new(
        fields.Text("code"), fields.Parts("arguments", part => (part.Text("n"), part.Argument("v"))).AsSpan())
    {
        Severity = fields.Choice<Severity>("severity"),
        Place = fields.Parts("place", ReadPlace) is [var place] ? place : null,
    };

    private static Place ReadPlace(FieldReader fields) =>
        new((int)fields.Number("line"), (int)fields.Number("column"), fields.Text("part"));
}

internal sealed class UnitCodec() : EntityCodec<Unit>("units")
{
    protected override void Write(Unit entity, FieldWriter fields)
    {
        fields.Text("id", entity.Id.Value);
        fields.Text("document", entity.DocumentId.Value);
        fields.Number("index", entity.Index);
        fields.Choice("kind", entity.Kind);
        fields.Texts("parts", entity.Parts);
        fields.Map("data", entity.OriginalData);
    }

    protected override Unit Read(FieldReader fields, EntityVersion version) => new()
    {
        Version = version,
        Id = new(fields.Text("id")),
        DocumentId = new(fields.Text("document")),
        Index = (int)fields.Number("index"),
        Kind = fields.Choice<UnitKind>("kind"),
        Parts = fields.Texts("parts"),
        OriginalData = fields.Map("data"),
    };
}
