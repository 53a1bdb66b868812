using CsCheck;
using Workbench.Formats.Csv;

namespace Workbench.Formats.Tests.Csv;

public sealed class SpreadsheetTextShould
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+82")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1+1")]
    public void Put_an_apostrophe_before_what_a_spreadsheet_would_run(string text) =>
        Assert.Equal("'" + text, SpreadsheetText.Guard(text));

    [Theory]
    [InlineData("")]
    [InlineData("'tis")]
    [InlineData("국가의 자주권 = 생명")]
    [InlineData(" =1")]
    public void Leave_other_text_alone(string text) => Assert.Equal(text, SpreadsheetText.Guard(text));

    [Fact]
    public void Give_back_every_text_that_it_guarded() =>
        Gen.String["'=+-@\ta가＝"].Sample(text => SpreadsheetText.Unguard(SpreadsheetText.Guard(text)) == text);
}
