using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Workbench.Core.Exchange;
using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Formats;
using Workbench.Web.Editor;
using Workbench.Web.Session;

namespace Workbench.Web.Export;

/// <summary>Where a browser fetches an export. Files are streamed, and carry a name that means something.</summary>
internal static class ExportEndpoints
{
    /// <summary>Rows of a preview.</summary>
    private const int PreviewRows = 12;

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{id}/export/download", DownloadAsync);
        routes.MapGet("/documents/{id}/export/preview", PreviewAsync);
    }

    private static async Task DownloadAsync(
        HttpContext context, string id, ExportBilingual export, IWorkspaceStore store, ProjectTerms terms, CurrentActor actor)
    {
        var request = ExportRequest.Parse(context.Request.QueryString.Value ?? "");
        var format = FormatCatalog.Bilingual.FirstOrDefault(known => known.Id == request.Format);
        if (format is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var options = request.Options();
        var document = await CollectAsync(id, options, export, store, terms, actor, context.RequestAborted);
        context.Response.ContentType = format.MediaType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(ExportFileName.Of(document, format.Extension));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await WriteAsync(format, document, options, context);
    }

    private static async Task PreviewAsync(
        HttpContext context, string id, ExportBilingual export, IWorkspaceStore store, ProjectTerms terms, CurrentActor actor)
    {
        var options = ExportRequest.Parse(context.Request.QueryString.Value ?? "").Options(PreviewRows);
        var document = await CollectAsync(id, options, export, store, terms, actor, context.RequestAborted);
        // Shown in a sandboxed frame of our own page, and in no other.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        context.Response.ContentType = "text/html; charset=utf-8";
        await WriteAsync(FormatCatalog.Bilingual.First(format => format.Id == "html-page"), document, options, context);
    }

    private static async Task<BilingualDocument> CollectAsync(
        string id, BilingualOptions options, ExportBilingual export, IWorkspaceStore store, ProjectTerms terms, CurrentActor actor, CancellationToken cancellationToken)
    {
        var document = await store.GetAsync(new DocumentId(id), cancellationToken);
        var project = await store.GetAsync(document.ProjectId, cancellationToken);

        return await export.RunAsync(
            document.Id, options, await terms.SourceOfAsync(project, cancellationToken), actor.Id, cancellationToken);
    }

    /// <summary>Packages are written with a stream that waits, so a file is made whole before its first byte is sent.</summary>
    private static async Task WriteAsync(IBilingualFormat format, BilingualDocument document, BilingualOptions options, HttpContext context)
    {
        using var buffer = new MemoryStream();
        await format.WriteAsync(document, options, buffer, context.RequestAborted);
        buffer.Position = 0;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await buffer.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
