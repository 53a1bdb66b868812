using System.Collections.Frozen;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>What no rule gives.</summary>
/// <param name="Respelling">How the word is spoken where its spelling does not say so, as many syllables; null for as spelled.</param>
/// <param name="South">The ROK's spelling where it does not follow from the DPRK's, as many syllables; null for by rule.</param>
/// <param name="Rules">The form that the DPRK's rules print as an example; null for by rule.</param>
/// <param name="Press">The form in print; null for by rule.</param>
internal sealed record EstablishedForm(string? Respelling, string? South, string? Rules, string? Press);

/// <summary>
/// Words whose form is a fact and not a rule: sounds that the spelling hides (the UN guideline's own examples), and forms counted
/// in DPRK English publications, KCNA 2011–12 above all.
/// </summary>
internal static class EstablishedForms
{
    /// <summary>Hangul without marks; how it is spoken; how the ROK spells it; the rules' example; how the press writes it. A dash is nothing.</summary>
    private static readonly FrozenDictionary<string, EstablishedForm> All = """
        한나산 할나산 한라산 - -
        한라산 할나산 한라산 - -
        전라도 절나도 전라도 - -
        전라남도 절나남도 전라남도 - -
        전라북도 절나북도 전라북도 - -
        천리마 철니마 천리마 - Chollima
        뒤문 뒨문 뒷문 - -
        기대산 깃대산 깃대산 - -
        새별 새뼐 샛별 - -
        물곬 - - Mulkol -
        앞언덕 - - Ap-ŏndŏk -
        신문로 - 신문노 - -
        최룡해 - 최룡해 - -
        평양 - - - Pyongyang
        김일성 - - - Kim~Il~Sung
        선군 - - - Songun
        금수산 - - - Kumsusan
        락원 - - - Rakwon
        철원 - - - Cholwon
        압록 - - - Amnok
        압록강 - - - Amnok
        릉라 - - - Rungna
        릉라도 - - - Rungna
        락랑 - - - Rangnang
        민주조선 - - - Minju~Joson
        로동신문 - - - Rodong~Sinmun
        """.Split('\n').Select(line => line.Split(' ')).ToFrozenDictionary(
            cells => cells[0], cells => new EstablishedForm(Cell(cells[1]), Cell(cells[2]), Cell(cells[3]), Cell(cells[4])), StringComparer.Ordinal);

    public static EstablishedForm? Find(string hangul) => All.GetValueOrDefault(hangul);

    private static string? Cell(string cell) => cell == "-" ? null : cell.Replace('~', ' ');
}
