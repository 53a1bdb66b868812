using System.Collections.Immutable;
using System.Text;

namespace Workbench.Core.Languages.Korean;

/// <summary>
/// The two orders of Hangul in dictionaries. The ROK's is that of the code points: each double consonant follows its single one, ㅇ
/// stands after ㅅ, compound vowels among the simple ones. The DPRK puts double consonants after ㅎ and the silent initial ㅇ last of
/// all, compound vowels after the simple ones, ㄲ and ㅆ last of the finals (Lunde, CJKV Information Processing, table 9-17). In both,
/// spaces and marks do not count, and digits come before Latin letters before Chinese characters before Hangul.
/// </summary>
public sealed class KoreanOrder
{
    public static readonly KoreanOrder North = new(
        "ㄱㄴㄷㄹㅁㅂㅅㅈㅊㅋㅌㅍㅎㄲㄸㅃㅆㅉㅇ",
        "ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅒㅔㅖㅚㅟㅢㅘㅝㅙㅞ",
        "ㄱㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅇㅈㅊㅋㅌㅍㅎㄲㅆ");

    public static readonly KoreanOrder South = new(Hangul.Initials, Hangul.Vowels, Hangul.Finals);

    private readonly ImmutableArray<int> _initials;
    private readonly ImmutableArray<int> _vowels;
    private readonly ImmutableArray<int> _finals;

    private KoreanOrder(string initials, string vowels, string finals)
    {
        _initials = [.. Hangul.Initials.Select(letter => initials.IndexOf(letter, StringComparison.Ordinal))];
        _vowels = [.. Hangul.Vowels.Select(letter => vowels.IndexOf(letter, StringComparison.Ordinal))];
        _finals = [0, .. Hangul.Finals.Select(letter => finals.IndexOf(letter, StringComparison.Ordinal) + 1)];
    }

    /// <summary>That of the DPRK for <c>ko-KP</c>, that of the ROK for every other Korean.</summary>
    public static KoreanOrder For(LanguageTag language) => language == LanguageTag.KoreanNorth ? North : South;

    /// <summary>Texts are in this order when their keys are in ordinal order.</summary>
    public string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var unit in text.IsNormalized() ? text : text.Normalize())
        {
            if (Hangul.IsSyllable(unit))
            {
                key.Append(Hangul.Compose(
                    _initials[Hangul.InitialOf(unit)], _vowels[Hangul.VowelOf(unit)], _finals[Hangul.FinalOf(unit)]));
            }
            else if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
            {
                key.Append(char.ToUpperInvariant(unit));
            }
        }

        return key.ToString();
    }
}
