using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;

namespace Workbench.Formats.Tmx;

/// <summary>Reads TMX 1.1 to 1.4b, one unit at a time.</summary>
internal sealed class TmxReader(XmlReader reader, string fileName)
{
    /// <exception cref="XmlException">The file is damaged, or a bound was passed.</exception>
    public Result<MemoryHeader> ReadHeader()
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "tmx")
        {
            return Result.Failure<MemoryHeader>(
                new Problem("xml-other-format", ("expected", "TMX"), ("found", reader.LocalName)).At(Here()));
        }

        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "header")
            {
                return Result.Success(HeaderOf(Current()));
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "body" or "tu")
            {
                break;
            }
        }

        // Some tools leave the header out; the units say their languages themselves.
        return Result.Success(new MemoryHeader());
    }

    /// <summary>The next unit; null at the end of the file.</summary>
    /// <exception cref="XmlException">The file is damaged, or a bound was passed.</exception>
    public Result<MemoryUnit>? ReadUnit()
    {
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "tu")
            {
                var place = Here();

                return UnitOf(Current(), place);
            }

            reader.Read();
        }

        return null;
    }

    private XElement Current() => (XElement)XNode.ReadFrom(reader);

    private Place Here() => reader is IXmlLineInfo info && info.HasLineInfo()
        ? new Place(info.LineNumber, info.LinePosition, fileName)
        : new Place(0, 0, fileName);

    private static MemoryHeader HeaderOf(XElement header) => new()
    {
        SourceLanguage = LanguageTag.TryParse((string?)header.Attribute("srclang"), out var language) ? language : null,
        Attributes = [.. header.Attributes().Where(attribute => IsPlain(attribute) && attribute.Name != "srclang").Select(Property)],
        Properties = PropertiesOf(header),
        Notes = NotesOf(header),
        PrivateCharacters =
        [
            .. header.Elements().Where(element => element.Name.LocalName == "ude")
                .Select(element => element.ToString(SaveOptions.DisableFormatting)),
        ],
    };

    private static Result<MemoryUnit> UnitOf(XElement unit, Place place)
    {
        var warnings = new List<Problem>();
        var variants = unit.Elements().Where(element => element.Name.LocalName == "tuv")
            .Select(variant => VariantOf(variant, place, warnings))
            .OfType<MemoryVariant>()
            .ToImmutableArray();
        if (variants.IsEmpty)
        {
            return Result.Failure<MemoryUnit>([.. warnings, new Problem("memory-unit-empty").At(place).AsWarning()]);
        }

        return Result.Success(
            new MemoryUnit
            {
                Variants = variants,
                Attributes = AttributesOf(unit, TmxVocabulary.UnitAttributes),
                Properties = [.. PropertiesOf(unit), .. OthersOf(unit, TmxVocabulary.UnitAttributes)],
                Notes = NotesOf(unit),
            },
            [.. warnings]);
    }

    private static MemoryVariant? VariantOf(XElement variant, Place place, List<Problem> warnings)
    {
        // TMX 1.1 and 1.2 wrote lang.
        var tag = (string?)variant.Attribute(XNamespace.Xml + "lang") ?? (string?)variant.Attribute("lang") ?? "";
        if (!LanguageTag.TryParse(tag, out var language))
        {
            warnings.Add(new Problem("language-tag", ("tag", tag)).At(place).AsWarning());
            return null;
        }

        var properties = PropertiesOf(variant);
        var own = properties.Where(property => TmxSegment.IsOwn(property.Type))
            .GroupBy(property => property.Type, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        var segment = variant.Elements().FirstOrDefault(element => element.Name.LocalName == "seg") ?? new XElement("seg");
        var (text, codes) = TmxSegment.Read(segment, own);

        return new MemoryVariant
        {
            Language = language,
            Text = text,
            Codes = codes,
            Attributes = AttributesOf(variant, TmxVocabulary.VariantAttributes),
            Properties =
            [
                .. properties.Where(property => !TmxSegment.IsOwn(property.Type)),
                .. OthersOf(variant, TmxVocabulary.VariantAttributes),
            ],
            Notes = NotesOf(variant),
        };
    }

    private static ImmutableArray<Property> AttributesOf(XElement element, FrozenSet<string> known) =>
        [.. element.Attributes().Where(attribute => IsPlain(attribute) && known.Contains(attribute.Name.LocalName)).Select(Property)];

    // What a tool wrote that TMX does not know is carried as a property.
    private static IEnumerable<MemoryProperty> OthersOf(XElement element, FrozenSet<string> known) => element.Attributes()
        .Where(attribute => IsPlain(attribute) && attribute.Name != "lang" && !known.Contains(attribute.Name.LocalName))
        .Select(attribute => new MemoryProperty(attribute.Name.LocalName, attribute.Value));

    private static ImmutableArray<MemoryProperty> PropertiesOf(XElement element) =>
    [
        .. element.Elements().Where(child => child.Name.LocalName == "prop").Select(child =>
            new MemoryProperty((string?)child.Attribute("type") ?? "", child.Value)
            {
                Language = LanguageOf(child),
                Encoding = (string?)child.Attribute("o-encoding") ?? "",
            }),
    ];

    private static ImmutableArray<MemoryNote> NotesOf(XElement element) =>
    [
        .. element.Elements().Where(child => child.Name.LocalName == "note").Select(child =>
            new MemoryNote(child.Value)
            {
                Language = LanguageOf(child),
                Encoding = (string?)child.Attribute("o-encoding") ?? "",
            }),
    ];

    private static string LanguageOf(XElement element) =>
        (string?)element.Attribute(XNamespace.Xml + "lang") ?? (string?)element.Attribute("lang") ?? "";

    private static bool IsPlain(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.None;

    private static Property Property(XAttribute attribute) => new(attribute.Name.LocalName, attribute.Value);
}
