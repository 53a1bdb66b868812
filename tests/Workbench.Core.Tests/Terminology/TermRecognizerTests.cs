using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.TestKit;
using Workbench.TestKit.Terminology;

namespace Workbench.Core.Tests.Terminology;

public sealed class TermRecognizerTests
{
    private static readonly ImmutableArray<RecognitionCase> All =
        [.. RecognitionCase.ReadJson(File("term-recognition-cases.json")), .. RecognitionCase.ReadLines(File("own-recognition-cases.tsv"))];

    /// <summary>Cases of our own that the rules get wrong, so that the figures stay honest: no rule is bent for a single one.</summary>
    private static readonly string[] KnownToFail = ["f56", "g25"];

    public static TheoryData<string> Cases { get; } =
        [.. All.Where(item => !item.IsUndecidable && !KnownToFail.Contains(item.Id)).Select(item => item.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Find_what_a_translator_would_find_and_nothing_else(string id)
    {
        var item = All.Single(item => item.Id == id);

        Assert.Equal(item.Spans, item.Find());
    }

    [Fact]
    public void Still_fail_what_is_known_to_fail() =>
        Assert.Equal(KnownToFail, All.Where(item => KnownToFail.Contains(item.Id) && !item.Spans.SequenceEqual(item.Find())).Select(item => item.Id));

    [Fact]
    public void Find_every_term_of_the_sample_with_its_concept()
    {
        var recognizer = TermRecognizer.Create(StarterGlossary.Entries, LanguageTag.English);
        var text = System.IO.File.ReadAllText(Repository.Seed);

        var found = recognizer.Recognize(text).Select(hit => hit.Concept.ConceptId).ToHashSet(StringComparer.Ordinal);
        var missing = StarterGlossary.Entries
            .Where(entry => entry.Properties.Any(property => property is { Type: "in-seed", Value: "yes" }))
            .Where(entry => !found.Contains(entry.ConceptId))
            .Select(entry => $"{entry.ConceptId} {entry.TermsIn(LanguageTag.English).First().Text}");

        // Inside a longer term of the glossary, which is shown instead.
        string[] covered = ["NK0003 Juche", "NK0017 respected", "NK0021 Kim Jong Un", "NK0024 exploit", "NK0062 credit", "NK0071 external economy", "NK0074 sovereignty", "NK0080 moves", "NK0315 policy"];
        // A pattern, a year of the era, or other words than the entry has.
        string[] patterns = ["NK0005 modernization", "NK0007 making … scientific", "NK0008 independence of the economy", "NK0010 under the wise leadership of …", "NK0029 Juche era", "NK0046 making … multilateral", "NK0047 making … diversified"];
        // The verb of a noun, and parts that a coordination keeps apart (ferrous and nonferrous metal, iron- and steel-making): known limits.
        string[] limits = ["NK0056 ferrous metal", "NK0065 packing", "NK0091 iron-making", "NK0318 trading in service"];
        Assert.Equal([.. covered.Concat(patterns).Concat(limits).Order(StringComparer.Ordinal)], missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Take_the_title_whose_name_follows()
    {
        var recognizer = TermRecognizer.Create(StarterGlossary.Entries.Where(entry => entry.ConceptId != "NK0014"), LanguageTag.English);

        Assert.Equal(["NK0012"], Titles("The great leader Comrade Kim Il Sung put forward ideas."));
        Assert.Equal(["NK0013"], Titles("the great leader Comrade Kim Jong Il ensured"));
        Assert.Equal(["NK0012", "NK0013"], Titles("the great leader Comrades Kim Il Sung and Kim Jong Il"));
        Assert.Equal(["NK0012", "NK0013"], Titles("a great leader of another country"));

        string[] Titles(string text) =>
            [.. recognizer.Recognize(text).Where(hit => hit.Concept.ConceptId is "NK0012" or "NK0013").Select(hit => hit.Concept.ConceptId).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Never_recognise_a_neutral_wording_or_a_pattern()
    {
        var entry = Entry("NK1", LanguageTag.English, "Fatherland Liberation War") with
        {
            Languages =
            [
                new(LanguageTag.English,
                [
                    new TermSection { Text = "Fatherland Liberation War" },
                    new TermSection { Text = "Korean War", Wording = Wording.Neutral },
                    new TermSection { Text = "during … war" },
                ]),
            ],
        };

        Assert.Empty(TermRecognizer.Create([entry], LanguageTag.English).Recognize("during the Korean War"));
    }

    [Fact]
    public void Give_a_homograph_as_several_hits_on_one_span()
    {
        var recognizer = TermRecognizer.Create(
            [Entry("a", LanguageTag.English, "policy"), Entry("b", LanguageTag.English, "policy")], LanguageTag.English);

        Assert.Equal(["a", "b"], recognizer.Recognize("the policies").Select(hit => hit.Concept.ConceptId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Show_a_changed_entry_at_once_and_leave_the_old_recogniser_as_it_was()
    {
        var entry = Entry("a", LanguageTag.English, "trade");
        var before = TermRecognizer.Create([entry], LanguageTag.English);
        var changed = entry with { Languages = [new(LanguageTag.English, [new TermSection { Text = "commerce" }])] };

        var after = before.With(changed).With(Entry("b", LanguageTag.English, "credit"));

        Assert.Equal(["commerce", "credit"], after.Recognize("trade, commerce and credit").Select(hit => hit.Term.Text));
        Assert.Equal(["trade"], before.Recognize("trade, commerce and credit").Select(hit => hit.Term.Text));
        Assert.Equal(["credit"], after.Without(entry.Id).Recognize("trade, commerce and credit").Select(hit => hit.Term.Text));
    }

    [Fact]
    public void Show_what_a_longer_term_covers_on_demand()
    {
        var recognizer = TermRecognizer.Create(
            [Entry("a", LanguageTag.KoreanNorth, "인민"), Entry("b", LanguageTag.KoreanNorth, "인민경제")], LanguageTag.KoreanNorth);

        Assert.Equal(["인민경제"], recognizer.Recognize("인민경제를").Select(hit => hit.Term.Text));
        Assert.Equal(["인민경제", "인민"], recognizer.RecognizeAll("인민경제를").Select(hit => hit.Term.Text));
    }

    [Theory]
    [InlineData("12개 군의 농장", "county")]
    [InlineData("열두 군의 농장", "army")]
    [InlineData("3군의 농장", "county")]
    public void Tell_senses_apart_by_what_stands_beside_them(string text, string expected)
    {
        var county = Sense("county", "after 개", "after number");
        var army = Sense("army");
        var recognizer = TermRecognizer.Create([.. county, .. army], LanguageTag.KoreanNorth);

        Assert.Equal([expected], recognizer.Recognize(text).Select(hit => hit.Concept.ConceptId.Split('/')[0]).Distinct());

        static IEnumerable<ConceptEntry> Sense(string id, params string[] rules) => rules.Length == 0
            ? [Entry(id, LanguageTag.KoreanNorth, "군")]
            : rules.Select((rule, at) => Entry($"{id}/{at}", LanguageTag.KoreanNorth, "군") with
            {
                Languages = [new(LanguageTag.KoreanNorth, [new TermSection { Text = "군", Properties = [new("neighbour", rule)] }])],
            });
    }

    [Fact]
    public void Go_on_working_when_a_great_deal_has_changed()
    {
        var recognizer = TermRecognizer.Create([Entry("a", LanguageTag.English, "trade")], LanguageTag.English);

        var changed = recognizer.With([.. Enumerable.Range(0, 600).Select(number =>
            new KeyValuePair<ConceptEntryId, ConceptEntry?>(new($"n{number}"), Entry($"n{number}", LanguageTag.English, $"word{number}")))]);

        Assert.True(changed.IsDueForRebuilding);
        Assert.False(changed.Rebuilt().IsDueForRebuilding);
        Assert.Equal(["trade", "word599"], changed.Rebuilt().Recognize("trade word599").Select(hit => hit.Term.Text));
        Assert.Equal(["trade", "word599"], changed.Recognize("trade word599").Select(hit => hit.Term.Text));
    }

    [Theory]
    [InlineData("조선의 로동계급은", "로동계급")]
    [InlineData("노동계급의 힘", "노동계급")]
    public void Read_either_spelling_of_Korean(string text, string expected)
    {
        var recognizer = TermRecognizer.Create([Entry("a", LanguageTag.KoreanNorth, "로동계급")], LanguageTag.KoreanNorth);

        Assert.Equal(expected, recognizer.Recognize(text).Single().Span.Of(text));
    }

    private static ConceptEntry Entry(string id, LanguageTag language, params string[] terms) => new()
    {
        Id = new(id),
        GlossaryId = new("test"),
        ConceptId = id,
        Languages = [new(language, [.. terms.Select(term => new TermSection { Text = term })])],
    };

    private static string File(string name) =>
        System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests", "Workbench.Core.Tests", "Terminology", name));
}
