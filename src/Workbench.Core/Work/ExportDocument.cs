using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Core.Work;

/// <summary>
/// The translation alone: the original file with targets in place of sources. First to look at, then to write. Where nothing is
/// translated and the source is wanted, what is written is the original byte for byte.
/// </summary>
public sealed class ExportDocument(
    IWorkspaceStore store, IBlobStore blobs, ImmutableArray<IDocumentFormat> formats, TimeProvider clock)
{
    /// <param name="actor">Who exports, and is named as translator unless the options name another.</param>
    /// <exception cref="KeyNotFoundException">There is no such document.</exception>
    public async ValueTask<TranslatedDocument> CollectAsync(
        DocumentId id, TranslationOptions options, ActorId actor, CancellationToken cancellationToken)
    {
        var document = await store.GetAsync(id, cancellationToken);
        var project = await store.GetAsync(document.ProjectId, cancellationToken);
        var units = await store.ListAsync<Unit>(id.Value, cancellationToken);
        var segments = await TypedTexts.SegmentsAsync(store, id, cancellationToken);
        var text = new TranslatedText(project, options);
        var bySegments = segments.ToLookup(segment => segment.UnitId);
        var now = clock.GetLocalNow();

        return new TranslatedDocument
        {
            Project = project,
            Document = document,
            Blocks = [.. units.Select(unit => text.Of(unit, [.. bySegments[unit.Id]]))],
            Statement = options.Statement == StatementPlace.None
                ? []
                : Statement(project, document, options, await TranslatorAsync(options, actor, cancellationToken), now),
            Options = options,
            Extension = ExtensionOf(document),
            SegmentCount = segments.Count,
            TranslatedCount = segments.Count(text.IsTranslated),
            ExportedAt = now,
        };
    }

    /// <param name="output">Need not seek; left open.</param>
    /// <returns>Warnings, such as an encoding that cannot hold the translation, so that another was taken.</returns>
    public async ValueTask<ImmutableArray<Problem>> WriteAsync(
        TranslatedDocument translated, Stream output, CancellationToken cancellationToken)
    {
        var document = translated.Document;
        var translation = new DocumentTranslation(
            [.. translated.Blocks.Where(block => block.IsTouched).Select(block => new TranslatedUnit(block.Unit.Parts, block.Text))])
        {
            Head = translated.Options.Statement == StatementPlace.Head ? translated.Statement : [],
            End = translated.Options.Statement == StatementPlace.End ? translated.Statement : [],
            Encoding = translated.Options.Encoding,
        };
        await using var original = await blobs.OpenAsync(document.OriginalBlob, cancellationToken);

        return await FormatOf(document).WriteAsync(
            original, new ReadOptions { FileName = document.FileName, Encoding = document.Encoding }, translation, output, cancellationToken);
    }

    private string ExtensionOf(Document document)
    {
        var known = FormatOf(document).Extensions;
        var own = document.FileName[Math.Max(0, document.FileName.LastIndexOf('.'))..].ToLowerInvariant();

        return known.Contains(own, StringComparer.Ordinal) ? own : known[0];
    }

    /// <exception cref="NotSupportedException">A newer program read it.</exception>
    private IDocumentFormat FormatOf(Document document) =>
        formats.FirstOrDefault(format => format.Id == document.FormatId)
        ?? throw new NotSupportedException($"No format '{document.FormatId}' writes '{document.FileName}'.");

    private async ValueTask<string> TranslatorAsync(TranslationOptions options, ActorId actor, CancellationToken cancellationToken) =>
        options.Translator ?? (await store.FindAsync(actor, cancellationToken))?.Name ?? "";

    private static ImmutableArray<string> Statement(
        Project project, Document document, TranslationOptions options, string translator, DateTimeOffset now)
    {
        var culture = ExportHead.CultureOf(options.InterfaceLanguage);
        var head = ExportHead.Of(project, document, translator, now, culture);

        return
        [
            head.Title,
            .. head.Facts.Select(fact => Strings.Get("Export_Statement_Fact", culture, ("label", fact.Label), ("value", fact.Value))),
            .. head.Statements,
        ];
    }
}
