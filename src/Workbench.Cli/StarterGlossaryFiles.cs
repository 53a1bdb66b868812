using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.Storage;

namespace Workbench.Cli;

/// <summary>The starter glossary as it travels with the program.</summary>
internal static class StarterGlossaryFiles
{
    public static Result<ReadTerms> Read() => GlossaryText.ReadAll(Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "glossary"), "*" + GlossaryText.Extension)
        .Order(StringComparer.Ordinal)
        .Select(path => (Path.GetFileName(path), File.ReadAllText(path))));

    /// <summary>Gives a workspace that has never been opened in the app the glossary that it would have there.</summary>
    public static async Task SeedAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        if (await workspace.Store.FindAsync(SeedGlossary.Starter, cancellationToken) is null && Read() is { Succeeded: true } read)
        {
            await new SeedGlossary(workspace.Store, TimeProvider.System).RunAsync(
                workspace.Actor, new Glossary { Id = SeedGlossary.Starter, Name = "DPRK terms" }, read.Value.Entries, cancellationToken);
        }
    }
}
