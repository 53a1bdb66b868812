using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml;

namespace Workbench.Formats.Xliff;

/// <summary>The names of XLIFF 2.1, of the modules that are used, and the ones that are ours.</summary>
internal static partial class XliffVocabulary
{
    /// <summary>Of 2.0 and 2.1 alike.</summary>
    public const string Core = "urn:oasis:names:tc:xliff:document:2.0";
    public const string Glossary = "urn:oasis:names:tc:xliff:glossary:2.0";
    public const string Metadata = "urn:oasis:names:tc:xliff:metadata:2.0";

    /// <summary>What XLIFF has no place for; other tools pass it over.</summary>
    public const string Own = "urn:x-workbench:xliff:1";
    public const string OwnPrefix = "wb";

    /// <summary>Begins the <c>subType</c> of a code whose type XLIFF has no word for.</summary>
    private const string OwnType = "wb-type:";

    private static readonly FrozenSet<string> Types = FrozenSet.Create(StringComparer.Ordinal, "fmt", "ui", "quote", "link", "image", "other");

    private static readonly FrozenSet<string> FormattingSubTypes = FrozenSet.Create(StringComparer.Ordinal, "xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u");

    /// <summary>XLIFF's type and subtype for a code's type (2.1, 4.3.1.32 and 4.3.1.35: a subtype needs its type); empty for none.</summary>
    public static (string Type, string SubType) TypeOf(string type) => type switch
    {
        "" => ("", ""),
        _ when Types.Contains(type) => (type, ""),
        _ when FormattingSubTypes.Contains(type) => ("fmt", type),
        "xlf:var" => ("ui", type),
        _ when UserDefined.IsMatch(type) && !type.StartsWith("xlf:", StringComparison.Ordinal) => ("other", type),
        _ => ("other", OwnType + XmlConvert.EncodeNmToken(type)),
    };

    /// <summary>A code's type from XLIFF's two.</summary>
    public static string TypeOf(string type, string subType) => subType switch
    {
        "" => type,
        _ when subType.StartsWith(OwnType, StringComparison.Ordinal) => XmlConvert.DecodeName(subType[OwnType.Length..]),
        _ => subType,
    };

    public static bool IsNmToken(string id) => NmToken.IsMatch(id);

    // The schema's userDefinedValue.
    [GeneratedRegex(@"\A[^\s:]+:[^\s:]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserDefined { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NmToken { get; }
}
