using System.Collections.Frozen;
using System.Xml.Linq;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Tbx;

/// <summary>The names of TBX (ISO 30042:2019), of its Basic dialect, and the ones that are ours.</summary>
internal static class TbxVocabulary
{
    public const string NamespaceName = "urn:iso:std:iso:30042:ed-2";
    public static readonly XNamespace Namespace = NamespaceName;

    /// <summary>Marks a file of ours: its texts are kept to the last space, others' are pretty-printed and are not.</summary>
    public const string Signature = "Workbench exchange 1";

    /// <summary>Begins the data categories that Basic does not have; other tools pass them over.</summary>
    public const string Own = "wb:";
    public const string OwnProperty = Own + "property:";
    public const string OwnReference = Own + "reference:";

    /// <summary>Begins the properties that hold what others' files say and we do not model.</summary>
    public const string Foreign = "tbx:";
    public const string ForeignXml = Foreign + "xml:";

    private static readonly (AdministrativeStatus Status, string Name)[] Statuses =
    [
        (AdministrativeStatus.Preferred, "preferredTerm-admn-sts"),
        (AdministrativeStatus.Admitted, "admittedTerm-admn-sts"),
        (AdministrativeStatus.Deprecated, "deprecatedTerm-admn-sts"),
        (AdministrativeStatus.Superseded, "supersededTerm-admn-sts"),
    ];

    private static readonly (TermType Type, string Name)[] Types =
    [
        (TermType.FullForm, "fullForm"),
        (TermType.Abbreviation, "abbreviation"),
        (TermType.Variant, "variant"),
        (TermType.Phrase, "phrase"),
    ];

    private static readonly (string Ours, string Name)[] PartsOfSpeech =
    [
        ("n", "noun"), ("v", "verb"), ("adj", "adjective"), ("adv", "adverb"), ("pn", "properNoun"),
    ];

    /// <summary>The types that a term's fields are read from, so that a property never takes their place.</summary>
    public static readonly FrozenSet<string> TermFields = FrozenSet.Create(StringComparer.Ordinal,
        "partOfSpeech", "administrativeStatus", "termType", "context", "source", "note", "definition");

    /// <inheritdoc cref="TermFields"/>
    public static readonly FrozenSet<string> EntryFields = FrozenSet.Create(StringComparer.Ordinal,
        "definition", "subjectField", "source", "note", "crossReference", "relatedConcept", "relatedConceptBroader", "relatedConceptNarrower",
        "superordinateConceptGeneric", "subordinateConceptGeneric");

    public static string Name(AdministrativeStatus status) => Statuses.First(pair => pair.Status == status).Name;

    public static AdministrativeStatus? Status(string name) => Statuses
        .Where(pair => pair.Name == name || pair.Name.StartsWith(name + "-", StringComparison.Ordinal)
            || pair.Name.StartsWith(name + "Term", StringComparison.Ordinal))
        .Select(pair => (AdministrativeStatus?)pair.Status)
        .FirstOrDefault();

    public static string Name(TermType type) => Types.First(pair => pair.Type == type).Name;

    public static TermType? Type(string name) =>
        Types.Where(pair => pair.Name == name).Select(pair => (TermType?)pair.Type).FirstOrDefault();

    /// <summary>Basic's word for a part of speech, and whether reading it gives ours again.</summary>
    public static (string Name, bool IsExact) PartOfSpeechName(string ours)
    {
        var known = PartsOfSpeech.FirstOrDefault(pair => pair.Ours == ours);

        return known.Name is null ? ("other", false) : (known.Name, true);
    }

    public static string PartOfSpeech(string name) => PartsOfSpeech.FirstOrDefault(pair => pair.Name == name).Ours ?? name;
}
