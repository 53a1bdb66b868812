using Workbench.Core.Languages.Korean.Romanization;

namespace Workbench.Core.Tests.Languages;

public sealed class HangulCandidatesShould
{
    [Fact]
    public void Offer_every_reading_of_a_name_without_marks()
    {
        var candidates = HangulCandidates.For("Ri Yong Ho", 20);

        Assert.Equal("리영호", candidates[0]);
        Assert.Contains("리용호", candidates);
    }

    [Fact]
    public void Take_marks_at_their_word()
    {
        var candidates = HangulCandidates.For("Ri Yŏng Ho", 20);

        Assert.Contains("리영호", candidates);
        Assert.DoesNotContain("리용호", candidates);
    }

    [Theory]
    [InlineData("Kim Il Sung", "김일숭")]
    [InlineData("Jang Song Thaek", "장성택")]
    [InlineData("Chang Sŏng-t’aek", "장성택")]
    [InlineData("O Kŭng-nyŏl", "오극렬")]
    [InlineData("Paektusan", "백두산")]
    [InlineData("Wonsan", "원산")]
    [InlineData("Songnim", "송림")]
    public void Find_the_way_back_through_sound_changes(string latin, string hangul) =>
        Assert.Contains(hangul, HangulCandidates.For(latin, 200));

    [Theory]
    [InlineData("")]
    [InlineData("Schwarz")]
    [InlineData("1950")]
    [InlineData("ooooooooooooooooooooooooooooov")] // Two to the 29th ways that end before the last letter.
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Offer_nothing_for_what_no_system_writes(string latin) => Assert.Empty(HangulCandidates.For(latin, 20));
}
