using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Memory;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>Puts confirmed segments into the project's first memory: one unit a segment, written anew when it is confirmed again.</summary>
internal sealed class ConfirmedUnits(IWorkspaceStore store, TimeProvider clock)
{
    /// <returns>Empty when the memory has this very pair, or when the project has no memory.</returns>
    public async ValueTask<ImmutableArray<Operation>> RememberAsync(
        Segment segment, ActorId actor, CancellationToken cancellationToken)
    {
        var document = await store.FindAsync(segment.DocumentId, cancellationToken);
        var project = document is null ? null : await store.FindAsync(document.ProjectId, cancellationToken);
        if (project is null || project.Memories.IsEmpty)
        {
            return [];
        }

        var (previous, next) = await Neighbours.OfAsync(store, segment, cancellationToken);
        var id = TranslationUnit.IdOf(project.Memories[0], segment.Id);
        var known = await store.FindAsync(id, cancellationToken);
        var unit = (known ?? New(id, project.Memories[0], segment, actor)) with
        {
            Source = segment.Source,
            Target = segment.Target,
            Origin = segment.Origin,
            DocumentKey = segment.DocumentId.Value,
            PreviousHash = HashOf(previous),
            NextHash = HashOf(next),
        };

        if (unit == known)
        {
            return [];
        }

        unit = unit with { ChangedAt = clock.GetUtcNow() };

        return [known is null ? Operation.Create(unit) : Operation.Replace(known, unit)];
    }

    private TranslationUnit New(TranslationUnitId id, MemoryId memory, Segment segment, ActorId actor) => new()
    {
        Id = id,
        MemoryId = memory,
        Source = segment.Source,
        Target = segment.Target,
        SegmentKey = segment.Id.Value,
        CreatedBy = actor,
        CreatedAt = clock.GetUtcNow(),
    };

    private static string HashOf(Segment? neighbour) => neighbour is null ? "" : SourceHash.Of(neighbour.Source);
}
