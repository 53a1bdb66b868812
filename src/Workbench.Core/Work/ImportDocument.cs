using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>A document as it would be kept: units and segments, with what the person should know. Nothing of it is stored yet.</summary>
/// <param name="Original">The bytes of the file, as they came.</param>
public sealed record ImportPreview(
    Document Document, ImmutableArray<Unit> Units, ImmutableArray<Segment> Segments, ReadOnlyMemory<byte> Original)
{
    /// <summary>Whether a person should say which encoding it is, because the bytes do not decide it.</summary>
    public bool AsksForEncoding { get; init; }

    /// <summary>The encodings it could be in, likeliest first; empty where the format says it itself.</summary>
    public ImmutableArray<EncodingSample> Encodings { get; init; } = [];
}

/// <summary>Reads a file into a document: blocks, seams repaired, sentences cut. First to look at, then to keep.</summary>
public sealed class ImportDocument(IWorkspaceStore store, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>UTF-16 code units of text in one change set, beside <see cref="ChangeSet.MaxOperations"/>: others get their turn in between.</summary>
    private const int MaxTextAtOnce = 300_000;

    private readonly StagedImports _staged = new(store);

    /// <summary>Told how many whole percent of a text are cut: a large one takes minutes.</summary>
    public IProgress<int>? Cutting { get; init; }

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
        using var input = StreamOf(original);
        var read = await format.ReadAsync(input, options, cancellationToken);
        if (!read.Succeeded)
        {
            return Result.Failure<ImportPreview>(read.Problems.AsSpan());
        }

        var repaired = SeamRepair.Repair(read.Value.Units, project.SourceLanguage);
        var id = DocumentId.New();
        var units = repaired.Units.Select((unit, index) => ToUnit(unit, index, id)).ToImmutableArray();
        var segments = repaired.Units.Zip(units).SelectMany((pair, index) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                Cutting?.Report((int)(index * 100L / units.Length));

                return Cut(pair.First, pair.Second, segmenter);
            })
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

        var preview = new ImportPreview(document, units, segments, original)
        {
            AsksForEncoding = read.Value.EncodingIsUncertain,
            Encodings = read.Value.Encodings,
        };

        return Result.Success(preview, document.ImportWarnings.AsSpan());
    }

    /// <inheritdoc cref="KeepAsync(ImportPreview, ActorId, IProgress{int}?, CancellationToken)"/>
    public ValueTask<CommitResult> KeepAsync(ImportPreview preview, ActorId actor, CancellationToken cancellationToken) =>
        KeepAsync(preview, actor, progress: null, cancellationToken);

    /// <summary>
    /// Stores the original, then units and segments a change set at a time; they are seen by no one until the last change set
    /// brings the document itself.
    /// </summary>
    /// <param name="progress">Told how many units and segments are stored.</param>
    /// <returns>Committed, or the first result that was not durable: then no document is there.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled in time: no document is there, and its rows are taken out again.</exception>
    public async ValueTask<CommitResult> KeepAsync(
        ImportPreview preview, ActorId actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var original = StreamOf(preview.Original);
        var document = preview.Document with { OriginalBlob = await blobs.PutAsync(original, cancellationToken) };
        CommitResult? result = null;
        try
        {
            return result = await StageAndPublishAsync(preview, document, actor, progress, cancellationToken);
        }
        finally
        {
            if (result is not { IsDurable: true })
            {
                await WithdrawAsync(document.Id, actor);
            }
        }
    }

    private async ValueTask<CommitResult> StageAndPublishAsync(
        ImportPreview preview, Document document, ActorId actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var mark = StagedImports.MarkOf(document.Id);
        var marked = await CommitAsync(document.Id, actor, [Operation.Create(mark)], cancellationToken);
        if (!marked.IsDurable)
        {
            return marked;
        }

        var stored = 0;
        foreach (var batch in Batches(preview.Units.Concat<Entity>(preview.Segments)))
        {
            var result = await CommitAsync(document.Id, actor, batch.Select(Operation.Create), cancellationToken);
            if (!result.IsDurable)
            {
                return result;
            }

            progress?.Report(stored += batch.Count);
        }

        return await CommitAsync(document.Id, actor, [Operation.Create(document), Operation.Discard(mark)], cancellationToken);
    }

    /// <summary>Best effort: a store that cannot write now keeps the mark, and the next start sweeps.</summary>
    private async ValueTask WithdrawAsync(DocumentId document, ActorId actor)
    {
        try
        {
            await _staged.WithdrawAsync(document, actor, CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The workspace is being closed.
        }
    }

    private ValueTask<CommitResult> CommitAsync(
        DocumentId document, ActorId actor, IEnumerable<Operation> operations, CancellationToken cancellationToken) =>
        store.CommitAsync(new ChangeSet(CommandId.New(), actor, document.Value, [.. operations]), cancellationToken);

    private static IEnumerable<List<Entity>> Batches(IEnumerable<Entity> entities)
    {
        var (batch, text) = (new List<Entity>(), 0);
        foreach (var entity in entities)
        {
            var length = entity is Segment segment ? segment.Source.Text.Length : 0;
            if (batch.Count == ChangeSet.MaxOperations || (batch.Count > 0 && text + length > MaxTextAtOnce))
            {
                yield return batch;
                (batch, text) = ([], 0);
            }

            batch.Add(entity);
            text += length;
        }

        yield return batch;
    }

    /// <summary>Over the bytes themselves where they are an array, as those of a file of 50 MB are.</summary>
    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

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
