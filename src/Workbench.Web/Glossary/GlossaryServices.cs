namespace Workbench.Web.Glossary;

internal static class GlossaryServices
{
    public static void AddGlossary(this IServiceCollection services) => services.AddTransient<GlossaryModel>();
}
