using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Text;
using Workbench.Formats.Tmx;

namespace Workbench.Formats.Tests.Tmx;

public sealed class TmxFormatShould
{
    private static readonly TmxMemoryFormat Format = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> ConformanceFiles { get; } = [.. Conformance.Files("tmx", "*.tmx")];

    [Fact]
    public async Task Write_and_read_a_memory_without_loss()
    {
        var unit = GivenAUnit("Foreign trade of the DPRK", "조선민주주의인민공화국의 대외무역");

        var (header, units) = await RoundTrip(new MemoryHeader { SourceLanguage = LanguageTag.English }, [unit]);

        Assert.Equal(LanguageTag.English, header.SourceLanguage);
        AssertSame(unit, Assert.Single(units));
    }

    [Fact]
    public async Task Keep_the_tag_of_a_language_as_written_in_the_DPRK()
    {
        var text = await Written([GivenAUnit("a", "가")]);

        Assert.Contains("<tuv xml:lang=\"ko-KP\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_a_pair_as_bpt_and_ept_and_half_a_pair_as_it()
    {
        var codes = InlineText.Of("ab",
            new InlineCode { Id = "5", Kind = InlineCodeKind.Start, Offset = 0, Type = "bold", DataRef = "d" },
            new InlineCode { Id = "5", Kind = InlineCodeKind.End, Offset = 1 },
            new InlineCode { Id = "6", Kind = InlineCodeKind.End, Offset = 2 });
        var unit = new MemoryUnit
        {
            Variants =
            [
                new MemoryVariant
                {
                    Language = LanguageTag.English,
                    Text = codes,
                    Codes = ImmutableDictionary<string, MemoryCode>.Empty.Add("d", new MemoryCode("<b>")),
                },
            ],
        };

        var text = await Written([unit]);

        Assert.Equal(
            """<seg><bpt i="1" x="5" type="bold">&lt;b&gt;</bpt>a<ept i="1" />b<it pos="end" x="6" /></seg>""",
            text[text.IndexOf("<seg>", StringComparison.Ordinal)..(text.IndexOf("</seg>", StringComparison.Ordinal) + 6)]);
    }

    [Fact]
    public async Task Say_how_many_characters_XML_could_not_carry()
    {
        using var output = new MemoryStream();

        var problems = await Format.WriteAsync(
            new MemoryHeader(), Stream([GivenAUnit("a\u0001b\u001F", "가")]), output, Cancellation);

        Assert.Equal("characters-replaced(count=2)", Assert.Single(problems).ToString());
        Assert.Contains("a\uFFFDb\uFFFD", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Carry_every_text_and_code() => Gen.Select(Samples.Inline, Samples.Inline, Samples.Text).Sample((source, target, note) =>
    {
        var unit = new MemoryUnit
        {
            Variants =
            [
                new MemoryVariant { Language = LanguageTag.English, Text = source },
                new MemoryVariant { Language = LanguageTag.KoreanNorth, Text = target, Notes = [new MemoryNote(note)] },
            ],
            Properties = [new MemoryProperty("project", note) { Language = "en" }],
            Attributes = [new Property("tuid", "n" + note)],
        };

        AssertSame(unit, Assert.Single(RoundTrip(new MemoryHeader(), [unit]).AsTask().GetAwaiter().GetResult().Units));
    }, iter: 300);

    [Theory]
    [MemberData(nameof(ConformanceFiles))]
    public async Task Read_the_files_of_others_and_write_them_again_without_loss(string file)
    {
        await using var input = File.OpenRead(Conformance.File(file));

        var opened = await Format.OpenAsync(input, new ReadOptions { FileName = file }, Cancellation);
        var units = await Collect(opened.Value.Units);

        Assert.All(units, unit => Assert.Empty(unit.Problems));
        var (header, again) = await RoundTrip(opened.Value.Header, [.. units.Select(unit => unit.Value)]);
        Assert.NotEmpty(units);
        Assert.Equal(opened.Value.Header.Notes, header.Notes);
        Assert.Equal(opened.Value.Header.Properties, header.Properties);
        Assert.Equal(opened.Value.Header.Attributes.OrderBy(a => a.Type), header.Attributes.OrderBy(a => a.Type));
        Assert.Equal(units.Count, again.Count);
        foreach (var (before, after) in units.Zip(again))
        {
            AssertSame(before.Value, after);
        }
    }

    [Fact]
    public async Task Read_every_element_and_attribute_of_the_compliance_kit()
    {
        await using var input = File.OpenRead(Conformance.File("tmx", "compliance-kit", "ImportTest1L.tmx"));

        var opened = await Format.OpenAsync(input, new ReadOptions(), Cancellation);
        var unit = Assert.Single(await Collect(opened.Value.Units)).Value;

        Assert.Equal(["Text of header note 1", "Text of header note 2"], opened.Value.Header.Notes.Select(note => note.Text));
        Assert.Contains("AppleLogo", Assert.Single(opened.Value.Header.PrivateCharacters), StringComparison.Ordinal);
        Assert.Equal(["en-US", "fr", "en-GB"], unit.Variants.Select(variant => variant.Language.Value));
        Assert.Equal("tu001", unit.Attributes.Single(attribute => attribute.Type == "tuid").Value);
        Assert.Equal(14, unit.Attributes.Length);
        Assert.Equal("iso-8859-1", Assert.Single(unit.Properties).Encoding);
        Assert.Equal(2, unit.Variants[1].Properties.Length);
    }

    [Theory]
    [InlineData("<tmx version='1.4'><body><tu><tuv xml:lang='en'><seg>&x;</seg></tuv></tu></body></tmx>")]
    [InlineData("<!DOCTYPE tmx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><tmx version='1.4'><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>&x;</seg></tuv></tu></body></tmx>")]
    [InlineData("<!DOCTYPE tmx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x '&a;&a;&a;&a;'>]><tmx version='1.4'><body><tu><tuv xml:lang='en'><seg>&x;</seg></tuv></tu></body></tmx>")]
    [InlineData("<tmx version='1.4'><header/><body><tu><tuv xml:lang='en'><seg>cut off")]
    [InlineData("<tmx")]
    [InlineData("")]
    [InlineData("not XML at all")]
    [InlineData("<tbx/>")]
    public async Task Refuse_what_is_hostile_or_broken_with_a_place(string file)
    {
        var problems = await ProblemsOf(Encoding.UTF8.GetBytes(file));

        var refusal = Assert.Single(problems, problem => problem.Severity == Severity.Error);
        Assert.NotNull(refusal.Place);
    }

    [Fact]
    public async Task Refuse_nesting_without_end()
    {
        var deep = "<tmx><header/><body><tu><tuv xml:lang='en'><seg>" + string.Concat(Enumerable.Repeat("<hi>", 100_000));

        var problems = await ProblemsOf(Encoding.UTF8.GetBytes(deep));

        Assert.Equal("xml-malformed", Assert.Single(problems).Code);
    }

    [Fact]
    public async Task Never_throw_on_damaged_bytes()
    {
        var whole = Encoding.UTF8.GetBytes(await Written([.. Enumerable.Range(0, 5).Select(n => GivenAUnit($"text {n}", "본문"))]));

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((at, value, length) =>
        {
            var damaged = whole[..length];
            if (at < damaged.Length)
            {
                damaged[at] = value;
            }

            ProblemsOf(damaged).GetAwaiter().GetResult();
        }, iter: 300);
    }

    [Fact]
    public async Task Leave_out_a_unit_without_a_language_and_read_on()
    {
        const string File = "<tmx version='1.1'><header srclang='en'/><body><tu><tuv lang='!!'><seg>a</seg></tuv></tu><tu><tuv lang='EN'><seg>b</seg></tuv></tu></body></tmx>";

        var opened = await Format.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(File)), new ReadOptions(), Cancellation);
        var units = await Collect(opened.Value.Units);

        Assert.Equal(["language-tag", "memory-unit-empty"], units[0].Problems.Select(problem => problem.Code));
        Assert.Equal("b", units[1].Value.In(LanguageTag.English)!.Text.Text);
    }

    private static MemoryUnit GivenAUnit(string source, string target) => new()
    {
        Variants =
        [
            new MemoryVariant { Language = LanguageTag.English, Text = InlineText.Of(source) },
            new MemoryVariant { Language = LanguageTag.KoreanNorth, Text = InlineText.Of(target) },
        ],
        Attributes = [new Property("creationdate", "20261125T090000Z"), new Property("creationid", "A translator")],
        Properties = [new MemoryProperty("x-wb-origin", "typed")],
        Notes = [new MemoryNote("Seen twice.")],
    };

    private static void AssertSame(MemoryUnit expected, MemoryUnit actual)
    {
        Assert.Equal(expected.Attributes, actual.Attributes);
        Assert.Equal(expected.Properties, actual.Properties);
        Assert.Equal(expected.Notes, actual.Notes);
        Assert.Equal(expected.Variants.Length, actual.Variants.Length);
        foreach (var (before, after) in expected.Variants.Zip(actual.Variants))
        {
            Assert.Equal(before.Language, after.Language);
            Assert.Equal(before.Text, after.Text);
            Assert.Equal(before.Codes.OrderBy(code => code.Key), after.Codes.OrderBy(code => code.Key));
            Assert.Equal(before.Attributes, after.Attributes);
            Assert.Equal(before.Properties, after.Properties);
            Assert.Equal(before.Notes, after.Notes);
        }
    }

    private static async ValueTask<(MemoryHeader Header, List<MemoryUnit> Units)> RoundTrip(MemoryHeader header, ImmutableArray<MemoryUnit> units)
    {
        using var file = new MemoryStream();
        Assert.Empty(await Format.WriteAsync(header, Stream(units), file, Cancellation));
        file.Position = 0;
        var opened = await Format.OpenAsync(file, new ReadOptions(), Cancellation);

        return (opened.Value.Header, [.. (await Collect(opened.Value.Units)).Select(unit => unit.Value)]);
    }

    private static async Task<string> Written(ImmutableArray<MemoryUnit> units)
    {
        using var file = new MemoryStream();
        await Format.WriteAsync(new MemoryHeader(), Stream(units), file, Cancellation);

        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static async Task<List<Problem>> ProblemsOf(byte[] file)
    {
        var opened = await Format.OpenAsync(new MemoryStream(file), new ReadOptions { FileName = "m.tmx" }, Cancellation);

        return opened.Succeeded
            ? [.. (await Collect(opened.Value.Units)).SelectMany(unit => unit.Problems)]
            : [.. opened.Problems];
    }

    private static async Task<List<Result<MemoryUnit>>> Collect(IAsyncEnumerable<Result<MemoryUnit>> units)
    {
        var all = new List<Result<MemoryUnit>>();
        await foreach (var unit in units.WithCancellation(Cancellation))
        {
            all.Add(unit);
        }

        return all;
    }

    private static async IAsyncEnumerable<MemoryUnit> Stream(ImmutableArray<MemoryUnit> units)
    {
        await Task.CompletedTask;
        foreach (var unit in units)
        {
            yield return unit;
        }
    }
}
