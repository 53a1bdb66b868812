using System.Collections.Frozen;
using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Terminology;

/// <summary>Where a term ends, and how it stands there.</summary>
/// <param name="NeedsName">It is the term only if a name of the glossary ends where it begins.</param>
internal readonly record struct TermPlace(int End, TermHitKind Kind, bool NeedsName);

/// <summary>Judges in one text whether what is written like a term is the term, by the cheapest readings of the run that it stands in.</summary>
internal sealed class KoreanTermReading(FoldedText folded, HashSet<string> nouns, int longestNoun)
{
    /// <summary>What a term may cost more than the cheapest reading, and still be there.</summary>
    private const int Margin = 5;

    /// <summary>The same for terms of four syllables and more, which hardly arise by chance.</summary>
    private const int FreeMargin = 8;

    private static readonly FrozenSet<string> Titles =
        "동지 동무 장군 원수 대원수 수령 주석 총비서 비서 위원장 부위원장 제1비서 대장 상장 중장 소장 차수 총리 부총리 상 부상 대사 공사 선생 박사 교수 총참모장 사령관 의장 부장 국장 지배인 대통령 국무위원장"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Counters =
        "차 대 일 년 월 주년 돐 번째 번 호 기 개 명 세기 단계 개년 만 억 천 백 개국 개월 주 시간 분 도 등 급 회 항 조 장 점 층 킬로 톤 여 차례 년대 년도"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private const string Surnames = "김리이박최정강조윤장림임한오서신권황안송류유홍전고문손양배백허남심로노하곽차주우구라나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";

    private readonly string _text = folded.Text;
    private readonly Dictionary<int, KoreanLattice> _lattices = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _nouns = nouns.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>Null when it is not this term.</returns>
    public TermPlace? Judge(int start, int end, KoreanPattern pattern, bool parted)
    {
        if (IsInsideNumberOrWord(start))
        {
            return null;
        }

        var (first, last) = (_text[start], _text[end - 1]);
        var runEnd = end;
        while (runEnd < _text.Length && Hangul.IsSyllable(_text[runEnd]))
        {
            runEnd++;
        }

        var rest = _text.AsSpan(end, runEnd - end);
        var inside = start > 0 && Hangul.IsSyllable(first) && Hangul.IsSyllable(_text[start - 1]);
        var needsName = false;
        if (inside && pattern.IsShort && !IsFreeInside(start, pattern))
        {
            needsName = true;
        }

        if (pattern.Stem is { } stem)
        {
            return !needsName && KoreanEndings.LengthOf(stem, rest) is >= 0 and var ending && !HidesInNoun(start, end, runEnd, ending)
                ? new TermPlace(end + ending, ending == 0 && stem == StemKind.Plain ? TermHitKind.Exact : TermHitKind.Inflected, false)
                : null;
        }

        if (!Hangul.IsSyllable(last))
        {
            return AfterOtherScript(end, last, rest) is { } other ? new TermPlace(end, other, needsName) : null;
        }

        return !IsAdverbHere(end, rest, pattern) && Kind(start, end, runEnd, pattern, parted) is { } kind
            ? new TermPlace(end, inside && !needsName && kind != TermHitKind.Compound && !pattern.IsShort ? TermHitKind.Compound : kind, needsName)
            : null;
    }

