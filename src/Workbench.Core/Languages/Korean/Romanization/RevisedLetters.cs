using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>Notice 2000-8: g, d, b, j before a vowel, k, t, p elsewhere, no marks.</summary>
internal sealed class RevisedLetters : LetterTable
{
    public static readonly RevisedLetters Instance = new();

    protected override ImmutableArray<string> Initials { get; } =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    protected override ImmutableArray<string> Vowels { get; } =
    [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i",
    ];

    protected override string Initial(Sound sound, char? before) =>
        (sound.Initial, before) is ('ㄹ', 'ㄹ') ? "l" : base.Initial(sound, before);
}
