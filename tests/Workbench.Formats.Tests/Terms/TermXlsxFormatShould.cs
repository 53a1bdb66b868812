using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Workbench.Core.Exchange;
using Workbench.Core.Terminology;
using Workbench.Formats.Terms;
using Workbench.Formats.Tests.Bilingual;
using Workbench.TestKit;

namespace Workbench.Formats.Tests.Terms;

public sealed class TermXlsxFormatShould
{
    private static readonly TermXlsxFormat Format = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Be_a_workbook_without_a_fault_and_without_a_formula()
    {
        using var file = await Written(StarterGlossary.Entries);

        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, Cancellation).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.DoesNotContain(workbook.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants()), element => element.LocalName == "f");
    }

    [Fact]
    public async Task Open_in_LibreOffice_and_be_read_again_from_what_it_saves()
    {
        using var file = await Written(StarterGlossary.Entries);

        var saved = await LibreOffice.ConvertAsync(file.ToArray(), ".xlsx", "ods");
        var again = await LibreOffice.ConvertAsync(saved, ".ods", "xlsx");

        var read = await Format.ReadAsync(new MemoryStream(again), new ReadOptions(), Cancellation);
        GlossarySamples.AssertSame([.. StarterGlossary.Entries], read.Value.Entries);
    }

    [Fact]
    public async Task Read_shared_strings_runs_numbers_gaps_and_the_first_sheet_that_is_a_table()
    {
        var file = GivenAWorkbook(
            "<si><t>en</t></si><si><r><t xml:space=\"preserve\">for</t></r><r><t>eign</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si><si><t>ko-KP</t></si>",
            """<row r="1"><c r="A1" t="inlineStr"><is><t>Only words</t></is></c></row>""",
            """
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="inlineStr"><is><t>year</t></is></c></row>
            <row r="4"/><row r="5"><c r="A5" t="s"><v>1</v></c><c r="C5" t="str"><f>A1</f><v>대외_x000D_</v></c><c r="D5"><v>1972</v></c></row>
            """);

        var read = await Format.ReadAsync(new MemoryStream(file), new ReadOptions(), Cancellation);

        var entry = Assert.Single(read.Value.Entries);
        Assert.Equal(["foreign", "대외"], entry.Languages.Select(section => section.Terms.Single().Text));
        Assert.Equal(("year", "1972"), (entry.Properties.Single().Type, entry.Properties.Single().Value));
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>words</t></is></c></row>", "term-table-header() at g.xlsx, One:1:0")]
    [InlineData("<row r=\"7\"><c r=\"XFD7\" t=\"inlineStr\"><is><t>en</t></is></c></row>", "term-table-too-large(columns=1000, cells=20000000) at g.xlsx, One:7:0")]
    [InlineData("", "file-empty() at g.xlsx:1:0")]
    public async Task Refuse_a_sheet_that_is_no_table_with_a_place(string rows, string problem)
    {
        var read = await Format.ReadAsync(new MemoryStream(GivenAWorkbook("", rows)), new ReadOptions { FileName = "g.xlsx" }, Cancellation);

        Assert.Equal(problem, Assert.Single(read.Problems).ToString());
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>en</t>")]
    public async Task Refuse_hostile_and_broken_parts(string sheet)
    {
        var read = await Format.ReadAsync(new MemoryStream(GivenAPackage("", [sheet])), new ReadOptions { FileName = "g.xlsx" }, Cancellation);

        var problem = Assert.Single(read.Problems);
        Assert.Equal(("xml-malformed", "g.xlsx"), (problem.Code, problem.Place?.Part));
    }

    [Fact]
    public async Task Stop_at_a_part_that_unpacks_beyond_its_bound()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("_rels/.rels", CompressionLevel.Fastest).Open();
            var spaces = new byte[InputBytes.Megabyte];
            Array.Fill(spaces, (byte)' ');
            for (var written = 0L; written <= XlsxPackage.MaxPartSize; written += spaces.Length)
            {
                part.Write(spaces);
            }
        }

        bytes.Position = 0;
        var read = await Format.ReadAsync(bytes, new ReadOptions { FileName = "g.xlsx" }, Cancellation);

        Assert.Equal("xlsx-malformed", Assert.Single(read.Problems).Code);
    }

    [Fact]
    public async Task Stop_at_a_part_that_is_named_so_often_that_all_of_it_passes_the_bound()
    {
        var padding = new string(' ', 7 * InputBytes.Megabyte);
        var sheets = string.Concat(Enumerable.Repeat("<sheet name=\"s\" r:id=\"s0\"/>", 100));

        var read = await Format.ReadAsync(new MemoryStream(GivenAPackage("", [$"<worksheet>{padding}</worksheet>"], sheets)), new ReadOptions { FileName = "g.xlsx" }, Cancellation);

        Assert.Equal("xlsx-malformed", Assert.Single(read.Problems).Code);
    }

    [Fact]
    public async Task Refuse_a_row_of_cells_without_number()
    {
        var row = $"<row>{string.Concat(Enumerable.Repeat("<c/>", 5_000))}</row>";

        var read = await Format.ReadAsync(new MemoryStream(GivenAWorkbook("", row)), new ReadOptions { FileName = "g.xlsx" }, Cancellation);

        Assert.Equal("term-table-too-large", Assert.Single(read.Problems).Code);
    }

    [Fact]
    public async Task Say_how_many_texts_a_cell_could_not_hold()
    {
        var entry = StarterGlossary.Concept("NK0002") with { Note = new string('가', 40_000) };

        Assert.Equal("cells-cut(count=1, length=32767)", Assert.Single(await Format.WriteAsync([entry], new TermWriteOptions(), new MemoryStream(), Cancellation)).ToString());
    }

    private static async Task<MemoryStream> Written(IEnumerable<ConceptEntry> entries)
    {
        var file = new MemoryStream();
        await Format.WriteAsync(entries, new TermWriteOptions(), file, Cancellation);
        file.Position = 0;

        return file;
    }

    private static byte[] GivenAWorkbook(string shared, params string[] sheets) =>
        GivenAPackage(shared, [.. sheets.Select(rows => $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>")]);

    /// <param name="listed">What the workbook says of its sheets; each once without it.</param>
    private static byte[] GivenAPackage(string shared, string[] sheets, string? listed = null)
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            void Add(string path, string xml)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }

            string[] names = ["One", "Two"];
            Add("_rels/.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/book.xml\"/></Relationships>");
            Add("xl/book.xml", $"<workbook xmlns:r=\"{Office}\"><sheets>{listed ?? string.Concat(sheets.Index().Select(sheet => $"<sheet name=\"{names[sheet.Index]}\" r:id=\"s{sheet.Index}\"/>"))}</sheets></workbook>");
            Add(
                "xl/_rels/book.xml.rels",
                $"<Relationships><Relationship Id=\"x\" Type=\"{Office}/sharedStrings\" Target=\"/xl/strings.xml\"/>"
                + string.Concat(sheets.Index().Select(sheet => $"<Relationship Id=\"s{sheet.Index}\" Type=\"{Office}/worksheet\" Target=\"../xl/sheets/{sheet.Index}.xml\"/>")) + "</Relationships>");
            Add("xl/strings.xml", $"<sst>{shared}</sst>");
            foreach (var (index, sheet) in sheets.Index())
            {
                Add($"xl/sheets/{index}.xml", sheet);
            }
        }

        return bytes.ToArray();
    }
}
