using System.Globalization;
using Workbench.Core.Exchange;
using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Core.Work.Glossaries;
using Workbench.Formats;
using Workbench.Web.Export;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>What the pages on which terms come and go need, and where a browser fetches an export.</summary>
internal static class TermExchange
{
    public static void AddTermExchange(this IServiceCollection services)
    {
        services.AddSingleton<ImportTerms>();
        services.AddSingleton<UndoTermBulk>();
        services.AddSingleton<ExportTerms>();
        services.AddSingleton<SeedGlossary>();
        services.AddSingleton<StarterUpdates>();
        services.AddTransient<TermImportModel>();
    }

    public static void MapTermExports(this IEndpointRouteBuilder routes) => routes.MapGet("/glossary/export/download", DownloadAsync);

    private static async Task DownloadAsync(HttpContext context, ExportTerms export, IWorkspaceStore store, TimeProvider clock)
    {
        var request = TermExportRequest.Parse(context.Request.QueryString.Value ?? "");
        var format = FormatCatalog.Terms.FirstOrDefault(known => known.Id == request.Format);
        if (format is null || await store.FindAsync(request.Glossary, context.RequestAborted) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var selection = await export.RunAsync(request.Glossary, request.Languages, context.RequestAborted);
        using var buffer = new MemoryStream();
        await format.WriteAsync(selection.Entries, new TermWriteOptions(request.WithUnverified), buffer, context.RequestAborted);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{ExportFileName.Safe(selection.Glossary.Name)} - {clock.GetLocalNow():yyyy-MM-dd}{format.Extensions[0]}");
        await FileAnswer.DownloadAsync(context, buffer, name, format.MediaType);
    }
}
