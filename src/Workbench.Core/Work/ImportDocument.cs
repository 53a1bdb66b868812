using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>A document as it would be kept: units and segments, with what the person should know. Nothing of it is stored yet.</summary>
/// <param name="Original">The bytes of the file, as they came.</param>
public sealed record ImportPreview(
    Document Document, ImmutableArray<Unit> Units, ImmutableArray<Segment> Segments, ReadOnlyMemory<byte> Original);

/// <summary>Reads a file into a document: blocks, seams repaired, sentences cut. First to look at, then to keep.</summary>
public sealed class ImportDocument(IWorkspaceStore store, IBlobStore blobs, TimeProvider clock)
{
    /// <param name="publication">What is known of where the text was published.</param>
    /// <returns>The preview, or why the file is refused.</returns>
    public async ValueTask<Result<ImportPreview>> PreviewAsync(
        Project project,
        IDocumentFormat format,
        ReadOnlyMemory<byte> original,
        ReadOptions options,
        Publication publication,
        Segmenter segmenter,
        CancellationToken cancellationToken)
    {
        using var input = new MemoryStream(original.ToArray(), writable: false);
        var read = await format.ReadAsync(input, options, cancellationToken);
        if (!read.Succeeded)
        {
            return Result.Failure<ImportPreview>(read.Problems.AsSpan());
        }

        var repaired = SeamRepair.Repair(read.Value.Units, project.SourceLanguage);
        var id = DocumentId.New();
        var units = repaired.Units.Select((unit, index) => ToUnit(unit, index, id)).ToImmutableArray();
        var segments = repaired.Units.Zip(units).SelectMany(pair => Cut(pair.First, pair.Second, segmenter))
            .Select((segment, index) => segment with { Position = (index + 1) * Segment.PositionStep })
            .ToImmutableArray();
        var document = new Document
        {
            Id = id,
            ProjectId = project.Id,
            FileName = options.FileName,
            FormatId = format.Id,
            OriginalBlob = "",
            Encoding = read.Value.Encoding,
            Publication = publication,
            ImportWarnings = [.. read.Problems, .. repaired.Warnings, .. segmenter.Problems],
            ImportedAt = clock.GetUtcNow(),
        };

        return Result.Success(new ImportPreview(document, units, segments, original), document.ImportWarnings.AsSpan());
    }

    /// <summary>
    /// Stores the original, then units and segments a change set at a time; they are seen by no one until the last change set
    /// brings the document itself.
    /// </summary>
    /// <returns>Committed, or the first result that was not durable: then no document is there.</returns>
    public async ValueTask<CommitResult> KeepAsync(ImportPreview preview, ActorId actor, CancellationToken cancellationToken)
    {
        using var original = new MemoryStream(preview.Original.ToArray(), writable: false);
        var blob = await blobs.PutAsync(original, cancellationToken);
        foreach (var staged in preview.Units.Concat<Entity>(preview.Segments).Chunk(ChangeSet.MaxOperations))
        {
            var result = await CommitAsync(actor, staged, cancellationToken);
            if (!result.IsDurable)
            {
                return result;
            }
        }

        return await CommitAsync(actor, [preview.Document with { OriginalBlob = blob }], cancellationToken);
    }

    private ValueTask<CommitResult> CommitAsync(ActorId actor, IEnumerable<Entity> entities, CancellationToken cancellationToken) =>
        store.CommitAsync(new ChangeSet(CommandId.New(), actor, [.. entities.Select(Operation.Create)]), cancellationToken);

    private static Unit ToUnit(RepairedUnit unit, int index, DocumentId document) => new()
    {
        Id = UnitId.New(),
        DocumentId = document,
        Index = index,
        Kind = unit.Kind,
        Parts = unit.Parts,
        OriginalData = unit.OriginalData,
    };

    private static IEnumerable<Segment> Cut(RepairedUnit repaired, Unit unit, Segmenter segmenter) =>
        segmenter.Cut(repaired.Text).Select(cut => new Segment
        {
            Id = SegmentId.New(),
            DocumentId = unit.DocumentId,
            UnitId = unit.Id,
            Position = 0,
            Source = cut.Source,
            Trailing = cut.Trailing,
            IsHeading = unit.Kind == UnitKind.Heading,
        });
}
