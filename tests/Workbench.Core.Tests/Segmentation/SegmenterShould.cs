using CsCheck;
using Workbench.Core.Languages;
using Workbench.Core.Segmentation;
using Workbench.Core.Text;

namespace Workbench.Core.Tests.Segmentation;

public sealed class SegmenterShould
{
    private static readonly SegmentationRule AfterStop = new(true, @"[.?!]+", @"\s");
    private static readonly SegmentationRule NotAfterMister = new(false, @"\bMr\.", @"\s");

    [Fact]
    public void Cut_at_a_break_and_keep_the_white_space_beside_the_segment()
    {
        var segments = GivenRules(AfterStop).Cut(InlineText.Of("One.  Two.\u00A0"));

        Assert.Equal(["One.", "Two."], segments.Select(segment => segment.Source.Text));
        Assert.Equal(["  ", "\u00A0"], segments.Select(segment => segment.Trailing));
    }

    [Fact]
    public void Let_the_first_rule_that_speaks_for_a_place_decide()
    {
        Assert.Single(GivenRules(NotAfterMister, AfterStop).Cut(InlineText.Of("Mr. Smith")));
        Assert.Equal(2, GivenRules(AfterStop, NotAfterMister).Cut(InlineText.Of("Mr. Smith")).Length);
    }

    [Theory]
    [InlineData("en-GB", true, "A.| B. C|; D")]
    [InlineData("en-GB", false, "A.| B. C; D")]
    [InlineData("de", true, "A. B. C|; D")]
    public void Take_the_rules_that_the_maps_give_a_language(string language, bool cascade, string expected)
    {
        var rules = new SegmentationRules
        {
            Cascade = cascade,
            LanguageRules = [new("English", [new(true, "A\\.", "")]), new("All", [new(true, "C", ";")])],
            Maps = [new("EN.*", "English"), new(".*", "All")],
        };

        var cut = Segmenter.Of(rules, LanguageTag.Of(language)).Cut(InlineText.Of("A. B. C; D"));

        Assert.Equal(expected, string.Join('|', cut.Select((segment, index) => (index > 0 ? cut[index - 1].Trailing : "") + segment.Source.Text)));
    }

    [Fact]
    public void Keep_a_code_that_opens_between_two_sentences_with_the_second()
    {
        var text = InlineText.Of("One. Two.", Code("1", InlineCodeKind.Start, 4), Code("1", InlineCodeKind.End, 9));

        var segments = GivenRules(AfterStop).Cut(text);

        Assert.Equal([0, 2], segments.Select(segment => segment.Source.Codes.Length));
        Assert.Equal("One. Two.", string.Concat(segments.Select(segment => segment.Source.Text + segment.Trailing)));
    }

    [Fact]
    public void Switch_a_rule_off_that_runs_away()
    {
        var segmenter = GivenRules(new SegmentationRule(true, "c(a+)+", "$"), AfterStop);

        var segments = segmenter.Cut(InlineText.Of("x. " + new string('a', 60)));

        Assert.Equal(2, segments.Length);
        Assert.Equal("segmentation-rule-stopped", Assert.Single(segmenter.Problems).Code);
    }

    [Fact]
    public void Leave_out_a_rule_that_cannot_be_read_and_say_so()
    {
        var segmenter = GivenRules(new SegmentationRule(true, @"\N{LATIN SMALL LETTER A}", ""), AfterStop);

        Assert.Equal(2, segmenter.Cut(InlineText.Of("a. b")).Length);
        Assert.Equal("segmentation-rule-unreadable", Assert.Single(segmenter.Problems).Code);
    }

    [Fact]
    public void Never_change_a_character()
    {
        var segmenter = GivenRules(NotAfterMister, AfterStop, new SegmentationRule(true, "", "x"));
        string[] pieces = ["a", "x", ".", "!", " ", "\u00A0", "\n", "Mr.", "다", "《", "\uD83D\uDE00", "\u200B"];

        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 60].Select(string.Concat).Sample(text =>
        {
            var segments = segmenter.Cut(InlineText.Of(text));

            Assert.Equal(text, string.Concat(segments.Select(segment => segment.Source.Text + segment.Trailing)));
            Assert.All(segments, segment => Assert.True(segment.Trailing.Length == 0 || string.IsNullOrWhiteSpace(segment.Trailing)));
        });
    }

    [Fact]
    public void Cut_a_text_of_any_length_without_losing_anything()
    {
        var text = string.Concat(Enumerable.Repeat("한 문장이다. And one more without any end ", 8_000));

        var segments = GivenRules(AfterStop).Cut(InlineText.Of(text));

        Assert.True(segments.Length >= 8_000);
        Assert.Equal(text, string.Concat(segments.Select(segment => segment.Source.Text + segment.Trailing)));
    }

    [Fact]
    public void Cut_a_text_of_any_length_at_its_sentences_only()
    {
        var text = string.Concat(Enumerable.Repeat("This is one of many sentences. ", 8_000));

        var segments = GivenRules(AfterStop).Cut(InlineText.Of(text));

        Assert.Equal(8_000, segments.Length);
        Assert.All(segments, segment => Assert.Equal("This is one of many sentences.", segment.Source.Text));
    }

    private static Segmenter GivenRules(params SegmentationRule[] rules) => Segmenter.Of(
        new SegmentationRules { LanguageRules = [new("All", [.. rules])], Maps = [new(".*", "All")] },
        LanguageTag.English);

    private static InlineCode Code(string id, InlineCodeKind kind, int offset) => new() { Id = id, Kind = kind, Offset = offset };
}
