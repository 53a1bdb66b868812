using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Text;
using Workbench.Formats.Bilingual;

namespace Workbench.Formats.Tests.Bilingual;

public sealed class DocxTableShould
{
    private readonly DocxTable _format = new();

    [Fact]
    public async Task Be_a_document_that_Word_opens_without_repair()
    {
        using var word = await OpenAsync(SampleDocument.Whole, new BilingualOptions { WithUnverified = true });

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public async Task Have_a_row_for_each_segment()
    {
        using var word = await OpenAsync(SampleDocument.Whole);

        var rows = TextTable(word).Elements<TableRow>().Skip(1).ToArray();
        Assert.Equal(25, rows.Length);
        Assert.Equal(
            SampleDocument.Whole.Rows.Select(row => row.Segment.Source.Text),
            rows.Select(row => row.Elements<TableCell>().ElementAt(1).InnerText));
        Assert.Equal("조선민주주의인민공화국은", rows[2].Elements<TableCell>().ElementAt(2).InnerText.Split(' ')[0]);
        Assert.Equal(["Reviewed", "Translated", "Draft"], new[] { 2, 6, 24 }.Select(index => rows[index].Elements<TableCell>().ElementAt(3).InnerText));
        Assert.Contains("one-sided", rows[9].Elements<TableCell>().ElementAt(4).InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeat_the_head_and_split_no_row()
    {
        using var word = await OpenAsync(SampleDocument.Whole);

        var rows = TextTable(word).Elements<TableRow>().ToArray();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.Equal(PageOrientationValues.Landscape, word.MainDocumentPart!.Document!.Descendants<PageSize>().Single().Orient!.Value);
    }

    [Fact]
    public async Task Name_the_segment_and_its_version_in_every_row()
    {
        using var word = await OpenAsync(SampleDocument.Whole);

        var tags = TextTable(word).Descendants<Tag>().Select(tag => tag.Val!.Value!).ToArray();
        Assert.Equal(SampleDocument.Whole.Rows.Select(row => DocxTable.TagOf(row.Segment)), tags);
        Assert.Equal("wb:00000000000000000000000000000003:1.43", tags[2]);
        Assert.All(tags, tag => Assert.InRange(tag.Length, 1, 64));
        Assert.Equal(25, TextTable(word).Descendants<BookmarkStart>().Select(start => start.Name!.Value!).Distinct().Count());
    }

    [Fact]
    public async Task Set_Korean_in_a_Korean_font_that_Word_does_not_spell_check()
    {
        using var word = await OpenAsync(SampleDocument.Whole);

        var target = TextTable(word).Elements<TableRow>().ElementAt(3).Elements<TableCell>().ElementAt(2).Descendants<Run>().Single();
        Assert.Equal("ko-KR", target.RunProperties!.Languages!.EastAsia!.Value);
        Assert.NotNull(target.RunProperties.NoProof);
        var defaults = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal("Malgun Gothic", defaults.RunFonts!.EastAsia!.Value);
        Assert.Contains("Noto Sans CJK KR", word.MainDocumentPart.FontTablePart!.Fonts!.Descendants<AltName>().Select(name => name.Val!.Value));
    }

    [Fact]
    public async Task Name_publication_date_translator_and_wording_and_that_it_is_a_translation()
    {
        using var word = await OpenAsync(SampleDocument.Whole);

        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("PublicationForeign Trade (web site)", text, StringComparison.Ordinal);
        Assert.Contains("Publishednot stated", text, StringComparison.Ordinal);
        Assert.Contains("TranslatorA. Translator", text, StringComparison.Ordinal);
        Assert.Contains("Official: the DPRK's own renderings", text, StringComparison.Ordinal);
        Assert.Contains("This is a translation", text, StringComparison.Ordinal);
        Assert.Contains("not the publisher's Korean text", text, StringComparison.Ordinal);
        Assert.Contains("not the publisher's Korean text", word.MainDocumentPart.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_with_the_terms_that_occur()
    {
        using var word = await OpenAsync(SampleDocument.Whole);
        using var unverified = await OpenAsync(SampleDocument.Whole, new BilingualOptions { WithUnverified = true });

        var row = GlossaryRow(word, "Soviet Union");
        Assert.Equal(["Soviet Union", "쏘련 蘇聯", "", "DPRK spelling with ㅆ; 조쏘 in compounds.", "6, 10"], row);
        Assert.Equal("", GlossaryRow(word, "trade transactions")[1]);
        Assert.Equal("무역거래 貿易去來 [unverified]", GlossaryRow(unverified, "trade transactions")[1]);
    }

    [Theory]
    [InlineData("a\u0001b\uFFFEc <w:p> ]]> & \"")]
    [InlineData("two\nlines\r\nand\ta tab")]
    [InlineData("\u202Eoverride")]
    public async Task Carry_any_text(string text)
    {
        using var word = await OpenAsync(SampleDocument.With(text, text, text));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, TestContext.Current.CancellationToken).Select(error => error.Description));
        var cell = TextTable(word).Elements<TableRow>().ElementAt(1).Elements<TableCell>().ElementAt(2);
        Assert.Equal(ReaderText.Printable(text).ReplaceLineEndings("\n"), string.Concat(cell.Descendants().Select(Shown)));
    }

    [Fact]
    public async Task Show_codes_as_tokens_and_a_seam_as_the_space_it_is()
    {
        var source = InlineText.Of("Today we", new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = 5, Reads = " " }, new InlineCode { Id = "2", Kind = InlineCodeKind.Placeholder, Offset = 8 });
        using var word = await OpenAsync(SampleDocument.With(source, InlineText.Of("오늘")));

        Assert.Equal("Today we⟦2⟧", TextTable(word).Elements<TableRow>().ElementAt(1).Elements<TableCell>().ElementAt(1).InnerText);
    }

    [Fact]
    public async Task Set_a_language_that_runs_from_right_to_left_as_it_runs()
    {
        var document = SampleDocument.With("Peace", "صلح");
        using var word = await OpenAsync(document with { Project = document.Project with { TargetLanguage = LanguageTag.Of("fa") } });

        var paragraph = TextTable(word).Elements<TableRow>().ElementAt(1).Elements<TableCell>().ElementAt(2).Descendants<Paragraph>().Single();
        Assert.NotNull(paragraph.ParagraphProperties!.BiDi);
        Assert.NotNull(paragraph.Descendants<Run>().Single().RunProperties!.RightToLeftText);
    }

    [Fact]
    public async Task Become_pages_in_LibreOffice()
    {
        var office = await LibreOffice.ConvertAsync(_format, SampleDocument.Whole, "pdf");
        var text = await LibreOffice.TextOfAsync(office);

        Assert.Contains("위대한 수령 김일성동지와", text, StringComparison.Ordinal);
        Assert.Contains("對外貿易", text, StringComparison.Ordinal);
        Assert.Contains("Terms that occur in this text", text, StringComparison.Ordinal);
        // The head of the table is on every page that the table is on.
        Assert.True(text.Split("Source · English").Length - 1 >= 2, text);
    }

    [Fact]
    public async Task Keep_a_sample_to_look_at()
    {
        await _format.KeepAsync("sample", await _format.BytesAsync(SampleDocument.Whole));
        await _format.KeepAsync("sample-ko-unverified", await _format.BytesAsync(SampleDocument.Whole, new BilingualOptions { InterfaceLanguage = "ko", WithUnverified = true }));
    }

    private async Task<WordprocessingDocument> OpenAsync(BilingualDocument document, BilingualOptions? options = null) =>
        WordprocessingDocument.Open(new MemoryStream(await _format.BytesAsync(document, options)), isEditable: false);

    private static Table TextTable(WordprocessingDocument word) => word.MainDocumentPart!.Document!.Body!.Elements<Table>().ElementAt(1);

    private static string[] GlossaryRow(WordprocessingDocument word, string term) =>
    [
        .. word.MainDocumentPart!.Document!.Body!.Elements<Table>().ElementAt(2).Elements<TableRow>()
            .Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())
            .Single(cells => cells[0] == term),
    ];

    private static string Shown(OpenXmlElement element) => element switch
    {
        Text text => text.Text,
        Break => "\n",
        TabChar => "\t",
        _ => "",
    };
}
