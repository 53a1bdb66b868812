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

    /// <summary>Plural and singular.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = """
        men=man women=woman children=child people=person feet=foot teeth=tooth geese=goose mice=mouse oxen=ox
        crises=crisis analyses=analysis bases=basis theses=thesis hypotheses=hypothesis syntheses=synthesis axes=axis oases=oasis
        phenomena=phenomenon criteria=criterion data=datum media=medium strata=stratum bacteria=bacterium memoranda=memorandum
        referenda=referendum curricula=curriculum stimuli=stimulus nuclei=nucleus radii=radius foci=focus alumni=alumnus
        indices=index matrices=matrix appendices=appendix vertices=vertex formulae=formula antennae=antenna
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> ShortWords = """
        it us who am an as at be by do go he if in is me my no of oh on or so to up we aid all and any are ask ate bad bar bat bed big bit
        box boy bus but buy can car cat cut day did dog due ear eat end era eye far few fig fit fly for fun gas get god got gun had has hat
        her hid him his hit hot how ice ill ink its jam job key kid lab law lay led leg let lid lie lip lot low man map mat may men met mix
        net new nor not now nut odd off oil old one our out own pat pay pen pet pie pin pot put ran rat raw red rid row run sad saw say sea
        see set sex she sin sip sir sit six sky son spa sun tax tea ten the tie tin tip toe too top toy try two use van via war was way wet
        why win wit won yes yet you cap camp care case cost fast fact fair fast feed flag form game gold gross idea lead list mark peace
        star start start step task team term that them then this time trade unit want wise work able aids base best bill care
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Function =
        new[] { "the", "and", "for", "out", "off", "not", "all", "any", "our", "his", "her", "its", "this", "that", "with", "from", "into" }.ToFrozenSet(StringComparer.Ordinal);

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

    /// <summary>Capitals, two to five, that are an ordinary word in small letters.</summary>
    public static bool IsAcronymLikeAWord(string surface) =>
        surface.Length is >= 2 and <= 5 && surface.All(char.IsAsciiLetterUpper) && ShortWords.Contains(surface);

    /// <summary>Whether this can be the first part of a solid compound: database, but not "ofthe".</summary>
    public static bool MayBeJoined(string first) => first.Length >= 3 && !Function.Contains(first);

    /// <summary>What a folded word may be the plural of, the likeliest first.</summary>
    public static IEnumerable<string> Singulars(string word)
    {
        if (Irregular.TryGetValue(word, out var irregular))
        {
            yield return irregular;
        }

        if (word.Length > 4 && word.EndsWith("men", StringComparison.Ordinal))
        {
            yield return word[..^3] + "man";
        }

        if (word.Length > 5 && word.EndsWith("ves", StringComparison.Ordinal))
        {
            yield return word[..^3] + "f";
            yield return word[..^3] + "fe";
        }

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
