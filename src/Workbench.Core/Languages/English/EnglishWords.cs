using System.Collections.Frozen;

namespace Workbench.Core.Languages.English;

/// <summary>What English words have in common beneath their spelling: case, British and American endings, plural.</summary>
public static class EnglishWords
{
    private static readonly FrozenDictionary<string, string> American = """
        defence=defense centre=center programme=program labour=labor honour=honor neighbour=neighbor
        neighbourhood=neighborhood colour=color favour=favor fibre=fiber theatre=theater metre=meter litre=liter
        endeavour=endeavor behaviour=behavior harbour=harbor armour=armor fervour=fervor valour=valor offence=offense
        licence=license aluminium=aluminum ageing=aging plough=plow catalogue=catalog
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly (string British, string American)[] Endings =
    [
        ("isations", "izations"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("isers", "izers"), ("iser", "izer"),
        ("ises", "izes"), ("ise", "ize"),
    ];

    /// <summary>One spelling for all spellings of a word: lower case, straight apostrophe, American.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = word.ToString().ToLowerInvariant().Replace('’', '\'');
        if (American.TryGetValue(folded, out var american))
        {
            return american;
        }

        foreach (var (british, other) in Endings)
        {
            if (folded.Length > british.Length + 3 && folded.EndsWith(british, StringComparison.Ordinal))
            {
                return string.Concat(folded.AsSpan(0, folded.Length - british.Length), other);
            }
        }

        return folded;
    }

    /// <summary>What a folded word may be the plural of, the likeliest first.</summary>
    public static IEnumerable<string> Singulars(string word)
    {
        if (word.Length < 3 || word[^1] != 's' || word[^2] is 's' or '\'')
        {
            yield break;
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }

        yield return word[..^1];
        if (word.EndsWith("es", StringComparison.Ordinal) && word.Length > 4)
        {
            yield return word[..^2];
        }
    }

    /// <summary>The one word that a folded plural most likely is the plural of; null for what does not look like a plural.</summary>
    public static string? Singular(string word) => word switch
    {
        _ when word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' or '\'' => null,
        _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ => word[..^1],
    };
}
