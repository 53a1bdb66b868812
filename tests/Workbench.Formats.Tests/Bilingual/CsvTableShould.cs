using System.Text;
using CsvHelper;
using Workbench.Core.Exchange;
using Workbench.Core.Text;
using Workbench.Formats.Bilingual;
using Workbench.Formats.Csv;

namespace Workbench.Formats.Tests.Bilingual;

public sealed class CsvTableShould
{
    private readonly CsvTable _format = new();

    [Fact]
    public async Task Begin_with_the_mark_that_Excel_needs_to_see_Korean()
    {
        var bytes = await _format.BytesAsync(SampleDocument.Whole);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
    }

    [Fact]
    public async Task Have_a_line_for_each_segment_under_one_head()
    {
        var (head, lines) = Read(await _format.BytesAsync(SampleDocument.Whole));

        Assert.Equal(["No.", "Source (en)", "Translation (ko-KP)", "State", "Notes", "Terms", "Segment"], head);
        Assert.Equal(
            SampleDocument.Whole.Rows.Select(row => (row.Segment.Source.Text, row.Segment.Target.Text, row.Segment.Id.Value)),
            lines.Select(line => (line[1], line[2], line[6])));
        Assert.Equal("DPRK", SampleDocument.Whole.Rows[5].Terms[0].Term.Text);
        Assert.Contains("Soviet Union = 쏘련", lines[5][5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_in_comments_what_it_is()
    {
        var comments = (await _format.TextAsync(SampleDocument.Whole)).Split("\r\n").TakeWhile(line => line.TrimStart('\uFEFF').StartsWith('#')).ToArray();

        Assert.Contains("# Publication,\"Foreign Trade (web site)\"", comments);
        Assert.Contains("# Published,\"not stated\"", comments);
        Assert.Contains("# Translator,\"A. Translator\"", comments);
        Assert.Contains("# Wording,\"Official: the DPRK's own renderings\"", comments);
        Assert.Contains(comments, line => line.Contains("This is a translation", StringComparison.Ordinal));
        Assert.Contains(comments, line => line.Contains("not the publisher's Korean text", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("'=1")]
    [InlineData("\"quoted\", and\r\nbroken")]
    [InlineData("  edge  ")]
    [InlineData("#1")]
    [InlineData("\u202E=1")]
    public async Task Keep_text_that_a_spreadsheet_would_run_as_text_and_give_it_back(string text)
    {
        var document = SampleDocument.With(text, text, text) with { Translator = text };
        var bytes = await _format.BytesAsync(document);

        Assert.All(Cells(bytes), cell => Assert.False(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal), cell));
        var (_, lines) = Read(bytes);
        Assert.Equal([text, text, text], [lines.Single()[1], lines.Single()[2], lines.Single()[4]]);
    }

    [Fact]
    public async Task Leave_columns_out_that_are_not_wanted()
    {
        var (head, _) = Read(await _format.BytesAsync(SampleDocument.Whole, new BilingualOptions { WithNotes = false, WithGlossary = false, InterfaceLanguage = "ko" }));

        Assert.Equal(["번호", "원문 (en)", "번역문 (ko-KP)", "상태", "세그먼트"], head);
    }

    [Fact]
    public async Task Show_codes_as_tokens()
    {
        var (_, lines) = Read(await _format.BytesAsync(SampleDocument.With(
            InlineText.Of("a b", new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = 1 }), InlineText.Of("⟦"))));

        Assert.Equal(("a⟦1⟧ b", "⟦⟦"), (lines.Single()[1], lines.Single()[2]));
    }

    [Fact]
    public async Task Keep_a_sample_to_look_at() => await _format.KeepAsync("sample", await _format.BytesAsync(SampleDocument.Whole));

    private static (string[] Head, string[][] Lines) Read(byte[] bytes)
    {
        var records = Records(bytes, comments: '#').Select(record => record.Select(SpreadsheetText.Unguard).ToArray()).ToArray();

        return (records[0], records[1..]);
    }

    /// <summary>As a spreadsheet reads it, which knows no comments.</summary>
    private static IEnumerable<string> Cells(byte[] bytes) => Records(bytes, comments: null).SelectMany(record => record);

    private static List<string[]> Records(byte[] bytes, char? comments)
    {
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions { HasHeader = false, CommentPrefix = comments, FieldCountMismatch = CsvFieldCountHandling.Allow });
        var records = new List<string[]>();
        while (csv.Read())
        {
            records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return records;
    }
}
