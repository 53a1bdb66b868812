using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>Finds what stands before and after a segment, without reading its whole document.</summary>
internal static class Neighbours
{
    /// <returns>Null at the start and at the end of the document.</returns>
    public static async ValueTask<(Segment? Previous, Segment? Next)> OfAsync(
        IWorkspaceStore store, Segment segment, CancellationToken cancellationToken)
    {
        var document = segment.DocumentId.Value;

        // Segments are imported a step apart, so that until something is split the position tells the index.
        var index = (int)Math.Min(segment.Position / Segment.PositionStep, int.MaxValue - 4);
        if (await AroundAsync(store, segment, index, cancellationToken) is { } near)
        {
            return near;
        }

        var (low, high) = (0, await store.CountAsync<Segment>(document, cancellationToken));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var page = await store.ListAsync<Segment>(document, middle, 1, cancellationToken);
            if (page.IsEmpty || page[0].Position >= segment.Position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return await AroundAsync(store, segment, low, cancellationToken) ?? (null, null);
    }

    /// <returns>Null when the segment is not within two places of <paramref name="index"/>.</returns>
    private static async ValueTask<(Segment? Previous, Segment? Next)?> AroundAsync(
        IWorkspaceStore store, Segment segment, int index, CancellationToken cancellationToken)
    {
        const int Reach = 2;
        var first = Math.Max(0, index - Reach - 1);
        var page = await store.ListAsync<Segment>(
            segment.DocumentId.Value, first, index + Reach + 2 - first, cancellationToken);
        var at = -1;
        for (var place = 0; place < page.Length && at < 0; place++)
        {
            at = page[place].Id == segment.Id ? place : -1;
        }

        var isWhole = at > 0 || (at == 0 && first == 0);
        return isWhole && (at + 1 < page.Length || page.Length < index + Reach + 2 - first)
            ? (at > 0 ? page[at - 1] : null, at + 1 < page.Length ? page[at + 1] : null)
            : null;
    }
}
