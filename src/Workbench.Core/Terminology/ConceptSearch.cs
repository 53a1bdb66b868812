using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Languages.Korean;

namespace Workbench.Core.Terminology;

/// <summary>What a list of concepts is ordered by. Equal ones are ordered by their terms.</summary>
public enum ConceptSort
{
    /// <summary>Whole terms before beginnings before other places before definitions.</summary>
    Relevance,

    /// <summary>The first term in <see cref="ConceptQuery.SortLanguage"/>.</summary>
    Term,
    SubjectField,

    /// <summary>Administrative status of the first term in <see cref="ConceptQuery.SortLanguage"/>.</summary>
    Status,

    /// <summary>Of the first term in <see cref="ConceptQuery.SortLanguage"/>, unverified first.</summary>
    Reliability,
}

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

    /// <summary>Only concepts that have a term which our own rule forbids.</summary>
    public bool ForbiddenOnly { get; init; }

    /// <summary>Only concepts that have an unverified term in one of these languages; empty for all concepts.</summary>
    public ImmutableArray<LanguageTag> UnverifiedIn { get; init; } = [];

    public ConceptSort Sort { get; init; } = ConceptSort.Relevance;

    public bool Descending { get; init; }

    /// <summary>
    /// By whose terms concepts are ordered: Korean in its dictionary order (<see cref="KoreanOrder"/>), other languages by letters
    /// without regard to case. Concepts without a term in it come last.
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

    private readonly ImmutableArray<(LanguageTag Language, TermSection Term, string Fold, string Initials)> _terms;
    private readonly string _rest;
    private readonly ImmutableDictionary<LanguageTag, string> _sortKeys;

    public SearchedConcept(ConceptEntry concept)
    {
        Concept = concept;
        _terms =
        [
            .. concept.Languages.SelectMany(section => section.Terms.Select(term =>
                (section.Language, term, SearchFold.Of(term.Text), section.Language.IsKorean ? SearchFold.Initials(SearchFold.Of(term.Text)) : ""))),
            .. concept.Languages.SelectMany(section => section.Terms.Where(term => term.Hanja.Length > 0)
                .Select(term => (section.Language, term, SearchFold.Of(term.Hanja), ""))),
        ];
        _rest = string.Join('\n', SearchFold.Of(concept.ConceptId), SearchFold.Of(concept.Definition), SearchFold.Of(concept.Note));
        _sortKeys = concept.Languages.Where(section => section.Terms.Length > 0)
            .GroupBy(section => section.Language)
            .ToImmutableDictionary(group => group.Key, group => KeyOf(group.Key, group.First().Terms[0].Text));
    }

    public ConceptEntry Concept { get; }

    /// <summary>Ordered ordinally; what has no term in the language comes after all that have one.</summary>
    public string SortKey(LanguageTag language) =>
        _sortKeys.TryGetValue(language, out var key) ? key
        : Concept.TermsIn(language).FirstOrDefault() is { } term ? KeyOf(language, term.Text)
        : "\uFFFF" + Concept.ConceptId;

    /// <summary>The number that a column orders by; smaller comes first.</summary>
    public int ColumnRank(ConceptSort column, LanguageTag language) => Concept.TermsIn(language).FirstOrDefault() is not { } term
        ? int.MaxValue
        : column == ConceptSort.Status ? (int)term.Status : (int)term.Reliability;

    /// <summary>Whether one of the terms in <paramref name="language"/> is <paramref name="fold"/>.</summary>
    public bool HasTerm(LanguageTag language, string fold)
    {
        foreach (var known in _terms)
        {
            if (known.Fold == fold && known.Term.Wording == Wording.Official && language.Accepts(known.Language))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How well it fits, 0 best; <see cref="IsFound"/> says whether it does at all.</summary>
    public int Rank(string fold, bool initials, out TermSection? best)
    {
        (best, var rank) = ((TermSection?)null, NotFound);
        foreach (var (_, term, folded, consonants) in _terms)
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

    private static string KeyOf(LanguageTag language, string text) => language.IsKorean
        ? KoreanOrder.For(language).KeyOf(text)
        : text.TrimStart('“', '”', '"', '\'', '‘', '’', '《', '(', '…', ' ').ToUpperInvariant();

    private static int Rank(string text, string sought) => text.IndexOf(sought, StringComparison.Ordinal) switch
    {
        < 0 => NotFound,
        0 when text.Length == sought.Length => 0,
        0 => 1,
        _ => 2,
    };
}
