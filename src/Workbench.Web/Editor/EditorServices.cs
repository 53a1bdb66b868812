namespace Workbench.Web.Editor;

internal static class EditorServices
{
    public static void AddEditor(this IServiceCollection services)
    {
        services.AddSingleton<OpenDocuments>();
        services.AddSingleton<ProjectTerms>();
        services.AddSingleton<ConcordanceSearch>();
        services.AddSingleton<NewTerms>();
        services.AddSingleton<SegmentEdits>();
        services.AddSingleton<SegmentLookUp>();
        services.AddTransient<EditorModel>();
    }
}
