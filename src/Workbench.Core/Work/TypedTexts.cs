using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>
/// What is typed in a document and not yet left, to be laid over its segments: a page that counts and a file that goes out show the
/// text of now, whether or not its row was left.
/// </summary>
public sealed class TypedTexts
{
    private readonly ILookup<SegmentId, Draft> _drafts;

    private TypedTexts(IEnumerable<Draft> drafts) => _drafts = drafts.ToLookup(draft => draft.SegmentId);

    public static async ValueTask<TypedTexts> ReadAsync(IWorkspaceStore store, DocumentId document, CancellationToken cancellationToken) =>
        new(await store.ListAsync<Draft>(document.Value, cancellationToken));

    /// <summary>
    /// The segment with the newest draft of its present version as its target, no longer confirmed where that differs; the segment
    /// itself where there is none.
    /// </summary>
    public Segment Over(Segment segment) =>
        _drafts[segment.Id].Where(draft => draft.BasedOn == segment.Version).MaxBy(draft => draft.At) is { } draft && draft.Target != segment.Target
            ? segment with { Target = draft.Target, State = SegmentState.Initial }
            : segment;

    /// <summary>The segments of a document in order, each <see cref="Over"/>.</summary>
    public static async ValueTask<IReadOnlyList<Segment>> SegmentsAsync(
        IWorkspaceStore store, DocumentId document, CancellationToken cancellationToken)
    {
        var typed = await ReadAsync(store, document, cancellationToken);
        return [.. (await store.ListAsync<Segment>(document.Value, cancellationToken)).Select(typed.Over)];
    }
}
