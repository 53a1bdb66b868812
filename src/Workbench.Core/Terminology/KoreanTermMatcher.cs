using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Terminology;

/// <summary>
/// Finds terms in Korean, where particles are joined to the noun, compounds are solid and spaces are a matter of the norm. Serves
/// scripts without spaces too: what it says of syllables is silent there.
/// </summary>
internal sealed class KoreanTermMatcher : TermMatcher
{
    /// <summary>From this length on a term may begin inside a compound, and be parted by a space where it has none.</summary>
    private const int FreeLength = 4;

    private readonly SymbolTrie<KoreanPattern> _trie = new();
    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _nounsBySpan;
    private int _longestNoun = KoreanNouns.Longest;

    public KoreanTermMatcher() => _nounsBySpan = _nouns.GetAlternateLookup<ReadOnlySpan<char>>();

    public override void Add(TermPattern pattern)
    {
        Add(pattern, pattern.Form);
        if (KoreanSpelling.ToSouth(pattern.Form) is var south && south != pattern.Form)
        {
            Add(pattern, south);
        }
    }

    public override object Prepare(string text) => FoldedText.Of(text);

    public override void Match(object prepared, List<TermCandidate> found)
    {
        var folded = (FoldedText)prepared;
        var behindName = new List<(int Start, TermCandidate Candidate)>();
        var nameEnds = new HashSet<int>();
        for (var start = 0; start < folded.Text.Length; start++)
        {
            Walk(folded, start, found, behindName, nameEnds);
        }

        found.AddRange(behindName.Where(later => nameEnds.Contains(later.Start)).Select(later => later.Candidate));
    }

    private void Walk(
        FoldedText folded, int start, List<TermCandidate> found, List<(int, TermCandidate)> behindName, HashSet<int> nameEnds)
    {
        var text = folded.Text;
        var node = SymbolTrie<KoreanPattern>.Root;
        Span<int> gaps = stackalloc int[64];
        var (gapCount, length) = (0, 0);
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == ' ')
            {
                if (length == 0)
                {
                    return;
                }

                if (gapCount == 0 || gaps[gapCount - 1] != length)
                {
                    if (gapCount == gaps.Length)
                    {
                        return;
                    }

                    gaps[gapCount++] = length;
                }

                continue;
            }

            if (!_trie.TryStep(node, text[at], out node))
            {
                return;
            }

