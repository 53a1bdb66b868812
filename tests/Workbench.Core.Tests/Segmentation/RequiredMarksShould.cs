using Workbench.Core.Segmentation;

namespace Workbench.Core.Tests.Segmentation;

public sealed class RequiredMarksShould
{
    [Theory]
    [InlineData(@"《[^《》]{0,800}", "a《b", "ab")]
    [InlineData(@"(?=\([^()]{1,9}\))\([^()]{0,9}", "(a", ")a")]
    [InlineData(@"\.\)?", "a.", "a)")]
    [InlineData(@"-{2}", "--", "..")]
    [InlineData(@"[.!?\]]+", "a!", "a:")]
    public void Tell_off_a_text_that_lacks_one(string icu, string with, string without)
    {
        Assert.True(RequiredMarks.Of(icu).AreNear(with, with.Length, backward: true));
        Assert.False(RequiredMarks.Of(icu).AreNear(without, without.Length, backward: true));
    }

    [Theory]
    [InlineData(@"a|\(")]
    [InlineData(@"(?:\(|x)")]
    [InlineData(@"\(?")]
    [InlineData(@"\({0,3}")]
    [InlineData(@"[^(]")]
    [InlineData(@"[(]?")]
    [InlineData(@"[(\p{L}]")]
    [InlineData(@"[!-~]")]
    [InlineData(@"[(&&[(]]")]
    [InlineData(@"\p{Ps}")]
    [InlineData(@"\x{28}")]
    [InlineData(@"[\\(]")]
    public void Tell_off_nothing_that_may_match_without(string icu) =>
        Assert.True(RequiredMarks.Of(icu).AreNear(@"te\t", 4, backward: true));

    [Theory]
    [InlineData(@"《[^《》]{0,20}", false)]
    [InlineData(@"《[^《》]*", true)]
    [InlineData(@"《(?:ab){0,20}", true)]
    [InlineData(@"《[^《》]{3,}", true)]
    [InlineData(@"《[^《》]{0,1500000000}", true)]
    public void Look_no_further_than_a_bounded_pattern_reaches(string icu, bool isNear)
    {
        var text = "《" + new string('가', 400);

        Assert.Equal(isNear, RequiredMarks.Of(icu).AreNear(text, text.Length, backward: true));
    }
}
