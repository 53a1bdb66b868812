using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Document = DocumentFormat.OpenXml.Wordprocessing.Document;
using Lock = DocumentFormat.OpenXml.Wordprocessing.Lock;

namespace Workbench.Formats.Bilingual;

/// <summary>
/// A Word document: what it is, then source and target in a table that keeps its head on every page, then the terms. Each
/// target stands in a content control whose tag names the segment and the version that was exported, and each row has a
/// bookmark, so that a reviewed copy finds its way back whatever was moved, renamed or added around it.
/// </summary>
public sealed class DocxTable : IBilingualFormat
{
    /// <summary>Twips between the margins of a landscape A4 page.</summary>
    internal const int ContentWidth = 14570;

    private static readonly string[] GlossaryColumns = ["Term", "Rendering", "Explanation", "Definition", "Occurs"];

    /// <summary>Begins the tag of a target's content control: <c>wb:ID:EPOCH.SEQUENCE</c>.</summary>
    public const string TagPrefix = "wb:";

    public string Id => "docx-table";

    public string Extension => ".docx";

    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async ValueTask WriteAsync(
        BilingualDocument document, BilingualOptions options, Stream output, CancellationToken cancellationToken)
    {
        using var package = new MemoryStream();
        using (var word = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            new Writer(document, options, word).Write(cancellationToken);
        }

        package.Position = 0;
        await package.CopyToAsync(output, cancellationToken);
    }

    /// <summary>What names a segment, and the version that was exported, in the document.</summary>
    public static string TagOf(Segment segment) => string.Create(
        CultureInfo.InvariantCulture, $"{TagPrefix}{segment.Id}:{segment.Version.Epoch}.{segment.Version.Sequence}");

    private sealed class Writer(BilingualDocument document, BilingualOptions options, WordprocessingDocument word)
    {
        private readonly CultureInfo _culture = ExportHead.CultureOf(options.InterfaceLanguage);
        private readonly ExportHead _head = ExportHead.Of(document, options);
        private readonly LanguageTag _source = document.Project.SourceLanguage;
        private readonly LanguageTag _target = document.Project.TargetLanguage;
        private readonly LanguageTag _interface =
            LanguageTag.TryParse(options.InterfaceLanguage, out var tag) ? tag : LanguageTag.English;

        public void Write(CancellationToken cancellationToken)
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Styles();
            main.AddNewPart<FontTablePart>().Fonts = DocxStyles.Fonts();
            main.AddNewPart<DocumentSettingsPart>().Settings = DocxStyles.Settings();
            main.Document = new Document(new Body([.. About(), Text(cancellationToken), .. Glossary(), Section(main)]));
            Describe();
        }

        private IEnumerable<OpenXmlElement> About()
        {
            yield return Paragraph("Kind", _interface, Word("Export_Kind"));
            yield return Paragraph("Title", _source, _head.Title);
            yield return Facts();
            yield return Paragraph("Value", _interface, "");
            foreach (var (index, statement) in _head.Statements.Index())
            {
                yield return Paragraph("Statement", DocxRuns.Of(statement, _interface, index == 0 ? "Rendering" : null));
            }

            yield return Paragraph("Value", _interface, "");
        }

