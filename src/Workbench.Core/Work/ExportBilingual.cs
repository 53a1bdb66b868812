using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work;

/// <summary>
/// Collects what bilingual output shows of a document. A format writes it; with <see cref="BilingualOptions.FirstRows"/> it
/// is a preview, which reads no more than it shows.
/// </summary>
public sealed class ExportBilingual(IWorkspaceStore store, TimeProvider clock)
{
    private const int PageSize = 250;

    /// <param name="terms">Finds the terms of the project's glossaries in the source language; null for none.</param>
    /// <param name="actor">Who exports, and is named as translator unless the options name another.</param>
    /// <exception cref="KeyNotFoundException">There is no such document.</exception>
    public async ValueTask<BilingualDocument> RunAsync(
        DocumentId id, BilingualOptions options, ITermRecognizer? terms, ActorId actor, CancellationToken cancellationToken)
    {
        var document = await store.GetAsync(id, cancellationToken);
        var rows = await RowsAsync(id, options, options.WithGlossary ? terms : null, cancellationToken);
        var wanted = rows.Select(row => row.Segment.UnitId).ToHashSet();
        var units = await store.ListAsync<Unit>(id.Value, cancellationToken);

        return new BilingualDocument
        {
            Project = await store.GetAsync(document.ProjectId, cancellationToken),
            Document = document,
            Rows = rows,
            Units = [.. units.Where(unit => wanted.Contains(unit.Id))],
            SegmentCount = await store.CountAsync<Segment>(id.Value, cancellationToken),
            Concepts = [.. rows.SelectMany(row => row.Terms).Select(hit => hit.Concept).DistinctBy(concept => concept.Id)],
            Translator = options.Translator ?? (await store.FindAsync(actor, cancellationToken))?.Name ?? "",
            ExportedAt = clock.GetLocalNow(),
        };
    }

    private async ValueTask<ImmutableArray<BilingualRow>> RowsAsync(
        DocumentId id, BilingualOptions options, ITermRecognizer? terms, CancellationToken cancellationToken)
    {
        var typed = await TypedTexts.ReadAsync(store, id, cancellationToken);
        var rows = ImmutableArray.CreateBuilder<BilingualRow>();
        for (var read = 0; ; read += PageSize)
        {
            var page = await store.ListAsync<Segment>(id.Value, read, PageSize, cancellationToken);
            for (var at = 0; at < page.Length; at++)
            {
                if (rows.Count >= options.FirstRows)
                {
                    return rows.ToImmutable();
                }

                var segment = typed.Over(page[at]);
                if (options.States.Contains(segment.Shown))
                {
                    rows.Add(await RowAsync(read + at + 1, segment, options, terms, cancellationToken));
                }
            }

            if (page.Length < PageSize)
            {
                return rows.ToImmutable();
            }
        }
    }

    private async ValueTask<BilingualRow> RowAsync(
        int number, Segment segment, BilingualOptions options, ITermRecognizer? terms, CancellationToken cancellationToken) =>
        new(
            number,
            segment,
            options.WithNotes ? await store.ListAsync<Note>(segment.Id.Value, cancellationToken) : [],
            terms?.Recognize(segment.Source.Text) ?? []);
}
