using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Srx;

/// <summary>Reads SRX 2.0 and 1.0, writes SRX 2.0.</summary>
public static class SrxFormat
{
    private static readonly XNamespace Srx = "http://www.lisa.org/srx20";

    /// <returns>The rules, with warnings for what is not used; or why the file is refused.</returns>
    public static Result<SegmentationRules> Read(Stream input)
    {
        try
        {
            using var reader = SafeXml.CreateReader(input);
            return Read(XDocument.Load(reader, LoadOptions.SetLineInfo));
        }
        catch (XmlException e)
        {
            return Result.Failure<SegmentationRules>(new Problem("srx-not-xml", ("reason", e.Message)).At(new Place(e.LineNumber, e.LinePosition)));
        }
    }

    public static void Write(SegmentationRules rules, Stream output)
    {
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CloseOutput = false, NewLineChars = "\n" });
        new XDocument(
            new XElement(Srx + "srx",
                new XAttribute("version", "2.0"),
                new XElement(Srx + "header",
                    new XAttribute("segmentsubflows", "yes"),
                    new XAttribute("cascade", rules.Cascade ? "yes" : "no"),
                    FormatHandle("start", "no"),
                    FormatHandle("end", "yes"),
                    FormatHandle("isolated", "no")),
                new XElement(Srx + "body",
                    new XElement(Srx + "languagerules", rules.LanguageRules.Select(ToElement)),
                    new XElement(Srx + "maprules", rules.Maps.Select(map => new XElement(Srx + "languagemap",
                        new XAttribute("languagepattern", map.Pattern),
                        new XAttribute("languagerulename", map.RuleName)))))))
            .Save(writer);
    }

    private static Result<SegmentationRules> Read(XDocument document)
    {
        var root = document.Root!;
        if (root.Name.LocalName != "srx")
        {
            return Result.Failure<SegmentationRules>(new Problem("srx-other-root", ("element", root.Name.LocalName)).At(PlaceOf(root)));
        }

        var warnings = ImmutableArray.CreateBuilder<Problem>();
        var rules = new SegmentationRules
        {
            Cascade = Named(root, "header").Any(header => (string?)header.Attribute("cascade") == "yes"),
            LanguageRules = [.. Named(root, "languagerule").Select(ToLanguageRule)],
            Maps = [.. Named(root, "languagemap").Select(ToMap)],
        };
        if (rules.LanguageRules.IsEmpty || rules.Maps.IsEmpty)
        {
            return Result.Failure<SegmentationRules>(new Problem("srx-no-rules").At(PlaceOf(root)));
        }

        if (rules.Maps.FirstOrDefault(map => rules.LanguageRules.All(rule => rule.Name != map.RuleName)) is { } dangling)
        {
            return Result.Failure<SegmentationRules>(new Problem("srx-unknown-rule", ("rule", dangling.RuleName)));
        }

        if (Foreign(root) is { } foreign)
        {
            warnings.Add(new Problem("srx-extension", ("element", foreign.Name.LocalName)).AsWarning().At(PlaceOf(foreign)));
        }

        return Result.Success(rules, warnings.ToArray());
    }

    private static LanguageRule ToLanguageRule(XElement element) => new(
        (string?)element.Attribute("languagerulename") ?? "",
        [.. Named(element, "rule").Select(ToRule)]);

    private static SegmentationRule ToRule(XElement element) => new(
        (string?)element.Attribute("break") != "no",
        Named(element, "beforebreak").FirstOrDefault()?.Value ?? "",
        Named(element, "afterbreak").FirstOrDefault()?.Value ?? "");

    private static LanguageMap ToMap(XElement element) => new(
        (string?)element.Attribute("languagepattern") ?? "",
        (string?)element.Attribute("languagerulename") ?? "");

    /// <summary>SRX 1.0 has no namespace and 2.0 has one; what is told apart is the local name.</summary>
    private static IEnumerable<XElement> Named(XElement element, string name) =>
        element.Descendants().Where(child => child.Name.LocalName == name && !IsForeign(child, element.Name.Namespace));

    private static XElement? Foreign(XElement root) =>
        root.Descendants().FirstOrDefault(element => IsForeign(element, root.Name.Namespace));

    private static bool IsForeign(XElement element, XNamespace own) => element.Name.Namespace != own;

    private static Place PlaceOf(XElement element) =>
        element is IXmlLineInfo info ? new Place(info.LineNumber, info.LinePosition) : default;

    private static XElement FormatHandle(string type, string include) =>
        new(Srx + "formathandle", new XAttribute("type", type), new XAttribute("include", include));

    private static XElement ToElement(LanguageRule language) => new(Srx + "languagerule",
        new XAttribute("languagerulename", language.Name),
        language.Rules.Select(rule => new XElement(Srx + "rule",
            new XAttribute("break", rule.Breaks ? "yes" : "no"),
            new XElement(Srx + "beforebreak", rule.Before),
            new XElement(Srx + "afterbreak", rule.After))));
}
