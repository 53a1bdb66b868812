using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Work;
using Workbench.Core.Work.Glossaries;
using Workbench.Formats.PlainText;
using Workbench.Formats.Srx;
using Workbench.Storage;
using Workbench.Web.Glossary.Exchange;

namespace Workbench.Web.Hosting;

/// <summary>Gives a new workspace the sample article and the starter glossary that travel with the program, from <c>seeds</c> and <c>glossary</c>.</summary>
internal sealed partial class Seeding(Workspace workspace, ILogger<Seeding> logger)
{
    private const string SampleFile = "foreign-trade-immortal-exploits.en.txt";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        LogOpened(logger, workspace.Folder.Path);
        await SweepAsync(cancellationToken);
        await SeedGlossaryAsync(cancellationToken);
        await SeedSampleAsync(cancellationToken);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (await new StagedImports(workspace.Store).SweepAsync(workspace.Actor, cancellationToken) is > 0 and var unfinished)
        {
            LogSwept(logger, unfinished);
        }
    }

    private async Task SeedGlossaryAsync(CancellationToken cancellationToken)
    {
        var read = StarterUpdates.Read();
        foreach (var problem in read.Problems)
        {
            LogProblem(logger, problem.ToString());
        }

        if (read.Succeeded)
        {
            var glossary = new Core.Terminology.Glossary { Id = SeedGlossary.Starter, Name = "DPRK terms" };
            var seeded = await new SeedGlossary(workspace.Store, TimeProvider.System)
                .RunAsync(workspace.Actor, glossary, read.Value.Entries, cancellationToken);
            LogGlossary(logger, seeded.Added + seeded.Updated, read.Value.Entries.Length, seeded.Merges.Length);
            if (seeded.Problem is { } unwritten)
            {
                LogProblem(logger, unwritten.ToString());
            }
        }
    }

    private async Task SeedSampleAsync(CancellationToken cancellationToken)
    {
        var original = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", SampleFile), cancellationToken);
        var problems = await new SeedSample(workspace.Store, workspace.Blobs, TimeProvider.System).RunAsync(
            new SampleText("Foreign Trade", SampleFile, original, Publication()),
            new PlainTextFormat(),
            WorkbenchRules.SegmenterFor(LanguageTag.English),
            workspace.Actor,
            cancellationToken);
        foreach (var problem in problems)
        {
            LogProblem(logger, problem.ToString());
        }
    }

    /// <summary>As <c>seeds/README.md</c> says it; what is not known stays empty.</summary>
    private static Publication Publication() => new()
    {
        Title = "Immortal Exploits Performed for the Development of Foreign Trade",
        Name = "Foreign Trade",
        IssueAndPage = "web site, section \"Policy & Law\", no. 86",
        Author = "Foreign Trade (a DPRK state body); its claims are the publisher's",
        Genre = "article",
        Audience = "abroad",
        LanguageEdition = "English",
        RightsNote = "A third party's work, kept for demonstration.",
    };

    [LoggerMessage(EventId = 1010, Level = LogLevel.Information, Message = "The workspace in {Folder} is open")]
    private static partial void LogOpened(ILogger logger, string folder);

    [LoggerMessage(EventId = 1011, Level = LogLevel.Information, Message = "The starter glossary brought {Changed} of {All} concepts; {Edited} edited ones wait for a decision")]
    private static partial void LogGlossary(ILogger logger, int changed, int all, int edited);

    [LoggerMessage(EventId = 1013, Level = LogLevel.Information, Message = "Swept {Count} imports that had not ended")]
    private static partial void LogSwept(ILogger logger, int count);

    [LoggerMessage(EventId = 1012, Level = LogLevel.Error, Message = "What travels with the program is broken: {Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);
}
