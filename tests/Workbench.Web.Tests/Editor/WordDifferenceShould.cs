using Workbench.Core.Memory;

namespace Workbench.Web.Tests.Editor;

public sealed class WordDifferenceShould
{
    [Theory]
    [InlineData("", "새 글")]
    [InlineData("무역을 발전", "무역을 크게 발전")]
    [InlineData("같은 글", "같은 글")]
    [InlineData("a b c", "")]
    public void Hold_both_texts(string before, string after)
    {
        var runs = WordDifference.Between(before, after);

        Assert.Equal(before, string.Concat(runs.Where(run => run.Kind != DifferenceKind.Added).Select(run => run.Text)));
        Assert.Equal(after, string.Concat(runs.Where(run => run.Kind != DifferenceKind.Removed).Select(run => run.Text)));
    }

    [Fact]
    public void Show_one_word_that_came() => Assert.Equal(
        [new DifferenceRun(DifferenceKind.Equal, "무역을 "), new DifferenceRun(DifferenceKind.Added, "크게 "), new DifferenceRun(DifferenceKind.Equal, "발전")],
        WordDifference.Between("무역을 발전", "무역을 크게 발전"));
}
