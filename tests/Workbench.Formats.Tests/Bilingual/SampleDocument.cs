using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Text;
using Workbench.TestKit;

namespace Workbench.Formats.Tests.Bilingual;

/// <summary>
/// The sample article as a translator might have left it: the first pages translated, one draft, the rest not started. The
/// Korean is our own, made for these tests; it is not the publisher's.
/// </summary>
internal static partial class SampleDocument
{
    public static readonly DateTimeOffset ExportedAt = new(2026, 11, 25, 14, 30, 0, TimeSpan.FromHours(9));

    private static readonly ActorId Translator = new("translator");

    private static readonly DocumentId Id = new("d0000000000000000000000000000001");

    private static readonly Dictionary<int, string> Targets = new()
    {
        [1] = "정책과 법",
        [2] = "대외무역발전을 위하여 쌓으신 불멸의 업적",
        [3] = "조선민주주의인민공화국은 대외무역을 발전시키는것을 나라의 경제적자립성과 위력을 공고히 하고 인민경제의 주체화, 현대화, 정보화, 과학화를 실현하기 위한 중요한 요구로 내세워왔다.",
        [4] = "위대한 수령 김일성동지와 위대한 령도자 김정일동지의 현명한 령도밑에 공화국의 대외무역은 끊임없이 발전하여왔다.",
        [5] = "위대한 수령 김일성동지께서는 자립적인 대외무역을 발전시킬데 대한 사상과 리론을 내놓으시고 그 실현을 위한 사업을 현명하게 이끄시였다.",
        [6] = "공화국이 창건된 다음해인 주체38(1949)년에 그이께서는 정부대표단을 이끄시고 쏘련을 방문하시여 두 나라사이의 경제적 및 문화적협조에 관한 협정을 체결하시였다.",
        [7] = "이것은 쌍무적인 무역거래에서 근본적인 발전을 가져왔다.",
        [8] = "조국해방전쟁(주체39(1950)년 6월-주체42(1953)년 7월)시기 그이께서는 대외무역의 원칙과 수출원천, 수출품목문제에 대하여 교시하시고 전시조건에 맞게 대외무역사업을 중단없이 진행하도록 이끄시였다.",
        [9] = "그 결과 중요광산들과 공업지구의 공장, 기업소들이 복구되고 수출품생산이 늘어나 전쟁승리에 크게 이바지하였다.",
        [10] = "당시 공화국의 대외무역은 쏘련과 중국을 비롯한 사회주의나라들에 치우쳐있었다.",
        [15] = "위대한 령도자 김정일동지의 령도밑에 공화국의 대외무역은 자기 발전의 새 시대를 열어놓았다.",
        [24] = "이리하여 대외무역발전에서는 근본적인 전환이 일어났다.",
        [25] = "오늘 공화국의 대외무역은 대외경제관계를 확대발전시킬데 대한 경애하는 김정은동지의 로선을 따라 위대한 수령님들의 불멸의 령도업적을 길이 빛내이며 사회주의강국건설에 이바지하고있다.",
    };

    public static Project Project { get; } = new()
    {
        Id = new ProjectId("p1"),
        Name = "Foreign Trade",
        SourceLanguage = LanguageTag.English,
        TargetLanguage = LanguageTag.KoreanNorth,
        CreatedAt = ExportedAt,
    };

