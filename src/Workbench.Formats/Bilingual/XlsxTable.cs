using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Workbench.Core;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;

namespace Workbench.Formats.Bilingual;

/// <summary>
/// An Excel workbook of three sheets: the text, the terms, and what it all is. Every cell is an inline string; there is never a
/// formula, and a cell that looks like one is kept as text by its format, not by a change of its text.
/// </summary>
public sealed class XlsxTable : IBilingualFormat
{
    public string Id => "xlsx-table";

    public string Extension => ".xlsx";

    public string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async ValueTask WriteAsync(
        BilingualDocument document, BilingualOptions options, Stream output, CancellationToken cancellationToken)
    {
        using var package = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            new Writer(document, options, workbook).Write(cancellationToken);
        }

        package.Position = 0;
        await package.CopyToAsync(output, cancellationToken);
    }

    private sealed record Column(string Title, double Width, bool Hidden = false);

    private sealed record Line(ImmutableArray<(string Text, XlsxStyle Style)> Cells);

    private sealed class Writer(BilingualDocument document, BilingualOptions options, SpreadsheetDocument workbook)
    {
        private readonly CultureInfo _culture = ExportHead.CultureOf(options.InterfaceLanguage);
        private readonly ExportHead _head = ExportHead.Of(document, options);
        private readonly LanguageTag _source = document.Project.SourceLanguage;
        private readonly LanguageTag _target = document.Project.TargetLanguage;
        private readonly Sheets _sheets = new();
        private readonly DefinedNames _names = new();

        public void Write(CancellationToken cancellationToken)
        {
            var main = workbook.AddWorkbookPart();
            main.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Sheet();
            AddTable(main, "Export_Sheet_Text", TextColumns(), document.Rows.Select(TextLine), cancellationToken);
            var concepts = ExplainedConcept.Of(document, options);
            if (!concepts.IsEmpty)
            {
                AddTable(main, "Export_Sheet_Glossary", GlossaryColumns(), concepts.Select(GlossaryLine), cancellationToken);
            }

            AddAbout(main);
            main.Workbook = new Workbook(new BookViews(new WorkbookView()), _sheets, _names);
            Describe();
        }

        private ImmutableArray<Column> TextColumns() =>
        [
            new(Word("Export_Column_Number"), 6),
            new($"{Word("Export_Column_Source")} ({_source})", 62),
            new($"{Word("Export_Column_Target")} ({_target})", 62),
            new(Word("Export_Column_State"), 13),
            .. options.WithNotes ? [new Column(Word("Export_Column_Notes"), 32)] : ImmutableArray<Column>.Empty,
            new(Word("Export_Column_Segment"), 36, Hidden: true),
        ];

        private Line TextLine(BilingualRow row) => new(
        [
            (row.Number.ToString(CultureInfo.InvariantCulture), XlsxStyle.Soft),
            (ReaderText.Of(row.Segment.Source), StyleOf(_source, row.Segment.IsHeading)),
            (ReaderText.Of(row.Segment.Target), StyleOf(_target, row.Segment.IsHeading)),
            (Word($"State_{row.Segment.Shown}"), XlsxStyle.Soft),
            .. options.WithNotes ? [(string.Join('\n', row.Notes.Select(note => note.Text)), XlsxStyle.Soft)] : ImmutableArray<(string, XlsxStyle)>.Empty,
            (row.Segment.Id.Value, XlsxStyle.Soft),
        ]);

        private ImmutableArray<Column> GlossaryColumns() =>
        [
            new(Word("Export_Glossary_Concept"), 11),
            new(Word("Export_Glossary_Term"), 34),
            new(Word("Export_Glossary_Rendering"), 34),
            new(Word("Export_Glossary_Hanja"), 26),
            new(Word("Export_Glossary_Explanation"), 30),
            new(Word("Export_Glossary_Definition"), 56),
            new(Word("Export_Glossary_Occurs"), 16),
        ];

        private Line GlossaryLine(ExplainedConcept concept) => new(
        [
            (concept.ConceptId, XlsxStyle.Soft),
            (concept.Headword, StyleOf(_source, heading: true)),
            (Lines(concept.Renderings.Select(term => Marked(term.Superseded ? $"{term.Text} ({Word("Export_Glossary_Superseded")})" : term.Text, term.Unverified))), StyleOf(_target, heading: false)),
            (Lines(concept.Renderings.Select(term => term.Hanja)), XlsxStyle.East),
            (Lines(concept.Explanations.Select(term => Marked(term.Text, term.Unverified))), StyleOf(_source, heading: false)),
            (Lines([concept.Definition.Length > 0 ? Marked(concept.Definition, concept.DefinitionUnverified) : "", concept.Note]), XlsxStyle.Text),
            (string.Join(", ", concept.Numbers), XlsxStyle.Soft),
        ]);

        private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

        private string Marked(string text, bool unverified) => unverified ? $"{text} [{Word("Export_Glossary_Unverified")}]" : text;

        private static XlsxStyle StyleOf(LanguageTag language, bool heading) => language switch
        {
            { IsRightToLeft: true } => heading ? XlsxStyle.HeadingRight : XlsxStyle.Right,
            { Language: "ko" or "ja" or "zh" } => heading ? XlsxStyle.HeadingEast : XlsxStyle.East,
            _ => heading ? XlsxStyle.HeadingText : XlsxStyle.Text,
        };

        /// <summary>A table whose head stays on the screen, has filters, and is repeated on each printed page.</summary>
        private void AddTable(
            WorkbookPart main, string name, ImmutableArray<Column> columns, IEnumerable<Line> lines, CancellationToken cancellationToken)
        {
            var data = new SheetData(Row(1, columns, columns.Select(column => (column.Title, XlsxStyle.Head))));
            foreach (var (index, line) in lines.Index())
            {
                cancellationToken.ThrowIfCancellationRequested();
                data.AppendChild(Row(index + 2, columns, line.Cells));
            }

            var last = data.ChildElements.Count;
            var area = $"A1:{XlsxCell.Name(columns.Length, last)}";
            var sheet = Add(main, name, new Worksheet(
                new SheetProperties(new PageSetupProperties { FitToPage = true }),
                new SheetViews(new SheetView(
                    new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                    new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue>(["A2"]) })
                { WorkbookViewId = 0, ShowGridLines = false }),
                Widths(columns),
                data,
                new AutoFilter { Reference = area },
                new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
                new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
                new HeaderFooter(new OddHeader(PageHead()), new OddFooter("&R&P / &N")),
                // Numbers are text here, and Excel need not say so in every cell.
                new IgnoredErrors(new IgnoredError { SequenceOfReferences = new ListValue<StringValue>([area]), NumberStoredAsText = true })));
            _names.AppendChild(new DefinedName($"'{Word(name)}'!{Absolute(columns.Length, last)}") { Name = "_xlnm._FilterDatabase", LocalSheetId = sheet, Hidden = true });
            _names.AppendChild(new DefinedName($"'{Word(name)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = sheet });
        }

        private void AddAbout(WorkbookPart main)
        {
            ImmutableArray<Line> lines =
            [
                new([(Word("Export_Kind"), XlsxStyle.Soft), (_head.Title, XlsxStyle.Title)]),
                .. _head.Facts.Select(fact => new Line([(fact.Label, XlsxStyle.Soft), (fact.Value, StyleOf(_target, heading: false))])),
                .. _head.Statements.Select((statement, index) => new Line([("", XlsxStyle.Soft), (statement, index == 0 ? XlsxStyle.HeadingText : XlsxStyle.Text)])),
            ];
            ImmutableArray<Column> columns = [new("", 22), new("", 100)];
            Add(main, "Export_Sheet_About", new Worksheet(
                new SheetProperties(new PageSetupProperties { FitToPage = true }),
                new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }),
                Widths(columns),
                new SheetData(lines.Select((line, index) => Row(index + 1, columns, line.Cells))),
                new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
                new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }));
        }

        /// <returns>The sheet's place among the sheets, from 0.</returns>
        private uint Add(WorkbookPart main, string name, Worksheet worksheet)
        {
            var part = main.AddNewPart<WorksheetPart>();
            part.Worksheet = worksheet;
            var place = (uint)_sheets.ChildElements.Count;
            _sheets.AppendChild(new Sheet { Name = Word(name), SheetId = place + 1, Id = main.GetIdOfPart(part) });
            return place;
        }

        /// <summary>Title to the left, what it is to the right. An ampersand is doubled: alone it begins a code. At most 255 characters in all.</summary>
        private string PageHead()
        {
            var title = ReaderText.Printable(_head.Title).ReplaceLineEndings(" ");
            var running = Word(LanguageTag.KoreanNorth.Accepts(_target) ? "Export_Running_NotPublishersKorean" : "Export_Running_Translation");

            return $"&L{Escaped(XlsxCell.Fitting(title, 80))}&R{Escaped(running)}";

            static string Escaped(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
        }

        private void Describe()
        {
            var properties = workbook.PackageProperties;
            properties.Title = ReaderText.Printable(_head.Title);
            properties.Creator = ReaderText.Printable(document.Translator);
            properties.Description = string.Join(' ', _head.Statements);
            properties.Created = document.ExportedAt.UtcDateTime;
            properties.Modified = document.ExportedAt.UtcDateTime;
        }

        private static Columns Widths(ImmutableArray<Column> columns) => new(columns.Select((column, index) => new DocumentFormat.OpenXml.Spreadsheet.Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
            Hidden = column.Hidden,
        }));

        private static Row Row(int number, ImmutableArray<Column> columns, IEnumerable<(string Text, XlsxStyle Style)> cells)
        {
            ImmutableArray<(string Text, XlsxStyle Style)> all = [.. cells];

            return new Row(all.Select((cell, index) => XlsxCell.Text(XlsxCell.Name(index + 1, number), cell.Text, cell.Style)))
            {
                RowIndex = (uint)number,
                Height = XlsxHeight.Of(all.Zip(columns).Where(pair => !pair.Second.Hidden).Select(pair => (pair.First.Text, pair.Second.Width))),
            };
        }

        private static string Absolute(int column, int row) =>
            string.Create(CultureInfo.InvariantCulture, $"$A$1:${XlsxCell.Letters(column)}${row}");

        private string Word(string key) => Strings.Get(key, _culture);
    }
}
