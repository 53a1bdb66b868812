using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Formats.Bilingual;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Terms;

/// <summary>
/// Glossaries as an Excel workbook: the table of <see cref="TermTable"/> on one sheet, every cell a text. Reads the first sheet that is
/// such a table, or one of one concept a row.
/// </summary>
public sealed class TermXlsxFormat : ITermFormat
{
    /// <summary>In bytes, packed.</summary>
    public const int MaxSize = 100 * InputBytes.Megabyte;

    private const string SheetName = "Terms";

    public string Id => "xlsx";

    public ImmutableArray<string> Extensions { get; } = [".xlsx"];

    public string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async ValueTask<Result<ReadTerms>> ReadAsync(Stream input, ReadOptions options, CancellationToken cancellationToken)
    {
        var bytes = await InputBytes.ReadAsync(input, MaxSize, options.FileName, cancellationToken);
        if (!bytes.Succeeded)
        {
            return Result.Failure<ReadTerms>([.. bytes.Problems]);
        }

        try
        {
            using var package = new XlsxPackage(bytes.Value);

            return Read(new XlsxRows(package, options.FileName), options.FileName);
        }
        catch (InvalidDataException broken)
        {
            return Result.Failure<ReadTerms>(new Problem("xlsx-malformed", ("detail", broken.Message)).At(new Place(0, 0, options.FileName)));
        }
        catch (XmlException broken)
        {
            return Result.Failure<ReadTerms>(XmlProblem.Of(broken, options.FileName));
        }
    }

    public async ValueTask<ImmutableArray<Problem>> WriteAsync(
        IEnumerable<ConceptEntry> entries, TermWriteOptions options, Stream output, CancellationToken cancellationToken)
    {
        using var package = new MemoryStream();
        var cut = 0;
        using (var workbook = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var data = new SheetData();
            foreach (var (index, row) in TermTable.Write(VerifiedTerms.Of(entries, options)).Index())
            {
                cancellationToken.ThrowIfCancellationRequested();
                cut += row.Count(cell => cell.Length > XlsxCell.MaxLength);
                data.AppendChild(Row(index + 1, row));
            }

            Add(workbook, data);
        }

        package.Position = 0;
        await package.CopyToAsync(output, cancellationToken);

        return cut == 0 ? [] : [new Problem("cells-cut", ("count", cut), ("length", XlsxCell.MaxLength)).AsWarning()];
    }

    private static Result<ReadTerms> Read(XlsxRows workbook, string fileName)
    {
        Result<ReadTerms>? refused = null;
        foreach (var rows in workbook.Sheets())
        {
            var read = rows.Succeeded ? TermTable.Read(rows.Value, fileName) : Result.Failure<ReadTerms>([.. rows.Problems]);
            if (read.Succeeded)
            {
                return read;
            }

            refused ??= read;
        }

        return refused ?? Result.Failure<ReadTerms>(new Problem("xlsx-no-sheet").At(new Place(0, 0, fileName)));
    }

    private static void Add(SpreadsheetDocument workbook, SheetData data)
    {
        var main = workbook.AddWorkbookPart();
        main.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Sheet();
        var part = main.AddNewPart<WorksheetPart>();
        var (column, row) = (XlsxCell.Letters(TermColumns.All.Length), data.ChildElements.Count);
        var area = string.Create(CultureInfo.InvariantCulture, $"A1:{column}{row}");
        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(
                new Pane { HorizontalSplit = 3, VerticalSplit = 1, TopLeftCell = "D2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomRight, ActiveCell = "D2", SequenceOfReferences = new ListValue<StringValue>(["D2"]) })
            { WorkbookViewId = 0 }),
            new Columns(TermColumns.All.Select((name, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = WidthOf(name), CustomWidth = true })),
            data,
            new AutoFilter { Reference = area },
            // Numbers are text here, and Excel need not say so in every cell.
            new IgnoredErrors(new IgnoredError { SequenceOfReferences = new ListValue<StringValue>([area]), NumberStoredAsText = true }));
        main.Workbook = new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = main.GetIdOfPart(part) }),
            new DefinedNames(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{SheetName}'!$A$1:${column}${row}")) { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true }));
    }

    private static double WidthOf(string column) => column switch
    {
        TermColumns.Term or "definition" or "context" or "usage_note" or "concept_note" => 36,
        TermColumns.ConceptId or TermColumns.Language => 11,
        _ => 18,
    };

    private static Row Row(int number, string[] cells) => new(cells
        .Select((cell, index) => (cell, index))
        .Where(cell => cell.cell.Length > 0)
        .Select(cell => XlsxCell.Text(XlsxCell.Name(cell.index + 1, number), cell.cell, number == 1 ? XlsxStyle.Head : StyleOf(TermColumns.All[cell.index], cells[1]))))
    {
        RowIndex = (uint)number,
    };

    private static XlsxStyle StyleOf(string column, string language) => column switch
    {
        TermColumns.Term or "context" when language is ['k', 'o', ..] or ['j', 'a', ..] or ['z', 'h', ..] => XlsxStyle.East,
        "hanja" => XlsxStyle.East,
        TermColumns.Term or "definition" => XlsxStyle.Text,
        _ => XlsxStyle.Soft,
    };
}