    public static ImmutableArray<ConceptEntry> Glossary { get; } =
    [
        Concept("NK0001", "Democratic People’s Republic of Korea; DPRK", "North Korea", "조선민주주의인민공화국", "朝鮮民主主義人民共和國", Reliability.High, "Official name of the state founded on 9 September 1948 in the north of Korea.", "Keep DPRK in faithful renderings; ‘North Korea’ only in the neutral layer."),
        Concept("NK0002", "foreign trade", "", "대외무역", "對外貿易", Reliability.High, "Trade of the state and its enterprises with other countries.", "Distinguish from the wider 대외경제 (external economy)."),
        Concept("NK0008", "independence and strength of its economy", "economic self-reliance", "경제적자립성", "經濟的自立性", Reliability.High, "Ability of an economy to develop on its own resources.", ""),
        Concept("NK0010", "Under the wise leadership of", "under the leadership of", "현명한 령도밑에", "", Reliability.High, "", "The evaluative adjective belongs to the formula."),
        Concept("NK0014", "great leader Comrades Kim Il Sung and Kim Jong Il", "Kim Il Sung and Kim Jong Il", "위대한 수령 김일성동지와 위대한 령도자 김정일동지", "偉大한 首領 金日成同志와 偉大한 領導者 金正日同志", Reliability.High, "", "Two titles contracted into one in English."),
        Concept("NK0012", "great leader Comrade Kim Il Sung", "Kim Il Sung", "위대한 수령 김일성동지", "偉大한 首領 金日成同志", Reliability.High, "", "수령 for Kim Il Sung, 령도자 for Kim Jong Il: English has one title for both."),
        Concept("NK0013", "great leader Comrade Kim Jong Il", "Kim Jong Il", "위대한 령도자 김정일동지", "偉大한 領導者 金正日同志", Reliability.High, "", ""),
        Concept("NK0026", "ideas and theories", "", "사상과 리론", "思想과 理論", Reliability.High, "Doctrine attributed to a leader on some subject.", ""),
        Concept("NK0032", "Soviet Union", "", "쏘련", "蘇聯", Reliability.High, "The Union of Soviet Socialist Republics (1922–1991).", "DPRK spelling with ㅆ; 조쏘 in compounds."),
        Concept("NK0034", "trade transactions", "trade", "무역거래", "貿易去來", Reliability.Unverified, "Buying and selling of goods between countries.", ""),
        Concept("NK0035", "Fatherland Liberation War", "Korean War (1950–1953)", "조국해방전쟁", "祖國解放戰爭", Reliability.High, "DPRK name for the Korean War of 25 June 1950 – 27 July 1953.", "Add a note on first use; never replace silently."),
        Concept("NK0037", "export resources", "sources of export goods", "수출원천", "輸出源泉", Reliability.High, "", ""),
        Concept("NK0061", "credit-first principle", "principle of putting reliability (creditworthiness) first", "신용제일주의원칙", "信用第一主義原則", Reliability.High, "", "New Year address 1980: 신용제일주의원칙을 철저히 지켜야 …"),
        Concept("NK0079", "isolate-and stifle schemes", "policies seen as isolating and crushing the DPRK", "고립압살책동", "孤立壓殺策動", Reliability.High, "", "The stray hyphen is the source’s."),
        Concept("NK0105", "radical turn", "major change", "근본적인 전환", "根本的인 轉換", Reliability.High, "", ""),
        Concept("NK0018", "respected Comrade Kim Jong Un", "Kim Jong Un", "경애하는 김정은동지", "敬愛하는 金正恩同志", Reliability.High, "", ""),
    ];

    public static BilingualDocument Whole { get; } = Build(Segments());

    /// <summary>One row with these texts, and everything else as in the article.</summary>
    public static BilingualDocument With(string source, string target, params ReadOnlySpan<string> notes) =>
        With(InlineText.Of(source), InlineText.Of(target), notes);

    public static BilingualDocument With(InlineText source, InlineText target, params ReadOnlySpan<string> notes)
    {
        var document = Build([Segment(1, source, target, SegmentState.Translated)]);

        return document with { Rows = [document.Rows[0] with { Notes = [.. notes.ToArray().Select(note => Note(document.Rows[0].Segment, note))] }] };
    }

    public static Segment Segment(int number, InlineText source, InlineText target, SegmentState state) => new()
    {
        Id = new SegmentId($"{number:x32}"),
        DocumentId = Id,
        UnitId = new UnitId($"u{number}"),
        Position = number * Core.Documents.Segment.PositionStep,
        Source = source,
        Target = target,
        State = state,
        IsHeading = number <= 2,
        Version = new EntityVersion(1, 40 + number),
    };

