using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Formats.Terms;

namespace Workbench.Formats.Tests.Terms;

public sealed class TermCsvFormatShould
{
    private static readonly TermCsvFormat Format = new();

    static TermCsvFormatShould() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> ConformanceFiles { get; } = [.. Conformance.Files("csv", "*.txt").Concat(Conformance.Files("csv", "*.csv"))];

    public static TheoryData<string> Spectrum { get; } = [.. Conformance.Files("csv", "*.json")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_a_table_of_one_concept_a_row()
    {
        var read = await Read("concept_id,en,ko_KP,en_neutral,hanja,pos,domain,definition_en,usage_note,status,confidence,region\n"
            + "NK2,foreign trade; IT ,대외무역,trade abroad,對外貿易,n,trade,Trade.,A note,preferred,high,Pyongyang\n"
            + ",,,,,,,,,,,\n");

        var entry = Assert.Single(read.Value.Entries);
        Assert.Empty(read.Problems);
        Assert.True(read.Value is { HasConceptIds: true, StatesEverything: false });
        Assert.Equal(("NK2", "trade", "Trade.", "A note"), (entry.ConceptId, entry.SubjectField, entry.Definition, entry.Note));
        Assert.Equal(
            [("foreign trade", Wording.Official, AdministrativeStatus.Preferred), ("IT", Wording.Official, AdministrativeStatus.Admitted), ("trade abroad", Wording.Neutral, AdministrativeStatus.Preferred)],
            entry.TermsIn(LanguageTag.English).Select(term => (term.Text, term.Wording, term.Status)));
        Assert.Equal("對外貿易", entry.TermsIn(LanguageTag.KoreanNorth).Single().Hanja);
        Assert.Equal((true, TermType.Abbreviation, Reliability.High), entry.TermsIn(LanguageTag.English).Select(term => (term.CaseSensitive, term.Type, term.Reliability)).ElementAt(1));
        Assert.Equal([new Property("region", "Pyongyang")], entry.Properties);
    }

    [Fact]
    public async Task Read_the_starter_glossary_as_it_was_first_written()
    {
        var path = Path.Combine(Conformance.File(), "..", "domain", "starter-glossary.csv");
        Assert.SkipUnless(File.Exists(path), "The conformance files are not here.");
        await using var input = File.OpenRead(path);

        var read = await Format.ReadAsync(input, new ReadOptions(), Cancellation);

        Assert.Equal(333, read.Value.Entries.Length);
        var trade = read.Value.Entries.Single(entry => entry.ConceptId == "NK0002");
        Assert.Equal("對外貿易", trade.TermsIn(LanguageTag.KoreanNorth).Single().Hanja);
        Assert.Equal(Reliability.Unverified, trade.TermsIn(LanguageTag.Of("zh-CN")).Single().Reliability);
        Assert.Equal(Reliability.High, trade.TermsIn(LanguageTag.English).First().Reliability);
        Assert.Contains(trade.Properties, property => property is { Type: "attest_en", Value.Length: > 0 });
    }

    [Fact]
    public async Task Pass_over_no_row_that_says_something()
    {
        var read = await Read("concept_id,en,definition\n1,party,A party.\n2,,A definition without a term.\n,,Another.\n,,\n");

        Assert.Equal(["1", "2", "row-4"], read.Value.Entries.Select(entry => entry.ConceptId));
        Assert.Empty(read.Value.Entries[1].Languages);
    }

    [Theory]
    [InlineData("en;ko-KP\nparty;당\n")]
    [InlineData("en\tko-KP\nparty\t당\n")]
    [InlineData("sep=;\r\nen;ko-KP\r\nparty;당\r\n")]
    [InlineData("# A comment, with a comma\n\n\"en\",\"ko-KP\"\r\"party\",당")]
    [InlineData("#,en,ko-KP\n1,party,당\n")]
    public async Task Take_any_separator_and_line_end(string file)
    {
        var entry = Assert.Single((await Read(file)).Value.Entries);

        Assert.Equal(["party", "당"], entry.Languages.Select(section => section.Terms.Single().Text));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("ks_c_5601-1987")]
    public async Task Take_the_encodings_that_spreadsheets_save(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var file = "en,ko-KP\nparty,조선로동당\nforeign trade,대외무역과 경제관계\n";

        var read = await Format.ReadAsync(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(file)]), new ReadOptions(), Cancellation);

