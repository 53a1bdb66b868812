using System.Collections.Immutable;

namespace Workbench.Core.Languages.Korean;

/// <summary>How a word ends when it is read aloud, which is what particles agree with.</summary>
public enum KoreanSound
{
    /// <summary>Not known from the writing: Chinese characters, small Latin letters, nothing.</summary>
    Unknown,
    Vowel,
    Consonant,

    /// <summary>ㄹ, a consonant that 로 takes for a vowel.</summary>
    Rieul,
}

/// <summary>A particle with two forms.</summary>
/// <param name="AfterConsonant">을, 이, 은, 과, 으로 …</param>
/// <param name="AfterVowel">를, 가, 는, 와, 로 …</param>
/// <param name="Both">What is written when the sound is not known: 을(를).</param>
public sealed record JosaPair(string AfterConsonant, string AfterVowel, string Both)
{
    /// <summary>으로 and what begins with it: after ㄹ as after a vowel.</summary>
    public bool IsRo => AfterConsonant.StartsWith("으로", StringComparison.Ordinal);

    /// <summary>The form that agrees with <paramref name="sound"/>.</summary>
    public string For(KoreanSound sound) => sound switch
    {
        KoreanSound.Unknown => Both,
        KoreanSound.Vowel => AfterVowel,
        KoreanSound.Rieul when IsRo => AfterVowel,
        _ => AfterConsonant,
    };
}

/// <summary>
/// Chooses the form of a particle after any word: Hangul, digits as they are read, capital letters by their names, with closing quotation
/// marks and a note in brackets left out of account. The rules are those of both norms; R is 아르, as the DPRK says it.
/// </summary>
public static class Josa
{
    private const string Closing = "》〉≫”’\"'」』】>»";

    /// <summary>Of the digits 영 일 이 삼 사 오 륙 칠 팔 구.</summary>
    private static readonly ImmutableArray<KoreanSound> Digits =
    [
        KoreanSound.Consonant, KoreanSound.Rieul, KoreanSound.Vowel, KoreanSound.Consonant, KoreanSound.Vowel,
        KoreanSound.Vowel, KoreanSound.Consonant, KoreanSound.Rieul, KoreanSound.Rieul, KoreanSound.Vowel,
    ];

    /// <summary>The longer forms before the shorter ones that they begin with.</summary>
    public static ImmutableArray<JosaPair> Pairs { get; } =
    [
        new("으로부터", "로부터", "(으)로부터"), new("으로서", "로서", "(으)로서"), new("으로써", "로써", "(으)로써"), new("으로", "로", "(으)로"),
        new("이야말로", "야말로", "(이)야말로"), new("이라는", "라는", "이라는(라는)"), new("이라고", "라고", "이라고(라고)"), new("이라도", "라도", "이라도(라도)"),
        new("이라면", "라면", "이라면(라면)"), new("이였다", "였다", "이였다(였다)"), new("이란", "란", "이란(란)"), new("이라", "라", "이라(라)"),
        new("이나", "나", "이나(나)"), new("이며", "며", "이며(며)"), new("이여", "여", "이여(여)"), new("이든", "든", "이든(든)"),
        new("을", "를", "을(를)"), new("은", "는", "은(는)"), new("과", "와", "과(와)"), new("이", "가", "이(가)"),
    ];

    /// <summary>The sound that <paramref name="word"/> ends in when it is read.</summary>
    public static KoreanSound SoundOf(string word)
    {
        var end = ContentEnd(word);
        if (end == 0)
        {
            return KoreanSound.Unknown;
        }

        var last = word[end - 1];
        return last switch
        {
            _ when Hangul.IsSyllable(last) => OfFinal(Hangul.FinalOf(last)),
            >= '0' and <= '9' => OfNumber(word.AsSpan(0, end)),
            'L' => KoreanSound.Rieul,
            'M' or 'N' => KoreanSound.Consonant,
            >= 'A' and <= 'Z' => KoreanSound.Vowel,
            '%' or '％' or '℃' => KoreanSound.Vowel,
            _ => KoreanSound.Unknown,
        };
    }

    /// <summary>The form of a particle after a word; both forms when it is not known how the word is read.</summary>
    /// <param name="particle">Either form of it.</param>
    /// <returns>Null when <paramref name="particle"/> has but one form.</returns>
    public static string? After(string word, string particle) =>
        Pairs.FirstOrDefault(pair => pair.AfterConsonant == particle || pair.AfterVowel == particle)?.For(SoundOf(word));

    /// <summary>
    /// The particle of two forms that <paramref name="rest"/> begins with, and its length, when nothing but further particles follows it in
    /// the same word.
    /// </summary>
    public static (JosaPair Pair, int Length)? Read(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && Hangul.IsSyllable(rest[end]))
        {
            end++;
        }

        var word = rest[..end];
        if (word.Length > 1 && word[0] != '로' && KoreanLexicon.Instance.IsNoun(word))
        {
            return null; // 나라 is no 나 with 라.
        }

        foreach (var pair in Pairs)
        {
            foreach (var form in (ReadOnlySpan<string>)[pair.AfterConsonant, pair.AfterVowel])
            {
                if (word.StartsWith(form, StringComparison.Ordinal) && KoreanParticles.IsChain(form[^1], word[form.Length..]))
                {
                    return (pair, form.Length);
                }
            }
        }

        return null;
    }

    /// <summary>Where the word ends that is read: before closing marks, and before a note in brackets with something in front of it.</summary>
    private static int ContentEnd(string word)
    {
        var end = word.Length;
        while (end > 0)
        {
            if (Closing.Contains(word[end - 1], StringComparison.Ordinal) || char.IsWhiteSpace(word[end - 1]))
            {
                end--;
            }
            else if (word[end - 1] is ')' or '）' or ']' && Opening(word, end - 1) is > 0 and var open)
            {
                end = open;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int Opening(string word, int close)
    {
        var depth = 0;
        for (var at = close; at >= 0; at--)
        {
            depth += word[at] switch
            {
                ')' or '）' or ']' => 1,
                '(' or '（' or '[' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at;
            }
        }

        return 0;
    }

    private static KoreanSound OfFinal(int final) => final switch
    {
        0 => KoreanSound.Vowel,
        Hangul.Rieul => KoreanSound.Rieul,
        _ => KoreanSound.Consonant,
    };

    /// <summary>A whole number ends in its last figure or in 십 백 천 만 억 조; behind a decimal point the figures are read one by one.</summary>
    private static KoreanSound OfNumber(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || (text[start - 1] is ',' or '.' && start > 1 && char.IsAsciiDigit(text[start - 2]))))
        {
            start--;
        }

        var number = text[start..];
        var zeros = 0;
        for (var at = number.Length - 1; at >= 0 && number[at] is '0' or ','; at--)
        {
            zeros += number[at] == '0' ? 1 : 0;
        }

        var digits = number.Length - number.Count(',');
        return number.Contains('.') || zeros == 0 || zeros == digits
            ? Digits[number[^1] - '0']
            : zeros switch
            {
                >= 12 and < 16 => KoreanSound.Vowel, // 조
                _ => KoreanSound.Consonant, // 십 백 천 만 억
            };
    }
}
