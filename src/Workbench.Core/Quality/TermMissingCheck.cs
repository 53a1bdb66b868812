using System.Collections.Immutable;
using Workbench.Core.Terminology;

namespace Workbench.Core.Quality;

/// <summary>
/// Reports terms of the source for which the target has none of the glossary's renderings. Any rendering of any concept that the
/// place may mean will do, inflected and spaced as may be.
/// </summary>
public sealed class TermMissingCheck : IQualityCheck
{
    public string Id => "term-missing";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("Foreign trade of the DPRK", "공화국의 대외무역", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("Foreign trade of the DPRK", "공화국의 대외 무역은", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("foreign trade of the DPRK", "공화국의 무역", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("put forward a theory", "리론을 내놓으시였다", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("put forward a theory", "리론을 제시하였다", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("put forward a theory", "리론이 있었다", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("the line of trade", "무역의 로선", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("the line of trade", "무역렬의 행렬", IssueCount: 0) { Concepts = ExampleTerms.Trade }, // The other concept of "line".
        new("the line of trade", "무역", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "", IssueCount: 0) { Concepts = ExampleTerms.Trade }, // Empty is another check's.
        CheckExample.ToEnglish("대외무역의 발전", "development of foreign trade", 0) with { Concepts = ExampleTerms.Trade },
        CheckExample.ToEnglish("대외무역의 발전", "development of commerce", 1) with { Concepts = ExampleTerms.Trade },
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        if (EmptyCheck.IsBlank(text.Target) || text.SourceTerms.IsEmpty)
        {
            return [];
        }

        var target = new RenderedText(text);

        return text.SourceTerms
            .GroupBy(hit => hit.Span)
            .Select(place => (
                Words: place.Key.Of(text.Source.Text),
                Concepts: place.Select(hit => hit.Concept).ToArray(),
                Renderings: place.SelectMany(hit => Renderings(hit.Concept, text)).ToArray()))
            .Where(place => place.Renderings.Length > 0
                && !place.Concepts.Any(concept => target.Recognised.Contains(concept.Key))
                && !place.Renderings.Any(term => target.Has(term.Text)))
            .DistinctBy(place => place.Words, StringComparer.OrdinalIgnoreCase)
            .Select(place => QualityIssue.Warning(
                this, QualityIssue.NoPlace, ("term", place.Words), ("renderings", Shown(place.Renderings))) with
            {
                About = place.Words,
            });
    }

    private static IEnumerable<TermSection> Renderings(ConceptEntry concept, CheckedText text) =>
        concept.TermsIn(text.TargetLanguage).Where(term =>
            !term.HasSlot
            && term.Status != AdministrativeStatus.Deprecated
            && term.ProcessStatus != ProcessStatus.Rejected);

    /// <summary>The official ones where there are any; two are enough to be reminded.</summary>
    private static string Shown(TermSection[] renderings)
    {
        var official = renderings.Where(term => term.Wording == Wording.Official).ToArray();

        return string.Join(
            " / ", (official.Length > 0 ? official : renderings).Select(term => term.Text).Distinct(StringComparer.Ordinal).Take(2));
    }
}
