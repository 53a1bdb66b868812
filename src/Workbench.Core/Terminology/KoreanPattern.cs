using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Terminology;

/// <summary>One spelling of a term, without its spaces and hyphens; for a verb one shape of its stem.</summary>
internal sealed class KoreanPattern
{
    /// <summary>From this length on a term may begin inside a compound, and be parted by a space where it has none.</summary>
    public const int FreeLength = 4;

    private readonly int[] _gaps;

    /// <param name="stem">What shape the stem of a verb has in <paramref name="form"/>; null for what is no verb.</param>
    public KoreanPattern(TermPattern pattern, string form, StemKind? stem)
    {
        var solid = new System.Text.StringBuilder(form.Length);
        var gaps = new List<int>();
        foreach (var unit in form)
        {
            if (!IsGap(unit))
            {
                solid.Append(unit);
            }
            else if (solid.Length > 0 && (gaps.Count == 0 || gaps[^1] != solid.Length))
            {
                gaps.Add(solid.Length);
            }
        }

        (Pattern, Stem, Solid, _gaps) = (pattern, stem, solid.ToString(), [.. gaps]);
        Symbols = [.. Solid.Select(unit => (int)unit)];
        var pos = pattern.Term.PartOfSpeech;
        TakesVerb = stem is null && (pos == "vn" || (pos.Length == 0 && (KoreanLexicon.Instance.KindsOf(Solid) & WordKinds.VerbalNoun) != WordKinds.None)
            || (Solid.Length > 2 && Solid[^1] == '화'));
        MayBeVerb = stem is null && !TakesVerb && (KoreanLexicon.Instance.KindsOf(Solid) & WordKinds.VerbalNoun) != WordKinds.None;
    }

    public TermPattern Pattern { get; }

    public StemKind? Stem { get; }

    public string Solid { get; }

    public int[] Symbols { get; }

    /// <summary>In syllables, without spaces.</summary>
    public int Length => Solid.Length;

    /// <summary>What reading it costs in a <see cref="KoreanLattice"/>.</summary>
    public int Cost => KoreanLattice.CostOf(Solid);

    public bool IsShort => Length < FreeLength;

    /// <summary>Whether 하다 or 되다 may follow.</summary>
    public bool TakesVerb { get; }

    /// <summary>Another word, written so, takes 하다 (수령하다, to receive): what looks like a verb is not this term.</summary>
    public bool MayBeVerb { get; }

    public static bool IsGap(char unit) => unit is ' ' or '-' or '‐' or '‑';

    /// <summary>Whether a term is conjugated: a dictionary form of at least one syllable and 다.</summary>
    public static bool IsVerb(TermSection term, string form) =>
        form.Length >= 2 && form[^1] == '다' && Hangul.IsSyllable(form[^2]) && term.PartOfSpeech is "v" or "vn" or "adj" or "phr" or ""
        && !form.EndsWith("였다", StringComparison.Ordinal) && !form.EndsWith("었다", StringComparison.Ordinal) && !form.EndsWith("니다", StringComparison.Ordinal);

    /// <summary>
    /// Whether the text may be parted in these places: where the form is; elsewhere once in a term of four syllables or more, and
    /// oftener when every piece is two syllables or longer.
    /// </summary>
    public bool Allows(ReadOnlySpan<int> gaps)
    {
        var (foreign, shortest, previous) = (0, int.MaxValue, 0);
        foreach (var gap in gaps)
        {
            foreign += Array.IndexOf(_gaps, gap) >= 0 ? 0 : 1;
            shortest = Math.Min(shortest, gap - previous);
            previous = gap;
        }

        shortest = Math.Min(shortest, Length - previous);
        return foreign == 0 || (Length >= FreeLength && (foreign == 1 || shortest >= 2));
    }
}
