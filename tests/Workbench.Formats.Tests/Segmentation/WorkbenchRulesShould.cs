using System.Text.Json;
using CsCheck;
using Workbench.Core.Languages;
using Workbench.Core.Text;
using Workbench.Formats.Srx;

namespace Workbench.Formats.Tests.Segmentation;

/// <summary>How many of the public cases our rules reach; the counts are a floor that only rises.</summary>
public sealed class WorkbenchRulesShould(ITestOutputHelper output)
{
    [Theory]
    [InlineData("english-golden-open.json", 26)]
    [InlineData("english-more-open.json", 52)]
    [InlineData("other-languages-open.json", 112)]
    public void Reach_as_many_public_cases_as_before(string file, int floor)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Conformance.File("segmentation", file)));
        var reached = cases.RootElement.EnumerateArray().Select(IsReached).ToList();
        foreach (var language in reached.GroupBy(one => one.Language, StringComparer.Ordinal))
        {
            output.WriteLine($"{language.Key}: {language.Count(one => one.Reached)} of {language.Count()}; open: {string.Join(' ', language.Where(one => !one.Reached).Select(one => one.Id))}");
        }

        output.WriteLine($"{file}: {reached.Count(one => one.Reached)} of {reached.Count}");
        Assert.True(reached.Count(one => one.Reached) >= floor, $"{reached.Count(one => one.Reached)} of {reached.Count}, {floor} before");
    }

    [Fact]
    public void Part_two_korean_sentences_again()
    {
        using var pairs = JsonDocument.Parse(File.ReadAllText(Conformance.File("parallel", "pud-en-ko-open.json")));
        var sentences = pairs.RootElement.EnumerateArray().Select(pair => pair.GetProperty("ko").GetString()!.TrimEnd(' ')).ToList();
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.KoreanNorth);
        var parted = sentences.Zip(sentences.Skip(1))
            .Where(pair => EndsInFullStop(pair.First))
            .Select(pair => (pair, Cut: segmenter.Cut(InlineText.Of($"{pair.First} {pair.Second}"))))
            .Select(one => (one.pair, Right: one.Cut.Length == 2 && one.Cut[0].Source.Text == one.pair.First))
            .ToList();

        var percent = parted.Count(one => one.Right) * 100.0 / parted.Count;
        output.WriteLine($"{parted.Count(one => one.Right)} of {parted.Count} pairs, {percent:0.0}%");
        foreach (var wrong in parted.Where(one => !one.Right).Take(20))
        {
            output.WriteLine($"  {wrong.pair.First} ▮ {wrong.pair.Second}");
        }

        Assert.True(percent >= 99, $"{percent:0.0}%");
    }

    [Theory]
    [InlineData("ko-KP", "위대한 수령 김일성동지께서는 다음과 같이 교시하시였다.|《무역을 발전시켜야 합니다. 신용을 지켜야 합니다.》(《김일성전집》 제31권 261페지)|이것은 우리의 원칙이다.")]
    [InlineData("ko-KP", "주체60(1971)년 4월이였다.|그때 제1차 회의가 열렸다.")]
    [InlineData("ko-KP", "그는 《우리는 승리합니다.》라고 말하였다.|모두가 환호하였다.")]
    [InlineData("ko-KP", "이 책은 평양에서 나왔다(1968.).|저자는 알려져있지 않다.")]
    [InlineData("ko-KP", "발표날자는 Juche113.1.17.이다.|그날은 수요일이였다.")]
    [InlineData("ko-KP", "자주의 강국이다.|불패의 나라이다!|승리는 우리의것인가?|그렇다.")]
    [InlineData("ko-KR", "그는 갔다고 한다.|“정말 그렇습니까?”라고 물었다.")]
    [InlineData("en", "In Juche39(1950) - July Juche42(1953), it rose.|Mt. Paektu is high.|It was Dec. 31, No. 86.")]
    [InlineData("en", "He visited the U.S. Embassy in Beijing, Pak said.|“Let us go. We will win.” He left.", "He visited the U.S. Embassy in Beijing, Pak said.|“Let us go. We will win.”|He left.")]
    [InlineData("en", "We have coal, iron, cokes, etc.|The leader stressed it.|The etc. sign is small.")]
    public void Cut_text_of_the_kind_we_translate(string language, string marked, string? expected = null)
    {
        var text = string.Concat(marked.Split('|').Select((part, index) => index == 0 || marked.Contains(" | ", StringComparison.Ordinal) ? part : " " + part));
        var cut = WorkbenchRules.SegmenterFor(LanguageTag.Of(language)).Cut(InlineText.Of(text));

        Assert.Equal((expected ?? marked).Split('|').Select(part => part.Trim()), cut.Select(segment => segment.Source.Text));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko-KP")]
    [InlineData("ja")]
    public void Never_change_a_character(string language)
    {
        string[] pieces = ["A", "b", ". ", "! ", "\u00A0", " ", "Mr.", "U.S.", "다", "다.", "《", "》", "\"", "'", "(", ")", "1", "1.", "a) ", "。", "…", "\uD83D\uDE00", "\u200B", "\n"];
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.Of(language));

        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 40].Select(string.Concat).Sample(text =>
            Assert.Equal(text, string.Concat(segmenter.Cut(InlineText.Of(text)).Select(segment => segment.Source.Text + segment.Trailing))), iter: 300);

        Assert.Empty(segmenter.Problems);
    }

    private static bool EndsInFullStop(string sentence) =>
        sentence.TrimEnd('"', '”', '\'', '’', ')')[^1] is '.' or '?' or '!';

    private static (string Id, string Language, bool Reached) IsReached(JsonElement one)
    {
        var language = one.GetProperty("lang").GetString()!;
        var expected = Cutting.Compared(one.GetProperty("expected").EnumerateArray().Select(segment => segment.GetString()!));

        return (one.GetProperty("id").GetString()!, language, Cutting.Compared(Cutting.Segments(one.GetProperty("text").GetString()!, language)).SequenceEqual(expected));
    }
}
