namespace Workbench.Core.Languages.Korean;

/// <summary>
/// The cheapest ways to read a run of Hangul as words: nouns of the lexicon and of the glossaries, particles, endings, suffixes and the
/// verbs that nouns make with 하다 and 되다. Every syllable that belongs to no known word is dear. A term stands where reading it costs
/// hardly more than the cheapest way.
/// </summary>
internal sealed class KoreanLattice
{
    /// <summary>From this cost on a reading has an unknown syllable in it.</summary>
    public const int Unknown = 100;

    private const int Impossible = 100_000;
    private const int Suffix = 8;
    private const int Joined = 9;
    private const int Particles = 2;
    private const int Copula = 3;
    private const int Verb = 3;
    private const int Opaque = -9;

    private static readonly VerbStem[] Verbalizers = [.. new[] { "하다", "되다", "시키다", "당하다", "받다", "드리다" }.SelectMany(verb => VerbStem.Of(verb))];

    private const string VerbInitials = "하해했한할함합되된될됨됩돼됐시당받드";

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly Func<ReadOnlyMemory<char>, bool> _isTerm;
    private readonly int _longestTerm;
    private readonly int[] _from;
    private readonly int[] _after;
    private readonly int[] _afterVerbal;
    private readonly sbyte[,] _endings;
    private int[]? _until;

    /// <param name="isTerm">Whether a glossary has a noun that is written so.</param>
    public KoreanLattice(string text, int start, int end, Func<ReadOnlyMemory<char>, bool> isTerm, int longestTerm)
    {
        (_text, _start, _end, _isTerm, _longestTerm) = (text, start, end, isTerm, longestTerm);
        var length = end - start;
        _from = new int[length + 1];
        _after = new int[length + 1];
        _afterVerbal = new int[length + 1];
        _endings = new sbyte[7, length + 1];
        ReadBackward();
    }

    /// <summary>What the cheapest reading of the whole run costs.</summary>
    public int Best => _from[0];

    /// <summary>What it costs to read up to a place where a noun may begin.</summary>
    public int Until(int at) => at == _start ? 0 : (_until ??= ReadForward())[at - _start];

    /// <summary>What it costs to go on after a noun that ends at <paramref name="at"/>.</summary>
    public int After(int at, bool verbal) => (verbal ? _afterVerbal : _after)[at - _start];

    public static int CostOf(ReadOnlySpan<char> word) =>
        CostOf(word.Length) + ((KoreanLexicon.Instance.KindsOf(word) & WordKinds.Opaque) != WordKinds.None ? Opaque : 0);

    private static int CostOf(int syllables) => syllables == 1 ? 13 : 4 + (3 * syllables);

    /// <summary>How many characters of <paramref name="rest"/> are a verb made of the noun before it (하였다, 되는); -1 for none.</summary>
    public static int VerbLength(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !VerbInitials.Contains(rest[0], StringComparison.Ordinal))
        {
            return -1;
        }

        foreach (var stem in Verbalizers)
        {
            if (rest.StartsWith(stem.Form, StringComparison.Ordinal) && KoreanEndings.LengthOf(stem.Kind, rest[stem.Form.Length..]) is >= 0 and var length)
            {
                return stem.Form.Length + length;
            }
        }

        return -1;
    }

    private void ReadBackward()
    {
        for (var at = _end; at >= _start; at--)
        {
            var rest = _text.AsSpan(at, _end - at);
            var place = at - _start;
            _from[place] = rest.IsEmpty ? Impossible : Math.Min(Words(at), Unknown + Math.Min(_from[place + 1], _afterVerbal[place + 1]));
            _after[place] = at == _start ? _from[place] : Tail(at, rest);
            _afterVerbal[place] = at > _start && _after[place] > Verb && VerbLength(rest) >= 0 ? Verb : _after[place];
        }
    }

    /// <summary>The cheapest word that begins here, with what follows it.</summary>
    private int Words(int at)
    {
        var lexicon = KoreanLexicon.Instance;
        var best = Impossible;
        for (var length = Math.Min(_end - at, Math.Max(lexicon.Longest, _longestTerm)); length >= 1; length--)
        {
            var word = _text.AsMemory(at, length);
            var kinds = lexicon.KindsOf(word.Span);
            var next = at + length;
            if ((kinds & WordKinds.Noun) != WordKinds.None || (length >= 2 && _isTerm(word)))
            {
                var after = (kinds & WordKinds.VerbalNoun) != WordKinds.None ? _afterVerbal : _after;
                best = Math.Min(best, CostOf(length) + ((kinds & WordKinds.Opaque) != WordKinds.None ? Opaque : 0) + after[next - _start]);
            }

            if ((kinds & WordKinds.Other) != WordKinds.None && (next == _end || KoreanParticles.IsChain(_text[next - 1], _text.AsSpan(next, _end - next))))
            {
                best = Math.Min(best, CostOf(length) + (next == _end ? 0 : Particles));
            }

            foreach (var kind in lexicon.StemsOf(word.Span))
            {
                if (IsEnding(kind, next))
                {
                    best = Math.Min(best, CostOf(Math.Max(length, 2)) + Particles);
                }
            }
        }

        return best;
    }

    private bool IsEnding(StemKind kind, int at)
    {
        ref var known = ref _endings[(int)kind, at - _start];
        if (known == 0)
        {
            known = (sbyte)(KoreanEndings.LengthOf(kind, _text.AsSpan(at, _end - at)) >= 0 ? 1 : -1);
        }

        return known > 0;
    }

    private int Tail(int at, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return 0;
        }

        var before = _text[at - 1];
        if (KoreanParticles.IsChain(before, rest))
        {
            return Particles;
        }

        if (KoreanParticles.IsCopula(before, rest))
        {
            return Copula;
        }

        var place = at - _start;
        var best = _from[place];
        foreach (var suffix in KoreanParticles.Suffixes)
        {
            if (rest.StartsWith(suffix, StringComparison.Ordinal))
            {
                best = Math.Min(best, 1 + _after[place + suffix.Length]);
            }
        }

        foreach (var noun in KoreanParticles.Joined)
        {
            if (rest.StartsWith(noun, StringComparison.Ordinal))
            {
                best = Math.Min(best, Joined + _after[place + noun.Length]);
            }
        }

        return KoreanLexicon.Suffixes.Contains(rest[0], StringComparison.Ordinal)
            ? Math.Min(best, Suffix + _afterVerbal[place + 1])
            : best;
    }

    private int[] ReadForward()
    {
        var lexicon = KoreanLexicon.Instance;
        var until = new int[_end - _start + 1];
        Array.Fill(until, Impossible);
        until[0] = 0;
        for (var place = 0; place < until.Length - 1; place++)
        {
            until[place + 1] = Math.Min(until[place + 1], until[place] + Unknown);
            for (var length = Math.Min(until.Length - 1 - place, Math.Max(lexicon.Longest, _longestTerm)); length >= 1; length--)
            {
                var word = _text.AsMemory(_start + place, length);
                if (lexicon.IsNoun(word.Span) || (length >= 2 && _isTerm(word)))
                {
                    until[place + length] = Math.Min(until[place + length], until[place] + CostOf(word.Span));
                }
            }

            if (place > 0 && KoreanLexicon.Suffixes.Contains(_text[_start + place], StringComparison.Ordinal))
            {
                until[place + 1] = Math.Min(until[place + 1], until[place] + Suffix);
            }
        }

        return until;
    }
}
