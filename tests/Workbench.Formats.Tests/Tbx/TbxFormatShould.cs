using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Formats.Tbx;

namespace Workbench.Formats.Tests.Tbx;

public sealed class TbxFormatShould
{
    private static readonly TbxFormat Format = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> ConformanceFiles { get; } = [.. Conformance.Files("tbx", "*.tbx")];

    [Fact]
    public void Lose_nothing_of_an_entry() => GlossarySamples.Glossary.Sample(
        glossary => GlossarySamples.AssertSame(glossary, RoundTrip(glossary).GetAwaiter().GetResult()), iter: 500);

    [Fact]
    public async Task Write_what_Basic_has_in_its_own_words()
    {
        var entry = GivenAnEntry() with { References = [new CrossReference(ReferenceKind.Related, "NK0001", "itself")] };

        var text = await Written([entry]);

        Assert.Contains("<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">", text, StringComparison.Ordinal);
        Assert.Contains("<conceptEntry id=\"NK0001\">", text, StringComparison.Ordinal);
        Assert.Contains("<langSec xml:lang=\"ko-KP\">", text, StringComparison.Ordinal);
        Assert.Contains("<termNote type=\"partOfSpeech\">noun</termNote>", text, StringComparison.Ordinal);
        Assert.Contains("<termNote type=\"administrativeStatus\">supersededTerm-admn-sts</termNote>", text, StringComparison.Ordinal);
        Assert.Contains("<ref type=\"crossReference\" target=\"NK0001\">itself</ref>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_unverified_cells_out_when_asked()
    {
        var entry = GivenAnEntry();
        using var output = new MemoryStream();

        await Format.WriteAsync([entry], new TermWriteOptions(WithUnverified: false), output, Cancellation);

        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains("대외무역", text, StringComparison.Ordinal);
        Assert.DoesNotContain("foreign trade", text, StringComparison.Ordinal);
        Assert.DoesNotContain("own knowledge", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_how_many_characters_XML_could_not_carry()
    {
        using var output = new MemoryStream();

        var problems = await Format.WriteAsync([GivenAnEntry() with { Note = "\u0001" }], new TermWriteOptions(), output, Cancellation);

        Assert.Equal("characters-replaced(count=1)", Assert.Single(problems).ToString());
    }

    [Theory]
    [MemberData(nameof(ConformanceFiles))]
    public async Task Read_every_term_of_the_files_of_others(string file)
    {
        var path = Conformance.File(file);
        await using var input = File.OpenRead(path);

        var read = await Format.ReadAsync(input, new ReadOptions { FileName = file }, Cancellation);

        Assert.Empty(read.Problems);
        var expected = System.Text.RegularExpressions.Regex.Count(await File.ReadAllTextAsync(path, Cancellation), "<term[ >]");
        var terms = read.Value.Entries.SelectMany(entry => entry.Languages).SelectMany(section => section.Terms).ToArray();
        Assert.Equal(expected, terms.Length);
        Assert.All(terms, term => Assert.NotEqual("", term.Text));
        GlossarySamples.AssertSame(read.Value.Entries, await RoundTrip(read.Value.Entries));
    }

    [Fact]
    public async Task Read_a_file_that_is_not_in_Unicode()
    {
        await using var input = File.OpenRead(Conformance.File("tbx", "okapi-v2", "test02_win1254.tbx"));

        var read = await Format.ReadAsync(input, new ReadOptions(), Cancellation);

        Assert.DoesNotContain('\uFFFD', read.Value.Entries[0].Languages[1].Terms[0].Text);
    }

    [Fact]
    public async Task Keep_what_version_2_says_and_we_do_not_model()
    {
        const string File = """
            <?xml version="1.0"?>
            <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
            <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
              <termEntry id="c1">
                <descrip type="subjectField">manu-
                  facturing</descrip>
                <descrip type="relatedConceptBroader" target="c2">navigation</descrip>
                <transacGrp><transac type="transactionType">origination</transac> <date>2001-01-01</date></transacGrp>
                <langSet xml:lang="en">
                  <descripGrp><descrip type="definition">A value.</descrip><admin type="source">A book</admin></descripGrp>
                  <ntig><termGrp><term id="t1">alpha</term><termNote type="partOfSpeech">noun</termNote><termNote type="grammaticalGender">neuter</termNote>
                    <termNote type="termType">acronym</termNote></termGrp><descrip type="context">An alpha.</descrip></ntig>
                </langSet>
              </termEntry>
            </body></text></martif>
            """;

        var read = await Format.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(File)), new ReadOptions(), Cancellation);

        var entry = Assert.Single(read.Value.Entries);
        var term = entry.Languages[0].Terms[0];
        Assert.Equal(("c1", "manu- facturing", "A value.", "A book"), (entry.ConceptId, entry.SubjectField, entry.Definition, entry.DefinitionSource));
        Assert.Equal(new CrossReference(ReferenceKind.Broader, "c2", "navigation"), Assert.Single(entry.References));
        Assert.Equal(["tbx:xml:transacGrp", "tbx:definition-language"], entry.Properties.Select(property => property.Type));
        Assert.Equal(("alpha", "n", TermType.Abbreviation, "An alpha."), (term.Text, term.PartOfSpeech, term.Type, term.Context));
        Assert.Equal(["tbx:id", "tbx:termNote:grammaticalGender", "tbx:termNote:termType"], term.Properties.Select(property => property.Type));
        var again = await Written(read.Value.Entries);
        Assert.Contains("<date>2001-01-01</date>", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_the_DCT_style()
    {
        const string File = """
            <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
              <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
              <text><body><conceptEntry id="c5"><min:subjectField>biology</min:subjectField>
                <langSec xml:lang="en"><termSec><term>cell</term><min:partOfSpeech>noun</min:partOfSpeech>
                  <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus><basic:termType>fullForm</basic:termType>
                  <descripGrp><basic:context>A cell.</basic:context><basic:source>A book</basic:source></descripGrp></termSec></langSec>
              </conceptEntry></body></text></tbx>
            """;

        var read = await Format.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(File)), new ReadOptions(), Cancellation);

        var entry = Assert.Single(read.Value.Entries);
        var term = entry.Languages[0].Terms[0];
        Assert.Equal(("biology", "cell", "n", AdministrativeStatus.Admitted), (entry.SubjectField, term.Text, term.PartOfSpeech, term.Status));
        Assert.Equal(("A cell.", "A book"), (term.Context, term.ContextSource));
    }

    [Theory]
    [InlineData("<tmx/>", "xml-other-format")]
    [InlineData("<tbx><text><body><conceptEntry id='a'>", "xml-malformed")]
    [InlineData("<!DOCTYPE martif [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><martif><text><body><termEntry>&x;</termEntry></body></text></martif>", "xml-malformed")]
    [InlineData("", "xml-malformed")]
    public async Task Refuse_what_is_broken_with_a_place(string file, string code)
    {
        var read = await Format.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), new ReadOptions { FileName = "g.tbx" }, Cancellation);

        var problem = Assert.Single(read.Problems);
        Assert.Equal((code, Severity.Error), (problem.Code, problem.Severity));
        Assert.NotNull(problem.Place);
    }

    [Fact]
    public async Task Never_throw_on_damaged_bytes()
    {
        var whole = Encoding.UTF8.GetBytes(await Written([GivenAnEntry()]));

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((at, value, length) =>
        {
            var damaged = whole[..length];
            if (at < damaged.Length)
            {
                damaged[at] = value;
            }

            Format.ReadAsync(new MemoryStream(damaged), new ReadOptions(), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }, iter: 300);
    }

    private static ConceptEntry GivenAnEntry() => new()
    {
        Id = new ConceptEntryId(""),
        GlossaryId = new GlossaryId(""),
        ConceptId = "NK0001",
        Definition = "Trade.",
        DefinitionSource = "own knowledge, to verify",
        Languages =
        [
            new LanguageSection(LanguageTag.English, [new TermSection { Text = "foreign trade", PartOfSpeech = "n" }]),
            new LanguageSection(LanguageTag.KoreanNorth,
            [
                new TermSection { Text = "대외무역", Hanja = "對外貿易", Reliability = Reliability.High, Status = AdministrativeStatus.Superseded },
            ]),
        ],
    };

    private static async Task<string> Written(ImmutableArray<ConceptEntry> entries)
    {
        using var output = new MemoryStream();
        await Format.WriteAsync(entries, new TermWriteOptions(), output, Cancellation);

        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<ImmutableArray<ConceptEntry>> RoundTrip(ImmutableArray<ConceptEntry> entries)
    {
        using var file = new MemoryStream();
        await Format.WriteAsync(entries, new TermWriteOptions(), file, Cancellation);
        file.Position = 0;

        return (await Format.ReadAsync(file, new ReadOptions(), Cancellation)).Value.Entries;
    }
}
