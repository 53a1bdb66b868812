using System.Text.RegularExpressions;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.TestKit;

namespace Workbench.Core.Tests.Terminology;

/// <summary>What holds for every entry that ships: see <c>glossary/README.md</c>.</summary>
public sealed partial class StarterGlossaryTests
{
    private static readonly IEnumerable<(ConceptEntry Entry, LanguageTag Language, TermSection Term)> Terms =
        StarterGlossary.Entries.SelectMany(entry => entry.Languages.SelectMany(
            section => section.Terms.Select(term => (entry, section.Language, term))));

    [Fact]
    public void Hold_all_concepts_of_the_source_but_the_merged_one_and_those_that_were_split_off()
    {
        var ids = StarterGlossary.Entries.Select(entry => entry.ConceptId).ToHashSet(StringComparer.Ordinal);
        var own = Enumerable.Range(1, 333).Select(number => $"NK{number:0000}").Where(id => id != "NK0151");

        Assert.Equal([.. own, "NK0210-2", "NK0243-2", "NK0250-2", "NK0311-2"], ids.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal));
    }

    [Fact]
    public void Come_out_of_the_writer_as_they_went_in()
    {
        foreach (var (part, text) in StarterGlossary.Files())
        {
            var entries = GlossaryText.Read(text, part).Value.Entries;

            Assert.Equal(text, GlossaryText.Write(entries));
        }
    }

    [Fact]
    public void Stand_in_the_file_of_their_subject_field()
    {
        foreach (var (part, text) in StarterGlossary.Files())
        {
            Assert.All(GlossaryText.Read(text, part).Value.Entries, entry => Assert.Equal(part, entry.SubjectField + GlossaryText.Extension));
        }
    }

    [Fact]
    public void Write_terms_without_alternatives_glosses_or_instructions() =>
        Assert.All(Terms, term => Assert.DoesNotMatch(NotATerm, term.Term.Text));

    [Fact]
    public void Offer_no_comment_as_a_neutral_wording()
    {
        string[] commented =
        [
            "NK0016", "NK0017", "NK0082", "NK0109", "NK0140", "NK0141", "NK0158", "NK0160", "NK0161", "NK0162", "NK0163",
            "NK0164", "NK0304",
        ];

        Assert.All(commented, id =>
        {
            var entry = StarterGlossary.Concept(id);
            Assert.DoesNotContain(entry.TermsIn(LanguageTag.English), term => term.Wording == Wording.Neutral);
            Assert.Contains(entry.Properties, property => property is { Type: "neutral-wording", Value: "omit" or "none" });
            Assert.Contains("Neutral wording:", entry.Note, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Recognise_neither_neutral_wordings_nor_patterns() =>
        Assert.All(Terms, term => Assert.False(
            term.Term.IsRecognisable && (term.Term.Wording != Wording.Official || term.Term.Text.Contains('…'))));

    [Fact]
    public void Call_unverified_what_its_source_calls_own_knowledge()
    {
        Assert.All(
            Terms.Where(term => term.Term.Source.Contains("own knowledge", StringComparison.Ordinal)),
            term => Assert.Equal(Reliability.Unverified, term.Term.Reliability));
        Assert.All(
            StarterGlossary.Entries.Where(entry => entry.DefinitionSource.Contains("own knowledge", StringComparison.Ordinal)),
            entry => Assert.Equal(Reliability.Unverified, entry.DefinitionReliability));
        Assert.All(
            Terms.Where(term => term.Language.Language is "zh" or "ja" or "ru"),
            term => Assert.True(term.Term.Reliability <= Reliability.Low));
        Assert.Contains(Terms, term => term.Term.Reliability == Reliability.High);
    }

    [Fact]
    public void Join_only_concepts_that_are_there()
    {
        var ids = StarterGlossary.Entries.Select(entry => entry.ConceptId).ToHashSet(StringComparer.Ordinal);

        Assert.All(StarterGlossary.Entries.SelectMany(entry => entry.References), reference => Assert.Contains(reference.ConceptId, ids));
    }

    [Fact]
    public void Supersede_what_was_right_in_its_time()
    {
        Assert.DoesNotContain(Terms, term => term.Term.Status == AdministrativeStatus.Deprecated);
        Assert.Equal(AdministrativeStatus.Superseded, Official("NK0160").Status);
        Assert.Equal(AdministrativeStatus.Superseded, Official("NK0190").Status);
        Assert.Equal(AdministrativeStatus.Superseded, Official("NK0276").Status);
        Assert.Contains(
            StarterGlossary.Concept("NK0150").TermsIn(LanguageTag.English),
            term => term is { Text: "Chairman of the State Affairs Commission", Status: AdministrativeStatus.Superseded, ValidTo.Value: "2021-01" });
    }

    private static TermSection Official(string id) =>
        StarterGlossary.Concept(id).TermsIn(LanguageTag.English).First(term => term.Wording == Wording.Official);

    [GeneratedRegex(@"[;；()（）\[\]{}]|\blit\.|\s{2}|\A\s|\s\z", RegexOptions.CultureInvariant)]
    private static partial Regex NotATerm { get; }
}
