using System.Collections.Immutable;
using Workbench.Core.Terminology;

namespace Workbench.Core.Quality;

/// <summary>Reports terms of the target that the glossary says are not to be used, unless the same word is right for another concept.</summary>
public sealed class ForbiddenTermCheck : IQualityCheck
{
    public string Id => "forbidden-term";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("foreign trade", "해외무역을 발전시켰다", IssueCount: 1) { Concepts = ExampleTerms.Trade },
        new("foreign trade", "대외무역을 발전시켰다", IssueCount: 0) { Concepts = ExampleTerms.Trade },
        new("the line", "선로", IssueCount: 0) { Concepts = ExampleTerms.Trade }, // Forbidden for one concept, right for another.
        new("the yard", "구판장", IssueCount: 0) { Concepts = ExampleTerms.Trade }, // Superseded is another check's.
        CheckExample.ToEnglish("대외무역", "overseas commerce", 1) with { Concepts = ExampleTerms.Trade },
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text) =>
        from place in TermsByStatus.In(text)
        where place.All(hit => hit.Term.Status == AdministrativeStatus.Deprecated || hit.Term.IsForbidden)
        select QualityIssue.Error(
            this, place.Key, ("term", place.Key.Of(text.Target.Text)), ("instead", TermsByStatus.Instead(place, text)));
}
