using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Formats;

namespace Workbench.Web.Export;

internal static class ExportServices
{
    public static void AddExports(this IServiceCollection services)
    {
        services.AddSingleton<ExportBilingual>();
        services.AddSingleton(provider => new ExportDocument(
            provider.GetRequiredService<IWorkspaceStore>(),
            provider.GetRequiredService<IBlobStore>(),
            FormatCatalog.Documents,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ExportEndpoints>();
    }

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/documents/{id}/export/download",
            (HttpContext context, string id, ExportEndpoints exports) => exports.DownloadAsync(context, id));
        routes.MapGet(
            "/documents/{id}/export/preview",
            (HttpContext context, string id, ExportEndpoints exports) => exports.PreviewAsync(context, id));
    }
}
