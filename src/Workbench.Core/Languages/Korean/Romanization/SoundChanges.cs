using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// From spelling to sound, within one word: palatalisation, aspiration, linking of a final to a following vowel, the seven finals,
/// nasals and liquids, in this order. The systems agree but for ㄹ after a consonant, which the DPRK's rules keep (압록 Amrok) and
/// the others turn (Amnok).
/// </summary>
internal sealed class SoundChanges
{
    public static readonly SoundChanges Dprk = new() { KeepsLiquid = true };

    /// <summary>The press writes ㄱ before ㄹ and ㅁ as it is spelled: Okryu, Paekma.</summary>
    public static readonly SoundChanges DprkPress = new() { KeepsLiquid = true, KeepsStops = true };

    public static readonly SoundChanges Surface = new();

    /// <summary>What stays behind of a double final and what goes over to a following vowel.</summary>
    private static readonly FrozenDictionary<char, (char Stays, char Goes)> Clusters = new Dictionary<char, (char, char)>
    {
        ['ㄳ'] = ('ㄱ', 'ㅅ'),
        ['ㄵ'] = ('ㄴ', 'ㅈ'),
        ['ㄶ'] = (' ', 'ㄴ'),
        ['ㄺ'] = ('ㄹ', 'ㄱ'),
        ['ㄻ'] = ('ㄹ', 'ㅁ'),
        ['ㄼ'] = ('ㄹ', 'ㅂ'),
        ['ㄽ'] = ('ㄹ', 'ㅅ'),
        ['ㄾ'] = ('ㄹ', 'ㅌ'),
        ['ㄿ'] = ('ㄹ', 'ㅍ'),
        ['ㅀ'] = (' ', 'ㄹ'),
        ['ㅄ'] = ('ㅂ', 'ㅅ'),
    }.ToFrozenDictionary();

    private bool KeepsLiquid { get; init; }

    private bool KeepsStops { get; init; }

    public ImmutableArray<Sound> Apply(ImmutableArray<Sound> spelled)
    {
        var sounds = spelled.ToArray();
        for (var at = 0; at < sounds.Length; at++)
        {
            if (at + 1 < sounds.Length)
            {
                (sounds[at], sounds[at + 1]) = Meet(sounds[at], sounds[at + 1]);
            }
            else
            {
                sounds[at] = sounds[at] with { Final = Neutral(sounds[at].Final) };
            }
        }

        return [.. sounds];
    }

    private (Sound, Sound) Meet(Sound first, Sound second) => second.Initial == 'ㅇ'
        ? Link(first, second)
        : Assimilate(Aspirate(first, second));

    private (Sound, Sound) Link(Sound first, Sound second)
    {
        var (stays, goes) = first.Final switch
        {
            ' ' or 'ㅇ' => (first.Final, 'ㅇ'),
            'ㅎ' => (' ', 'ㅇ'),
            var cluster when Clusters.TryGetValue(cluster, out var parted) => parted,
            var single => (' ', single),
        };
        return (first with { Final = stays }, second with { Initial = Palatal(goes, second.Vowel), Linked = goes != 'ㅇ' });
    }

    /// <summary>ㄷ and ㅌ before 이: 해돋이 haedoji, 같이 kach’i. The DPRK's table gives ㄷ before a vowel as d without an exception.</summary>
    private char Palatal(char consonant, int vowel)
    {
        const int I = 20;
        return (consonant, vowel, KeepsLiquid) switch
        {
            ('ㄷ', I, false) => 'ㅈ',
            ('ㅌ', I, false) => 'ㅊ',
            _ => consonant,
        };
    }

    private static (Sound, Sound) Aspirate(Sound first, Sound second)
    {
        if (first.Final is not ('ㅎ' or 'ㄶ' or 'ㅀ'))
        {
            return (first, second);
        }

        var rest = first.Final switch { 'ㄶ' => 'ㄴ', 'ㅀ' => 'ㄹ', _ => second.Initial == 'ㄴ' ? 'ㄴ' : ' ' };
        var strong = second.Initial switch { 'ㄱ' => 'ㅋ', 'ㄷ' => 'ㅌ', 'ㅂ' => 'ㅍ', 'ㅈ' => 'ㅊ', 'ㅅ' => 'ㅆ', var other => other };
        return (first with { Final = rest }, second with { Initial = strong });
    }

    private (Sound, Sound) Assimilate((Sound First, Sound Second) pair)
    {
        var final = Neutral(pair.First.Final);
        var initial = pair.Second.Initial;
        var (newFinal, newInitial) = (final, initial) switch
        {
            ('ㄱ', 'ㄹ' or 'ㅁ') when KeepsStops => (final, initial),
            ('ㄱ' or 'ㄷ' or 'ㅂ', 'ㄴ' or 'ㅁ') => (Nasal(final), initial),
            ('ㄱ' or 'ㄷ' or 'ㅂ', 'ㄹ') => (Nasal(final), KeepsLiquid ? 'ㄹ' : 'ㄴ'),
            ('ㅁ' or 'ㅇ', 'ㄹ') when !KeepsLiquid => (final, 'ㄴ'),
            ('ㄴ', 'ㄹ') when !KeepsLiquid => ('ㄹ', 'ㄹ'),
            ('ㄹ', 'ㄴ') when !KeepsLiquid => ('ㄹ', 'ㄹ'),
            _ => (final, initial),
        };
        return (pair.First with { Final = newFinal }, pair.Second with { Initial = newInitial });
    }

    private static char Nasal(char stop) => stop switch { 'ㄱ' => 'ㅇ', 'ㄷ' => 'ㄴ', _ => 'ㅁ' };

    /// <summary>The seven finals that are heard before a consonant and at the end.</summary>
    internal static char Neutral(char final) => final switch
    {
        'ㄱ' or 'ㄲ' or 'ㅋ' or 'ㄳ' or 'ㄺ' => 'ㄱ',
        'ㄴ' or 'ㄵ' or 'ㄶ' => 'ㄴ',
        'ㄷ' or 'ㅅ' or 'ㅆ' or 'ㅈ' or 'ㅊ' or 'ㅌ' or 'ㅎ' => 'ㄷ',
        'ㄹ' or 'ㄼ' or 'ㄽ' or 'ㄾ' or 'ㅀ' => 'ㄹ',
        'ㅁ' or 'ㄻ' => 'ㅁ',
        'ㅂ' or 'ㅍ' or 'ㅄ' or 'ㄿ' => 'ㅂ',
        _ => final,
    };
}
