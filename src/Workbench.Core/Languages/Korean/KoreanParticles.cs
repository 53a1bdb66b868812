using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean;

/// <summary>
/// What may stand behind a noun in the same word: particles in their order, each agreeing with the sound before it, the plural
/// and honorific suffixes, nouns of place and time that DPRK spelling joins, the copula, and the verbs that a verbal noun takes.
/// </summary>
public static class KoreanParticles
{
    private enum After
    {
        Any,
        Consonant,
        Vowel,

        /// <summary>A vowel or ㄹ.</summary>
        Open,

        /// <summary>A consonant other than ㄹ.</summary>
        Closed,
    }

    private static readonly ImmutableArray<(string Form, After After)> Case =
    [
        ("에서", After.Any), ("에게서", After.Any), ("에게로", After.Any), ("에게", After.Any), ("에로", After.Any), ("에", After.Any),
        ("께서", After.Any), ("께", After.Any), ("한테서", After.Any), ("한테", After.Any), ("더러", After.Any), ("하고", After.Any),
        ("으로서", After.Closed), ("으로써", After.Closed), ("으로부터", After.Closed), ("으로", After.Closed),
        ("로서", After.Open), ("로써", After.Open), ("로부터", After.Open), ("로", After.Open),
        ("과", After.Consonant), ("와", After.Vowel),
    ];

    private static readonly ImmutableArray<(string Form, After After)> Delimiting =
    [
        ("만큼", After.Any), ("만", After.Any), ("까지", After.Any), ("부터", After.Any), ("마저", After.Any), ("조차", After.Any),
        ("뿐", After.Any), ("마다", After.Any), ("대로", After.Any), ("처럼", After.Any), ("같이", After.Any), ("보다", After.Any),
        ("밖에", After.Any), ("따라", After.Any),
    ];

    private static readonly ImmutableArray<(string Form, After After)> Closing =
    [
        ("은", After.Consonant), ("는", After.Vowel), ("이", After.Consonant), ("가", After.Vowel),
        ("을", After.Consonant), ("를", After.Vowel), ("의", After.Any), ("도", After.Any),
        ("이나", After.Any), ("나", After.Vowel), ("이라", After.Any), ("라", After.Vowel), ("이며", After.Any), ("며", After.Vowel),
        ("이여", After.Any), ("여", After.Vowel), ("이란", After.Any), ("란", After.Vowel), ("이든", After.Any), ("든", After.Vowel),
        ("이야말로", After.Any), ("야말로", After.Vowel), ("이라도", After.Any), ("라도", After.Vowel), ("이라는", After.Any), ("라는", After.Vowel),
        ("이라고", After.Any), ("라고", After.Vowel), ("커녕", After.Any), ("치고", After.Any),
    ];

    internal static readonly ImmutableArray<string> Suffixes = ["님들", "들", "님"];

    internal static readonly ImmutableArray<string> Joined =
        ["밑", "속", "앞", "우", "뒤", "안", "밖", "사이", "가운데", "중", "아래", "때", "후", "전", "시기", "기간", "과정", "당시", "이후", "이전", "직후", "직전", "도중", "동안", "이래", "대신", "이상", "이하", "이외", "나름", "옆", "곁", "너머", "쪽"];

    private static readonly ImmutableArray<string> Copula =
    [
        "이다", "이였", "이며", "이고", "이지", "이니", "이므로", "이여서", "이자", "이되", "입니다", "인가", "인데", "인만큼", "이라면",
        "이라는", "이라고", "이였다", "이런",
    ];

    /// <summary>Whether <paramref name="rest"/> is nothing but particles after a word that ends in <paramref name="before"/>.</summary>
    public static bool IsChain(char before, ReadOnlySpan<char> rest) => AfterCase(before, rest, Case);

    /// <summary>As <see cref="IsChain"/>, with a plural or honorific suffix and a joined noun of place or time before the particles.</summary>
    public static bool IsInflection(char before, ReadOnlySpan<char> rest)
    {
        if (IsChain(before, rest) || IsCopula(before, rest))
        {
            return true;
        }

        foreach (var suffix in Suffixes)
        {
            if (rest.StartsWith(suffix, StringComparison.Ordinal) && IsJoined(suffix[^1], rest[suffix.Length..]))
            {
                return true;
            }
        }

        return IsJoined(before, rest);
    }

    private static bool IsJoined(char before, ReadOnlySpan<char> rest)
    {
        if (IsChain(before, rest) || IsCopula(before, rest))
        {
            return true;
        }

        foreach (var noun in Joined)
        {
            if (rest.StartsWith(noun, StringComparison.Ordinal) && IsChain(noun[^1], rest[noun.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsCopula(char before, ReadOnlySpan<char> rest) =>
        rest is "인" || StartsWithAny(rest, Copula)
        || (Hangul.FinalOf(before) == 0 && (rest.StartsWith("였", StringComparison.Ordinal) || rest is "다" or "고"));

    private static bool AfterCase(char before, ReadOnlySpan<char> rest, ImmutableArray<(string Form, After After)> forms)
    {
        if (AfterDelimiting(before, rest))
        {
            return true;
        }

        foreach (var (form, after) in forms)
        {
            if (Fits(form, after, before, rest) && AfterDelimiting(form[^1], rest[form.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AfterDelimiting(char before, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        foreach (var (form, after) in Closing)
        {
            if (form.Length == rest.Length && Fits(form, after, before, rest))
            {
                return true;
            }
        }

        foreach (var (form, after) in Delimiting)
        {
            if (Fits(form, after, before, rest) && AfterDelimiting(form[^1], rest[form.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(string form, After after, char before, ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith(form, StringComparison.Ordinal))
        {
            return false;
        }

        // What is read aloud before a digit, a letter or a bracket is not known: either form may follow.
        var final = Hangul.FinalOf(before);
        return final < 0 || after switch
        {
            After.Consonant => final > 0,
            After.Vowel => final == 0,
            After.Open => final is 0 or Hangul.Rieul,
            After.Closed => final > 0 && final != Hangul.Rieul,
            _ => true,
        };
    }

    private static bool StartsWithAny(ReadOnlySpan<char> rest, ImmutableArray<string> forms)
    {
        foreach (var form in forms)
        {
            if (rest.StartsWith(form, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
