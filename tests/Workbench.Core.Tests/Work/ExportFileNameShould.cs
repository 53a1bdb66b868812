using System.Text;
using Workbench.Core.Languages;
using Workbench.Core.Work;

namespace Workbench.Core.Tests.Work;

public sealed class ExportFileNameShould
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Fact]
    public void Say_what_it_is_in_which_languages_and_from_when() => Assert.Equal(
        "Immortal Exploits - en to ko-KP - 2026-11-25.docx",
        ExportFileName.Of("Immortal Exploits", LanguageTag.English, LanguageTag.KoreanNorth, Day, ".docx"));

    [Theory]
    [InlineData("불멸의 업적", "불멸의 업적")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "a b c d e f g h i j")]
    [InlineData("../../etc/passwd", "etc passwd")]
    [InlineData("a\r\nSet-Cookie: x", "a Set-Cookie x")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("zero\u200Bwidth\u2066", "zerowidth")]
    [InlineData("\u0000", "\uFFFD")]
    [InlineData("-rf", "rf")]
    [InlineData("title. . .", "title")]
    [InlineData("CON", "CON_")]
    [InlineData("com1.txt", "com1.txt_")]
    [InlineData("Console", "Console")]
    [InlineData(" . ", "document")]
    [InlineData("", "document")]
    public void Hold_nothing_that_a_file_system_or_an_eye_takes_for_something_else(string title, string expected) =>
        Assert.Equal(expected, ExportFileName.Safe(title));

    [Fact]
    public void Take_half_a_character() => Assert.Equal("half \uFFFD character", ExportFileName.Safe("half \uD800 character"));

    [Theory]
    [InlineData("x")]
    [InlineData("업")]
    [InlineData("👩🏽‍🔬")]
    public void Be_no_longer_than_a_name_may_be_and_cut_no_character(string element)
    {
        var name = ExportFileName.Safe(string.Concat(Enumerable.Repeat(element, 300)));

        Assert.InRange(Encoding.UTF8.GetByteCount(name), ExportFileName.MaxTitleBytes - 20, ExportFileName.MaxTitleBytes);
        Assert.DoesNotContain('\uFFFD', name);
    }
}
