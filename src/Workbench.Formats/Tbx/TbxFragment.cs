using System.Xml;
using System.Xml.Linq;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Tbx;

/// <summary>Parts of a TBX file that are carried as XML: without namespace and without the white space between elements.</summary>
internal static class TbxFragment
{
    public static string Of(XElement element) => Bare(element).ToString(SaveOptions.DisableFormatting);

    /// <summary>The element again, in the namespace of TBX 3; null when it is none.</summary>
    public static XElement? Parse(string text)
    {
        try
        {
            using var reader = SafeXml.CreateReader(new StringReader(text));
            reader.MoveToContent();

            return InNamespace((XElement)XNode.ReadFrom(reader));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XElement Bare(XElement element) => new(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => new XAttribute(attribute.Name.Namespace == XNamespace.Xml ? attribute.Name : attribute.Name.LocalName, attribute.Value)),
        element.HasElements
            ? element.Nodes().Where(node => node is XElement || (node is XText text && !string.IsNullOrWhiteSpace(text.Value)))
                .Select(node => node is XElement child ? (XNode)Bare(child) : node)
            : element.Value);

    private static XElement InNamespace(XElement element) => new(
        TbxVocabulary.Namespace + element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration),
        element.Nodes().Select(node => node is XElement child ? InNamespace(child) : node));
}
