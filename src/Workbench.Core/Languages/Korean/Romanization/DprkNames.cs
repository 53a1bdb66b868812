using System.Text;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// Names by the DPRK's rules: administrative units after a hyphen, features joined, both in one fixed form; the syllables of a
/// Sino-Korean given name as words of their own without sound changes between them, a longer native one joined.
/// </summary>
internal static class DprkNames
{
    private const string Doubles = "kk tt pp ss jj";

    /// <summary>Units and generics are written as after a voiced sound, whatever stands before: Satkatbong, Amrokgang.</summary>
    private static readonly char AfterVoiced = ' ';

    public static string Write(MarkedName name, RomanizationSystem system)
    {
        var letters = LetterTable.For(system);
        return name.Kind switch
        {
            NameKind.Person => Person(name, letters),
            NameKind.Unit => $"{Capital(letters.Write(SoundChanges.Dprk.Apply(Sound.Spell(name.Name))))}-{Fixed(name.Rest, letters)}",
            NameKind.Feature => Capital(Feature(name, letters, SoundChanges.Dprk)),
            _ => Capital(letters.Write(SoundChanges.Dprk.Apply(Sound.Spell(name.Name)))),
        };
    }

    /// <summary>The name with its generic: the generic changes the final before it, and is not changed by it.</summary>
    internal static string Feature(MarkedName name, LetterTable letters, SoundChanges changes)
    {
        var sounds = changes.Apply(Sound.Spell(name.Whole));
        var stem = letters.Write(sounds[..name.Name.Length]);
        if (sounds[name.Name.Length].Linked || sounds[name.Name.Length - 1].Final == 'ㄹ' && sounds[name.Name.Length].Initial is 'ㄴ')
        {
            return letters.Write(sounds);
        }

        var generic = Fixed(name.Rest, letters);
        return sounds[name.Name.Length - 1].Final == 'ㄴ' && generic.StartsWith('g') ? $"{stem}-{generic}" : stem + generic;
    }

    internal static string Person(MarkedName name, LetterTable letters)
    {
        var written = new StringBuilder(Capital(letters.Write(SoundChanges.Dprk.Apply(Sound.Spell(name.Name)))));
        if (name.Rest.Length > 2 || NameReader.IsNative(name.Rest))
        {
            return written.Append(' ').Append(Capital(letters.Write(SoundChanges.Dprk.Apply(Sound.Spell(name.Rest))))).ToString();
        }

        char? before = null;
        foreach (var syllable in Sound.Spell(name.Rest))
        {
            var alone = syllable with { Final = SoundChanges.Neutral(syllable.Final) };
            written.Append(' ').Append(Capital(letters.Write([alone], alone.Initial == 'ㄴ' ? null : before)));
            before = alone.Final;
        }

        return written.ToString();
    }

    private static string Fixed(string ending, LetterTable letters) =>
        letters.Write(SoundChanges.Dprk.Apply(Sound.Spell(ending)), AfterVoiced);

    /// <summary>A double letter at the beginning is a capital in both (rules of 2012): KKotpuni.</summary>
    private static string Capital(string word) =>
        word.Length > 1 && Doubles.Contains(word[..2], StringComparison.Ordinal)
            ? string.Concat(word[..2].ToUpperInvariant(), word.AsSpan(2))
            : Romanizer.Capital(word);
}
