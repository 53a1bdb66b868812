using System.Collections.Frozen;
using System.Text;

namespace Workbench.Core.Languages.Korean;

/// <summary>What a word of the lexicon is.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Noun = 1,

    /// <summary>A noun that takes 하다 or 되다.</summary>
    VerbalNoun = 2,

    /// <summary>Adverb, determiner, exclamation: takes no particle but 도, 는 and the like.</summary>
    Other = 4,

    /// <summary>More than its parts: 포장도로 is no road of packing.</summary>
    Opaque = 8,
}

/// <summary>
/// Ordinary words, which keep terms quiet that are parts of them: 식당, 당신, 군중. Data, in <c>lexicon.txt</c> beside this file, where its
/// README says where the words are from.
/// </summary>
internal sealed class KoreanLexicon
{
    /// <summary>Syllables that make another word of the noun before them: 사상 and 사상자 are not the same thing.</summary>
    public const string Suffixes = "자화성력군당권론가국민원장품률량기적계관단대로물법부비사서선소술식실안업열인점제지직진집체층치탄통파판표학형호회어주률율용생공차증상질편별병왕";

    private static readonly Lazy<KoreanLexicon> Loaded = new(Load);

    private readonly FrozenDictionary<string, WordKinds> _words;
    private readonly FrozenDictionary<string, WordKinds>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenDictionary<string, StemKind[]>.AlternateLookup<ReadOnlySpan<char>> _stems;

    private KoreanLexicon(Dictionary<string, WordKinds> words, Dictionary<string, List<StemKind>> stems)
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _stems = stems.ToFrozenDictionary(stem => stem.Key, stem => stem.Value.Distinct().ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        Longest = Math.Max(words.Keys.Max(word => word.Length), stems.Keys.Max(stem => stem.Length));
    }

    public static KoreanLexicon Instance => Loaded.Value;

    /// <summary>Of the longest word or stem, in syllables.</summary>
    public int Longest { get; }

    public WordKinds KindsOf(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var kinds) ? kinds : WordKinds.None;

    public bool IsNoun(ReadOnlySpan<char> word) => (KindsOf(word) & (WordKinds.Noun | WordKinds.VerbalNoun)) != WordKinds.None;

    /// <summary>Whether a noun of the lexicon, in at least two syllables, stands at the beginning of <paramref name="text"/>.</summary>
    public bool BeginsNoun(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(text.Length, Longest); length >= 2; length--)
        {
            if (IsNoun(text[..length]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The shapes of verb stems that are written so; empty for none.</summary>
    public ReadOnlySpan<StemKind> StemsOf(ReadOnlySpan<char> form) => _stems.TryGetValue(form, out var kinds) ? kinds : [];

    private static KoreanLexicon Load()
    {
        var words = new Dictionary<string, WordKinds>(StringComparer.Ordinal);
        var stems = new Dictionary<string, List<StemKind>>(StringComparer.Ordinal);
        using var reader = new StreamReader(
            typeof(KoreanLexicon).Assembly.GetManifestResourceStream("Workbench.Core.Languages.Korean.lexicon.txt")!, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var (word, kind) = (line[..tab], line[(tab + 1)..]);
            if (kind == "verb")
            {
                foreach (var stem in VerbStem.Of(word))
                {
                    (stems.TryGetValue(stem.Form, out var kinds) ? kinds : stems[stem.Form] = []).Add(stem.Kind);
                }
            }
            else
            {
                var kinds = words.GetValueOrDefault(word) | kind switch
                {
                    "noun" => WordKinds.Noun,
                    "opaque" => WordKinds.Noun | WordKinds.Opaque,
                    "verbal-noun" => WordKinds.Noun | WordKinds.VerbalNoun,
                    _ => WordKinds.Other,
                };
                words[word] = kinds;
                words.TryAdd(KoreanSpelling.ToSouth(word), kinds);
            }
        }

        return new KoreanLexicon(words, stems);
    }
}
