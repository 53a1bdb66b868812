using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Core.Exchange;

/// <summary>A term as outputs show it.</summary>
/// <param name="Unverified">Only own knowledge stands behind it: it is marked wherever it is shown.</param>
public sealed record ExplainedTerm(string Text, string Hanja, bool Superseded, bool Unverified);

/// <summary>What an output tells its reader of a concept that occurs: one line of the glossary, or a tooltip.</summary>
public sealed record ExplainedConcept
{
    public required ConceptEntryId Id { get; init; }

    /// <summary>Of the entry in its glossary: <c>NK0001</c>.</summary>
    public required string ConceptId { get; init; }

    /// <summary>As the source language's first term writes it.</summary>
    public required string Headword { get; init; }

    /// <summary>In the target language: wording by the project's policy first, preferred before admitted.</summary>
    public required ImmutableArray<ExplainedTerm> Renderings { get; init; }

    /// <summary>Descriptive wordings of the source language.</summary>
    public required ImmutableArray<ExplainedTerm> Explanations { get; init; }

    /// <summary>Empty when there is none, or when it is unverified and such cells are not wanted.</summary>
    public required string Definition { get; init; }

    public required bool DefinitionUnverified { get; init; }

    public required string Note { get; init; }

    /// <summary>The rows in which it occurs.</summary>
    public required ImmutableArray<int> Numbers { get; init; }

    /// <summary>The concepts of a document, in its order.</summary>
    public static ImmutableArray<ExplainedConcept> Of(BilingualDocument document, BilingualOptions options)
    {
        var numbers = document.Rows
            .SelectMany(row => row.Terms.Select(hit => (hit.Concept.Id, row.Number)))
            .Distinct()
            .ToLookup(occurrence => occurrence.Id, occurrence => occurrence.Number);

        return [.. document.Concepts.Select(concept => Explain(concept, document.Project, options, [.. numbers[concept.Id]]))];
    }

    private static ExplainedConcept Explain(
        ConceptEntry concept, Project project, BilingualOptions options, ImmutableArray<int> numbers)
    {
        var source = concept.TermsIn(project.SourceLanguage).ToArray();
        var unverified = concept.DefinitionReliability == Reliability.Unverified;

        return new ExplainedConcept
        {
            Id = concept.Id,
            ConceptId = concept.ConceptId,
            // The text itself has the headword, whatever is known of it elsewhere.
            Headword = (source.FirstOrDefault(term => term.Wording == Wording.Official) ?? source.FirstOrDefault())?.Text ?? concept.ConceptId,
            Renderings = Shown(concept.TermsIn(project.TargetLanguage)
                .OrderBy(term => Rank(term.Wording, project.Wording)).ThenBy(term => term.Status), options),
            Explanations = Explains(project.SourceLanguage, project.TargetLanguage)
                ? Shown(source.Where(term => term.Wording != Wording.Official), options)
                : [],
            Definition = unverified && !options.WithUnverified ? "" : concept.Definition,
            DefinitionUnverified = unverified,
            Note = concept.Note,
            Numbers = numbers,
        };
    }

    /// <summary>Within one language its descriptive wordings are renderings already.</summary>
    private static bool Explains(LanguageTag source, LanguageTag target) => source != target;

    private static ImmutableArray<ExplainedTerm> Shown(IEnumerable<TermSection> terms, BilingualOptions options) =>
    [
        .. terms
            .Where(term => term.ProcessStatus != ProcessStatus.Rejected && term.Status != AdministrativeStatus.Deprecated)
            .Where(term => options.WithUnverified || term.Reliability != Reliability.Unverified)
            .Select(term => new ExplainedTerm(
                term.Text, term.Hanja, term.Status == AdministrativeStatus.Superseded, term.Reliability == Reliability.Unverified)),
    ];

    private static int Rank(Wording wording, WordingPolicy policy) => (wording, policy) switch
    {
        (Wording.Neutral, WordingPolicy.Neutral) => 0,
        (Wording.Official, _) => 1,
        (Wording.Neutral, _) => 2,
        _ => 3,
    };
}
