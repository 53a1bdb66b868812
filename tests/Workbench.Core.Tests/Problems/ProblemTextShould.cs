using System.Globalization;
using Workbench.Core.Problems;

namespace Workbench.Core.Tests.Problems;

public sealed class ProblemTextShould
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko");

    [Fact]
    public void Say_the_sentence_with_its_arguments_in_the_persons_language()
    {
        var problem = new Problem("segmentation-rule-stopped", ("rule", "(a+)+"));

        Assert.Equal("A segmentation rule took too long and was switched off: (a+)+", ProblemText.Of(problem, English));
        Assert.Equal("문장 나누기 규칙이 너무 오래 걸려 꺼졌습니다: (a+)+", ProblemText.Of(problem, Korean));
    }

    [Fact]
    public void Put_the_place_in_front()
    {
        var problem = new Problem("srx-no-rules").At(new Place(3, 7, "rules.srx"));

        Assert.StartsWith("rules.srx, line 3, column 7: ", ProblemText.Of(problem, English), StringComparison.Ordinal);
        Assert.StartsWith("rules.srx, 3행 7열: ", ProblemText.Of(problem, Korean), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_code_and_arguments_where_there_are_no_words() =>
        Assert.Equal("no-such-code(a=1)", ProblemText.Of(new Problem("no-such-code", ("a", 1)), English));

    [Theory]
    [InlineData("{a} of {b}", "1,234 of x")]
    [InlineData("{c} {", "{c} {")]
    public void Fill_placeholders_by_name(string template, string expected) =>
        Assert.Equal(expected, ProblemText.Fill(template, [("a", 1234), ("b", "x")], English));
}