        Assert.Equal("조선로동당", read.Value.Entries[0].TermsIn(LanguageTag.KoreanNorth).Single().Text);
    }

    [Fact]
    public async Task Let_no_cell_run_as_a_formula_and_give_each_back()
    {
        var entry = (await Read("concept_id,en\n=cmd|' /C calc'!A0,\"=HYPERLINK(\"\"http://x\"\");@SUM(1);+1;-1;'=1\"\n")).Value.Entries.Single();
        using var file = new MemoryStream();

        await Format.WriteAsync([entry], new TermWriteOptions(), file, Cancellation);

        foreach (var cell in new CsvRows(Encoding.UTF8.GetString(file.ToArray()).Replace("'", "§", StringComparison.Ordinal), "").Read().Value.SelectMany(row => row.Cells))
        {
            Assert.False(cell.Length > 0 && cell.TrimStart('\uFEFF') is ['=' or '+' or '-' or '@', ..], cell);
        }

        file.Position = 0;
        GlossarySamples.AssertSame([entry], (await Format.ReadAsync(file, new ReadOptions(), Cancellation)).Value.Entries);
    }

    [Fact]
    public async Task Join_the_rows_of_a_concept_wherever_sorting_put_them()
    {
        var read = await Read("concept_id,language,term,definition\n1,en,party,\n2,en,state,\n1,ko-KP,당,A party.\n,ko-KR,당,\n");

        Assert.Equal(["1", "2"], read.Value.Entries.Select(entry => entry.ConceptId));
        Assert.Equal(["en", "ko-KP", "ko-KR"], read.Value.Entries[0].Languages.Select(section => section.Language.Value));
        Assert.Equal("A party.", read.Value.Entries[0].Definition);
    }

    [Fact]
    public async Task Keep_what_a_column_cannot_hold_and_say_where()
    {
        var read = await Read("concept_id,language,term,status,definition,colour\n1,en,party,purple,A party.,red\n1,xx-?,당,,Another.,\n");

        Assert.Equal(
            ["term-table-value(column=status, value=purple) at g.csv:2:0", "term-table-twice(column=definition, value=Another.) at g.csv:3:0", "language-tag(tag=xx-?) at g.csv:3:0"],
            read.Problems.Select(problem => problem.ToString()));
        var entry = Assert.Single(read.Value.Entries);
        Assert.Equal([new Property("status", "purple"), new("colour", "red")], entry.Languages[0].Terms[0].Properties);
        Assert.Equal([new Property("definition", "Another."), new("language", "xx-?")], entry.Properties);
    }

    [Fact]
    public async Task Keep_the_properties_of_a_concept_beside_what_a_column_cannot_hold()
    {
        var read = await Read("concept_id,language,term,definition_reliability,concept_properties\n1,en,party,purple,class = one\n");

        Assert.Equal(["term-table-value(column=definition_reliability, value=purple) at g.csv:2:0"], read.Problems.Select(problem => problem.ToString()));
        Assert.Equal(2, read.Value.Entries.Single().Properties.Length);
        Assert.Contains(new Property("definition_reliability", "purple"), read.Value.Entries.Single().Properties);
    }

    [Fact]
    public async Task Warn_of_a_cell_once_whatever_number_of_languages_its_row_has()
    {
        var read = await Read("en,ko-KP,de,status,confidence\nparty,당,Partei,purple,blue\n");

        Assert.Equal(["status", "reliability"], read.Problems.Select(problem => problem.Arguments[0].Value));
    }

    [Fact]
    public async Task Read_a_concept_of_very_many_rows_in_a_time_that_grows_with_them()
    {
        var file = new StringBuilder("concept_id,language,term,definition,concept_properties\n");
        for (var row = 0; row < 60_000; row++)
        {
            file.Append(CultureInfo.InvariantCulture, $"1,en,t{row},d{row},\n");
        }

        var watch = Stopwatch.StartNew();
        var read = await Read(file.ToString());

        Assert.Equal((60_000, 59_999), (read.Value.Entries.Single().Languages[0].Terms.Length, read.Value.Entries.Single().Properties.Length));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Theory]
    [InlineData("note text\n1", "term-table-header() at g.csv:1:0")]
    [InlineData("src,trg,data\na,b,c", "term-table-header() at g.csv:1:0")]
    [InlineData("language,term\nen,party\n", "term-table-no-concept() at g.csv:1:0")]
    [InlineData("concept_id,language,term\n,en,party\n", "term-table-no-concept() at g.csv:2:0")]
    [InlineData("en,ko-KP\nparty,\"당\nstate,국가\n", "term-table-quote() at g.csv:2:0")]
    [InlineData("en,ko-KP\na,\"b\r\nc\"\r\nd,\"e\r\n", "term-table-quote() at g.csv:4:0")]
    [InlineData("en\nparty\na\0b\n", "text-binary() at g.csv:3:0")]
    [InlineData("\n\n", "file-empty() at g.csv:1:0")]
    public async Task Refuse_what_is_no_table_with_a_place(string file, string problem) =>
        Assert.Equal(problem, Assert.Single((await Read(file)).Problems).ToString());

    [Fact]
    public async Task Refuse_a_table_that_is_too_wide() =>
        Assert.Equal("term-table-too-large", Assert.Single((await Read("en" + new string(',', 5_000))).Problems).Code);

    [Theory]
    [MemberData(nameof(ConformanceFiles))]
    public async Task Read_or_refuse_the_tables_of_others(string file)
    {
        await using var input = File.OpenRead(Conformance.File(file));

        var read = await Format.ReadAsync(input, new ReadOptions { FileName = file }, Cancellation);

        Assert.True(read.Succeeded ? !read.Value.Entries.IsEmpty : read.Problems.All(problem => problem.Place is not null));
    }

    [Theory]
    [MemberData(nameof(Spectrum))]
    public async Task Cut_cells_as_the_standard_says(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Conformance.File(file), Cancellation));
        var text = await File.ReadAllTextAsync(Conformance.File("csv", "spectrum", "csvs", name + ".csv"), Cancellation);

        // In one file the telephone number is not the one that the answer tells.
        var rows = new CsvRows(text.Replace("2095257564", "1234567890", StringComparison.Ordinal), "").Read().Value;

        // A table of one row is an object there.
        JsonElement[] all = expected.RootElement.ValueKind == JsonValueKind.Array ? [.. expected.RootElement.EnumerateArray()] : [expected.RootElement];
        Assert.Equal(all.Length, rows.Count - 1);
        foreach (var (row, cells) in all.Zip(rows.Skip(1)))
        {
            Assert.Equal(row.EnumerateObject().Select(cell => cell.Value.ToString()), cells.Cells);
        }
    }

    private static async Task<Result<ReadTerms>> Read(string file) =>
        await Format.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), new ReadOptions { FileName = "g.csv" }, Cancellation);
}
