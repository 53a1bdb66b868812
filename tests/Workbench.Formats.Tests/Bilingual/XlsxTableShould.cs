using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Formats.Bilingual;

namespace Workbench.Formats.Tests.Bilingual;

public sealed class XlsxTableShould
{
    private readonly XlsxTable _format = new();

    [Fact]
    public async Task Be_a_workbook_that_Excel_opens_without_repair()
    {
        using var workbook = await OpenAsync(SampleDocument.Whole, new BilingualOptions { WithUnverified = true });

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(workbook, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public async Task Have_a_row_for_each_segment_under_a_frozen_head()
    {
        using var workbook = await OpenAsync(SampleDocument.Whole);

        var sheet = Sheet(workbook, "Text");
        var rows = Texts(sheet);
        Assert.Equal(["No.", "Source (en)", "Translation (ko-KP)", "State", "Notes", "Segment"], rows[0]);
        Assert.Equal(
            SampleDocument.Whole.Rows.Select(row => (row.Segment.Source.Text, row.Segment.Target.Text, row.Segment.Id.Value)),
            rows.Skip(1).Select(row => (row[1], row[2], row[5])));
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Contains(workbook.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>(), name => name.Name == "_xlnm.Print_Titles" && name.Text == "'Text'!$1:$1");
    }

    [Fact]
    public async Task Hold_strings_only()
    {
        using var workbook = await OpenAsync(SampleDocument.With("=1+1", "=cmd|' /C calc'!A0", "@SUM(1)"));

        var cells = workbook.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).ToArray();
        Assert.All(cells, cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        Assert.Empty(workbook.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
        // Text by format too, so that it stays text when someone edits it; and the text is untouched.
        Assert.Equal("=cmd|' /C calc'!A0", Texts(Sheet(workbook, "Text"))[1][2]);
        var formats = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToArray();
        Assert.All(cells, cell => Assert.Equal((49u, true), (formats[(int)cell.StyleIndex!.Value].NumberFormatId!.Value, formats[(int)cell.StyleIndex.Value].QuotePrefix!.Value)));
    }

    [Fact]
    public async Task Say_on_a_sheet_of_its_own_what_it_is()
    {
        using var workbook = await OpenAsync(SampleDocument.Whole);

        var about = string.Join('\n', Texts(Sheet(workbook, "About")).Select(row => string.Join(": ", row)));
        Assert.Contains("Publication: Foreign Trade (web site)", about, StringComparison.Ordinal);
        Assert.Contains("Published: not stated", about, StringComparison.Ordinal);
        Assert.Contains("Translator: A. Translator", about, StringComparison.Ordinal);
        Assert.Contains("Wording: Official", about, StringComparison.Ordinal);
        Assert.Contains("This is a translation", about, StringComparison.Ordinal);
        Assert.Contains("not the publisher's Korean text", about, StringComparison.Ordinal);
        Assert.Contains("not the publisher's Korean text", Sheet(workbook, "Text").Descendants<OddHeader>().Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_the_terms_that_occur()
    {
        using var workbook = await OpenAsync(SampleDocument.Whole);

        Assert.Equal(
            ["NK0032", "Soviet Union", "쏘련", "蘇聯", "", "DPRK spelling with ㅆ; 조쏘 in compounds.", "6, 10"],
            Texts(Sheet(workbook, "Glossary")).Single(row => row[1] == "Soviet Union"));
    }

    [Theory]
    [InlineData("a\u0001b", "a_x0001_b")]
    [InlineData("a\r\nb", "a_x000D_\nb")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("\uFFFE", "_xFFFE_")]
    [InlineData("<b>&]]>", "<b>&]]>")]
    public async Task Carry_any_text(string text, string stored)
    {
        using var workbook = await OpenAsync(SampleDocument.With(text, text, text));

        Assert.Equal(stored, Texts(Sheet(workbook, "Text"))[1][2]);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(workbook, TestContext.Current.CancellationToken).Select(error => error.Description));
    }

    [Fact]
    public async Task Put_no_more_into_a_cell_than_Excel_takes()
    {
        using var workbook = await OpenAsync(SampleDocument.With("x", "y", new string('n', 40_000)));

        Assert.Equal(XlsxCell.MaxLength, Texts(Sheet(workbook, "Text"))[1][4].Length);
    }

    [Fact]
    public async Task Take_a_title_of_any_kind_into_the_head_of_the_page()
    {
        var document = SampleDocument.Whole with
        {
            Document = SampleDocument.Whole.Document with { Publication = new() { Title = $"A & B &R {new string('x', 200)}" } },
        };
        using var workbook = await OpenAsync(document);

        var head = Sheet(workbook, "Text").Descendants<OddHeader>().Single().Text;
        Assert.StartsWith("&LA && B &&R x", head, StringComparison.Ordinal);
        Assert.InRange(head.Length, 1, 255);
    }

    [Fact]
    public async Task Set_a_language_that_runs_from_right_to_left_as_it_runs()
    {
        var document = SampleDocument.With("Peace", "صلح");
        using var workbook = await OpenAsync(document with { Project = document.Project with { TargetLanguage = LanguageTag.Of("fa") } });

        var cell = Sheet(workbook, "Text").Descendants<Row>().ElementAt(1).Elements<Cell>().ElementAt(2);
        var formats = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToArray();
        Assert.Equal(2u, formats[(int)cell.StyleIndex!.Value].Alignment!.ReadingOrder!.Value);
    }

    [Fact]
    public async Task Give_every_row_the_height_of_its_longest_text()
    {
        using var workbook = await OpenAsync(SampleDocument.Whole);

        var heights = Sheet(workbook, "Text").Descendants<Row>().Select(row => row.Height!.Value).ToArray();
        Assert.Equal(20, heights[1]);
        Assert.InRange(heights[3], 4 * 15, 5 * 17);
        Assert.All(Sheet(workbook, "Text").Descendants<Row>(), row => Assert.Null(row.CustomHeight));
    }

    [Theory]
    [InlineData("", 18)]
    [InlineData("one\ntwo\nthree", 48)]
    [InlineData("가나다라마바사아자차", 54)]
    public void Count_the_lines_of_a_cell_ten_digits_wide(string text, double points) =>
        Assert.Equal(points, XlsxHeight.Of([(text, 10)]));

    [Fact]
    public async Task Open_in_LibreOffice_with_every_text_as_it_is()
    {
        var document = SampleDocument.With("=1+1", "=1+2 위대한 수령", "@SUM(1)");

        var csv = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(_format, document, "csv:Text - txt - csv (StarCalc):44,34,76,1"));

        // LibreOffice quotes what it holds as text.
        Assert.Contains("\"=1+1\",\"=1+2 위대한 수령\",\"Translated\",\"@SUM(1)\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_a_sample_to_look_at() => await _format.KeepAsync("sample", await _format.BytesAsync(SampleDocument.Whole));

    private async Task<SpreadsheetDocument> OpenAsync(BilingualDocument document, BilingualOptions? options = null) =>
        SpreadsheetDocument.Open(new MemoryStream(await _format.BytesAsync(document, options)), isEditable: false);

    private static Worksheet Sheet(SpreadsheetDocument workbook, string name)
    {
        var sheet = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name);
        return ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!;
    }

    private static string[][] Texts(Worksheet sheet) =>
        [.. sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InlineString!.InnerText).ToArray())];
}
