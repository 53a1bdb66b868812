using System.Collections.Immutable;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>Mentions terms of the target that a later one has replaced: right in texts of their time, so only a hint.</summary>
public sealed class SupersededTermCheck : IQualityCheck
{
    public string Id => "superseded-term";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("the shop", "구판장에서", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("the shop", "상점에서", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "해외무역", IssueCount: 0) { Concepts = ExampleTerms.Trade }, // Forbidden is another check's.
        CheckExample.ToEnglish("상점", "the purchasing stall", 1) with { Concepts = ExampleTerms.Trade },
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text) =>
        from place in TermsByStatus.In(text)
        where place.Any(hit => hit.Term.Status == AdministrativeStatus.Superseded)
            && place.All(hit => hit.Term.Status is AdministrativeStatus.Superseded or AdministrativeStatus.Deprecated)
        select QualityIssue.Warning(
            this, place.Key, ("term", place.Key.Of(text.Target.Text)), ("instead", TermsByStatus.Instead(place, text))) with
        {
            Severity = IssueSeverity.Hint,
        };
}

/// <summary>What the checks of a term's status share.</summary>
internal static class TermsByStatus
{
    /// <summary>The hits of the target by place: a homograph is several hits on one place.</summary>
    public static IEnumerable<IGrouping<TextSpan, TermHit>> In(CheckedText text) =>
        (text.TargetTerms?.Recognize(text.Target.Text) ?? ImmutableArray<TermHit>.Empty).GroupBy(hit => hit.Span);

    /// <summary>What to write in place of the terms of <paramref name="hits"/>; an em dash when the glossary has nothing.</summary>
    public static string Instead(IEnumerable<TermHit> hits, CheckedText text)
    {
        var terms = hits.SelectMany(hit => hit.Concept.TermsIn(text.TargetLanguage))
            .Where(term => term.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted && !term.HasSlot)
            .OrderBy(term => (term.Wording, term.Status))
            .Select(term => term.Text)
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToArray();

        return terms.Length > 0 ? string.Join(" / ", terms) : "—";
    }
}
