using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean;

/// <summary>
/// The endings of verbs: which may follow which shape of the stem, with the bound nouns and auxiliary verbs that DPRK spelling joins
/// to them (할수 있다, 하고있다, 하는것).
/// </summary>
internal static class KoreanEndings
{
    private static readonly ImmutableArray<VerbStem> HonorificStems = [.. VerbStem.Of("시다"), new("시여", StemKind.Infinitive), new("시였", StemKind.Past)];

    private static readonly ImmutableArray<string> AfterPlain = Longest(
        "고 고서 고도 고는 고야 고자 고저 지 지만 지는 지도 지를 지요 질 게 게끔 게도 게는 도록 던 던가 던지 든 든가 든지 거나 거니 거든 거니와 는 는가 는데 는지 는바 느냐 느니 느라 느라고 " +
        "네 자 자고 자는 자면 자마자 다 다가 다고 다는 다면 다며 다니 다시피 소 기 기에 기로 기만 며 면 면서 면은 나 나마 니 니까 려 려고 려는 려면 러 므로 라 라고 라는 라면 되 " +
        "으며 으면 으면서 으나 으니 으니까 으려 으려고 으려는 으러 으므로 으라 습니다 습니까 세 리라 리니 오 요 노라 는다 는다고 는다는 는다면 은 을 음");

    private static readonly ImmutableArray<(string Form, StemKind Kind)> Joining =
    [
        ("아", StemKind.Infinitive), ("어", StemKind.Infinitive), ("여", StemKind.Infinitive),
        ("았", StemKind.Past), ("었", StemKind.Past), ("였", StemKind.Past), ("겠", StemKind.Past),
        ("은", StemKind.Adnominal), ("는", StemKind.Adnominal), ("던", StemKind.Adnominal), ("을", StemKind.Prospective), ("음", StemKind.Nominal),
        ("읍", StemKind.Formal), ("습", StemKind.Formal),
    ];

    private static readonly ImmutableArray<string> AfterInfinitive = Longest("서 서는 서도 서야 도 야 야만 야지 라 라고 라는 요 다 다가");

    private static readonly ImmutableArray<string> AfterPast = Longest(
        "다 다고 다는 다면 다가 다며 고 지 지만 지요 던 던가 던지 든 든지 으며 으면 으면서 으나 으니 으니까 으므로 을 음 음을 음은 음에 습니다 습니까 는데 는가 는지 느냐 기 기에 거나 거니와 어 어도 어야 으리 노라 네 소 을가");

    private static readonly ImmutableArray<string> AfterAdnominal = Longest("다 다고 다는 다면 다며 다니 가 지 데 데다 바 들");

    private static readonly ImmutableArray<string> AfterProspective = Longest("가 지 데 수록 뿐 듯 소냐 진대");

    private static readonly ImmutableArray<string> AfterFormal = Longest("니다 니까 시다 시오 디다");

    private static readonly ImmutableArray<string> BoundNouns =
        ["것", "수", "줄", "데", "바", "때", "후", "뒤", "채", "체", "듯", "만큼", "적", "사이", "즉", "동안", "다음", "번", "가운데", "중", "리", "뿐", "대로", "대신", "이상", "정도", "나위", "법", "터", "셈", "건"];

    private static readonly ImmutableArray<string> Auxiliaries =
        ["있", "오", "온", "올", "왔", "와", "가", "간", "갈", "갔", "나가", "나간", "나갈", "나갔", "내", "낸", "낼", "냈", "주", "준", "줄", "줬", "줌", "버리", "버린", "버렸", "보", "본", "볼", "봤", "놓", "두", "둔", "둘", "둬", "지", "진", "질", "져", "졌", "짐", "싶", "들", "야", "계", "마", "말"];

    /// <summary>
    /// How many characters of <paramref name="rest"/> are the ending of a verb whose stem of <paramref name="kind"/> stands before it;
    /// -1 when what stands there is no ending. What follows the ending is a particle, a bound noun, an auxiliary verb or nothing.
    /// </summary>
    public static int LengthOf(StemKind kind, ReadOnlySpan<char> rest) => kind switch
    {
        StemKind.Plain => Plain(rest),
        StemKind.Infinitive => Best(rest, AfterInfinitive, Bare(rest, Auxiliaries)),
        StemKind.Past => Best(rest, AfterPast, -1),
        StemKind.Adnominal => Best(rest, AfterAdnominal, Bare(rest, BoundNouns)),
        StemKind.Prospective => Best(rest, AfterProspective, Bare(rest, BoundNouns)),
        StemKind.Nominal => KoreanParticles.IsChain('ㅁ', rest) || KoreanParticles.IsCopula('음', rest) ? 0 : -1,
        _ => Best(rest, AfterFormal, -1),
    };

    private static int Plain(ReadOnlySpan<char> rest)
    {
        var best = Best(rest, AfterPlain, -1);
        foreach (var (form, kind) in Joining)
        {
            best = Math.Max(best, After(form, kind, rest));
        }

        var lead = rest.StartsWith("으", StringComparison.Ordinal) ? 1 : 0;
        foreach (var (form, kind) in HonorificStems)
        {
            if (rest[lead..].StartsWith(form, StringComparison.Ordinal) && LengthOf(kind, rest[(lead + form.Length)..]) is >= 0 and var length)
            {
                best = Math.Max(best, lead + form.Length + length);
            }
        }

        return best;
    }

    private static int After(string form, StemKind kind, ReadOnlySpan<char> rest) =>
        rest.StartsWith(form, StringComparison.Ordinal) && LengthOf(kind, rest[form.Length..]) is >= 0 and var length ? form.Length + length : -1;

    private static int Best(ReadOnlySpan<char> rest, ImmutableArray<string> endings, int best)
    {
        foreach (var ending in endings)
        {
            if (ending.Length > best && rest.StartsWith(ending, StringComparison.Ordinal) && IsClosed(ending[^1], rest[ending.Length..]))
            {
                return ending.Length;
            }
        }

        return best;
    }

    /// <summary>0 where nothing follows, or one of <paramref name="followers"/>.</summary>
    private static int Bare(ReadOnlySpan<char> rest, ImmutableArray<string> followers) =>
        rest.IsEmpty || StartsWithAny(rest, followers) ? 0 : -1;

    private static bool IsClosed(char before, ReadOnlySpan<char> rest) =>
        rest.IsEmpty || KoreanParticles.IsChain(before, rest)
        || (before is '고' or '지' or '게' or '려' or '야' && StartsWithAny(rest, Auxiliaries))
        || (before is '는' or '던' or '은' or '을' && StartsWithAny(rest, BoundNouns))
        || (before is '기' && rest.StartsWith("때문", StringComparison.Ordinal));

    private static bool StartsWithAny(ReadOnlySpan<char> rest, ImmutableArray<string> forms)
    {
        foreach (var form in forms)
        {
            if (rest.StartsWith(form, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> Longest(string endings) =>
        [.. endings.Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(ending => ending.Length)];
}
