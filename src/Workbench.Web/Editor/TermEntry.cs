using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Web.Editor;

/// <summary>A concept that occurs in a source, as the panel, the tooltip and the numbered keys show it.</summary>
/// <param name="Number">From 1, in order of the source; a concept that occurs twice has one number.</param>
/// <param name="SourceTerm">The first of its terms that was recognised.</param>
/// <param name="Renderings">In the target language: the policy's wording first, preferred before admitted before superseded.</param>
/// <param name="Explanations">Descriptive wordings, which explain and are not put in by a key.</param>
public sealed record TermEntry(
    int Number,
    ConceptEntry Concept,
    TermSection SourceTerm,
    ImmutableArray<TextSpan> Spans,
    ImmutableArray<TermSection> Renderings,
    ImmutableArray<TermSection> Explanations)
{
    /// <summary>What the numbered key puts in; null when there is nothing that can stand as it is.</summary>
    public string? Insertable => Renderings.FirstOrDefault(IsInsertable)?.Text;

    public static bool IsInsertable(TermSection term) => !term.HasSlot && term.Status != AdministrativeStatus.Deprecated;

    public static ImmutableArray<TermEntry> Of(ImmutableArray<TermHit> hits, Project project)
    {
        var entries = ImmutableArray.CreateBuilder<TermEntry>();
        foreach (var group in hits.GroupBy(hit => hit.Concept.Id))
        {
            var first = group.First();
            var target = first.Concept.TermsIn(project.TargetLanguage).Where(term => term.ProcessStatus != ProcessStatus.Rejected).ToArray();
            entries.Add(new TermEntry(
                entries.Count + 1,
                first.Concept,
                first.Term,
                [.. group.Select(hit => hit.Span)],
                [.. target.Where(term => Serves(term, project)).OrderBy(term => Rank(term, project))],
                [.. Explaining(first.Concept, target, project)]));
        }

        return entries.ToImmutable();
    }

    private static bool Serves(TermSection term, Project project) =>
        term.Wording == Wording.Official || (project.Wording == WordingPolicy.Neutral && term.Wording == Wording.Neutral);

    private static int Rank(TermSection term, Project project)
    {
        var wanted = project.Wording == WordingPolicy.Neutral ? Wording.Neutral : Wording.Official;

        return ((term.Wording == wanted ? 0 : 1) * 100) + ((int)term.Status * 10) + (int)term.Type;
    }

    private static IEnumerable<TermSection> Explaining(ConceptEntry concept, TermSection[] target, Project project)
    {
        var source = concept.TermsIn(project.SourceLanguage).Where(term => term.Wording != Wording.Official);
        var other = project.Wording == WordingPolicy.Neutral ? Wording.Literal : Wording.Neutral;

        return source.Concat(target.Where(term => term.Wording == other || term.Wording == Wording.Literal)).Distinct();
    }
}
