using System.Xml;
using Workbench.Core.Problems;

namespace Workbench.Formats.Xml;

/// <summary>What a person is told of XML that cannot be read.</summary>
internal static class XmlProblem
{
    public static Problem Of(XmlException broken, string fileName) =>
        new Problem("xml-malformed", ("detail", broken.Message)).At(new Place(broken.LineNumber, broken.LinePosition, fileName));
}
