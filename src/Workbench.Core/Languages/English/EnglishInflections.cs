using System.Collections.Frozen;

namespace Workbench.Core.Languages.English;

/// <summary>
/// The forms of a term whose head is not its last word: verbs conjugated (<c>carried out</c>, <c>led sagaciously</c>), regular or listed, and
/// nouns before a preposition in the plural (<c>members of parliament</c>, <c>comrades-in-arms</c>). Words are folded.
/// </summary>
internal static class EnglishInflections
{
    /// <summary>Base, past, participle where it differs; in the folded spelling.</summary>
    private static readonly FrozenDictionary<string, string[]> Irregular = """
        arise,arose,arisen be,was,were,been bear,bore,borne beat,beaten become,became begin,began,begun bend,bent bind,bound bite,bit,bitten bleed,bled
        blow,blew,blown break,broke,broken breed,bred bring,brought broadcast build,built burn,burnt burst buy,bought cast catch,caught choose,chose,chosen
        come,came cost creep,crept cut deal,dealt dig,dug do,did,done draw,drew,drawn drink,drank,drunk drive,drove,driven eat,ate,eaten fall,fell,fallen
        feed,fed feel,felt fight,fought find,found flee,fled fly,flew,flown forbid,forbade,forbidden foresee,foresaw,foreseen forget,forgot,forgotten
        forgive,forgave,forgiven freeze,froze,frozen get,got,gotten give,gave,given go,went,gone grind,ground grow,grew,grown hang,hung have,had hear,heard
        hide,hid,hidden hit hold,held hurt keep,kept know,knew,known lay,laid lead,led learn,learnt leave,left lend,lent let lie,lay,lain light,lit lose,lost
        make,made mean,meant meet,met mislead,misled overcome,overcame overthrow,overthrew,overthrown pay,paid prove,proved,proven put read rebuild,rebuilt
        ride,rode,ridden ring,rang,rung rise,rose,risen run,ran say,said see,saw,seen seek,sought sell,sold send,sent set shake,shook,shaken shine,shone
        shoot,shot show,showed,shown shut sing,sang,sung sink,sank,sunk sit,sat sleep,slept speak,spoke,spoken speed,sped spend,spent split spread spring,sprang,sprung
        stand,stood steal,stole,stolen stick,stuck strike,struck,stricken strive,strove,striven swear,swore,sworn sweep,swept swim,swam,swum swing,swung
        take,took,taken teach,taught tear,tore,torn tell,told think,thought throw,threw,thrown undergo,underwent,undergone understand,understood undertake,undertook,undertaken
        uphold,upheld upset wake,woke,woken wear,wore,worn win,won wind,wound withdraw,withdrew,withdrawn withstand,withstood write,wrote,written
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(forms => forms.Split(','))
        .ToFrozenDictionary(forms => forms[0], forms => forms[1..], StringComparer.Ordinal);

    /// <summary>Regular verbs that set phrases begin with; a term that is marked as a verb needs no list.</summary>
    private static readonly FrozenSet<string> Regular = """
        accomplish achieve advance adopt apply attach build carry call celebrate complete conduct consolidate construct convene declare defend deliver demonstrate denounce
        develop devote display effect enforce enhance ensure establish exalt expand exploit explain express follow fulfill further glorify guide hoist honor implement improve
        inherit introduce invest isolate join launch liquidate live look maintain march mark modernize open participate perform place plan praise present preserve promote
        provide pull push raise realize reflect reject remain repel resolve safeguard score serve solve start step stifle strengthen study support surge target train transform
        translate turn unite usher visit wage work wipe lay attain attend bolster brace cherish cope fortify hail mourn pledge pursue trample unfold vow
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Prepositions =
        new[] { "of", "in", "for", "to", "at", "on", "with", "from", "under", "against", "toward", "towards", "between", "by" }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="partOfSpeech">As <see cref="Terminology.TermSection.PartOfSpeech"/>.</param>
    public static IEnumerable<string[]> Of(string[] words, string partOfSpeech)
    {
        if (VerbAt(words, partOfSpeech) is >= 0 and var verb)
        {
            return FormsOf(words[verb]).Where(form => form != words[verb]).Distinct(StringComparer.Ordinal).Select(form => With(words, verb, form));
        }

        var before = Array.FindIndex(words, 1, words.Length - 1, Prepositions.Contains) - 1;
        return before >= 0 && before + 2 < words.Length && words[before].Length > 2 && words[before][^1] != 's' && words[before].All(char.IsAsciiLetter)
            ? [With(words, before, PluralOf(words[before]))]
            : [];
    }

    private static int VerbAt(string[] words, string partOfSpeech) => partOfSpeech switch
    {
        "v" => words.Length > 1 && IsAdverb(words[0]) ? 1 : 0,
        "vn" when words.Length == 1 => 0,
        "vn" or "phr" or "" when words.Length > 1 && IsKnown(words[0]) => 0,
        "vn" or "phr" or "" when words.Length > 1 && IsAdverb(words[0]) && IsKnown(words[1]) => 1,
        _ => -1,
    };

    private static bool IsAdverb(string word) => word.Length > 3 && word.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsKnown(string word) => Irregular.ContainsKey(word) || Regular.Contains(word);

    private static List<string> FormsOf(string verb)
    {
        if (verb.Length < 2 || !verb.All(char.IsAsciiLetter))
        {
            return [];
        }

        var doubled = verb.Length > 2 && IsConsonant(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && !IsConsonant(verb[^2]) && IsConsonant(verb[^3]);
        var stem = verb[^1] == 'e' && verb[^2] is not ('e' or 'o' or 'y') ? verb[..^1] : verb;
        List<string> forms = [PluralOf(verb), stem + "ing"];
        if (doubled)
        {
            forms.Add(verb + verb[^1] + "ing");
        }

        if (Irregular.TryGetValue(verb, out var past))
        {
            forms.AddRange(past);
            return forms;
        }

        forms.Add(verb[^1] == 'e' ? verb + "d" : verb[^1] == 'y' && IsConsonant(verb[^2]) ? verb[..^1] + "ied" : verb + "ed");
        if (doubled)
        {
            forms.Add(verb + verb[^1] + "ed");
        }

        return forms;
    }

    /// <summary>The plural of a noun, which is also the third person of a verb.</summary>
    private static string PluralOf(string word) => word switch
    {
        _ when word.EndsWith("man", StringComparison.Ordinal) => word[..^3] + "men",
        _ when word[^1] == 'y' && IsConsonant(word[^2]) => word[..^1] + "ies",
        _ when word[^1] is 's' or 'x' or 'z' or 'o' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) => word + "es",
        _ => word + "s",
    };

    private static bool IsConsonant(char letter) => letter is not ('a' or 'e' or 'i' or 'o' or 'u');

    private static string[] With(string[] words, int at, string word) => [.. words[..at], word, .. words[(at + 1)..]];
}
