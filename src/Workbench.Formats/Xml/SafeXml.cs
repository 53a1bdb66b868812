using System.Text;
using System.Xml;

namespace Workbench.Formats.Xml;

/// <summary>
/// The one way XML is read here. A DOCTYPE is passed over and never fetched, so that files that name one still load; a
/// reference to an entity it declares is then an error, which ends entity bombs. Depth, size and attribute count are
/// bounded before any tree is built, since parsers hang on hostile nesting rather than throw.
/// </summary>
public static class SafeXml
{
    /// <summary>How deep elements may nest.</summary>
    public const int MaxDepth = 256;

    /// <summary>Characters in one document.</summary>
    public const long MaxCharacters = 400_000_000;

    /// <summary>Attributes on one element.</summary>
    public const int MaxAttributes = 1_000;

    // A declaration may name windows-1254 or CP949.
    static SafeXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A reader that throws <see cref="XmlException"/> with line and position when a bound is passed.</summary>
    public static XmlReader CreateReader(Stream input, bool ignoreWhitespace = false) =>
        new BoundedXmlReader(XmlReader.Create(input, Settings(ignoreWhitespace)));

    /// <inheritdoc cref="CreateReader(Stream, bool)"/>
    public static XmlReader CreateReader(TextReader input, bool ignoreWhitespace = false) =>
        new BoundedXmlReader(XmlReader.Create(input, Settings(ignoreWhitespace)));

    private static XmlReaderSettings Settings(bool ignoreWhitespace) => new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1,
        IgnoreWhitespace = ignoreWhitespace,
        CloseInput = false,
    };
}
