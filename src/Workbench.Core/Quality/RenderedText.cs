using System.Collections.Immutable;
using System.Text;
using Workbench.Core.Terminology;

namespace Workbench.Core.Quality;

/// <summary>A target in which renderings are looked for: by the recogniser first, then without spaces, case and endings.</summary>
internal sealed class RenderedText
{
    private const char FirstVowel = '\u1161';
    private const char LastVowel = '\u1175';
    private const char FirstFinal = '\u11A8';
    private const char LastFinal = '\u11C2';

    private readonly bool _isKorean;
    private readonly string _folded;

    public RenderedText(CheckedText text)
    {
        _isKorean = text.TargetLanguage.IsKorean;
        _folded = Fold(text.Target.Text);
        var hits = text.TargetTerms?.Recognize(text.Target.Text) ?? ImmutableArray<TermHit>.Empty;
        Recognised = [.. hits.Where(hit => hit.Term.Status != AdministrativeStatus.Deprecated).Select(hit => hit.Concept.Key)];
    }

    /// <summary>The keys of the concepts that the recogniser found.</summary>
    public ImmutableHashSet<string> Recognised { get; }

    public bool Has(string rendering)
    {
        var stem = _isKorean ? KoreanStem(rendering) : EnglishStem(rendering);

        return stem.Length > 0 && _folded.Contains(stem, StringComparison.Ordinal);
    }

    /// <summary>
    /// What all forms of a Korean word share, in conjoining letters: 이끌다 and 이끄시였다 begin alike, 빛내이다 and 빛내여 too,
    /// 악랄한 and 악랄하게, 다방면적인 and 다방면적으로.
    /// </summary>
    private static string KoreanStem(string rendering)
    {
        var word = rendering switch
        {
            [.. var stem, '하', '다'] when stem.Length > 1 => stem,
            [.. var stem, '되', '다'] when stem.Length > 1 => stem,
            [.. var stem, '이', '다'] when stem.Length > 1 => stem,
            [.. var stem, '다'] when stem.Length > 1 => WithoutFinal(stem),
            [.. var stem, '하', '는'] when stem.Length > 1 => stem,
            [.. var stem, '한'] when stem.Length > 1 => stem,
            [.. var stem, '적', '인'] when stem.Length > 1 => $"{stem}적",
            [.. var stem, '들'] when stem.Length > 2 => stem,
            _ => rendering,
        };

        return Fold(word);
    }

    private static string WithoutFinal(string word)
    {
        var letters = word.Normalize(NormalizationForm.FormD);

        return letters[^1] is >= FirstFinal and <= LastFinal && letters.Length > 2 && letters[^2] is >= FirstVowel and <= LastVowel
            ? letters[..^1]
            : letters;
    }

    /// <summary>Without the ending that most inflected forms change.</summary>
    private static string EnglishStem(string rendering)
    {
        var folded = Fold(rendering);

        return folded.Length > 4 && folded[^1] is 'e' or 'y' or 's' ? folded[..^1] : folded;
    }

    /// <summary>Letters and figures only, in lower case and conjoining letters.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length * 3);
        foreach (var unit in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(unit))
            {
                folded.Append(char.ToLowerInvariant(unit));
            }
        }

        return folded.ToString();
    }
}
