using System.Collections.Immutable;
using System.Text;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>The letters of a system: what it writes for a sound, given the sounds beside it. Everything in lower case.</summary>
internal abstract class LetterTable
{
    /// <summary>The initials in the order of <see cref="Hangul.Initials"/>.</summary>
    protected abstract ImmutableArray<string> Initials { get; }

    protected abstract ImmutableArray<string> Vowels { get; }

    /// <summary>What joins ㄴ and a following g within a word, so that it is not read as ng.</summary>
    protected virtual string NgMark => "";

    public static LetterTable For(RomanizationSystem system) => system switch
    {
        RomanizationSystem.Dprk => DprkLetters.Of2012,
        RomanizationSystem.Dprk2002 or RomanizationSystem.DprkPress => DprkLetters.Of2002,
        RomanizationSystem.McCuneReischauer or RomanizationSystem.McCuneReischauerAlaLc => McCuneReischauerLetters.Instance,
        _ => RevisedLetters.Instance,
    };

    /// <summary>Writes sounds that <see cref="SoundChanges"/> has made.</summary>
    /// <param name="before">The final before the first of them: a space for a vowel, null at the beginning of a word.</param>
    /// <param name="hyphens">The syllables, by index, that a hyphen stands before.</param>
    public string Write(ImmutableArray<Sound> sounds, char? before = null, params ReadOnlySpan<int> hyphens)
    {
        var written = new StringBuilder();
        for (var at = 0; at < sounds.Length; at++)
        {
            var parted = hyphens.Contains(at);
            var initial = Initial(sounds[at], at == 0 ? before : sounds[at - 1].Final);
            if (parted)
            {
                // A consonant that goes over to the next syllable stays on the left of the hyphen: Ch’ŏr-wŏn.
                written.Append(sounds[at].Linked ? $"{initial}-" : $"-{initial}");
            }
            else
            {
                written.Append(at > 0 && sounds[at - 1].Final == 'ㄴ' && initial == "g" ? NgMark : "").Append(initial);
            }

            written.Append(Vowel(sounds[at], at == 0 || parted ? null : sounds[at - 1]));
            written.Append(Final(sounds[at].Final, at + 1 < sounds.Length ? sounds[at + 1].Initial : null));
        }

        return written.ToString();
    }

    protected virtual string Initial(Sound sound, char? before) => Initials[Hangul.Initials.IndexOf(sound.Initial, StringComparison.Ordinal)];

    protected virtual string Vowel(Sound sound, Sound? before) => Vowels[sound.Vowel];

    protected virtual string Final(char final, char? next) => final switch
    {
        'ㄱ' => "k",
        'ㄴ' => "n",
        'ㄷ' => "t",
        'ㄹ' => "l",
        'ㅁ' => "m",
        'ㅂ' => "p",
        'ㅇ' => "ng",
        _ => "",
    };

    protected static bool IsVoiced(char? final) => final is ' ' or 'ㄴ' or 'ㄹ' or 'ㅁ' or 'ㅇ';
}
