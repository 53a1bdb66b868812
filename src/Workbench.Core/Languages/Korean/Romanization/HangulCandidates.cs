using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// From Latin letters back to Hangul. The way back is never one: without breves ㅓ and ㅗ fall together, so that Ri Yong Ho is
/// 리영호 or 리용호, two holders of office. What is offered is every spelling that some system writes as was asked, likelier ones first.
/// </summary>
public static class HangulCandidates
{
    /// <summary>Longer words are not looked at: their spellings are too many to be of use.</summary>
    public const int MaxLetters = 30;

    private const int MaxSpellings = 20_000;

    private static readonly FrozenDictionary<string, string> Initials = Table(
        "= ㅇ;k ㄱㅋ;g ㄱ;kk ㄲ;n ㄴㄹ;d ㄷ;t ㄷㅌ;tt ㄸ;r ㄹ;l ㄹㄴ;m ㅁ;b ㅂ;p ㅂㅍ;pp ㅃ;s ㅅ;sh ㅅ;ss ㅆ;j ㅈ;jj ㅉ;ch ㅈㅊ;tch ㅉ;kh ㅋ;th ㅌ;ph ㅍ;h ㅎ");

    /// <summary>As <see cref="Hangul.VowelOf"/> counts, in the order of the letters below.</summary>
    private static readonly FrozenDictionary<string, string> Vowels = Table(
        "a ㅏ;ae ㅐ;ya ㅑ;yae ㅒ;o ㅓㅗ;eo ㅓ;e ㅔ;yo ㅕㅛ;yeo ㅕ;ye ㅖ;wa ㅘ;wae ㅙ;oe ㅚ;oi ㅚ;u ㅜㅡ;eu ㅡ;wo ㅝ;we ㅞ;wi ㅟ;yu ㅠ;ui ㅢ;i ㅣ");

    /// <summary>A final as it is heard, and what it may be spelled for: nasal before nasals, voiced before vowels.</summary>
    private static readonly FrozenDictionary<string, string> Finals = Table(
        "= =;k ㄱ;g ㄱ;n ㄴㅅ;t ㅅㄷ;d ㄷ;l ㄹㄴ;r ㄹ;m ㅁㅂ;p ㅂㅍ;b ㅂ;ng ㅇㄱ;s ㅅ");

    private const string VowelLetters = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

    /// <summary>Syllables of names and places, the frequent ones first. Own compilation; it decides the order only.</summary>
    private const string Frequent =
        "김리박최정영용철성호일남국학명희경숙옥순동수현진선강조윤장림한룡광춘길봉상혁덕태창석원형근기은화복만신홍금문송평양산천주안서인병승재해충련련훈률렬식길송향설미혜";

    /// <param name="latin">A word, or a name in words; hyphens, apostrophes and breves as the person has them.</param>
    /// <param name="limit">The most that are returned.</param>
    /// <returns>Spellings in Hangul without spaces; empty where no system writes such a word.</returns>
    public static ImmutableArray<string> For(string latin, int limit)
    {
        var folded = Fold(latin);
        if (folded.Length is 0 or > MaxLetters || !folded.All(char.IsAsciiLetterLower))
        {
            return [];
        }

        var read = HasMarks(latin) ? (Func<string, string>)Exact : Fold;
        var wanted = read(latin);
        return
        [
            .. Spellings(folded)
                .Where(spelling => RomanizationSystems.All.Any(system => read(Romanizer.Romanize(spelling, system)) == wanted))
                .OrderByDescending(Likelihood)
                .ThenBy(spelling => spelling, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    private static HashSet<string> Spellings(string letters)
    {
        var leadsOn = PlacesThatLeadOn(letters);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(int At, string Spelled)>([(0, "")]);
        while (open.TryPop(out var state) && found.Count < MaxSpellings)
        {
            if (state.At == letters.Length)
            {
                found.Add(state.Spelled);
                continue;
            }

            foreach (var (syllable, end) in SyllablesAt(letters, state.At).Where(one => leadsOn[one.End]))
            {
                open.Push((end, state.Spelled + syllable));
            }
        }

        return found;
    }

    /// <summary>From which places syllables lead to the end. Others are not gone to: the ways there double with every vowel.</summary>
    private static bool[] PlacesThatLeadOn(string letters)
    {
        var leadsOn = new bool[letters.Length + 1];
        leadsOn[^1] = true;
        for (var at = letters.Length - 1; at >= 0; at--)
        {
            leadsOn[at] = SyllablesAt(letters, at).Any(one => leadsOn[one.End]);
        }

        return leadsOn;
    }

    private static IEnumerable<(char Syllable, int End)> SyllablesAt(string letters, int start) =>
        from initial in At(letters, start, Initials)
        from vowel in At(letters, initial.End, Vowels)
        where vowel.End > initial.End
        from final in At(letters, vowel.End, Finals)
        select (Compose(initial.Letter, vowel.Letter, final.Letter), final.End);

    private static char Compose(char initial, char vowel, char final) => Hangul.Compose(
        Hangul.Initials.IndexOf(initial, StringComparison.Ordinal),
        VowelLetters.IndexOf(vowel, StringComparison.Ordinal),
        final == '=' ? 0 : Sound.Finals.IndexOf(final, StringComparison.Ordinal));

    private static IEnumerable<(char Letter, int End)> At(string letters, int start, FrozenDictionary<string, string> table)
    {
        const int Longest = 3;
        for (var length = 0; length <= Longest && start + length <= letters.Length; length++)
        {
            if (table.TryGetValue(length == 0 ? "=" : letters.Substring(start, length), out var spelled))
            {
                foreach (var letter in spelled)
                {
                    yield return (letter, start + length);
                }
            }
        }
    }

    private static int Likelihood(string spelling) => spelling.Sum(syllable =>
        Frequent.IndexOf(syllable, StringComparison.Ordinal) is >= 0 and var rank ? Frequent.Length - rank : -Frequent.Length);

    private static bool HasMarks(string latin) => latin.AsSpan().ContainsAny("ŏŭŎŬ");

    private static string Exact(string latin) => string.Concat(latin.Normalize(NormalizationForm.FormC).ToLowerInvariant().Where(char.IsLetter));

    /// <summary>Lower case without breves, hyphens, apostrophes and spaces.</summary>
    private static string Fold(string latin) => string.Concat(latin.Normalize(NormalizationForm.FormD).ToLowerInvariant()
        .Where(letter => char.IsLetter(letter) || char.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark
            or UnicodeCategory.DashPunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherPunctuation)));

    private static FrozenDictionary<string, string> Table(string rows) => rows.Split(';')
        .Select(row => row.Split(' '))
        .ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
}
