using System.Text.RegularExpressions;
using Workbench.Core.Segmentation;

namespace Workbench.Core.Tests.Segmentation;

public sealed class IcuPatternShould
{
    [Theory]
    [InlineData(@"\x{AC00}", "가", "각")]
    [InlineData(@"\U0001F600+x", "😀😀x", "\uDE00x")]
    [InlineData(@"\h", "\u00A0", "\n")]
    [InlineData(@"[\h-]", "-", "\n")]
    [InlineData(@"\R", "\r\n", "a")]
    [InlineData(@"a++b", "aab", "aa")]
    [InlineData(@"(?:ab)*+c", "ababc", "abab")]
    [InlineData(@"[a-z]{2,3}+x", "abcx", "ax")]
    [InlineData(@"[a-z&&[^aeiou]]", "b", "a")]
    [InlineData(@"[a-z--[aeiou]]", "b", "a")]
    [InlineData(@"[^a-z&&[^aeiou]]", "a", "b")]
    [InlineData(@"[[a-c][x-z]]", "y", "d")]
    [InlineData(@"[^[a-c][x-z]]", "d", "y")]
    [InlineData(@"[[:Lu:]0]", "A", "a")]
    [InlineData(@"\p{script=Hangul}", "한", "漢")]
    [InlineData(@"\P{Hangul}", "漢", "한")]
    [InlineData(@"\p{IsHan}", "漢", "한")]
    [InlineData(@"[\p{Alphabetic}]", "é", "1")]
    [InlineData(@"\pL", "é", "1")]
    [InlineData(@"\Qa.b\E", "a.b", "axb")]
    [InlineData(@"\0101", "A", "B")]
    [InlineData(@"(?iw)abc", "ABC", "abd")]
    [InlineData(@"[]a]", "]", "b")]
    [InlineData(@"(?#a comment)x", "x", "a")]
    [InlineData(@"a{2}", "aa", "ba")]
    public void Mean_in_dotnet_what_it_means_in_icu(string icu, string matched, string unmatched)
    {
        var net = new Regex($@"\A(?:{IcuPattern.ToDotNet(icu)})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        Assert.Matches(net, matched);
        Assert.DoesNotMatch(net, unmatched);
    }

    [Theory]
    [InlineData(@"\N{DIGIT ONE}")]
    [InlineData(@"(a")]
    [InlineData(@"a)")]
    [InlineData(@"[a")]
    [InlineData(@"\")]
    [InlineData(@"\p{Nonsense}")]
    [InlineData(@"\x{D800}")]
    [InlineData(@"(a)\1")]
    public void Be_refused_where_there_is_no_counterpart(string icu) =>
        Assert.Throws<FormatException>(() => IcuPattern.ToDotNet(icu));

    [Theory]
    [InlineData("(?:", "x", ")")]
    [InlineData("[", "x", "]")]
    [InlineData("[a&&", "x", "]")]
    public void Be_refused_where_brackets_stand_too_deep_for_a_stack(string opening, string inside, string closing)
    {
        Assert.NotEmpty(Nested(50));
        Assert.Throws<FormatException>(() => IcuPattern.ToDotNet(Nested(101)));

        string Nested(int depth) => string.Concat(Enumerable.Repeat(opening, depth)) + inside + string.Concat(Enumerable.Repeat(closing, depth));
    }
}
