using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Terminology;

namespace Workbench.Web.Glossary;

/// <summary>An entry while it is being typed: every field of it, open to change. Kept as JSON while it is unsaved.</summary>
public sealed class EntryForm
{
    public string Glossary { get; set; } = "";

    public string ConceptId { get; set; } = "";

    public string SubjectField { get; set; } = "";

    public string Definition { get; set; } = "";

    public string DefinitionSource { get; set; } = "";

    public Reliability DefinitionReliability { get; set; }

    public string Note { get; set; } = "";

    public string Source { get; set; } = "";

    public List<LanguageForm> Languages { get; init; } = [];

    public List<ReferenceForm> References { get; init; } = [];

    /// <summary>A new entry with an empty term in each of the two languages.</summary>
    public static EntryForm New(GlossaryId glossary, LanguageTag source, LanguageTag target) => new()
    {
        Glossary = glossary.Value,
        ConceptId = $"own-{ConceptEntryId.New().Value[..12]}",
        Languages = [.. new[] { source, target }.Distinct().Select(LanguageForm.With)],
    };

    public static EntryForm Of(ConceptEntry entry) => new()
    {
        Glossary = entry.GlossaryId.Value,
        ConceptId = entry.ConceptId,
        SubjectField = entry.SubjectField,
        Definition = entry.Definition,
        DefinitionSource = entry.DefinitionSource,
        DefinitionReliability = entry.DefinitionReliability,
        Note = entry.Note,
        Source = entry.Source,
        Languages = [.. entry.Languages.Select(LanguageForm.Of)],
        References = [.. entry.References.Select(ReferenceForm.Of)],
    };

    /// <summary>The entry that the form says. Terms of which nothing was typed are left out; edges of white space are not part of a term.</summary>
    /// <param name="seen">The entry that is edited, which keeps what the form does not show; null for a new one.</param>
    public ConceptEntry ToEntry(ConceptEntry? seen, ConceptEntryId id) =>
        (seen ?? new ConceptEntry { Id = id, GlossaryId = new(Glossary), ConceptId = "" }) with
        {
            ConceptId = ConceptId.Trim(),
            SubjectField = SubjectField.Trim(),
            Definition = Definition,
            DefinitionSource = DefinitionSource,
            DefinitionReliability = DefinitionReliability,
            Note = Note,
            Source = Source,
            Languages =
            [
                .. Languages.Where(language => !language.IsEmpty)
                    .Select(language => new LanguageSection(
                        LanguageTag.Of(language.Language), [.. language.Terms.Where(term => !term.IsEmpty).Select(term => term.ToTerm())])),
            ],
            References = [.. References.Where(reference => reference.ConceptId.Trim().Length > 0).Select(reference => reference.ToReference())],
        };
}

/// <summary>The terms of one language, being typed.</summary>
public sealed class LanguageForm
{
    public required string Language { get; set; }

    public List<TermForm> Terms { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Terms.TrueForAll(term => term.IsEmpty);

    public static LanguageForm With(LanguageTag language) => new() { Language = language.Value, Terms = [new TermForm()] };

    public static LanguageForm Of(LanguageSection section) =>
        new() { Language = section.Language.Value, Terms = [.. section.Terms.Select(TermForm.Of)] };
}

/// <summary>One term, being typed.</summary>
public sealed class TermForm
{
    /// <summary>Names the fields of this term on the page, also after a reload.</summary>
    public string Key { get; init; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Taken out, to be put back while the form is open; not part of the entry.</summary>
    public bool IsRemoved { get; set; }

    public string Text { get; set; } = "";

    public string PartOfSpeech { get; set; } = "";

    public TermType Type { get; set; }

    public AdministrativeStatus Status { get; set; }

    public ProcessStatus ProcessStatus { get; set; }

    public Wording Wording { get; set; }

    public bool CaseSensitive { get; set; }

    public bool Forbidden { get; set; }

    public bool NeverRecognised { get; set; }

    public string ValidFrom { get; set; } = "";

    public string ValidTo { get; set; } = "";

    public string Hanja { get; set; } = "";

    public string Context { get; set; } = "";

    public string ContextSource { get; set; } = "";

    public string UsageNote { get; set; } = "";

    public string Source { get; set; } = "";

    public Reliability Reliability { get; set; }

    public string Attestation { get; set; } = "";

    /// <summary>Carried verbatim, beside those that the form has boxes for.</summary>
    public List<Property> Properties { get; init; } = [];

    /// <summary>Whether nothing was typed: choices alone are no term.</summary>
    [JsonIgnore]
    public bool IsEmpty => IsRemoved
        || string.Concat(Text, ValidFrom, ValidTo, Hanja, Context, ContextSource, UsageNote, Source, Attestation).Trim().Length == 0;

    public static TermForm Of(TermSection term) => new()
    {
        Text = term.Text,
        PartOfSpeech = term.PartOfSpeech,
        Type = term.Type,
        Status = term.Status,
        ProcessStatus = term.ProcessStatus,
        Wording = term.Wording,
        CaseSensitive = term.CaseSensitive,
        Forbidden = term.IsForbidden,
        NeverRecognised = term.Properties.Contains(TermSection.NeverRecognised),
        ValidFrom = term.ValidFrom.ToString(),
        ValidTo = term.ValidTo.ToString(),
        Hanja = term.Hanja,
        Context = term.Context,
        ContextSource = term.ContextSource,
        UsageNote = term.UsageNote,
        Source = term.Source,
        Reliability = term.Reliability,
        Attestation = term.Attestation,
        Properties = [.. term.Properties],
    };

    public TermSection ToTerm() => new()
    {
        Text = Text.Trim(),
        PartOfSpeech = PartOfSpeech.Trim(),
        Type = Type,
        Status = Status,
        ProcessStatus = ProcessStatus,
        Wording = Wording,
        CaseSensitive = CaseSensitive,
        ValidFrom = new PartialDate(ValidFrom.Trim()),
        ValidTo = new PartialDate(ValidTo.Trim()),
        Hanja = Hanja.Trim(),
        Context = Context,
        ContextSource = ContextSource,
        UsageNote = UsageNote,
        Source = Source,
        Reliability = Reliability,
        Attestation = Attestation,
        Properties = With(With([.. Properties], TermSection.Forbidden, Forbidden), TermSection.NeverRecognised, NeverRecognised),
    };

    private static ImmutableArray<Property> With(ImmutableArray<Property> properties, Property mark, bool isSet) =>
        properties.Contains(mark) == isSet ? properties : isSet ? properties.Add(mark) : properties.Remove(mark);
}

/// <summary>A link to another concept, being typed.</summary>
public sealed class ReferenceForm
{
    public string Key { get; init; } = Guid.NewGuid().ToString("N")[..8];

    public ReferenceKind Kind { get; set; }

    public string ConceptId { get; set; } = "";

    public string Note { get; set; } = "";

    public static ReferenceForm Of(CrossReference reference) =>
        new() { Kind = reference.Kind, ConceptId = reference.ConceptId, Note = reference.Note };

    public CrossReference ToReference() => new(Kind, ConceptId.Trim(), Note);
}
