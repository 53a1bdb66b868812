using System.Text;

namespace Workbench.Core.Languages.Korean;

/// <summary>The arithmetic of precomposed syllables (Unicode 3.12): 19 initials, 21 vowels, 27 finals and none.</summary>
public static class Hangul
{
    public const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    public const string Vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

    public const string Finals = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /// <summary>The final of a syllable that ends in ㄹ, as <see cref="FinalOf"/> counts.</summary>
    public const int Rieul = 8;

    private const int First = 0xAC00;
    private const int Last = 0xD7A3;
    private const int FinalsAndNone = 28;
    private const int VowelsAndFinals = 588;

    public static bool IsSyllable(char unit) => unit is >= (char)First and <= (char)Last;

    /// <summary>0 for an open syllable, 1–27 for its final in the order of <see cref="Finals"/>, -1 for what is no syllable.</summary>
    public static int FinalOf(char unit) => IsSyllable(unit) ? (unit - First) % FinalsAndNone : -1;

    /// <summary>0–18 in the order of <see cref="Initials"/>; -1 for what is no syllable.</summary>
    public static int InitialOf(char unit) => IsSyllable(unit) ? (unit - First) / VowelsAndFinals : -1;

    /// <summary>0–20 in the order of <see cref="Vowels"/>; -1 for what is no syllable.</summary>
    public static int VowelOf(char unit) => IsSyllable(unit) ? (unit - First) % VowelsAndFinals / FinalsAndNone : -1;

    public static char Compose(int initial, int vowel, int final) =>
        (char)(First + (initial * VowelsAndFinals) + (vowel * FinalsAndNone) + final);

    /// <summary>The initial consonants of the syllables, everything else as it is: 조선 gives ㅈㅅ.</summary>
    public static string InitialsOf(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            written.Append(InitialOf(unit) is >= 0 and var initial ? Initials[initial] : unit);
        }

        return written.ToString();
    }
}
