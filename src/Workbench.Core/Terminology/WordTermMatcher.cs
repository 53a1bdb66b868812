using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Languages.English;
using Workbench.Core.Languages.Korean;
using Workbench.Core.Text;

namespace Workbench.Core.Terminology;

/// <summary>
/// Finds terms in languages that part words with spaces, with what English does to them: plural of the last word, possessive,
/// hyphen, case. White space of any kind and inner hyphens only part words; other punctuation has to be there.
/// </summary>
internal sealed class WordTermMatcher : TermMatcher
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byFold;
    private readonly SymbolTrie<WordPattern> _trie = new();
    private readonly bool _english;

    public WordTermMatcher(bool english)
    {
        _english = english;
        _byFold = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override void Add(TermPattern pattern)
    {
        var words = WordsOf(pattern.Form, _english);
        while (words.Length > 1 && words[^1].IsMark)
        {
            words = words[..^1];
        }

        if (words.Length == 0)
        {
            return;
        }

        var name = KoreanNames.IsShortName(words.Select(word => word.Surface));
        Add(words, pattern, name, changed: false);
        AddJoined(words, pattern);
        if (!_english)
        {
            return;
        }

        if (words.Length > 1 && words[0].Fold is "the" or "a" or "an")
        {
            Add(words[1..], pattern, name, changed: false);
        }

        foreach (var inflected in EnglishInflections.Of([.. words.Select(word => word.Fold)], pattern.Term.PartOfSpeech))
        {
            Add([.. words.Select((word, at) => word with { Fold = inflected[at] })], pattern, name, changed: true);
        }

        if (words.Length > 1 && pattern.Term.PartOfSpeech != "phr" && EnglishWords.Singular(words[^1].Fold) is { } singular)
        {
            Add([.. words[..^1], words[^1] with { Fold = singular }], pattern, name, changed: true);
        }
    }

    public override object Prepare(string text) => WordsOf(text, _english);

    public override void Match(object prepared, List<TermCandidate> found)
    {
        var words = (ImmutableArray<Word>)prepared;
        for (var start = 0; start < words.Length; start++)
        {
            Walk(words, start, found);
        }
    }

    private void Walk(ImmutableArray<Word> words, int start, List<TermCandidate> found)
    {
        var node = SymbolTrie<WordPattern>.Root;
        for (var at = start; at < words.Length; at++)
        {
            var word = words[at];
            if (at > start && word.Apart)
            {
                return;
            }

            Report(words, start, at, node, found);
            if (at + 1 < words.Length && words[at + 1].Hyphenated && _byFold.TryGetValue(word.Fold + words[at + 1].Fold, out var joined)
                && _trie.TryStep(node, joined, out var end))
            {
                ReportEnds(end, words, start, at + 1, words[at + 1].End, inflected: false, found);
            }

            if (!_ids.TryGetValue(word.Fold, out var id) || !_trie.TryStep(node, id, out node))
            {
                return;
            }
        }
    }

    /// <summary>Reports what ends with the word at <paramref name="at"/>: as it is, without a possessive, or as a plural.</summary>
    private void Report(ImmutableArray<Word> words, int start, int at, int node, List<TermCandidate> found)
    {
        var word = words[at];
        if (Ends(node, word.Fold) is var end and > 0)
        {
            ReportEnds(end, words, start, at, word.End, inflected: false, found);
        }

        if (!_english)
        {
            return;
        }

        var (stem, stemEnd) = word.Fold.EndsWith("'s", StringComparison.Ordinal) ? (word.Fold[..^2], word.End - 2) : (word.Fold, word.End);
        if (stemEnd < word.End && Ends(node, stem) is var possessive and > 0)
        {
            ReportEnds(possessive, words, start, at, stemEnd, inflected: true, found);
        }

        foreach (var singular in EnglishWords.Singulars(stem))
        {
            if (Ends(node, singular) is var plural and > 0)
            {
                ReportEnds(plural, words, start, at, stemEnd, inflected: true, found);
                return;
            }
        }
    }

    private int Ends(int node, string fold) =>
        _ids.TryGetValue(fold, out var id) && _trie.TryStep(node, id, out var end) && _trie.EndsAt(end) is not null ? end : 0;

    private void ReportEnds(int node, ImmutableArray<Word> words, int start, int last, int end, bool inflected, List<TermCandidate> found)
    {
        foreach (var pattern in _trie.EndsAt(node) ?? [])
        {
            if (pattern.IsName && last + 1 < words.Length && !words[last + 1].Hyphenated && KoreanNames.IsSyllable(words[last + 1].Surface)
                && !words[last + 1].IsMark)
            {
                continue;
            }

            if ((pattern.Pattern.Term.CaseSensitive || pattern.IsAcronym) && !IsWrittenSo(pattern, words, start, last))
            {
                continue;
            }

            found.Add(new TermCandidate(
                TextSpan.FromBounds(words[start].Start, end),
                pattern.Pattern,
                inflected || pattern.Changed ? TermHitKind.Inflected : TermHitKind.Exact));
        }
    }

    private static bool IsWrittenSo(WordPattern pattern, ImmutableArray<Word> words, int start, int last)
    {
        if (last - start + 1 != pattern.Surfaces.Length)
        {
            return false;
        }

        for (var at = start; at <= last; at++)
        {
            var (surface, wanted) = (words[at].Surface, pattern.Surfaces[at - start]);
            var shared = Math.Min(surface.Length, at == last ? Math.Max(1, wanted.Length - (pattern.Changed ? 3 : 1)) : int.MaxValue);
            if (at == last
                ? !surface.StartsWith(wanted.AsSpan(0, Math.Min(shared, wanted.Length)), StringComparison.Ordinal)
                    || (surface.Length == wanted.Length && surface != wanted)
                    || !surface.Skip(wanted.Length).All(unit => char.IsLower(unit) || unit is '\'' or '’')
                : surface != wanted)
            {
                return false;
            }
        }

        return true;
    }

    private void Add(ImmutableArray<Word> words, TermPattern pattern, bool name, bool changed)
    {
        var symbols = words.Select(word => IdOf(word.Fold)).ToArray();
        _trie.Add(symbols, new WordPattern(pattern, [.. words.Select(word => word.Surface)], name, changed)
        {
            IsAcronym = _english && words is [var only] && EnglishWords.IsAcronymLikeAWord(only.Surface),
        });
    }

    /// <summary>A headword with a hyphen, or of two words, is also written as one: nano-technology, data base.</summary>
    private void AddJoined(ImmutableArray<Word> words, TermPattern pattern)
    {
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at].Hyphenated || (_english && words.Length == 2 && pattern.Term.PartOfSpeech is "n" or "" && EnglishWords.MayBeJoined(words[0].Fold)))
            {
                var solid = words[at - 1] with
                {
                    Fold = words[at - 1].Fold + words[at].Fold,
                    Surface = words[at - 1].Surface + words[at].Surface,
                };
                Add([.. words[..(at - 1)], solid, .. words[(at + 1)..]], pattern, name: false, changed: false);
            }
        }
    }

    private int IdOf(string fold)
    {
        if (!_ids.TryGetValue(fold, out var id))
        {
            _ids.Add(fold, id = _ids.Count + 1);
        }

        return id;
    }

    private static ImmutableArray<Word> WordsOf(string text, bool english)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var previous = 0;
        for (var at = 0; at < text.Length;)
        {
            if (IsWordUnit(text[at]))
            {
                var dotted = DottedEnd(text, at);
                var end = dotted > 0 ? dotted : WordEnd(text, at);
                var surface = dotted > 0 ? text[at..end].Replace(".", "", StringComparison.Ordinal) : text[at..end];
                var gap = text.AsSpan(previous, at - previous);
                words.Add(new Word(surface, english ? EnglishWords.Fold(surface) : surface.ToLowerInvariant(), at, end)
                {
                    Hyphenated = words.Count > 0 && gap.Length > 0 && IsHyphen(gap[0]) && (gap.Length == 1 || IsBrokenLine(gap[1..])),
                    Apart = words.Count > 0 && IsLoose(gap),
                });
                previous = at = end;
            }
            else if (IsMarkUnit(text, at))
            {
                words.Add(new Word(text[at].ToString(), text[at].ToString(), at, at + 1) { IsMark = true });
                previous = ++at;
            }
            else
            {
                at++;
            }
        }

        return words.ToImmutable();
    }

    /// <summary>The end of capitals with full stops, <c>U.S.</c> or <c>D.P.R.K.</c>, which are one word; 0 for none.</summary>
    private static int DottedEnd(string text, int at)
    {
        var (start, letters) = (at, 0);
        while (at + 1 < text.Length && char.IsAsciiLetterUpper(text[at]) && text[at + 1] == '.')
        {
            (at, letters) = (at + 2, letters + 1);
        }

        if (letters >= 1 && at < text.Length && char.IsAsciiLetterUpper(text[at]) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
        {
            (at, letters) = (at + 1, letters + 1);
        }

        return letters >= 2 && (start == 0 || !char.IsLetterOrDigit(text[start - 1])) ? at : 0;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length)
        {
            if (IsWordUnit(text[at]) || IsInvisible(text[at])
                || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1])))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsWordUnit(char unit) =>
        char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)
        || CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInvisible(char unit) => unit is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u2060';

    private static bool IsHyphen(char unit) => unit is '-' or '\u2010' or '\u2011' or '\u2013';

    /// <summary>A word that is parted at the end of a line keeps its hyphen before the break.</summary>
    private static bool IsBrokenLine(ReadOnlySpan<char> gap) => gap.Contains('\n') && gap.IsWhiteSpace();

    /// <summary>Punctuation that must stand in the headword too. Apostrophes and hyphens between words do not count.</summary>
    private static bool IsMarkUnit(string text, int at) =>
        !char.IsWhiteSpace(text[at]) && !(IsHyphen(text[at]) && (text[at] != '\u2013' || IsBetweenLetters(text, at))) && !IsInvisible(text[at]) && text[at] is not ('\'' or '’');

    private static bool IsBetweenLetters(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    /// <summary>A hyphen with a space beside it is suspended (iron- and steel-making) or a dash: no term goes over it.</summary>
    private static bool IsLoose(ReadOnlySpan<char> gap) =>
        gap.Length > 1 && gap.ContainsAny('-', '\u2010', '\u2011') && !(IsHyphen(gap[0]) && IsBrokenLine(gap[1..]));

    private sealed record Word(string Surface, string Fold, int Start, int End)
    {
        /// <summary>Nothing but a hyphen parts it from the word before.</summary>
        public bool Hyphenated { get; init; }

        /// <summary>A dash or a suspended hyphen stands before it.</summary>
        public bool Apart { get; init; }

        public bool IsMark { get; init; }
    }

    /// <param name="IsName">A surname with one more syllable, which a longer name may begin with.</param>
    /// <param name="Changed">The pattern is the singular of what the entry has.</param>
    private sealed record WordPattern(TermPattern Pattern, ImmutableArray<string> Surfaces, bool IsName, bool Changed)
    {
        /// <summary>Capitals that in small letters are another word: IT, US, WHO.</summary>
        public bool IsAcronym { get; init; }
    }
}
