using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Formats.Terms;

namespace Workbench.Formats.Tbx;

/// <summary>
/// Reads TBX 3 (DCA, and DCT by the names of its elements) and TBX 2 (<c>martif</c>). What an entry or a term says and we do not
/// model becomes a property; nothing is dropped.
/// </summary>
internal sealed class TbxReader(XmlReader reader, string fileName)
{
    private static readonly XName XmlLanguage = XNamespace.Xml + "lang";

    private readonly List<Problem> _warnings = [];
    private readonly Dictionary<string, string> _conceptIds = new(StringComparer.Ordinal);
    private readonly HashSet<CrossReference> _byXmlId = new(ReferenceEqualityComparer.Instance);
    private bool _isOwn;

    /// <exception cref="XmlException">The file is damaged, or a bound was passed.</exception>
    public Result<ReadTerms> Read()
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName is not ("tbx" or "martif"))
        {
            return Result.Failure<ReadTerms>(new Problem("xml-other-format", ("expected", "TBX"), ("found", reader.LocalName)).At(Here()));
        }

        var entries = new List<ConceptEntry>();
        reader.Read();
        while (!reader.EOF)
        {
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "tbxHeader" or "martifHeader":
                    _isOwn = Current().Descendants().Any(element => element.Name.LocalName == "p" && element.Value == TbxVocabulary.Signature);
                    break;
                case "conceptEntry" or "termEntry":
                    var place = Here();
                    entries.Add(EntryOf(Current(), place));
                    break;
                default:
                    reader.Read();
                    break;
            }
        }

        return Result.Success(new ReadTerms([.. entries.Select(Resolved)]) { StatesEverything = _isOwn }, [.. _warnings]);
    }

    private XElement Current() => (XElement)XNode.ReadFrom(reader);

    private Place Here() => reader is IXmlLineInfo info && info.HasLineInfo()
        ? new Place(info.LineNumber, info.LinePosition, fileName)
        : new Place(0, 0, fileName);

    private ConceptEntry EntryOf(XElement element, Place place)
    {
        var xmlId = (string?)element.Attribute("id") ?? "";
        var entry = TermNames.NewEntry(xmlId.Length > 0 ? xmlId : string.Create(CultureInfo.InvariantCulture, $"entry-{place.Line}"));
        var sections = ImmutableArray.CreateBuilder<LanguageSection>();
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName is "langSec" or "langSet")
            {
                (entry, var section) = SectionOf(entry, child, place);
                sections.Add(section);
            }
            else
            {
                entry = Take(entry, child);
            }
        }

        if (!_conceptIds.TryAdd(xmlId, entry.ConceptId) && xmlId.Length > 0 && !_isOwn)
        {
            _warnings.Add(new Problem("terms-same-id", ("id", xmlId)).At(place).AsWarning());
        }

        return entry with { Languages = sections.ToImmutable() };
    }

    private (ConceptEntry Entry, LanguageSection Section) SectionOf(ConceptEntry entry, XElement element, Place place)
    {
        var tag = (string?)element.Attribute(XmlLanguage) ?? (string?)element.Attribute("lang") ?? "";
        if (!LanguageTag.TryParse(tag, out var language))
        {
            _warnings.Add(new Problem("language-tag", ("tag", tag)).At(place).AsWarning());
            entry = entry with { Properties = [.. entry.Properties, new Property(TbxVocabulary.Foreign + "language", tag)] };
        }

        var terms = ImmutableArray.CreateBuilder<TermSection>();
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName is "termSec" or "tig" or "ntig")
            {
                terms.Add(TermOf(child));
            }
            else
            {
                entry = TakeOfLanguage(entry, child, language);
            }
        }

        return (entry, new LanguageSection(language, terms.ToImmutable()));
    }

    /// <summary>A field of a whole language. Many files define a concept there, once a language: the first is its definition.</summary>
    private ConceptEntry TakeOfLanguage(ConceptEntry entry, XElement field, LanguageTag language)
    {
        var head = HeadOf(field);
        if (TypeOf(head) == "definition" && entry.Definition.Length == 0)
        {
            var taken = Take(entry, field);

            return taken with { Properties = [.. taken.Properties, new Property(TbxVocabulary.Foreign + "definition-language", language.Value)] };
        }

        var carried = Carried(field);

        return entry with { Properties = [.. entry.Properties, carried with { Type = $"{TbxVocabulary.Foreign}langSec:{language}:{carried.Type[4..]}" }] };
    }

    private ConceptEntry Take(ConceptEntry entry, XElement field)
    {
        var head = HeadOf(field);
        var (kind, type, text) = (KindOf(head), TypeOf(head), TextOf(head));
        if (!ReferenceEquals(head, field))
        {
            return type == "definition" && entry.Definition.Length == 0
                ? RestOf(field, head).Aggregate(
                    entry with { Definition = text, DefinitionSource = SourceOf(field) },
                    (taken, rest) => taken with { Properties = [.. taken.Properties, Carried(rest)] })
                : kind == "admin" && RestOf(field, head).All(rest => KindOf(rest) == "admin")
                    ? field.Elements().Aggregate(entry, Take)
                    : entry with { Properties = [.. entry.Properties, Carried(field)] };
        }

        return type switch
        {
            "definition" when entry.Definition.Length == 0 => entry with { Definition = text },
            "subjectField" when entry.SubjectField.Length == 0 => entry with { SubjectField = text },
            "source" when entry.Source.Length == 0 && kind is "admin" or "" => entry with { Source = text },
            "note" when entry.Note.Length == 0 => entry with { Note = text },
            "crossReference" or "relatedConcept" when TargetOf(head) is { } target => Referring(entry, ReferenceKind.Related, target, text),
            "relatedConceptBroader" or "superordinateConceptGeneric" when TargetOf(head) is { } target => Referring(entry, ReferenceKind.Broader, target, text),
            "relatedConceptNarrower" or "subordinateConceptGeneric" when TargetOf(head) is { } target => Referring(entry, ReferenceKind.Narrower, target, text),
            _ when type.StartsWith(TbxVocabulary.Own, StringComparison.Ordinal) => TakeOwn(entry, type[TbxVocabulary.Own.Length..], text)
                ?? entry with { Properties = [.. entry.Properties, Carried(field)] },
            _ => entry with { Properties = [.. entry.Properties, Carried(field)] },
        };
    }

    private static ConceptEntry? TakeOwn(ConceptEntry entry, string name, string text) => name switch
    {
        "conceptId" => entry with { ConceptId = text },
        "definitionReliability" when TermNames.TryReliability(text, out var reliability) => entry with { DefinitionReliability = reliability },
        "definitionSource" => entry with { DefinitionSource = text },
        "seedHash" => entry with { SeedHash = text },
        "changedAt" => entry with { ChangedAt = TermNames.Time(text) },
        _ when name.StartsWith("property:", StringComparison.Ordinal) =>
            entry with { Properties = [.. entry.Properties, new Property(name["property:".Length..], text)] },
        _ when name.Split(':', 3) is ["reference", var kindName, var conceptId] && TermNames.TryReferenceKind(kindName, out var kind) =>
            entry with { References = [.. entry.References, new CrossReference(kind, conceptId, text)] },
        _ => null,
    };

    private TermSection TermOf(XElement element)
    {
        var fields = element.Elements().SelectMany(child => child.Name.LocalName == "termGrp" ? child.Elements() : [child]).ToArray();
        var named = fields.FirstOrDefault(field => field.Name.LocalName == "term");
        var term = new TermSection { Text = named is null ? "" : TextOf(named) };
        if (named is { HasElements: true })
        {
            term = term with { Properties = [Carried(named)] };
        }

        if (((string?)named?.Attribute("id") ?? (string?)element.Attribute("id")) is { } id)
        {
            term = term with { Properties = [.. term.Properties, new Property(TbxVocabulary.Foreign + "id", id)] };
        }

        return fields.Where(field => field != named).Aggregate(term, Take);
    }

    private TermSection Take(TermSection term, XElement field)
    {
        var head = HeadOf(field);
        var (kind, type, text) = (KindOf(head), TypeOf(head), TextOf(head));
        if (!ReferenceEquals(head, field))
        {
            return type == "context" && term.Context.Length == 0
                ? RestOf(field, head).Aggregate(
                    term with { Context = text, ContextSource = SourceOf(field) },
                    (taken, rest) => taken with { Properties = [.. taken.Properties, Carried(rest)] })
                : kind is "admin" or "termNote" && RestOf(field, head).All(rest => KindOf(rest) == kind)
                    ? field.Elements().Aggregate(term, Take)
                    : term with { Properties = [.. term.Properties, Carried(field)] };
        }

        return type switch
        {
            "partOfSpeech" when term.PartOfSpeech.Length == 0 => term with { PartOfSpeech = TbxVocabulary.PartOfSpeech(text) },
            "administrativeStatus" when TbxVocabulary.Status(text) is { } status => term with { Status = status },
            "termType" when TbxVocabulary.Type(text) is { } termType => term with { Type = termType },
            "termType" when text is "acronym" or "initialism" or "shortForm" => Kept(term with { Type = TermType.Abbreviation }, field),
            "context" when term.Context.Length == 0 => term with { Context = text },
            "source" when term.Source.Length == 0 && kind is "admin" or "" => term with { Source = text },
            "note" when term.UsageNote.Length == 0 => term with { UsageNote = text },
            _ when type.StartsWith(TbxVocabulary.Own, StringComparison.Ordinal) => TakeOwn(term, type[TbxVocabulary.Own.Length..], text) ?? Kept(term, field),
            _ => Kept(term, field),
        };
    }

    private static TermSection? TakeOwn(TermSection term, string name, string text) => name switch
    {
        "partOfSpeech" => term with { PartOfSpeech = text },
        "contextSource" => term with { ContextSource = text },
        "reliability" when TermNames.TryReliability(text, out var reliability) => term with { Reliability = reliability },
        "wording" when TermNames.TryWording(text, out var wording) => term with { Wording = wording },
        "processStatus" when TermNames.TryProcessStatus(text, out var status) => term with { ProcessStatus = status },
        "caseSensitive" => term with { CaseSensitive = text == "yes" },
        "validFrom" => term with { ValidFrom = new PartialDate(text) },
        "validTo" => term with { ValidTo = new PartialDate(text) },
        "hanja" => term with { Hanja = text },
        "attestation" => term with { Attestation = text },
        _ when name.StartsWith("property:", StringComparison.Ordinal) =>
            term with { Properties = [.. term.Properties, new Property(name["property:".Length..], text)] },
        _ => null,
    };

    private TermSection Kept(TermSection term, XElement field) => term with { Properties = [.. term.Properties, Carried(field)] };

    private ConceptEntry Referring(ConceptEntry entry, ReferenceKind kind, string target, string note)
    {
        var reference = new CrossReference(kind, target, note);
        _byXmlId.Add(reference);

        return entry with { References = [.. entry.References, reference] };
    }

    /// <summary>What TBX itself refers to is an XML id; the concept may be called otherwise.</summary>
    private ConceptEntry Resolved(ConceptEntry entry) => entry with
    {
        References =
        [
            .. entry.References.Select(reference => _byXmlId.Contains(reference)
                ? reference with { ConceptId = _conceptIds.GetValueOrDefault(reference.ConceptId, reference.ConceptId) }
                : reference),
        ],
    };

    private Property Carried(XElement field)
    {
        var name = field.Name.LocalName;
        var isPlain = !field.HasElements && field.Attributes().All(attribute => attribute.IsNamespaceDeclaration || attribute.Name == "type");
        if (!isPlain)
        {
            return new Property(TbxVocabulary.ForeignXml + name, TbxFragment.Of(field));
        }

        var type = (string?)field.Attribute("type");

        return new Property(TbxVocabulary.Foreign + (type is null ? name : $"{name}:{type}"), TextOf(field));
    }

    /// <summary>What a group is about; a field that stands alone is its own head.</summary>
    private static XElement HeadOf(XElement field) => field.Name.LocalName switch
    {
        "descripGrp" => field.Elements().FirstOrDefault(child => KindOf(child) == "descrip" || IsCategory(child)) ?? field,
        "adminGrp" => field.Elements().FirstOrDefault(child => child.Name.LocalName is "admin") ?? field,
        "termNoteGrp" => field.Elements().FirstOrDefault(child => child.Name.LocalName is "termNote") ?? field,
        _ => field,
    };

    private static IEnumerable<XElement> RestOf(XElement group, XElement head)
    {
        var source = TypeOf(head) is "definition" or "context" ? SourceElement(group) : null;

        return group.Elements().Where(child => child != head && child != source);
    }

    private string SourceOf(XElement group) => SourceElement(group) is { } source ? TextOf(source) : "";

    private static XElement? SourceElement(XElement group) =>
        group.Elements().FirstOrDefault(child => TypeOf(child) == "source" && KindOf(child) is "admin" or "");

    // DCA names the category in an attribute of a general element, DCT by an element in a module's namespace.
    private static string KindOf(XElement field) => field.Name.LocalName is "descrip" or "admin" or "termNote" or "note" or "ref" or "xref" ? field.Name.LocalName : "";

    private static bool IsCategory(XElement field) => KindOf(field).Length == 0 && TypeOf(field) != "source" && field.Name.LocalName != "transacGrp";

    private static string TypeOf(XElement field) => (string?)field.Attribute("type") ?? field.Name.LocalName;

    private static string? TargetOf(XElement field) => (string?)field.Attribute("target") is { Length: > 0 } target ? target : null;

    private string TextOf(XElement element) => _isOwn
        ? element.Value
        : string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
