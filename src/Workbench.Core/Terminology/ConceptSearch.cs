using System.Collections.Immutable;
using Workbench.Core.Languages;

namespace Workbench.Core.Terminology;

/// <summary>What to show of the glossaries.</summary>
/// <param name="Text">In any language, or initial consonants such as ㅈㅅ; empty for everything.</param>
public sealed record ConceptQuery(string Text = "")
{
    /// <summary>Only these; empty for all.</summary>
    public ImmutableArray<GlossaryId> Glossaries { get; init; } = [];

    /// <summary>Empty for every field.</summary>
    public string SubjectField { get; init; } = "";

    /// <summary>Concepts that have a term of this status; null for every status.</summary>
    public AdministrativeStatus? Status { get; init; }

    /// <summary>
    /// By whose terms equally good matches are ordered: letters without regard to case, Hangul in the dictionary order of the
    /// ROK, which is that of the code points.
    /// </summary>
    public LanguageTag SortLanguage { get; init; } = LanguageTag.English;

    public int Skip { get; init; }

    public int Take { get; init; } = int.MaxValue;
}

/// <param name="Term">The term that the text was found in; null when it was found elsewhere in the entry or nothing was asked for.</param>
public sealed record ConceptMatch(ConceptEntry Concept, TermSection? Term);

/// <param name="Total">How many there are beside those that were taken.</param>
public sealed record ConceptPage(ImmutableArray<ConceptMatch> Matches, int Total);

/// <summary>An entry with what a search looks at, folded once.</summary>
internal sealed class SearchedConcept
{
    private const int NotFound = int.MaxValue;

    private readonly ImmutableArray<(TermSection Term, string Fold, string Initials)> _terms;
    private readonly string _rest;
    private readonly ImmutableDictionary<LanguageTag, string> _sortKeys;

    public SearchedConcept(ConceptEntry concept)
    {
        Concept = concept;
        _terms =
        [
            .. concept.Languages.SelectMany(section => section.Terms.Select(
                term => (term, SearchFold.Of(term.Text), section.Language.IsKorean ? SearchFold.Initials(SearchFold.Of(term.Text)) : ""))),
            .. concept.Languages.SelectMany(section => section.Terms).Where(term => term.Hanja.Length > 0)
                .Select(term => (term, SearchFold.Of(term.Hanja), "")),
        ];
        _rest = string.Join('\n', SearchFold.Of(concept.ConceptId), SearchFold.Of(concept.Definition), SearchFold.Of(concept.Note));
        _sortKeys = concept.Languages.Where(section => section.Terms.Length > 0)
            .GroupBy(section => section.Language)
            .ToImmutableDictionary(group => group.Key, group => group.First().Terms[0].Text);
    }

    public ConceptEntry Concept { get; }

    public string SortKey(LanguageTag language) =>
        _sortKeys.TryGetValue(language, out var key) ? key
        : Concept.TermsIn(language).FirstOrDefault()?.Text ?? _sortKeys.Values.FirstOrDefault() ?? Concept.ConceptId;

    /// <summary>Whether one of the terms in <paramref name="language"/> is <paramref name="fold"/>.</summary>
    public bool HasTerm(LanguageTag language, string fold) =>
        Concept.Languages.Any(section => language.Accepts(section.Language) && section.Terms.Any(
            term => term.Wording == Wording.Official && _terms.Any(known => known.Term == term && known.Fold == fold)));

    /// <summary>How well it fits, 0 best; <see cref="IsFound"/> says whether it does at all.</summary>
    public int Rank(string fold, bool initials, out TermSection? best)
    {
        (best, var rank) = ((TermSection?)null, NotFound);
        foreach (var (term, folded, consonants) in _terms)
        {
            var found = Rank(initials ? consonants : folded, fold);
            if (found < rank)
            {
                (best, rank) = (term, found);
            }
        }

        return rank == NotFound && !initials && _rest.Contains(fold, StringComparison.Ordinal) ? 3 : rank;
    }

    public static bool IsFound(int rank) => rank != NotFound;

    private static int Rank(string text, string sought) => text.IndexOf(sought, StringComparison.Ordinal) switch
    {
        < 0 => NotFound,
        0 when text.Length == sought.Length => 0,
        0 => 1,
        _ => 2,
    };
}