        /// <summary>Two facts a line, in a table without lines.</summary>
        private Table Facts()
        {
            int[] widths = [1700, 5585, 1700, 5585];
            var table = Grid(widths, style: null);
            table.GetFirstChild<TableProperties>()!.TableCellMarginDefault =
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa });
            foreach (var pair in _head.Facts.Chunk(2))
            {
                table.AppendChild(Row(head: false,
                [
                    .. pair.SelectMany((fact, index) => new[]
                    {
                        Cell(widths[index * 2], Paragraph("Label", _interface, fact.Label)),
                        Cell(widths[(index * 2) + 1], Paragraph("Value", _interface, fact.Value)),
                    }),
                    .. pair.Length == 1 ? new[] { Cell(widths[2], Paragraph("Label", _interface, "")), Cell(widths[3], Paragraph("Value", _interface, "")) } : [],
                ]));
            }

            return table;
        }

        private Table Text(CancellationToken cancellationToken)
        {
            int[] widths = options.WithNotes ? [700, 5200, 5200, 1270, 2200] : [700, 6300, 6300, 1270];
            var table = Grid(widths, "BilingualTable", Word("Export_Table_Caption"));
            table.AppendChild(Row(head: true,
            [
                .. new[]
                {
                    Word("Export_Column_Number"),
                    $"{Word("Export_Column_Source")} · {LanguageNames.Of(_source, _culture)}",
                    $"{Word("Export_Column_Target")} · {LanguageNames.Of(_target, _culture)}",
                    Word("Export_Column_State"),
                    Word("Export_Column_Notes"),
                }.Zip(widths, (title, width) => Cell(width, Paragraph("ColumnHead", _interface, title))),
            ]));
            foreach (var (index, row) in document.Rows.Index())
            {
                cancellationToken.ThrowIfCancellationRequested();
                table.AppendChild(Row(row, index + 1, widths));
            }

            return table;
        }

        private TableRow Row(BilingualRow row, int index, int[] widths)
        {
            var segment = row.Segment;
            var style = segment.IsHeading ? "CellHeading" : "Cell";
            var number = Paragraph("CellNumber", DocxRuns.Of(row.Number.ToString(CultureInfo.InvariantCulture), _interface));
            if (BookmarkOf(segment) is { } bookmark)
            {
                number.InsertAfter(new BookmarkStart { Id = Invariant(index), Name = bookmark }, number.ParagraphProperties);
                number.AppendChild(new BookmarkEnd { Id = Invariant(index) });
            }

            return Row(head: false,
            [
                Cell(widths[0], number),
                Cell(widths[1], Paragraph(style, DocxRuns.Of(ReaderText.Cut(segment.Source), _source), _source)),
                Cell(widths[2], Paragraph(style, [Control(segment, index)], _target)),
                Cell(widths[3], Paragraph("CellSmall", State(segment.Shown))),
                .. options.WithNotes ? new[] { Cell(widths[4], Notes(row)) } : [],
            ]);
        }

        private IEnumerable<OpenXmlElement> State(ShownState state) => DocxRuns.Of(Word($"State_{state}"), _interface, state switch
        {
            ShownState.NotStarted => "Soft",
            ShownState.Draft => "DraftMark",
            _ => null,
        });

        private Paragraph[] Notes(BilingualRow row) => row.Notes.IsEmpty
            ? [Paragraph("CellSmall", _interface, "")]
            : [.. row.Notes.Select(note => Paragraph("CellSmall", _interface, note.Text))];

        /// <summary>The target, in a control that can be edited but not deleted.</summary>
        private SdtRun Control(Segment segment, int index)
        {
            var properties = new SdtProperties(
                new SdtAlias { Val = Invariant(index) },
                new Tag { Val = TagOf(segment) },
                new SdtId { Val = index },
                new Lock { Val = LockingValues.SdtLocked });
            if (!segment.Target.IsEmpty)
            {
                return new SdtRun(properties, new SdtContentRun(DocxRuns.Of(ReaderText.Cut(segment.Target), _target)));
            }

            properties.AppendChild(new ShowingPlaceholder());
            return new SdtRun(properties, new SdtContentRun(DocxRuns.Of("…", _target, "PlaceholderText")));
        }

        private OpenXmlElement[] Glossary()
        {
            var concepts = ExplainedConcept.Of(document, options);
            if (concepts.IsEmpty)
            {
                return [];
            }

            int[] widths = [2800, 3800, 2400, 4270, 1300];
            var table = Grid(widths, "BilingualTable", Word("Export_Glossary_Title"));
            table.AppendChild(Row(head: true,
            [
                .. GlossaryColumns
                    .Zip(widths, (key, width) => Cell(width, Paragraph("ColumnHead", _interface, Word($"Export_Glossary_{key}")))),
            ]));
            foreach (var concept in concepts)
            {
                table.AppendChild(Row(head: false,
                [
                    Cell(widths[0], Paragraph("CellHeading", _source, concept.Headword)),
                    Cell(widths[1], Terms(concept.Renderings, _target, "Rendering")),
                    Cell(widths[2], Terms(concept.Explanations, _source, null)),
                    Cell(widths[3], Definition(concept)),
                    Cell(widths[4], Paragraph("CellSmall", _interface, string.Join(", ", concept.Numbers))),
                ]));
            }

            var heading = Paragraph("Heading1", _interface, Word("Export_Glossary_Title"));
            heading.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
            return [heading, table];
        }

        private Paragraph[] Terms(IReadOnlyCollection<ExplainedTerm> terms, LanguageTag language, string? style) => terms.Count == 0
            ? [Paragraph("Cell", _interface, "")]
            : [.. terms.Select(term => Paragraph(
                "Cell",
                [
                    .. DocxRuns.Of(term.Text, language, style),
                    .. term.Hanja.Length > 0 ? DocxRuns.Of($" {term.Hanja}", LanguageTag.Korean, "Soft") : [],
                    .. term.Superseded ? DocxRuns.Of($" ({Word("Export_Glossary_Superseded")})", _interface, "Soft") : [],
                    .. Mark(term.Unverified),
                ],
                language))];

        private Paragraph[] Definition(ExplainedConcept concept)
        {
            Paragraph[] lines =
            [
                .. concept.Definition.Length > 0
                    ? new[] { Paragraph("CellSmall", [.. DocxRuns.Of(concept.Definition, _interface), .. Mark(concept.DefinitionUnverified)]) }
                    : [],
                .. concept.Note.Length > 0 ? new[] { Paragraph("CellSmall", DocxRuns.Of(concept.Note, _interface, "Soft")) } : [],
            ];

            return lines.Length > 0 ? lines : [Paragraph("CellSmall", _interface, "")];
        }

        private IEnumerable<OpenXmlElement> Mark(bool unverified) =>
            unverified ? DocxRuns.Of($" [{Word("Export_Glossary_Unverified")}]", _interface, "Unverified") : [];

        /// <summary>Landscape A4, a running head with the title and what the text is, a foot with the languages and the page.</summary>
        private SectionProperties Section(MainDocumentPart main)
        {
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(Paragraph("Header",
            [
                .. DocxRuns.Of(_head.Title, _source),
                new Run(new TabChar()),
                .. DocxRuns.Of(Word(LanguageTag.KoreanNorth.Accepts(_target) ? "Export_Running_NotPublishersKorean" : "Export_Running_Translation"), _interface),
            ]));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(Paragraph("Footer",
            [
                .. DocxRuns.Of(Word("Export_Direction", ("source", LanguageNames.Of(_source, _culture)), ("target", LanguageNames.Of(_target, _culture))), _interface),
                new Run(new TabChar()),
                Field("PAGE"),
                .. DocxRuns.Of(" / ", _interface),
                Field("NUMPAGES"),
            ]));

            return new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
                new PageMargin { Top = 1247, Right = 1134, Bottom = 1134, Left = 1134, Header = 624, Footer = 567, Gutter = 0 });
        }

        private void Describe()
        {
            var properties = word.PackageProperties;
            properties.Title = ReaderText.Printable(_head.Title);
            properties.Subject = Word("Export_Kind");
            properties.Creator = ReaderText.Printable(document.Translator);
            properties.Description = string.Join(' ', _head.Statements);
            properties.Created = document.ExportedAt.UtcDateTime;
            properties.Modified = document.ExportedAt.UtcDateTime;
            word.AddCustomFilePropertiesPart().Properties = new Properties(
                Custom(2, "WorkbenchDocument", document.Document.Id.Value),
                Custom(3, "WorkbenchLanguages", $"{_source} {_target}"));
        }

        private static CustomDocumentProperty Custom(int id, string name, string value) => new(new VTLPWSTR(ReaderText.Printable(value)))
        {
            FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
            PropertyId = id,
            Name = name,
        };

        private string Word(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => Strings.Get(key, _culture, arguments);

        private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

        /// <summary>Hidden in Word's list, since it begins with an underscore. At most 40 letters, digits and underscores; null when the id has others.</summary>
        private static string? BookmarkOf(Segment segment) =>
            segment.Id.Value is { Length: <= 36 } id && id.All(char.IsAsciiLetterOrDigit) ? $"_wb_{id}" : null;

        private static SimpleField Field(string instruction) =>
            new(new Run(new Text("1"))) { Instruction = $" {instruction} " };

        private static Paragraph Paragraph(string style, LanguageTag language, string text) =>
            Paragraph(style, DocxRuns.Of(text, language), language);

        private static Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> runs, LanguageTag language = default)
        {
            var properties = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } };
            if (language.IsRightToLeft)
            {
                properties.BiDi = new BiDi();
            }

            return new Paragraph([properties, .. runs]);
        }

        private static Table Grid(int[] widths, string? style, string caption = "")
        {
            var properties = new TableProperties
            {
                TableWidth = new TableWidth { Width = ContentWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            };
            if (style is not null)
            {
                properties.TableStyle = new TableStyle { Val = style };
                properties.TableLook = new TableLook { FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true };
                properties.TableCaption = new TableCaption { Val = caption };
            }

            return new Table(properties, new TableGrid(widths.Select(width => new GridColumn { Width = Invariant(width) })));
        }

        /// <summary>A row that stays on one page; a head is repeated on each.</summary>
        private static TableRow Row(bool head, TableCell[] cells)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (head)
            {
                properties.AppendChild(new TableHeader());
            }

            return new TableRow([properties, .. cells]);
        }

        private static TableCell Cell(int width, params Paragraph[] paragraphs) => new(
        [
            new TableCellProperties(new TableCellWidth { Width = Invariant(width), Type = TableWidthUnitValues.Dxa }),
            .. paragraphs,
        ]);
    }
}
