using Workbench.Core.Memory;
using Workbench.Web.Glossary;

namespace Workbench.Web.Tests.Glossary;

public sealed class ChangeRunsShould
{
    [Fact]
    public void Show_a_correction_word_by_word() => Assert.Equal(
        [DifferenceKind.Equal, DifferenceKind.Removed, DifferenceKind.Added, DifferenceKind.Equal],
        ChangeRuns.Between("Trade of the state.", "Trade of the country.").Select(run => run.Kind));

    [Fact]
    public void Show_a_replacement_as_the_old_beside_the_new() => Assert.Equal(
        [new(DifferenceKind.Removed, "Distinguish from the wider term."), new(DifferenceKind.Added, "A note of mine.")],
        ChangeRuns.Between("Distinguish from the wider term.", "A note of mine."));

    [Fact]
    public void Show_what_came_and_what_went_whole()
    {
        Assert.Equal([new(DifferenceKind.Added, "new")], ChangeRuns.Between("", "new"));
        Assert.Equal([new(DifferenceKind.Removed, "old")], ChangeRuns.Between("old", ""));
    }
}
