using System.Collections.Frozen;
using System.Text;

namespace Workbench.Core.Languages.Korean;

/// <summary>
/// The spellings in which one term may stand in a text: either norm at the beginning of a word (로동, 노동), 되였다 and 되었다, and listed
/// pairs such as 뜨락또르 and 트랙터 (<c>spelling-pairs.txt</c>). A spelling that is another word in the North is not among them.
/// </summary>
internal static class KoreanVariants
{
    private const int Nieun = 2;
    private const int Rieul = 5;
    private const int Ieung = 11;

    /// <summary>Southern spellings that are words of their own in the North: 노력 is effort, 로력 labour.</summary>
    private static readonly FrozenSet<string> OtherWords = new[] { "노력", "이행", "이동", "나사", "나팔", "연기" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<FrozenDictionary<char, (string From, string To)[]>> Pairs = new(LoadPairs);

    /// <summary>All of them, the form itself first.</summary>
    public static IReadOnlyList<string> Of(string form)
    {
        var forms = new List<string> { form };
        Add(forms, South(form));
        Add(forms, North(form, Rieul));
        Add(forms, North(form, Nieun));
        Add(forms, Inner(form));
        for (int at = 0, count = forms.Count; at < count; at++)
        {
            Add(forms, Paired(forms[at]));
        }

        for (int at = 0, count = forms.Count; at < count; at++)
        {
            AddVerbal(forms, forms[at]);
        }

        return forms;
    }

    private static void Add(List<string> forms, string? form)
    {
        if (form is not null && !forms.Contains(form, StringComparer.Ordinal))
        {
            forms.Add(form);
        }
    }

    private static string? South(string form) => KoreanSpelling.ToSouth(form) is var south && OtherWords.Contains(south) ? null : south;

    /// <summary>
    /// The first word with its old initial, where that makes a word of the lexicon: 역사 gives 력사, 여성 gives 녀성, but 인민 nothing.
    /// </summary>
    private static string? North(string form, int initial)
    {
        if (form.Length < 2 || Hangul.InitialOf(form[0]) is not (Nieun or Ieung) || OtherWords.Contains(form))
        {
            return null;
        }

        var north = string.Concat(
            Hangul.Compose(initial, Hangul.VowelOf(form[0]), Hangul.FinalOf(form[0])).ToString(), form.AsSpan(1));

        return north != form && KoreanSpelling.ToSouth(north) == form && KoreanLexicon.Instance.BeginsNoun(north) ? north : null;
    }

    /// <summary>Northern words inside a solid compound as the South writes them there: 유일적령도체계, 유일적영도체계.</summary>
    private static string? Inner(string form)
    {
        char[]? written = null;
        for (var at = 1; at < form.Length - 1; at++)
        {
            if (Hangul.InitialOf(form[at]) != Rieul || !Hangul.IsSyllable(form[at - 1]) || !Hangul.IsSyllable(form[at + 1]))
            {
                continue;
            }

            var word = form.AsSpan(at, 2);
            if (KoreanLexicon.Instance.IsNoun(word))
            {
                (written ??= (written = KoreanSpelling.ToSouth(form).ToCharArray()))[at] = KoreanSpelling.ToSouth(word.ToString())[0];
            }
        }

        return written is null ? null : new string(written);
    }

    private static string? Paired(string form)
    {
        StringBuilder? written = null;
        for (var at = 0; at < form.Length; at++)
        {
            if (Pairs.Value.TryGetValue(form[at], out var pairs))
            {
                foreach (var (from, to) in pairs)
                {
                    if (form.AsSpan(at).StartsWith(from, StringComparison.Ordinal))
                    {
                        written ??= new StringBuilder(form.Length).Append(form, 0, at);
                        written.Append(to);
                        at += from.Length;
                        break;
                    }
                }
            }

            if (at < form.Length)
            {
                written?.Append(form[at]);
            }
        }

        return written?.ToString();
    }

    /// <summary>되였다, 되었다 and 됐다; 하시였다 and 하셨다; 하였다 and 했다.</summary>
    private static void AddVerbal(List<string> forms, string form)
    {
        foreach (var (from, to) in (ReadOnlySpan<(string, string)>)[("되였", "되었"), ("되었", "되였"), ("시였", "셨"), ("셨", "시였"), ("되여", "되어"), ("되어", "되여"), ("시여", "셔"), ("하였", "했")])
        {
            if (form.Contains(from, StringComparison.Ordinal))
            {
                Add(forms, form.Replace(from, to, StringComparison.Ordinal));
            }
        }
    }

    private static FrozenDictionary<char, (string From, string To)[]> LoadPairs()
    {
        var pairs = new List<(string From, string To)>();
        using var reader = new StreamReader(
            typeof(KoreanVariants).Assembly.GetManifestResourceStream("Workbench.Core.Languages.Korean.spelling-pairs.txt")!, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var north, var south] && line[0] != '#')
            {
                pairs.Add((north, south));
                pairs.Add((south, north));
            }
        }

        return pairs.GroupBy(pair => pair.From[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.From.Length).ToArray());
    }
}
