using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>The DPRK's tables: voiceless k, t, p that voice between voiced sounds, j throughout, an h after the aspirated ones.</summary>
internal sealed class DprkLetters : LetterTable
{
    public static readonly DprkLetters Of2012 = new("oi");
    public static readonly DprkLetters Of2002 = new("oe");

    private DprkLetters(string oe) => Vowels =
    [
        "a", "ae", "ya", "yae", "ŏ", "e", "yŏ", "ye", "o", "wa", "wae", oe, "yo", "u", "wŏ", "we", "wi", "yu", "ŭ", "ŭi", "i",
    ];

    protected override ImmutableArray<string> Initials { get; } =
        ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "kh", "th", "ph", "h"];

    protected override ImmutableArray<string> Vowels { get; }

    protected override string NgMark => "-";

    protected override string Initial(Sound sound, char? before) => (sound.Initial, before) switch
    {
        ('ㄱ', _) when IsVoiced(before) => "g",
        ('ㄷ', _) when IsVoiced(before) => "d",
        ('ㅂ', _) when IsVoiced(before) => "b",
        ('ㄴ', 'ㄹ') => "l",
        _ => base.Initial(sound, before),
    };
}
