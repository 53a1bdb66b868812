using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Workbench.Core.Languages;
using Workbench.Core.Text;
using Workbench.Formats.Srx;

namespace Workbench.Formats.Tests.Segmentation;

/// <summary>How many of the public cases our rules reach; the counts are a floor that only rises.</summary>
public sealed partial class WorkbenchRulesShould(ITestOutputHelper output)
{
    [Theory]
    [InlineData("english-golden-open.json", 26)]
    [InlineData("english-more-open.json", 59)]
    [InlineData("other-languages-open.json", 181)]
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

    [Theory]
    [InlineData("as written")]
    [InlineData("without full stops")]
    public void Part_two_korean_sentences_again(string how)
    {
        var sentences = KoreanSentences();
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.KoreanNorth);
        var parted = sentences.Zip(sentences.Skip(1))
            .Where(pair => FullStop.IsMatch(pair.First))
            .Select(pair => (First: how == "as written" ? pair.First : FullStop.Replace(pair.First, ""), pair.Second))
            .Select(pair => (Pair: pair, Cut: segmenter.Cut(InlineText.Of($"{pair.First} {pair.Second}"))))
            .Select(one => (one.Pair, Right: one.Cut.Length == 2 && one.Cut[0].Source.Text == one.Pair.First))
            .ToList();

        var percent = parted.Count(one => one.Right) * 100.0 / parted.Count;
        output.WriteLine($"{how}: {parted.Count(one => one.Right)} of {parted.Count} pairs, {percent:0.0}%");
        foreach (var wrong in parted.Where(one => !one.Right).Take(20))
        {
            output.WriteLine($"  {wrong.Pair.First} ▮ {wrong.Pair.Second}");
        }

