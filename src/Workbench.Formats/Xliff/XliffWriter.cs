using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Text;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Xliff;

/// <summary>
/// One document as XLIFF 2.1: its units with segments and the white space between them, states, notes, codes with what they
/// stood for, the glossary of each unit, and what the file must say of itself.
/// </summary>
internal sealed class XliffWriter(XmlOutput output, BilingualDocument document, BilingualOptions options)
{
    private static readonly IReadOnlySet<string> None = ImmutableHashSet<string>.Empty;

    private readonly XmlWriter _writer = output.Writer;
    private readonly XliffGlossary _glossary = new(output, document, options);
    private readonly XliffIds _unitIds = new();

    public async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        var units = document.Rows.GroupBy(row => row.Segment.UnitId).ToArray();
        Start();
        WriteMetadata();
        if (units.Length == 0)
        {
            // A file has a unit or a group.
            _writer.WriteStartElement("group", XliffVocabulary.Core);
            output.Attribute("id", "empty");
            _writer.WriteEndElement();
        }

        foreach (var rows in units)
        {
            WriteUnit(document.Units.FirstOrDefault(unit => unit.Id == rows.Key), [.. rows]);
            await output.PassOnAsync(cancellationToken);
        }

        await output.FinishAsync(cancellationToken);
    }

    private void Start()
    {
        _writer.WriteStartDocument();
        _writer.WriteStartElement("", "xliff", XliffVocabulary.Core);
        _writer.WriteAttributeString("xmlns", "gls", null, XliffVocabulary.Glossary);
        _writer.WriteAttributeString("xmlns", "mda", null, XliffVocabulary.Metadata);
        _writer.WriteAttributeString("xmlns", XliffVocabulary.OwnPrefix, null, XliffVocabulary.Own);
        output.Attribute("version", "2.1");
        output.Attribute("srcLang", document.Project.SourceLanguage.Value);
        output.Attribute("trgLang", document.Project.TargetLanguage.Value);
        _writer.WriteStartElement("file", XliffVocabulary.Core);
        output.Attribute("id", new XliffIds().Claim(document.Document.Id.Value));
        output.OptionalAttribute("original", document.Document.FileName);
    }

    private void WriteMetadata()
    {
        _writer.WriteStartElement("mda", "metadata", XliffVocabulary.Metadata);
        foreach (var category in ExportFacts.Of(document, options).GroupBy(fact => fact.Category, StringComparer.Ordinal))
        {
            _writer.WriteStartElement("mda", "metaGroup", XliffVocabulary.Metadata);
            output.Attribute("category", category.Key);
            foreach (var fact in category)
            {
                _writer.WriteStartElement("mda", "meta", XliffVocabulary.Metadata);
                output.Attribute("type", fact.Type);
                output.Text(fact.Value);
                _writer.WriteEndElement();
            }

            _writer.WriteEndElement();
        }

        _writer.WriteEndElement();
        WriteNotes(ExportFacts.Statements(document.Project, options).Select(statement => ("statement", statement, (BilingualRow?)null, (Note?)null)));
    }

    private void WriteUnit(Unit? unit, ImmutableArray<BilingualRow> rows)
    {
        var ids = new XliffIds();
        var names = new Dictionary<(string Id, bool IsPair), string>();
        var segments = rows.Select(row => ids.Claim(row.Segment.XliffId.Length > 0 ? row.Segment.XliffId : row.Segment.Id.Value)).ToImmutableArray();
        var sources = XliffCodes.Plan([.. rows.Select(row => row.Segment.Source)], ids, names);
        var targets = XliffCodes.Plan([.. rows.Select(row => row.Segment.Target)], ids, names);
        var data = DataIds(unit);

        _writer.WriteStartElement("unit", XliffVocabulary.Core);
        output.Attribute("id", _unitIds.Claim(rows[0].Segment.UnitId.Value));
        output.OptionalAttribute("name", unit is { Parts.IsEmpty: false } ? unit.Parts[0] : "");
        output.OptionalAttribute("type", unit?.Kind == UnitKind.Heading ? XliffVocabulary.OwnPrefix + ":heading" : "");
        _writer.WriteAttributeString("xml", "space", null, "preserve");
        _glossary.Write(rows);
        if (options.WithNotes)
        {
            WriteNotes(rows.SelectMany((row, index) => row.Notes.Select(note => (segments[index], note.Text, (BilingualRow?)row, (Note?)note))));
        }

        WriteOriginalData(unit, data);
        var placed = rows.SelectMany(row => row.Segment.Target.Codes).Select(code => code.Id).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < rows.Length; index++)
        {
            WriteSegment(rows[index].Segment, segments[index], sources[index], targets[index], data, placed);
        }

        _writer.WriteEndElement();
    }

    // A remark names its segment, or for one about the whole file its category, in the first place.
    private void WriteNotes(IEnumerable<(string About, string Text, BilingualRow? Row, Note? Note)> notes)
    {
        var number = 0;
        foreach (var (about, text, row, note) in notes)
        {
            if (number++ == 0)
            {
                _writer.WriteStartElement("notes", XliffVocabulary.Core);
            }

            _writer.WriteStartElement("note", XliffVocabulary.Core);
            output.Attribute("id", string.Create(CultureInfo.InvariantCulture, $"n{number}"));
            output.OptionalAttribute("category", note is null ? about : "");
            if (note is not null)
            {
                Own("segment", about);
                Own("number", row!.Number.ToString(CultureInfo.InvariantCulture));
                Own("at", note.At.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
            }

            output.Text(text);
            _writer.WriteEndElement();
        }

        if (number > 0)
        {
            _writer.WriteEndElement();
        }
    }

    private static Dictionary<string, string> DataIds(Unit? unit)
    {
        var ids = new XliffIds();

        return (unit?.OriginalData ?? ImmutableDictionary<string, string>.Empty).Keys
            .Order(StringComparer.Ordinal)
            .ToDictionary(name => name, ids.Claim, StringComparer.Ordinal);
    }

    private void WriteOriginalData(Unit? unit, Dictionary<string, string> data)
    {
        if (data.Count == 0)
        {
            return;
        }

        _writer.WriteStartElement("originalData", XliffVocabulary.Core);
        foreach (var (name, id) in data)
        {
            _writer.WriteStartElement("data", XliffVocabulary.Core);
            output.Attribute("id", id);
            XliffContent.WriteText(output, unit!.OriginalData[name]);
            _writer.WriteEndElement();
        }

        _writer.WriteEndElement();
    }

    private void WriteSegment(
        Segment segment, string id, ImmutableArray<XliffCode> source, ImmutableArray<XliffCode> target, Dictionary<string, string> data, HashSet<string> placed)
    {
        var hasTarget = !segment.Target.IsEmpty;
        _writer.WriteStartElement("segment", XliffVocabulary.Core);
        output.Attribute("id", id);
        output.Attribute("state", hasTarget ? StateOf(segment.State) : "initial");
        output.OptionalAttribute("subState", segment.IsDraft ? XliffVocabulary.OwnPrefix + ":draft" : "");
        var missing = hasTarget
            ? segment.Source.Codes.Select(code => code.Id).Where(code => !placed.Contains(code)).ToHashSet(StringComparer.Ordinal)
            : None;
        WriteText("source", segment.Source, source, data, missing);
        if (hasTarget)
        {
            WriteText("target", segment.Target, target, data, None);
        }

        _writer.WriteEndElement();
        if (segment.Trailing.Length > 0)
        {
            _writer.WriteStartElement("ignorable", XliffVocabulary.Core);
            WriteText("source", InlineText.Of(segment.Trailing), [], data, None);
            _writer.WriteEndElement();
        }
    }

    private void WriteText(
        string name, InlineText text, ImmutableArray<XliffCode> codes, Dictionary<string, string> data, IReadOnlySet<string> missing)
    {
        _writer.WriteStartElement(name, XliffVocabulary.Core);
        XliffContent.Write(output, text, codes, data, missing);
        _writer.WriteEndElement();
    }

    private void Own(string name, string value) =>
        _writer.WriteAttributeString(XliffVocabulary.OwnPrefix, name, XliffVocabulary.Own, output.Clean(value));

    private static string StateOf(SegmentState state) => state switch
    {
        SegmentState.Translated => "translated",
        SegmentState.Reviewed => "reviewed",
        SegmentState.Final => "final",
        _ => "initial",
    };
}
