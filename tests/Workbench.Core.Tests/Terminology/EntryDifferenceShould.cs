using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Core.Tests.Terminology;

public sealed class EntryDifferenceShould
{
    private static readonly ConceptEntry Before = new()
    {
        Id = new("e"),
        GlossaryId = new("g"),
        ConceptId = "NK1",
        Definition = "A word.",
        Languages = [new(LanguageTag.English, [Term("one"), Term("single")]), new(LanguageTag.KoreanNorth, [Term("하나")])],
        References = [new(ReferenceKind.Related, "NK2")],
    };

    [Fact]
    public void Be_empty_for_one_state_twice() => Assert.Empty(EntryDifference.Between(Before, Before));

    [Fact]
    public void Name_what_the_entry_says_otherwise() => Assert.Equal(
        [
            new EntryChange(EntryPart.Definition, null, "", "A word.", "A number."),
            new EntryChange(EntryPart.Reference, null, "", "Related: NK2", ""),
            new EntryChange(EntryPart.Reference, null, "", "", "Broader: NK3 Why."),
        ],
        EntryDifference.Between(Before, Before with { Definition = "A number.", References = [new(ReferenceKind.Broader, "NK3", "Why.")] }));

    [Fact]
    public void Tell_a_term_that_came_from_one_that_was_rewritten() => Assert.Equal(
        [
            new EntryChange(EntryPart.Term, LanguageTag.English, "", "single", "sole"),
            new EntryChange(EntryPart.Term, LanguageTag.English, "", "", "unit"),
        ],
        EntryDifference.Between(Before, With(Term("one"), Term("sole"), Term("unit"))));

    [Fact]
    public void Name_the_fact_of_a_term_that_changed() => Assert.Equal(
        [new EntryChange(EntryPart.Status, LanguageTag.English, "single", "Preferred", "Superseded")],
        EntryDifference.Between(Before, With(Term("one"), Term("single") with { Status = AdministrativeStatus.Superseded })));

    [Fact]
    public void Not_take_a_term_that_moved_for_a_change() =>
        Assert.Empty(EntryDifference.Between(Before, With(Term("single"), Term("one"))));

    [Fact]
    public void Say_everything_of_an_entry_that_was_not_there() => Assert.Equal(
        [EntryPart.Definition, EntryPart.Reference, EntryPart.Term, EntryPart.Term, EntryPart.Term],
        EntryDifference.Between(null, Before).Select(change => change.Part));

    private static TermSection Term(string text) => new() { Text = text };

    private static ConceptEntry With(params TermSection[] english) => Before with
    {
        Languages = [new(LanguageTag.English, [.. english]), Before.Languages[1]],
    };
}