        Assert.True(percent >= 99.5, $"{percent:0.0}%");
    }

    /// <summary>Paragraphs of a dozen sentences: what is cut that is whole is as bad as what is left that is two.</summary>
    [Theory]
    [InlineData("as written", 1)]
    [InlineData("without full stops", 0)]
    [InlineData("every other full stop", 2)]
    public void Cut_korean_paragraphs_at_their_sentences_and_nowhere_else(string how, int kept)
    {
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.KoreanNorth);
        var (found, wrong, missed) = (0, 0, 0);
        foreach (var paragraph in KoreanSentences().Chunk(12))
        {
            var sentences = paragraph.Select((sentence, index) => kept > 0 && index % kept == 0 ? sentence : FullStop.Replace(sentence, "")).ToList();
            var ends = Ends(sentences.Select(sentence => sentence.Length));
            var cut = Ends(segmenter.Cut(InlineText.Of(string.Join(' ', sentences))).Select(segment => segment.Source.Text.Length));
            found += cut.Count(ends.Contains);
            wrong += cut.Except(ends).Count();
            missed += ends.Except(cut).Count();
        }

        output.WriteLine($"{how}: precision {found * 100.0 / (found + wrong):0.0}% ({wrong} wrong), recall {found * 100.0 / (found + missed):0.0}% ({missed} missed)");
        Assert.True(wrong <= 1 && missed <= 3, $"{wrong} wrong, {missed} missed");
    }

    [Theory]
    [InlineData("ko-KP", "위대한 수령 김일성동지께서는 다음과 같이 교시하시였다.|《무역을 발전시켜야 합니다. 신용을 지켜야 합니다.》(《김일성전집》 제31권 261페지)|이것은 우리의 원칙이다.")]
    [InlineData("ko-KP", "주체60(1971)년 4월이였다.|그때 제1차 회의가 열렸다.")]
    [InlineData("ko-KP", "그는 《우리는 승리합니다.》라고 말하였다.|모두가 환호하였다.")]
    [InlineData("ko-KP", "이 책은 평양에서 나왔다(1968.).|저자는 알려져있지 않다.")]
    [InlineData("ko-KP", "발표날자는 Juche113.1.17.이다.|그날은 수요일이였다.")]
    [InlineData("ko-KP", "자주의 강국이다.|불패의 나라이다!|승리는 우리의것인가?|그렇다.")]
    [InlineData("ko-KP", "위대한 수령님께서는 다음과 같이 교시하시였다|《무역을 발전시켜야 합니다 신용을 지켜야 합니다》 라고 말씀하시였다|우리는 그 뜻을 따라 나아갈것이다")]
    [InlineData("ko-KP", "바다가 푸르다|다른 나라들도 다시 일어섰다|그는 일하다가 다쳤다고 한다|아이들이 모두 다 왔다|봄마다 꽃이 핀다")]
    [InlineData("ko-KP", "그는 간다 해도 나는 안 간다|한다면 하는 사람이다|그것이 사실이라면 좋겠다|하나의 조선이다|하지만 길은 멀다")]
    [InlineData("ko-KP", "당정책을 관철하자|생산을 높이자|인민생활을 향상시키자")]
    [InlineData("ko-KP", "정부가 대책을 발표하자 시민들은 환호하였다|로동자 대표가 나라를 위해 라디오 연설을 하였소|그렇소|비료의 주요 요소이다")]
    [InlineData("ko-KP", "여러분은 아십니까|모두다 힘차게 싸우자|당의 로선을 철저히 관철하라|어서 오십시오|안녕하세요|저는 학생이에요")]
    [InlineData("ko-KP", "무엇을 할것인가|어떻게 살것인가|누군가 왔는가 하면 또 갔다")]
    [InlineData("ko-KP", "조선로동당 제8차대회가 주체110(2021). 1. 5. 평양에서 열리였다.|No. 3 공장이 준공되였다|존 F. 케네디가 왔다")]
    [InlineData("ko-KP", "그는 《전진하자!》고 호소하였다|《승리의 길》 이라는 책이 나왔다|그는 “가겠습니다” 고 대답하였다")]
    [InlineData("zh", "我们明天去看《摔跤吧！爸爸》好吗？|好！|“走吧！”他说。", null, "")]
    [InlineData("ja", "「行こう。」と言った。|それは何ですか？|ペンです。", null, "")]
    [InlineData("de", "Am 5. Mai traf er Prof. Dr. med. Meyer, z. B. in Bonn.|Das 20. Jahrhundert endete.|Der Brief kam.")]
    [InlineData("ru", "А. И. Семенов жил в г. Москве.|В 1968 г. он уехал, и т. д. и т. п.|Проф. Иванов остался.")]
    [InlineData("es", "El Sr. Pérez vive en los EE. UU. desde el 3 de nov. de 2014.|Leyó el art. 4, pág. 12.|La Dra. Gómez no.")]
    [InlineData("ko-KR", "그는 갔다고 한다.|“정말 그렇습니까?”라고 물었다.")]
    [InlineData("en", "In Juche39(1950) - July Juche42(1953), it rose.|Mt. Paektu is high.|It was Dec. 31, No. 86.")]
    [InlineData("en", "He visited the U.S. Embassy in Beijing, Pak said.|“Let us go. We will win.” He left.", "He visited the U.S. Embassy in Beijing, Pak said.|“Let us go. We will win.”|He left.")]
    [InlineData("en", "It rose (see the law (1950. Amended.) and the note. Both hold) in value.|Gen. Ri and Sr. Col. Pak left at 5 p.m.|He met J. V. Stalin in the D.P.R.K. Embassy.|\"What is it?\" he asked.|He left…|See pp. 3-5 of No. 86.")]
    [InlineData("en", "We have coal, iron, cokes, etc.|The leader stressed it.|The etc. sign is small.")]
    public void Cut_text_of_the_kind_we_translate(string language, string marked, string? expected = null, string space = " ")
    {
        var text = string.Concat(marked.Split('|').Select((part, index) => index == 0 || marked.Contains(" | ", StringComparison.Ordinal) ? part : space + part));
        var cut = WorkbenchRules.SegmenterFor(LanguageTag.Of(language)).Cut(InlineText.Of(text));

        Assert.Equal((expected ?? marked).Split('|').Select(part => part.Trim()), cut.Select(segment => segment.Source.Text));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko-KP")]
    [InlineData("ja")]
    [InlineData("de")]
    [InlineData("ru")]
    public void Never_change_a_character(string language)
    {
        string[] pieces = ["A", "b", ". ", "! ", "\u00A0", " ", "Mr.", "U.S.", "다", "다.", "다 ", "자 ", "라고 ", "모두 ", "《", "》", "\"", "'", "(", ")", "1", "1.", "a) ", "。", "…", "\uD83D\uDE00", "\u200B", "\n"];
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.Of(language));

        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 40].Select(string.Concat).Sample(text =>
            Assert.Equal(text, string.Concat(segmenter.Cut(InlineText.Of(text)).Select(segment => segment.Source.Text + segment.Trailing))), iter: 300);

        Assert.Empty(segmenter.Problems);
    }

    [Theory]
    [InlineData("en", "We have coal, iron, cokes, etc. (the list goes on). “We trade.” ")]
    [InlineData("ko-KP", "나라의 대외무역은 발전하였다 《신용을 지켜야 합니다》라고 하시였다 ")]
    [InlineData("ko-KP", "《끝나지 않는 인용 ")]
    [InlineData("ja", "「行こう。」と言った。それは何ですか？")]
    public void Take_a_long_paragraph_with_every_rule_at_work(string language, string sentence)
    {
        var text = string.Concat(Enumerable.Repeat(sentence, 100_000 / sentence.Length));
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.Of(language));

        var segments = segmenter.Cut(InlineText.Of(text));

        Assert.Empty(segmenter.Problems);
        Assert.Equal(text, string.Concat(segments.Select(segment => segment.Source.Text + segment.Trailing)));
    }

    private static List<string> KoreanSentences()
    {
        using var pairs = JsonDocument.Parse(File.ReadAllText(Conformance.File("parallel", "pud-en-ko-open.json")));
        return [.. pairs.RootElement.EnumerateArray().Select(pair => pair.GetProperty("ko").GetString()!.Trim())];
    }

    /// <summary>Where all but the last end, in a text where one space stands between them.</summary>
    private static HashSet<int> Ends(IEnumerable<int> lengths)
    {
        var ends = new List<int>();
        foreach (var length in lengths)
        {
            ends.Add((ends.Count == 0 ? 0 : ends[^1] + 1) + length);
        }

        return [.. ends.SkipLast(1)];
    }

    /// <summary>The mark at the end of a sentence; quotation marks and brackets may close after it.</summary>
    [GeneratedRegex("""[.?!]+(?=["”'’)》]*$)""", RegexOptions.CultureInvariant)]
    private static partial Regex FullStop { get; }

    private static (string Id, string Language, bool Reached) IsReached(JsonElement one)
    {
        var language = one.GetProperty("lang").GetString()!;
        var expected = Cutting.Compared(one.GetProperty("expected").EnumerateArray().Select(segment => segment.GetString()!));

        return (one.GetProperty("id").GetString()!, language, Cutting.Compared(Cutting.Segments(one.GetProperty("text").GetString()!, language)).SequenceEqual(expected));
    }
}