    /// <summary>Whether the bare word is also an adverb, and a verb comes next: 자주 놀러 온다 is not about independence.</summary>
    private bool IsAdverbHere(int end, ReadOnlySpan<char> rest, KoreanPattern pattern)
    {
        if (!rest.IsEmpty || pattern.Length < 2 || (KoreanLexicon.Instance.KindsOf(pattern.Solid) & WordKinds.Other) == WordKinds.None
            || end + 1 >= _text.Length || _text[end] != ' ')
        {
            return false;
        }

        var next = end + 1;
        while (next < _text.Length && Hangul.IsSyllable(_text[next]))
        {
            next++;
        }

        var word = _text.AsSpan(end + 1, next - end - 1);
        for (var length = Math.Min(word.Length, KoreanLexicon.Instance.Longest); length >= 1; length--)
        {
            foreach (var kind in KoreanLexicon.Instance.StemsOf(word[..length]))
            {
                if (KoreanEndings.LengthOf(kind, word[length..]) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static TermHitKind? Tail(char last, ReadOnlySpan<char> rest, KoreanPattern pattern)
    {
        if (rest.IsEmpty)
        {
            return TermHitKind.Exact;
        }

        if (rest.StartsWith("하고", StringComparison.Ordinal) && pattern.MayBeVerb)
        {
            return null;
        }

        if (pattern.Length == 1)
        {
            return KoreanParticles.IsChain(last, rest) || (rest.Length > 1 && rest[0] == '이' && KoreanParticles.IsCopula(last, rest))
                ? TermHitKind.Inflected
                : null;
        }

        return KoreanParticles.IsInflection(last, rest) || (pattern.TakesVerb && KoreanLattice.VerbLength(rest) >= 0) || IsMistaken(last, rest, pattern.IsShort)
            ? TermHitKind.Inflected
            : null;
    }

    /// <summary>
    /// A particle in the form that does not agree with the word: a mistake, but plainly a particle. Behind a short word 가, 로, 과 may be
    /// a suffix (예술가), behind a long one hardly.
    /// </summary>
    private static bool IsMistaken(char last, ReadOnlySpan<char> rest, bool isShort) => Hangul.FinalOf(last) switch
    {
        0 => rest is "을" or "은" || (!isShort && rest is ("이" or "과")),
        Hangul.Rieul => rest is "를" or "는" or "와" or "으로" || (!isShort && rest is "가"),
        _ => rest is "를" or "는" or "와" || (!isShort && rest is ("가" or "로")),
    };

    private TermHitKind? Kind(int start, int end, int runEnd, KoreanPattern pattern, bool parted)
    {
        var rest = _text.AsSpan(end, runEnd - end);
        var tail = Tail(_text[end - 1], rest, pattern);
        if (tail is null)
        {
            if (pattern.Length == 1 || (pattern.IsShort && BeginsOtherWord(rest)) || (pattern.IsShort && !BeginsNoun(rest)))
            {
                return null;
            }

            tail = TermHitKind.Compound;
        }

        if (parted || !Hangul.IsSyllable(_text[start]))
        {
            return tail;
        }

        var lattice = LatticeOf(start, runEnd);
        var mistaken = tail == TermHitKind.Inflected && IsMistaken(_text[end - 1], rest, pattern.IsShort);
        var after = mistaken ? 2 : lattice.After(end, pattern.TakesVerb);
        var cost = lattice.Until(start) + pattern.Cost + after;
        if (pattern.IsShort)
        {
            // Its own left edge is settled; what stands before it (a name, a number with its counter) is no part of the comparison.
            var best = IsRunStart(start) ? lattice.Best : cost;
            return cost - lattice.Until(start) < KoreanLattice.Unknown && cost <= best + (pattern.Length == 1 ? 0 : Margin) ? tail : null;
        }

        return cost <= lattice.Best + FreeMargin ? tail : null;
    }

    private static TermHitKind? AfterOtherScript(int end, char last, ReadOnlySpan<char> rest, bool latinFollows) =>
        rest.IsEmpty && latinFollows ? null
        : rest.IsEmpty ? TermHitKind.Exact
        : end > 0 && !IsIdeograph(last) && KoreanParticles.IsInflection(last, rest) ? TermHitKind.Inflected : TermHitKind.Compound;

    private TermHitKind? AfterOtherScript(int end, char last, ReadOnlySpan<char> rest) => AfterOtherScript(
        end, last, rest, char.IsAsciiLetterOrDigit(last) && end < _text.Length && char.IsAsciiLetterOrDigit(_text[end]));

    private bool IsInsideNumberOrWord(int start) =>
        start > 0 && char.IsLetterOrDigit(_text[start]) && !Hangul.IsSyllable(_text[start]) && !IsIdeograph(_text[start])
        && char.IsLetterOrDigit(_text[start - 1]) && !Hangul.IsSyllable(_text[start - 1]);

    private bool IsRunStart(int start) => start == 0 || !Hangul.IsSyllable(_text[start - 1]);

    /// <summary>Whether a short term may begin here inside a run: behind a number with its counter, or a title behind a person's name.</summary>
    private bool IsFreeInside(int start, KoreanPattern pattern)
    {
        var runStart = start;
        while (runStart > 0 && Hangul.IsSyllable(_text[runStart - 1]))
        {
            runStart--;
        }

        var before = _text.AsSpan(runStart, start - runStart);
        if (runStart > 0 && char.IsAsciiDigit(_text[runStart - 1]) && pattern.Length > 1)
        {
            return Counters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before);
        }

        return Titles.Contains(pattern.Solid) && before.Length is 2 or 3 or 4 && Surnames.Contains(before[0], StringComparison.Ordinal)
            && !KoreanLexicon.Instance.IsNoun(before) && !_nouns.Contains(before);
    }

    /// <summary>Whether a suffix stands here that makes another word of the noun: 사상 + 자, 혁명 + 적.</summary>
    private bool BeginsOtherWord(ReadOnlySpan<char> rest) =>
        rest[0] == '적' || rest.StartsWith("주의", StringComparison.Ordinal)
        || (KoreanLexicon.Suffixes.Contains(rest[0], StringComparison.Ordinal)
            && (KoreanParticles.IsChain(rest[0], rest[1..]) || (KoreanParticles.IsInflection(rest[0], rest[1..]) && !BeginsNoun(rest))));

    private bool BeginsNoun(ReadOnlySpan<char> rest)
    {
        for (var length = Math.Min(rest.Length, longestNoun); length >= 2; length--)
        {
            if (_nouns.Contains(rest[..length]))
            {
                return true;
            }
        }

        return KoreanLexicon.Instance.BeginsNoun(rest);
    }

    /// <summary>Whether the stem of a verb is but the beginning of an ordinary word: 모시 in 모시옷.</summary>
    private bool HidesInNoun(int start, int end, int runEnd, int ending)
    {
        for (var length = Math.Min(runEnd - start, KoreanLexicon.Instance.Longest); length > end - start; length--)
        {
            if (KoreanLexicon.Instance.IsNoun(_text.AsSpan(start, length)) && length >= end + ending - start)
            {
                return true;
            }
        }

        return false;
    }

    private KoreanLattice LatticeOf(int start, int runEnd)
    {
        var runStart = start;
        while (runStart > 0 && Hangul.IsSyllable(_text[runStart - 1]))
        {
            runStart--;
        }

        if (!_lattices.TryGetValue(runStart, out var lattice))
        {
            _lattices.Add(runStart, lattice = new KoreanLattice(_text, runStart, runEnd, word => _nouns.Contains(word.Span), longestNoun));
        }

        return lattice;
    }

    private static bool IsIdeograph(char unit) => unit is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';
}
