using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Formats;
using Workbench.Web.Editor;
using Workbench.Web.Session;

namespace Workbench.Web.Export;

/// <summary>Where a browser fetches an export. Files carry a name that means something.</summary>
internal sealed class ExportEndpoints(
    ExportBilingual bilingual, ExportDocument translation, IWorkspaceStore store, ProjectTerms terms, CurrentActor actor)
{
    /// <summary>Rows of a preview.</summary>
    private const int PreviewRows = 12;

    public async Task DownloadAsync(HttpContext context, string id)
    {
        var request = ExportRequest.Parse(context.Request.QueryString.Value ?? "");
        var format = FormatCatalog.Bilingual.FirstOrDefault(known => known.Id == request.Format);
        if ((format is null && !request.IsTranslationAlone) || await store.FindAsync(new DocumentId(id), context.RequestAborted) is not { } document)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var buffer = new MemoryStream();
        var (name, mediaType) = format is null
            ? await WriteTranslationAsync(document, request, buffer, context.RequestAborted)
            : await WriteBilingualAsync(document, format, request, buffer, context.RequestAborted);
        await FileAnswer.DownloadAsync(context, buffer, name, mediaType);
    }

    public async Task PreviewAsync(HttpContext context, string id)
    {
        var request = ExportRequest.Parse(context.Request.QueryString.Value ?? "");
        if (await store.FindAsync(new DocumentId(id), context.RequestAborted) is not { } document)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var buffer = new MemoryStream();
        if (request.IsTranslationAlone)
        {
            await PreviewTranslationAsync(document, request, buffer, context.RequestAborted);
        }
        else
        {
            var options = request.Options(PreviewRows);
            await FormatCatalog.Bilingual.First(format => format.Id == "html-page")
                .WriteAsync(await CollectAsync(document, options, context.RequestAborted), options, buffer, context.RequestAborted);
        }

        // Shown in a sandboxed frame of our own page, and in no other.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        await FileAnswer.ShowAsync(context, buffer, "text/html; charset=utf-8");
    }

    private async Task<(string Name, string MediaType)> WriteBilingualAsync(
        Document document, IBilingualFormat format, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var options = request.Options();
        var collected = await CollectAsync(document, options, cancellationToken);
        await format.WriteAsync(collected, options, output, cancellationToken);

        return (ExportFileName.Of(collected, format.Extension), format.MediaType);
    }

    private async Task<(string Name, string MediaType)> WriteTranslationAsync(
        Document document, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var translated = await translation.CollectAsync(document.Id, request.TranslationOptions(), actor.Id, cancellationToken);
        await translation.WriteAsync(translated, output, cancellationToken);

        // The file says its encoding itself, or nothing does: no browser is to guess at it.
        return (ExportFileName.Of(translated), "application/octet-stream");
    }

    /// <summary>Written once into nothing, so that the preview can say what the file would.</summary>
    private async Task PreviewTranslationAsync(
        Document document, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var translated = await translation.CollectAsync(document.Id, request.TranslationOptions(), actor.Id, cancellationToken);
        var warnings = await translation.WriteAsync(translated, Stream.Null, cancellationToken);
        await TranslationPreview.WriteAsync(translated, warnings, output, cancellationToken);
    }

    private async Task<BilingualDocument> CollectAsync(Document document, BilingualOptions options, CancellationToken cancellationToken)
    {
        var project = await store.GetAsync(document.ProjectId, cancellationToken);

        return await bilingual.RunAsync(
            document.Id, options, await terms.SourceOfAsync(project, cancellationToken), actor.Id, cancellationToken);
    }
}
