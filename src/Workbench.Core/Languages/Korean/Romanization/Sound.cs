using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>One syllable on its way from spelling to letters.</summary>
/// <param name="Initial">A letter of <see cref="Hangul.Initials"/>; ㅇ where the syllable begins with its vowel.</param>
/// <param name="Vowel">As <see cref="Hangul.VowelOf"/> counts.</param>
/// <param name="Final">A letter of <see cref="Finals"/>; a space where there is none.</param>
/// <param name="Linked">Whether the initial was the final of the syllable before.</param>
internal readonly record struct Sound(char Initial, int Vowel, char Final, bool Linked = false)
{
    /// <summary>The finals as <see cref="Hangul.FinalOf"/> counts them, the first for none.</summary>
    public const string Finals = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    public static Sound Of(char syllable) => new(
        Hangul.Initials[Hangul.InitialOf(syllable)], Hangul.VowelOf(syllable), Finals[Hangul.FinalOf(syllable)]);

    public static ImmutableArray<Sound> Spell(string syllables) => [.. syllables.Select(Of)];
}
