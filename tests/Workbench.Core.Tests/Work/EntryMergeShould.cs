using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.TestKit;

namespace Workbench.Core.Tests.Work;

public sealed class EntryMergeShould
{
    [Fact]
    public void Make_any_entry_of_another_when_the_whole_is_taken()
    {
        // Neighbours of the starter glossary are as different as entries come: every field of one is another in the next.
        foreach (var (own, incoming) in StarterGlossary.Entries.Zip(StarterGlossary.Entries.Skip(1)))
        {
            var merged = EntryMerge.Apply(own, EntryMerge.Steps(own, incoming, MergeScope.Whole));

            Assert.Equal(Sorted(incoming), Sorted(merged with { ConceptId = incoming.ConceptId }));
            Assert.Empty(EntryMerge.Steps(merged, incoming, MergeScope.Whole));
        }
    }

    [Fact]
    public void Let_every_part_be_taken_alone()
    {
        foreach (var (own, incoming) in StarterGlossary.Entries.Zip(StarterGlossary.Entries.Skip(7)).Take(60))
        {
            var steps = EntryMerge.Steps(own, incoming, MergeScope.Whole);

            foreach (var step in steps)
            {
                Assert.NotEqual(GlossaryText.Write(own), GlossaryText.Write(step.Apply(own)));
            }

            // Every other step, in their order.
            Assert.NotNull(EntryMerge.Apply(own, steps.Where((_, index) => index % 2 == 0)));
        }
    }

    [Fact]
    public void Take_nothing_away_unless_the_incoming_entry_is_the_whole()
    {
        var own = StarterGlossary.Concept("NK0002");
        var incoming = own with { Definition = "", Note = "", References = [], Properties = [], Languages = [own.Languages[0] with { Terms = [own.Languages[0].Terms[0]] }] };

        Assert.Empty(EntryMerge.Steps(own, incoming, MergeScope.SomeFields));
        Assert.Empty(EntryMerge.Steps(own, incoming, MergeScope.EveryField));
        Assert.All(EntryMerge.Steps(own, incoming, MergeScope.Whole), step => Assert.Equal(MergeEffect.Remove, step.Effect));
    }

    [Fact]
    public void Tell_what_fills_a_gap_from_what_writes_over()
    {
        var own = Entry(new TermSection { Text = "a", Hanja = "甲" }, new Property("slug", "one"));
        var incoming = Entry(new TermSection { Text = "a", Hanja = "乙", UsageNote = "note" }, new Property("slug", "two"), new Property("other", "x"));

        var steps = EntryMerge.Steps(own, incoming, MergeScope.SomeFields);

        Assert.Equal(
            [MergeEffect.Add, MergeEffect.Add, MergeEffect.Replace, MergeEffect.Replace],
            steps.Select(step => step.Effect).Order());
        Assert.Equal(GlossaryText.Write(incoming), GlossaryText.Write(EntryMerge.Apply(own, steps)));
    }

    [Fact]
    public void Bring_a_definition_with_its_source_and_reliability()
    {
        var own = Entry(new TermSection { Text = "a" }) with { Definition = "Mine.", DefinitionReliability = Reliability.High, DefinitionSource = "A book" };
        var incoming = own with { Definition = "Theirs.", DefinitionReliability = Reliability.Unverified, DefinitionSource = "" };

        var step = Assert.Single(EntryMerge.Steps(own, incoming, MergeScope.SomeFields));

        Assert.Equal(incoming, step.Apply(own) with { Languages = incoming.Languages, Properties = incoming.Properties, References = incoming.References });
    }

    [Fact]
    public void Keep_homographs_apart_by_their_wording()
    {
        var own = Entry(new TermSection { Text = "foreign trade" }) with { };
        own = own with { Languages = [own.Languages[0] with { Terms = own.Languages[0].Terms.Add(new TermSection { Text = "foreign trade", Wording = Wording.Neutral }) }] };
        var incoming = own with { Languages = [own.Languages[0] with { Terms = own.Languages[0].Terms.SetItem(1, own.Languages[0].Terms[1] with { UsageNote = "note" }) }] };

        var merged = EntryMerge.Apply(own, EntryMerge.Steps(own, incoming, MergeScope.SomeFields));

        Assert.Equal(["", "note"], merged.Languages[0].Terms.Select(term => term.UsageNote));
    }

    private static string Sorted(ConceptEntry entry) => GlossaryText.Write(entry with
    {
        References = [.. entry.References.OrderBy(reference => reference.ToString(), StringComparer.Ordinal)],
        Properties = [.. entry.Properties.OrderBy(property => property.ToString(), StringComparer.Ordinal)],
        Languages =
        [
            .. entry.Languages.OrderBy(section => section.Language.Value, StringComparer.Ordinal)
                .Select(section => section with { Terms = [.. section.Terms.OrderBy(term => term.Text, StringComparer.Ordinal).ThenBy(term => term.Wording)] }),
        ],
    });

    private static ConceptEntry Entry(TermSection term, params Property[] properties) => new()
    {
        Id = new(""),
        GlossaryId = new(""),
        ConceptId = "1",
        Properties = [.. properties],
        Languages = [new(LanguageTag.English, [term])],
    };
}
