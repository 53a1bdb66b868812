using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>McCune and Reischauer 1939: the sounds as heard, the aspirated ones with an apostrophe (U+2019).</summary>
internal sealed class McCuneReischauerLetters : LetterTable
{
    public static readonly McCuneReischauerLetters Instance = new();

    private const int A = 0;
    private const int E = 5;
    private const int O = 8;
    private const int Wi = 16;

    protected override ImmutableArray<string> Initials { get; } =
        ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch’", "k’", "t’", "p’", "h"];

    protected override ImmutableArray<string> Vowels { get; } =
    [
        "a", "ae", "ya", "yae", "ŏ", "e", "yŏ", "ye", "o", "wa", "wae", "oe", "yo", "u", "wŏ", "we", "wi", "yu", "ŭ", "ŭi", "i",
    ];

    protected override string NgMark => "’";

    protected override string Initial(Sound sound, char? before) => (sound.Initial, before) switch
    {
        ('ㄱ', _) when IsVoiced(before) => "g",
        ('ㅂ', _) when IsVoiced(before) => "b",
        ('ㄷ', not 'ㄹ') when IsVoiced(before) => "d",
        ('ㅈ', not 'ㄹ') when IsVoiced(before) => "j",
        ('ㄹ', 'ㄹ') => "l",
        ('ㅅ', _) when sound.Vowel == Wi => "sh",
        _ => base.Initial(sound, before),
    };

    /// <summary>An e after a or o that is not read with it: ë.</summary>
    protected override string Vowel(Sound sound, Sound? before) =>
        sound is { Initial: 'ㅇ', Vowel: E } && before is { Vowel: A or O, Final: ' ' } ? "ë" : base.Vowel(sound, before);

    protected override string Final(char final, char? next) => (final, next) switch
    {
        ('ㄹ', 'ㅎ') => "r",
        ('ㄷ', 'ㅅ') => "s",
        _ => base.Final(final, next),
    };
}
