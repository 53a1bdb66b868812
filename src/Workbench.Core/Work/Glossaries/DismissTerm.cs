using System.Collections.Immutable;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Core.Work.Glossaries;

/// <summary>Says that words of a source do not mean a term there (“not here”), once for all alike places of the project.</summary>
public sealed class DismissTerm(IWorkspaceStore store, TimeProvider clock)
{
    /// <param name="source">The text in which the term was found.</param>
    /// <param name="places">Where; at least one.</param>
    public ValueTask<CommitResult> RunAsync(
        CommandId command,
        ActorId actor,
        ProjectId project,
        ConceptEntryId concept,
        string source,
        ImmutableArray<TextSpan> places,
        CancellationToken cancellationToken)
    {
        var operations = places
            .Select((span, at) => (span, at, Neighbours: TermDismissal.NeighboursOf(source, span)))
            .DistinctBy(place => (place.span.Of(source), place.Neighbours))
            .Select(place => Operation.Create(new TermDismissal
            {
                Id = new Id<TermDismissal>($"{command.Value}-{place.at}"),
                ProjectId = project,
                ConceptId = concept,
                Words = place.span.Of(source),
                Before = place.Neighbours.Before,
                After = place.Neighbours.After,
                Actor = actor,
                At = clock.GetUtcNow(),
            }));

        return store.CommitAsync(new ChangeSet(command, actor, [.. operations]), cancellationToken);
    }

    /// <summary>The words mean the term again.</summary>
    public ValueTask<CommitResult> TakeBackAsync(
        CommandId command, ActorId actor, TermDismissal dismissal, CancellationToken cancellationToken) =>
        store.CommitAsync(new ChangeSet(command, actor, Operation.Discard(dismissal)), cancellationToken);
}