    private static BilingualDocument Build(ImmutableArray<Segment> segments)
    {
        ImmutableArray<BilingualRow> rows = [.. segments.Select((segment, index) => new BilingualRow(index + 1, segment, Notes(segment, index + 1), Recognize(segment.Source.Text)))];

        return new BilingualDocument
        {
            Project = Project,
            Document = new Document
            {
                Id = Id,
                ProjectId = Project.Id,
                FileName = "foreign-trade-immortal-exploits.en.txt",
                FormatId = "plain-text",
                OriginalBlob = "none",
                ImportedAt = ExportedAt,
                Publication = new Publication
                {
                    Title = "Immortal Exploits Performed for the Development of Foreign Trade",
                    Name = "Foreign Trade (web site)",
                    LanguageEdition = "English edition",
                    IssueAndPage = "Policy & Law",
                    Author = "a DPRK state body",
                },
            },
            Rows = rows,
            Units = [],
            SegmentCount = rows.Length,
            Concepts = [.. rows.SelectMany(row => row.Terms).Select(hit => hit.Concept).DistinctBy(concept => concept.Id)],
            Translator = "A. Translator",
            ExportedAt = ExportedAt,
        };
    }

    private static ImmutableArray<Segment> Segments()
    {
        var paragraphs = File.ReadAllText(Repository.Seed).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var seam = paragraphs[^2].TrimEnd().Length;
        var last = InlineText.Of(
            $"{paragraphs[^2].TrimEnd()} {paragraphs[^1].TrimEnd()}",
            new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = seam, Reads = " ", Type = "wb:seam" });
        var sources = paragraphs[..^2].SelectMany(paragraph => SentenceEnd.Split(paragraph)).Select(sentence => InlineText.Of(sentence)).Append(last);

        return [.. sources.Select((source, index) => Segment(
            index + 1,
            source,
            InlineText.Of(Targets.GetValueOrDefault(index + 1, "")),
            Targets.ContainsKey(index + 1) && index + 1 < 25 ? index < 4 ? SegmentState.Reviewed : SegmentState.Translated : SegmentState.Initial))];
    }

    private static ImmutableArray<Note> Notes(Segment segment, int number) => number switch
    {
        6 => [Note(segment, "“Juche 38(1949)”: the source has a space before the number here and none in segment 8.")],
        10 => [Note(segment, "“biased to” in the sense of one-sided orientation: 치우쳐있었다.")],
        _ => [],
    };

    private static Note Note(Segment segment, string text) => new()
    {
        Id = new NoteId($"n-{segment.Id}"),
        SegmentId = segment.Id,
        Text = text,
        Actor = Translator,
        At = ExportedAt,
    };

    private static ImmutableArray<TermHit> Recognize(string text) =>
    [
        .. Glossary.SelectMany(concept => concept.TermsIn(LanguageTag.English).Where(term => term.IsRecognisable).SelectMany(term =>
                Regex.Matches(text, $@"\b{Regex.Escape(term.Text)}\b").Select(match => new TermHit(new TextSpan(match.Index, match.Length), concept, term, TermHitKind.Exact))))
            .OrderBy(hit => hit.Span.Start),
    ];

    private static ConceptEntry Concept(
        string id, string english, string neutral, string korean, string hanja, Reliability korea, string definition, string note) => new()
        {
            Id = new ConceptEntryId($"c{id}"),
            GlossaryId = new GlossaryId("g1"),
            ConceptId = id,
            Definition = definition,
            Note = note,
            Languages =
            [
                new LanguageSection(LanguageTag.English,
                [
                    .. english.Split("; ").Select(term => new TermSection { Text = term, Reliability = Reliability.High }),
                    .. neutral.Split("; ", StringSplitOptions.RemoveEmptyEntries)
                        .Select(term => new TermSection { Text = term, Wording = Wording.Neutral, Reliability = Reliability.Medium }),
                ]),
                new LanguageSection(LanguageTag.KoreanNorth, [new TermSection { Text = korean, Hanja = hanja, Reliability = korea }]),
            ],
        };

    [GeneratedRegex(@"(?<=\.)\s+(?=[A-Z])")]
    private static partial Regex SentenceEnd { get; }
}
