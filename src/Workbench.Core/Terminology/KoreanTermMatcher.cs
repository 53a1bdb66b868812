using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Terminology;

/// <summary>
/// Finds terms in Korean, where particles are joined to the noun, compounds are solid and spaces are a matter of the norm: a trie over
/// syllables proposes, and a <see cref="KoreanLattice"/> over the run of Hangul judges. Serves scripts without spaces too: what it says of
/// syllables is silent there.
/// </summary>
internal sealed class KoreanTermMatcher : TermMatcher
{
    private readonly SymbolTrie<KoreanPattern> _trie = new();
    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);
    private int _longestNoun;

    public override void Add(TermPattern pattern)
    {
        foreach (var form in KoreanVariants.Of(FoldedText.Of(pattern.Form).Text.Trim(' ')))
        {
            if (KoreanPattern.IsVerb(pattern.Term, form))
            {
                foreach (var stem in VerbStem.Of(form))
                {
                    Add(new KoreanPattern(pattern, stem.Form, stem.Kind));
                }

                continue;
            }

            Add(new KoreanPattern(pattern, form, null));
        }
    }

    public override object Prepare(string text) => FoldedText.Of(text);

    public override void Match(object prepared, List<TermCandidate> found)
    {
        var folded = (FoldedText)prepared;
        var reading = new KoreanTermReading(folded, _nouns, _longestNoun);
        var behindName = new List<(int Start, TermCandidate Candidate)>();
        var nameEnds = new HashSet<int>();
        for (var start = 0; start < folded.Text.Length; start++)
        {
            Walk(folded, start, reading, found, behindName, nameEnds);
        }

        found.AddRange(behindName.Where(later => nameEnds.Contains(later.Start)).Select(later => later.Candidate));
    }

    private void Walk(
        FoldedText folded, int start, KoreanTermReading reading, List<TermCandidate> found, List<(int, TermCandidate)> behindName, HashSet<int> nameEnds)
    {
        var text = folded.Text;
        var node = SymbolTrie<KoreanPattern>.Root;
        Span<int> gaps = stackalloc int[64];
        var (gapCount, length) = (0, 0);
        for (var at = start; at < text.Length; at++)
        {
            if (KoreanPattern.IsGap(text[at]))
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
                if (pattern.Allows(gaps[..gapCount]) && reading.Judge(start, at + 1, pattern, gapCount > 0) is { } place)
                {
                    var candidate = new TermCandidate(folded.SpanOf(start, place.End), pattern.Pattern, place.Kind);
                    if (place.NeedsName)
                    {
                        behindName.Add((start, candidate));
                        continue;
                    }

                    found.Add(candidate);
                    if (pattern.Pattern.Term.PartOfSpeech == "pn")
                    {
                        nameEnds.Add(at + 1);
                    }
                }
            }
        }
    }

    private void Add(KoreanPattern pattern)
    {
        if (pattern.Length == 0)
        {
            return;
        }

        _trie.Add(pattern.Symbols, pattern);
        if (pattern.Stem is null && pattern.Length is >= 2 and <= 8 && pattern.Solid.All(Hangul.IsSyllable))
        {
            _nouns.Add(pattern.Solid);
            _longestNoun = Math.Max(_longestNoun, pattern.Length);
        }
    }
}
