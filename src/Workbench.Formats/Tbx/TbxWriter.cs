using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Workbench.Core.Memory;
using Workbench.Core.Terminology;
using Workbench.Formats.Terms;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Tbx;

/// <summary>Writes TBX 3 in the DCA style: Basic's data categories where it has them, our own beside them.</summary>
internal sealed partial class TbxWriter(XmlOutput output, ImmutableArray<ConceptEntry> entries)
{
    private static readonly TermSection Plain = new() { Text = "" };

    private readonly XmlWriter _writer = output.Writer;
    private readonly Dictionary<string, string> _ids = Ids(entries);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        _writer.WriteStartDocument();
        _writer.WriteStartElement("tbx", TbxVocabulary.NamespaceName);
        output.Attribute("type", "TBX-Basic");
        output.Attribute("style", "dca");
        Language("en");
        WriteHeader();
        Start("text");
        Start("body");
        for (var index = 0; index < entries.Length; index++)
        {
            Write(entries[index], index);
            await output.PassOnAsync(cancellationToken);
        }

        await output.FinishAsync(cancellationToken);
    }

    private void WriteHeader()
    {
        Start("tbxHeader");
        Start("fileDesc");
        Start("titleStmt");
        Element("title", "Glossary");
        _writer.WriteEndElement();
        Start("sourceDesc");
        Element("p", TbxVocabulary.Signature);
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private void Write(ConceptEntry entry, int index)
    {
        var id = _written.Add(entry.ConceptId) ? _ids[entry.ConceptId] : FreeId(index);
        Start("conceptEntry");
        output.Attribute("id", id);
        Own("conceptId", id == entry.ConceptId ? "" : entry.ConceptId);
        Field("descrip", "subjectField", entry.SubjectField);
        Group("definition", entry.Definition, entry.DefinitionSource);
        Own("definitionReliability", entry.DefinitionReliability == Reliability.Unverified ? "" : TermNames.Of(entry.DefinitionReliability));
        Note(entry.Note);
        Field("admin", "source", entry.Source);
        Own("seedHash", entry.SeedHash);
        Own("changedAt", TermNames.Time(entry.ChangedAt));
        foreach (var reference in entry.References)
        {
            Write(reference);
        }

        Write(entry.Properties, TbxVocabulary.EntryFields, termNotes: false);
        foreach (var section in entry.Languages)
        {
            Start("langSec");
            Language(section.Language.Value);
            foreach (var term in section.Terms)
            {
                Write(term);
            }

            _writer.WriteEndElement();
        }

        _writer.WriteEndElement();
    }

    private void Write(TermSection term)
    {
        Start("termSec");
        Element("term", term.Text);
        var (partOfSpeech, isExact) = TbxVocabulary.PartOfSpeechName(term.PartOfSpeech);
        Field("termNote", "partOfSpeech", term.PartOfSpeech.Length == 0 ? "" : partOfSpeech);
        Field("termNote", TbxVocabulary.Own + "partOfSpeech", isExact ? "" : term.PartOfSpeech);
        Field("termNote", "administrativeStatus", TbxVocabulary.Name(term.Status));
        Field("termNote", "termType", TbxVocabulary.Name(term.Type));
        var termNotes = term.Properties.TakeWhile(property => Native(property, TbxVocabulary.TermFields, termNotes: true) is { Kind: "termNote" }).ToImmutableArray();
        Write(termNotes, TbxVocabulary.TermFields, termNotes: true);
        Group("context", term.Context, term.ContextSource);
        Note(term.UsageNote);
        Field("admin", "source", term.Source);
        Own("reliability", TermNames.Of(term.Reliability));
        Own("wording", term.Wording == Plain.Wording ? "" : TermNames.Of(term.Wording));
        Own("processStatus", term.ProcessStatus == Plain.ProcessStatus ? "" : TermNames.Of(term.ProcessStatus));
        Own("caseSensitive", term.CaseSensitive ? "yes" : "");
        Own("validFrom", term.ValidFrom.ToString());
        Own("validTo", term.ValidTo.ToString());
        Own("hanja", term.Hanja);
        Own("attestation", term.Attestation);
        Write(term.Properties[termNotes.Length..], TbxVocabulary.TermFields, termNotes: false);
        _writer.WriteEndElement();
    }

    private void Write(CrossReference reference)
    {
        // A target is an IDREF: it names an entry of this file.
        if (reference.Kind is ReferenceKind.SucceededBy or ReferenceKind.Succeeds || !_ids.TryGetValue(reference.ConceptId, out var target))
        {
            Field("admin", $"{TbxVocabulary.OwnReference}{TermNames.Of(reference.Kind)}:{reference.ConceptId}", reference.Note, evenEmpty: true);
            return;
        }

        Start(reference.Kind == ReferenceKind.Related ? "ref" : "descrip");
        output.Attribute("type", reference.Kind switch
        {
            ReferenceKind.Broader => "relatedConceptBroader",
            ReferenceKind.Narrower => "relatedConceptNarrower",
            _ => "crossReference",
        });
        output.Attribute("target", target);
        output.Text(reference.Note);
        _writer.WriteEndElement();
    }

    private void Write(ImmutableArray<Property> properties, IReadOnlySet<string> fields, bool termNotes)
    {
        foreach (var property in properties)
        {
            if (Native(property, fields, termNotes) is { } native)
            {
                Field(native.Kind, native.Type, property.Value, evenEmpty: true);
            }
            else if (Fragment(property) is { } fragment)
            {
                fragment.WriteTo(_writer);
            }
            else
            {
                Field("admin", TbxVocabulary.OwnProperty + property.Type, property.Value, evenEmpty: true);
            }
        }
    }

    /// <summary>What another's file said goes back as it stood, where reading it makes the same property again.</summary>
    private static (string Kind, string Type)? Native(Property property, IReadOnlySet<string> fields, bool termNotes)
    {
        var parts = property.Type.Split(':', 3);
        if (parts is not ["tbx", var kind, var type] || type.Length == 0 || fields.Contains(type)
            || type.StartsWith(TbxVocabulary.Own, StringComparison.Ordinal) || XmlCharacters.FirstIllegal(type) is not null)
        {
            return null;
        }

        return (kind, termNotes) is ("termNote", true) or ("descrip" or "admin", false) ? (kind, type) : null;
    }

    private static XElement? Fragment(Property property)
    {
        if (property.Type != TbxVocabulary.ForeignXml + "transacGrp" && property.Type != TbxVocabulary.ForeignXml + "xref")
        {
            return null;
        }

        return TbxFragment.Parse(property.Value) is { } element && TbxFragment.Of(element) == property.Value ? element : null;
    }

    private void Group(string type, string text, string source)
    {
        if (text.Length == 0)
        {
            Own(type + "Source", source);
            return;
        }

        Start("descripGrp");
        Field("descrip", type, text);
        Field("admin", "source", source);
        _writer.WriteEndElement();
    }

    private void Own(string name, string value) => Field("admin", TbxVocabulary.Own + name, value);

    private void Note(string text)
    {
        if (text.Length > 0)
        {
            Element("note", text);
        }
    }

    private void Field(string kind, string type, string value, bool evenEmpty = false)
    {
        if (value.Length == 0 && !evenEmpty)
        {
            return;
        }

        Start(kind);
        output.Attribute("type", type);
        output.Text(value);
        _writer.WriteEndElement();
    }

    private void Element(string name, string text)
    {
        Start(name);
        output.Text(text);
        _writer.WriteEndElement();
    }

    private void Start(string name) => _writer.WriteStartElement(name, TbxVocabulary.NamespaceName);

    private void Language(string tag) => _writer.WriteAttributeString("xml", "lang", null, tag);

    /// <summary>XML ids of the concepts: their own where it can be one.</summary>
    private static Dictionary<string, string> Ids(ImmutableArray<ConceptEntry> entries)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < entries.Length; index++)
        {
            ids.TryAdd(entries[index].ConceptId, XmlId.IsMatch(entries[index].ConceptId) ? entries[index].ConceptId : FreeId(index));
        }

        return ids;
    }

    // Not a name that a concept id can be: it begins with an underscore.
    private static string FreeId(int index) => $"_c{index + 1}";

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex XmlId { get; }
}
