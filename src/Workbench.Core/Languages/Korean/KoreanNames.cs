using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Workbench.Core.Languages.Korean;

/// <summary>Korean personal names as the DPRK writes them in Latin letters: family name first, each syllable a capitalised word.</summary>
public static partial class KoreanNames
{
    private static readonly FrozenSet<string> Surnames = new[]
    {
        "Kim", "Ri", "Pak", "Choe", "Jong", "Kang", "Jo", "Yun", "Jang", "Rim", "Han", "O", "So", "Sin", "Kwon", "Hwang", "An", "Song",
        "Ryu", "Hong", "Jon", "Ko", "Mun", "Son", "Yang", "Pae", "Paek", "Ho", "Nam", "Sim", "Ro", "Ha", "Kwak", "Cha", "Ju", "U",
        "Ku", "Ra", "Min", "Jin", "Ji", "Om", "Chae", "Won", "Chon", "Pang", "Kong", "Hyon", "Ham", "Pyon", "Ryom", "Yo", "Thae", "Hyong",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether these words are a surname and one syllable: whole for a few (Kim Il), the beginning of a longer name for most.</summary>
    public static bool IsShortName(IEnumerable<string> words) =>
        words.ToArray() is [var surname, var given] && Surnames.Contains(surname) && IsSyllable(given);

    /// <summary>Whether a capitalised word can be one syllable of a name.</summary>
    public static bool IsSyllable(string word) =>
        word.Length > 0 && char.IsAsciiLetterUpper(word[0]) && Syllable.IsMatch(word);

    [GeneratedRegex(@"\A(kk|tt|pp|ss|jj|ch|kh|th|ph|[kgndtrlmbpsjh])?[yw]?(ae|oe|oi|ui|[aeiou])(ng|[klmnpt])?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Syllable { get; }
}
