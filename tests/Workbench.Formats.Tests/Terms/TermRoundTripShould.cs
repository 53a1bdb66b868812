using System.Collections.Immutable;
using CsCheck;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.TestKit;

namespace Workbench.Formats.Tests.Terms;

/// <summary>What holds of every format that glossaries are written in.</summary>
public sealed class TermRoundTripShould
{
    public static TheoryData<string> Formats { get; } = [.. FormatCatalog.Terms.Select(format => format.Id)];

    public static TheoryData<string, string> FormatsAndTbxFiles { get; } = new(
        FormatCatalog.Terms.SelectMany(format => Conformance.Files("tbx", "*.tbx").Select(file => (format.Id, file))));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Formats))]
    public void Lose_nothing_of_an_entry(string format) => GlossarySamples.Glossary.Sample(
        glossary => GlossarySamples.AssertSame(glossary, Again(format, glossary).GetAwaiter().GetResult().Entries), iter: 300);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Lose_nothing_of_the_starter_glossary(string format)
    {
        var placeless = StarterGlossary.Entries.Select(entry => entry with { Version = EntityVersion.None, SeedHash = "abc" }).ToImmutableArray();

        var again = await Again(format, placeless);

        Assert.True(placeless.Length >= 333);
        Assert.True(again.HasConceptIds && again.StatesEverything);
        GlossarySamples.AssertSame(placeless, again.Entries);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Carry_every_field_there_is(string format)
    {
        var full = GivenAFullEntry();
        // A field that someone adds and this entry does not fill would pass unseen.
        foreach (var field in typeof(TermSection).GetProperties().Where(field => field.CanWrite))
        {
            Assert.NotEqual(field.GetValue(new TermSection { Text = "" }), field.GetValue(full.Languages[0].Terms[0]));
        }

        GlossarySamples.AssertSame([full], (await Again(format, [full])).Entries);
    }

    [Theory]
    [MemberData(nameof(FormatsAndTbxFiles))]
    public async Task Carry_what_files_of_others_say_and_we_do_not_model(string format, string file)
    {
        await using var input = File.OpenRead(Conformance.File(file));
        var read = await FormatCatalog.Terms.Single(known => known.Id == "tbx").ReadAsync(input, new ReadOptions(), Cancellation);

        Assert.Contains(read.Value.Entries, entry => entry.Languages.Length > 0);
        // A file may have a language twice in an entry; a table has its terms together.
        GlossarySamples.AssertSame(Joined(read.Value.Entries), Joined((await Again(format, read.Value.Entries)).Entries));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Leave_unverified_cells_out_when_asked_and_mark_them_otherwise(string format)
    {
        var entry = GivenAFullEntry() with
        {
            Definition = "A guess.",
            DefinitionReliability = Reliability.Unverified,
            Languages = [new(LanguageTag.English, [new TermSection { Text = "unsure" }, new TermSection { Text = "sure", Reliability = Reliability.High }])],
        };

        var without = Assert.Single((await Again(format, [entry], new TermWriteOptions(WithUnverified: false))).Entries);
        var with = Assert.Single((await Again(format, [entry])).Entries);

        Assert.Equal(("", "sure"), (without.Definition, Assert.Single(without.Languages[0].Terms).Text));
        Assert.Equal(Reliability.Unverified, with.Languages[0].Terms[0].Reliability);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Never_throw_on_damaged_bytes(string id)
    {
        var format = FormatCatalog.Terms.Single(known => known.Id == id);
        using var written = new MemoryStream();
        await format.WriteAsync([GivenAFullEntry()], new TermWriteOptions(), written, Cancellation);
        var whole = written.ToArray();

        Gen.Select(Gen.Int[0, whole.Length - 1].Array[1, 4], Gen.Byte, Gen.Int[0, whole.Length], Gen.Bool).Sample(
            (places, value, length, isCut) =>
            {
                var damaged = isCut ? whole[..length] : [.. whole];
                foreach (var place in places.Where(place => place < damaged.Length))
                {
                    damaged[place] = value;
                }

                var read = format.ReadAsync(new MemoryStream(damaged), new ReadOptions { FileName = "g" }, CancellationToken.None)
                    .AsTask().GetAwaiter().GetResult();
                Assert.True(read.Succeeded || read.Problems.All(problem => problem.Place is not null), string.Join("; ", read.Problems));
            },
            iter: 400);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Refuse_a_file_of_another_kind_with_a_place(string id)
    {
        var format = FormatCatalog.Terms.Single(known => known.Id == id);
        byte[][] strangers =
        [
            [], "PK\u0003\u0004 but no zip"u8.ToArray(), [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13],
            "%PDF-1.7\n%\u00e2\u00e3"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], [0xFF, 0xFE, 0x00], "<html><p>"u8.ToArray(),
        ];
        foreach (var bytes in strangers)
        {
            var read = await format.ReadAsync(new MemoryStream(bytes), new ReadOptions { FileName = "stranger" }, Cancellation);

            var problem = Assert.Single(read.Problems);
            Assert.Equal(Severity.Error, problem.Severity);
            Assert.Equal("stranger", problem.Place?.Part);
        }
    }

    private static ImmutableArray<ConceptEntry> Joined(ImmutableArray<ConceptEntry> entries) =>
    [
        .. entries.Select(entry => entry with
        {
            Languages = [.. entry.Languages.GroupBy(section => section.Language).Select(group => new LanguageSection(group.Key, [.. group.SelectMany(section => section.Terms)]))],
        }),
    ];

    private static ConceptEntry GivenAFullEntry() => new()
    {
        Id = new(""),
        GlossaryId = new(""),
        ConceptId = "NK0001",
        SubjectField = "trade",
        Definition = "Trade.",
        DefinitionSource = "A book",
        DefinitionReliability = Reliability.Low,
        Note = "A note\nin two lines; with \"quotes\"",
        Source = "seed text",
        SeedHash = "abc",
        ChangedAt = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero),
        References = [new(ReferenceKind.SucceededBy, "NK 2", "later: \\ it"), new(ReferenceKind.Broader, "NK0001")],
        Properties = [new("tbx:xml:transacGrp", "<transacGrp><transac type=\"transactionType\">origination</transac></transacGrp>"), new("a = b", " \n")],
        Languages =
        [
            new(LanguageTag.KoreanNorth,
            [
                new TermSection
                {
                    Text = "=대외무역",
                    PartOfSpeech = "vn",
                    Type = TermType.Variant,
                    Status = AdministrativeStatus.Superseded,
                    ProcessStatus = ProcessStatus.Rejected,
                    Wording = Wording.Literal,
                    CaseSensitive = true,
                    ValidFrom = new("1972"),
                    ValidTo = new("2016-06-29"),
                    Hanja = "對外貿易",
                    Context = "@문맥",
                    ContextSource = "-",
                    UsageNote = "'=1",
                    Source = "KCNA",
                    Reliability = Reliability.Medium,
                    Attestation = "n=18",
                    Properties = [TermSection.NeverRecognised, new("", ""), new("x", "1\n2")],
                },
            ]),
        ],
    };

    private static async Task<ReadTerms> Again(string id, ImmutableArray<ConceptEntry> entries, TermWriteOptions? options = null)
    {
        var format = FormatCatalog.Terms.Single(known => known.Id == id);
        using var file = new MemoryStream();
        Assert.Empty(await format.WriteAsync(entries, options ?? new TermWriteOptions(), file, CancellationToken.None));
        file.Position = 0;
        var read = await format.ReadAsync(file, new ReadOptions(), CancellationToken.None);
        Assert.Empty(read.Problems);

        return read.Value;
    }
}
