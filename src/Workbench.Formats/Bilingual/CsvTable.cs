using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Workbench.Core;
using Workbench.Core.Exchange;
using Workbench.Formats.Csv;

namespace Workbench.Formats.Bilingual;

/// <summary>
/// A table for spreadsheets and scripts: UTF-8 with a byte order mark, which Excel needs to see Korean; RFC 4180 lines; no cell
/// that a spreadsheet runs. What the table says of itself stands in lines that begin with <c>#</c>, which readers of CSV take
/// for comments; then comes one head and one line a segment.
/// </summary>
public sealed class CsvTable : IBilingualFormat
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, CommentPrefix = '#' };

    public string Id => "csv-table";

    public string Extension => ".csv";

    public string MediaType => "text/csv";

    public async ValueTask WriteAsync(
        BilingualDocument document, BilingualOptions options, Stream output, CancellationToken cancellationToken)
    {
        var culture = ExportHead.CultureOf(options.InterfaceLanguage);
        var head = ExportHead.Of(document, options);
        var terms = Terms(document, options);
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteComment(Comment(Strings.Get("Export_Kind", culture), head.Title));
        foreach (var fact in head.Facts)
        {
            csv.WriteComment(Comment(fact.Label, fact.Value));
        }

        foreach (var statement in head.Statements)
        {
            csv.WriteComment(Comment("", statement));
        }

        await WriteAsync(csv, Columns(document, options, culture), cancellationToken);
        foreach (var row in document.Rows)
        {
            await WriteAsync(csv, Line(row, options, culture, terms), cancellationToken);
        }
    }

    private static async ValueTask WriteAsync(CsvWriter csv, ImmutableArray<string> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(SpreadsheetText.Guard(cell));
        }

        await csv.EndRecordAsync(cancellationToken);
    }

    /// <summary>Two cells to a spreadsheet, one comment to a reader of CSV. It ends with its line, quoted or not.</summary>
    private static string Comment(string label, string value)
    {
        var cell = SpreadsheetText.Guard(value.ReplaceLineEndings(" ")).Replace("\"", "\"\"", StringComparison.Ordinal);

        return $" {label},\"{cell}\"";
    }

    private static ImmutableArray<string> Columns(BilingualDocument document, BilingualOptions options, CultureInfo culture) =>
    [
        Strings.Get("Export_Column_Number", culture),
        $"{Strings.Get("Export_Column_Source", culture)} ({document.Project.SourceLanguage})",
        $"{Strings.Get("Export_Column_Target", culture)} ({document.Project.TargetLanguage})",
        Strings.Get("Export_Column_State", culture),
        .. options.WithNotes ? [Strings.Get("Export_Column_Notes", culture)] : ImmutableArray<string>.Empty,
        .. options.WithGlossary ? [Strings.Get("Export_Column_Terms", culture)] : ImmutableArray<string>.Empty,
        Strings.Get("Export_Column_Segment", culture),
    ];

    private static ImmutableArray<string> Line(
        BilingualRow row, BilingualOptions options, CultureInfo culture, Dictionary<ConceptEntryId, string> terms) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture),
        ReaderText.Of(row.Segment.Source),
        ReaderText.Of(row.Segment.Target),
        Strings.Get($"State_{row.Segment.Shown}", culture),
        .. options.WithNotes ? [string.Join('\n', row.Notes.Select(note => note.Text))] : ImmutableArray<string>.Empty,
        .. options.WithGlossary ? [TermsOf(row, terms)] : ImmutableArray<string>.Empty,
        row.Segment.Id.Value,
    ];

    private static string TermsOf(BilingualRow row, Dictionary<ConceptEntryId, string> terms) =>
        string.Join('\n', row.Terms.Select(hit => terms.GetValueOrDefault(hit.Concept.Id, "")).Where(term => term.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>Each concept in a line: <c>Soviet Union = 쏘련</c>.</summary>
    private static Dictionary<ConceptEntryId, string> Terms(BilingualDocument document, BilingualOptions options)
    {
        var unverified = Strings.Get("Export_Glossary_Unverified", ExportHead.CultureOf(options.InterfaceLanguage));

        return ExplainedConcept.Of(document, options).Where(concept => concept.Renderings.Length > 0).ToDictionary(
            concept => concept.Id,
            concept => $"{concept.Headword} = {string.Join("; ", concept.Renderings.Select(term => term.Unverified ? $"{term.Text} [{unverified}]" : term.Text))}");
    }
}
