using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;
using Workbench.Core.Exchange;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Tmx;

/// <summary>Writes TMX 1.4b. It names no DOCTYPE: tools that fetch one would ask the network for it.</summary>
internal sealed class TmxWriter(Stream output) : IAsyncDisposable
{
    private readonly XmlOutput _output = new(output);

    public ImmutableArray<Problem> Problems => _output.Problems;

    public void Start(MemoryHeader header)
    {
        var writer = _output.Writer;
        writer.WriteStartDocument();
        writer.WriteStartElement("tmx");
        writer.WriteAttributeString("version", TmxVocabulary.Version);
        writer.WriteStartElement("header");
        foreach (var (name, otherwise) in TmxVocabulary.HeaderAttributes)
        {
            _output.OptionalAttribute(name, name == "srclang"
                ? header.SourceLanguage?.Value ?? TmxVocabulary.AllLanguages
                : header.Attributes.FirstOrDefault(attribute => attribute.Type == name)?.Value ?? otherwise);
        }

        foreach (var markup in header.PrivateCharacters)
        {
            WritePrivateCharacters(markup);
        }

        WriteAbout(header.Notes, header.Properties);
        writer.WriteEndElement();
        writer.WriteStartElement("body");
    }

    public ValueTask WriteAsync(MemoryUnit unit, CancellationToken cancellationToken)
    {
        _output.Writer.WriteStartElement("tu");
        WriteAttributes(unit.Attributes, TmxVocabulary.UnitAttributes);
        WriteAbout(unit.Notes, unit.Properties);
        foreach (var variant in unit.Variants)
        {
            Write(variant);
        }

        _output.Writer.WriteEndElement();

        return _output.PassOnAsync(cancellationToken);
    }

    public ValueTask FinishAsync(CancellationToken cancellationToken) => _output.FinishAsync(cancellationToken);

    public ValueTask DisposeAsync() => _output.DisposeAsync();

    private void Write(MemoryVariant variant)
    {
        var writer = _output.Writer;
        writer.WriteStartElement("tuv");
        WriteLanguage(variant.Language.Value);
        WriteAttributes(variant.Attributes, TmxVocabulary.VariantAttributes);
        WriteAbout(variant.Notes,
        [
            .. variant.Properties,
            .. TmxSegment.OwnProperties(variant.Text).Select(own => new MemoryProperty(own.Type, own.Value)),
        ]);
        writer.WriteStartElement("seg");
        TmxSegment.Write(_output, variant);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void WriteAttributes(ImmutableArray<Property> attributes, FrozenSet<string> known)
    {
        foreach (var attribute in attributes.Where(attribute => known.Contains(attribute.Type)).DistinctBy(attribute => attribute.Type, StringComparer.Ordinal))
        {
            _output.Attribute(attribute.Type, attribute.Value);
        }
    }

    private void WriteAbout(ImmutableArray<MemoryNote> notes, ImmutableArray<MemoryProperty> properties)
    {
        foreach (var note in notes)
        {
            WriteText("note", "", note.Text, note.Language, note.Encoding);
        }

        foreach (var property in properties)
        {
            WriteText("prop", property.Type, property.Value, property.Language, property.Encoding);
        }
    }

    private void WriteText(string name, string type, string text, string language, string encoding)
    {
        _output.Writer.WriteStartElement(name);
        if (name == "prop")
        {
            _output.Attribute("type", type);
        }

        if (language.Length > 0)
        {
            WriteLanguage(language);
        }

        _output.OptionalAttribute("o-encoding", encoding);
        _output.Text(text);
        _output.Writer.WriteEndElement();
    }

    private void WriteLanguage(string language) =>
        _output.Writer.WriteAttributeString("xml", "lang", null, _output.Clean(language));

    private void WritePrivateCharacters(string markup)
    {
        using var reader = SafeXml.CreateReader(new StringReader(markup));
        reader.MoveToContent();
        var element = (XElement)XNode.ReadFrom(reader);
        foreach (var space in element.DescendantNodes().OfType<XText>().ToArray())
        {
            space.Remove();
        }

        element.WriteTo(_output.Writer);
    }
}
