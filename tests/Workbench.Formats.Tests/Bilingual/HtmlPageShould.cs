using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Text;
using Workbench.Formats.Bilingual;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Tests.Bilingual;

public sealed class HtmlPageShould
{
    private readonly HtmlPage _format = new();

    [Fact]
    public async Task Show_every_segment_beside_its_translation()
    {
        var page = await PageAsync(SampleDocument.Whole);

        var rows = page.Descendants("tr").Where(row => row.Attribute("data-segment") is not null).ToArray();
        Assert.Equal(25, rows.Length);
        Assert.Equal(SampleDocument.Whole.Rows.Select(row => row.Segment.Id.Value), rows.Select(row => row.Attribute("data-segment")!.Value));
        Assert.Equal(SampleDocument.Whole.Rows.Select(row => row.Segment.Target.Text), rows.Select(row => Cell(row, "target").Value));
        Assert.Equal("Draft", Cell(rows[24], "state").Value);
        Assert.Contains("one-sided orientation", Cell(rows[9], "notes").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_in_which_language_each_text_is()
    {
        var page = await PageAsync(SampleDocument.Whole);

        Assert.Equal("en", page.Root!.Attribute("lang")!.Value);
        var row = page.Descendants("tr").First(row => row.Attribute("data-segment") is not null);
        Assert.Equal(("en", "ltr"), (Cell(row, "source").Attribute("lang")!.Value, Cell(row, "source").Attribute("dir")!.Value));
        Assert.Equal("ko-KP", Cell(row, "target").Attribute("lang")!.Value);
    }

    [Fact]
    public async Task Set_a_language_that_runs_from_right_to_left_as_it_runs()
    {
        var document = SampleDocument.With("Peace", "صلح");
        var page = await PageAsync(document with { Project = document.Project with { TargetLanguage = LanguageTag.Of("fa") } });

        Assert.Equal("rtl", Cell(page.Descendants("tr").First(row => row.Attribute("data-segment") is not null), "target").Attribute("dir")!.Value);
    }

    [Fact]
    public async Task Name_publication_date_translator_and_wording_and_that_it_is_a_translation()
    {
        var text = (await PageAsync(SampleDocument.Whole)).Descendants("header").Single().Value;

        Assert.Contains("Foreign Trade (web site)", text, StringComparison.Ordinal);
        Assert.Contains("Publishednot stated", text, StringComparison.Ordinal);
        Assert.Contains("A. Translator", text, StringComparison.Ordinal);
        Assert.Contains("Official: the DPRK's own renderings", text, StringComparison.Ordinal);
        Assert.Contains("25 November 2026", text, StringComparison.Ordinal);
        Assert.Contains("This is a translation", text, StringComparison.Ordinal);
        Assert.Contains("not the publisher's Korean text", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speak_Korean_to_a_Korean_reader()
    {
        var page = await PageAsync(SampleDocument.Whole, new BilingualOptions { InterfaceLanguage = "ko" });

        Assert.Equal("ko", page.Root!.Attribute("lang")!.Value);
        Assert.Contains("조선말(ko-KP)", page.Root.Value, StringComparison.Ordinal);
        Assert.Contains("2026년 11월 25일", page.Root.Value, StringComparison.Ordinal);
        Assert.Contains("발행처의 조선말 글이 아니며", page.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_a_term_in_a_tip_that_its_link_is_described_by()
    {
        var page = await PageAsync(SampleDocument.Whole);

        var term = page.Descendants("span").First(span => (string?)span.Attribute("class") == "term" && span.Element("a")!.Value == "Soviet Union");
        var tip = term.Element("span")!;
        Assert.Equal(term.Element("a")!.Attribute("aria-describedby")!.Value, tip.Attribute("id")!.Value);
        Assert.Contains("쏘련 蘇聯", tip.Value, StringComparison.Ordinal);
        Assert.NotNull(ById(page, term.Element("a")!.Attribute("href")!.Value[1..]));
    }

    [Fact]
    public async Task Leave_unverified_cells_out_unless_they_are_wanted_and_marked()
    {
        var without = (await PageAsync(SampleDocument.Whole)).Root!.Value;
        var with = (await PageAsync(SampleDocument.Whole, new BilingualOptions { WithUnverified = true })).Root!.Value;

        // In the tips and in the glossary; the translation itself has the word too.
        Assert.DoesNotContain("貿易去來", without, StringComparison.Ordinal);
        Assert.Contains("貿易去來 unverified", with, StringComparison.Ordinal);
        Assert.DoesNotContain("Official name of the state", without, StringComparison.Ordinal);
        Assert.Contains("in the north of Korea. unverified", with, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Have_no_glossary_where_none_is_wanted()
    {
        var bare = SampleDocument.Whole with
        {
            Concepts = [],
            Rows = [.. SampleDocument.Whole.Rows.Select(row => row with { Terms = [] })],
        };

        var page = await PageAsync(bare, new BilingualOptions { WithGlossary = false, WithNotes = false });

        Assert.Null(ById(page, "glossary"));
        Assert.DoesNotContain(page.Descendants("td"), cell => (string?)cell.Attribute("class") == "notes");
    }

    [Fact]
    public async Task Let_nothing_load_and_nothing_run()
    {
        var text = await _format.TextAsync(SampleDocument.Whole);
        var page = Parse(text);

        var policy = page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        var style = page.Descendants("style").Single().Value;
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "form");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute =>
            attribute.Name.LocalName is "src" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</style><img src=x onerror=alert(1)>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("&lt;b&gt; ]]> <!-- ")]
    [InlineData("a\u0001b\uFFFEc")]
    public async Task Show_hostile_text_as_text_wherever_it_stands(string hostile)
    {
        var sample = SampleDocument.With($"foreign trade {hostile}", hostile, hostile);
        var concept = sample.Rows[0].Terms[0].Concept with { Definition = hostile, Note = hostile, Id = new ConceptEntryId(hostile) };
        var document = sample with
        {
            Translator = hostile,
            Document = sample.Document with { Publication = new Publication { Title = hostile, Name = hostile, Address = $"javascript:{hostile}" } },
            Concepts = [concept],
            Rows = [sample.Rows[0] with { Terms = [sample.Rows[0].Terms[0] with { Concept = concept }], Segment = sample.Rows[0].Segment with { Id = new SegmentId(hostile) } }],
        };

        var page = await PageAsync(document, new BilingualOptions { WithUnverified = true });

        var innocent = (await PageAsync(SampleDocument.With("foreign trade x", "x", "x"))).Descendants().Select(element => element.Name.LocalName).ToHashSet();
        Assert.DoesNotContain(page.Descendants(), element => !innocent.Contains(element.Name.LocalName));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Equal(ReaderText.Printable(hostile), page.Descendants("td").First(cell => (string?)cell.Attribute("class") == "target").Value);
        Assert.DoesNotContain(page.Descendants("a"), link => !link.Attribute("href")!.Value.StartsWith('#'));
    }

    [Fact]
    public async Task Show_direction_overrides_as_marks()
    {
        var page = await PageAsync(SampleDocument.With("a\u202Eb", "가"));

        Assert.Contains("aU+202Eb", page.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", page.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_codes_as_tokens_and_a_seam_as_the_space_it_is()
    {
        var bold = new InlineCode { Id = "1", Kind = InlineCodeKind.Start, Offset = 0 };
        var end = new InlineCode { Id = "1", Kind = InlineCodeKind.End, Offset = 5 };
        var seam = new InlineCode { Id = "2", Kind = InlineCodeKind.Placeholder, Offset = 5, Reads = " " };

        var page = await PageAsync(SampleDocument.With(InlineText.Of("Today we", bold, end, seam), InlineText.Of("오늘")));

        Assert.Equal("⟦1›Today‹1⟧ we", page.Descendants("td").First(cell => (string?)cell.Attribute("class") == "source").Value);
    }

    [Fact]
    public async Task Keep_a_sample_to_look_at()
    {
        await _format.KeepAsync("sample", await _format.BytesAsync(SampleDocument.Whole));
        await _format.KeepAsync("sample-ko-unverified", await _format.BytesAsync(SampleDocument.Whole, new BilingualOptions { InterfaceLanguage = "ko", WithUnverified = true }));
    }

    private async Task<XDocument> PageAsync(BilingualDocument document, BilingualOptions? options = null) =>
        Parse(await _format.TextAsync(document, options));

    private static XDocument Parse(string page)
    {
        using var reader = SafeXml.CreateReader(new StringReader(page));
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XElement Cell(XElement row, string name) => row.Elements("td").Single(cell => (string?)cell.Attribute("class") == name);

    private static XElement? ById(XDocument page, string id) => page.Descendants().SingleOrDefault(element => (string?)element.Attribute("id") == id);
}
