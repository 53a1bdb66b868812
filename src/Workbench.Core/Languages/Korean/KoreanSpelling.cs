using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean;

/// <summary>
/// The systematic differences between the spelling of the DPRK and that of the ROK, in the direction that is a function. At the
/// beginning of a word the ROK writes ㄴ or ㅇ for ㄹ (로동 → 노동, 력사 → 역사), ㅇ for ㄴ before ㅣ and its glides (녀성 → 여성), and
/// 열, 율 for 렬, 률 after a vowel or ㄴ (규률 → 규율).
/// </summary>
public static class KoreanSpelling
{
    private const int Nieun = 2;
    private const int Rieul = 5;
    private const int Ieung = 11;
    private const int FinalNieun = 4;

    /// <summary>ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ.</summary>
    private static readonly ImmutableArray<int> Palatal = [2, 3, 6, 7, 12, 17, 20];

    /// <summary>The ROK spelling of a DPRK one by these rules. Every stretch after a space is a word.</summary>
    public static string ToSouth(string north)
    {
        var written = north.ToCharArray();
        for (var at = 0; at < written.Length; at++)
        {
            written[at] = at == 0 || written[at - 1] == ' '
                ? Initial(written[at])
                : Inner(written[at - 1], written[at]);
        }

        return new string(written);
    }

    private static char Initial(char syllable)
    {
        var palatal = Palatal.Contains(Hangul.VowelOf(syllable));
        return Hangul.InitialOf(syllable) switch
        {
            Rieul => WithInitial(syllable, palatal ? Ieung : Nieun),
            Nieun when palatal => WithInitial(syllable, Ieung),
            _ => syllable,
        };
    }

    private static char Inner(char before, char syllable) =>
        (syllable is '렬' or '률') && (Hangul.FinalOf(before) is 0 or FinalNieun)
            ? WithInitial(syllable, Ieung)
            : syllable;

    private static char WithInitial(char syllable, int initial) =>
        Hangul.Compose(initial, Hangul.VowelOf(syllable), Hangul.FinalOf(syllable));
}