            length++;
            foreach (var pattern in _trie.EndsAt(node) ?? [])
            {
                if (pattern.Allows(gaps[..gapCount]) && Judge(text, start, at + 1, pattern) is { } kind)
                {
                    var candidate = new TermCandidate(folded.SpanOf(start, at + 1), pattern.Pattern, kind);
                    if (pattern.Length < FreeLength && IsInsideWord(text, start))
                    {
                        behindName.Add((start, candidate));
                        continue;
                    }

                    found.Add(IsInsideWord(text, start) ? candidate with { Kind = TermHitKind.Compound } : candidate);
                    if (pattern.Pattern.Term.PartOfSpeech == "pn")
                    {
                        nameEnds.Add(at + 1);
                    }
                }
            }
        }
    }

    /// <summary>What the term is here, by what stands on both sides; null when it is not this term.</summary>
    private TermHitKind? Judge(string text, int start, int end, KoreanPattern pattern)
    {
        if (start > 0 && char.IsLetterOrDigit(text[start]) && !Hangul.IsSyllable(text[start]) && !IsIdeograph(text[start])
            && char.IsLetterOrDigit(text[start - 1]) && !Hangul.IsSyllable(text[start - 1]))
        {
            return null;
        }

        var last = text[end - 1];
        var restEnd = end;
        while (restEnd < text.Length && Hangul.IsSyllable(text[restEnd]))
        {
            restEnd++;
        }

        var rest = text.AsSpan(end, restEnd - end);
        if (rest.IsEmpty)
        {
            return char.IsAsciiLetterOrDigit(last) && end < text.Length && char.IsAsciiLetterOrDigit(text[end])
                ? null
                : TermHitKind.Exact;
        }

        if (!Hangul.IsSyllable(last) && !char.IsLetterOrDigit(last))
        {
            return KoreanParticles.IsInflection(last, rest) ? TermHitKind.Inflected : TermHitKind.Compound;
        }

        if (pattern.IsOneSyllable)
        {
            return KoreanParticles.IsChain(last, rest) ? TermHitKind.Inflected : null;
        }

        if (KoreanParticles.IsInflection(last, rest) || (pattern.IsVerbal && KoreanParticles.BeginsVerb(rest)))
        {
            return TermHitKind.Inflected;
        }

        return pattern.Length >= FreeLength || (!BeginsOtherWord(rest) && BeginsNoun(rest)) ? TermHitKind.Compound : null;
    }

    /// <summary>Whether a suffix stands here that makes another word of the noun: 사상 + 자, 혁명 + 적.</summary>
    private static bool BeginsOtherWord(ReadOnlySpan<char> rest) =>
        rest[0] == '적' || rest.StartsWith("주의", StringComparison.Ordinal)
        || (KoreanNouns.Suffixes.Contains(rest[0], StringComparison.Ordinal) && KoreanParticles.IsInflection(rest[0], rest[1..]));

    private bool BeginsNoun(ReadOnlySpan<char> rest)
    {
        var known = KoreanNouns.All.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(rest.Length, _longestNoun); length >= 2; length--)
        {
            if (known.Contains(rest[..length]) || _nounsBySpan.Contains(rest[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(TermPattern pattern, string form)
    {
        var folded = FoldedText.Of(form).Text.Trim(' ');
        var symbols = new List<int>(folded.Length);
        var spaces = new List<int>();
        foreach (var unit in folded)
        {
            if (unit != ' ')
            {
                symbols.Add(unit);
            }
            else if (spaces.Count == 0 || spaces[^1] != symbols.Count)
            {
                spaces.Add(symbols.Count);
            }
        }

        if (symbols.Count == 0)
        {
            return;
        }

        _trie.Add([.. symbols], new KoreanPattern(pattern, symbols.Count, [.. spaces])
        {
            IsOneSyllable = symbols.Count == 1,
            IsVerbal = pattern.Term.PartOfSpeech is "vn" || (folded.Length > 2 && folded[^1] == '화'),
        });
        AddNoun(folded.Replace(" ", "", StringComparison.Ordinal));
    }

    private void AddNoun(string noun)
    {
        if (noun.Length is >= 2 and <= 8 && noun.All(Hangul.IsSyllable))
        {
            _nouns.Add(noun);
            _longestNoun = Math.Max(_longestNoun, noun.Length);
        }
    }

    private static bool IsInsideWord(string text, int start) =>
        start > 0 && Hangul.IsSyllable(text[start]) && Hangul.IsSyllable(text[start - 1]);

    private static bool IsIdeograph(char unit) => unit is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    /// <param name="Length">In syllables, without spaces.</param>
    /// <param name="Spaces">After how many syllables the form has a space.</param>
    private sealed record KoreanPattern(TermPattern Pattern, int Length, int[] Spaces)
    {
        public bool IsOneSyllable { get; init; }

        public bool IsVerbal { get; init; }

        /// <summary>
        /// Whether the text may be parted in these places: where the form is; elsewhere once in a term of four syllables or
        /// more, and oftener when every piece is two syllables or longer.
        /// </summary>
        public bool Allows(ReadOnlySpan<int> gaps)
        {
            var (foreign, shortest, previous) = (0, int.MaxValue, 0);
            foreach (var gap in gaps)
            {
                foreign += Array.IndexOf(Spaces, gap) >= 0 ? 0 : 1;
                shortest = Math.Min(shortest, gap - previous);
                previous = gap;
            }

            shortest = Math.Min(shortest, Length - previous);
            return foreign == 0 || (Length >= FreeLength && (foreign == 1 || shortest >= 2));
        }
    }
}
