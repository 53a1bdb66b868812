using Workbench.Storage;

namespace Workbench.Web.Hosting;

/// <summary>Gives a new workspace the sample article and the starter glossary that travel with the program, from <c>seeds</c> and <c>glossary</c>.</summary>
internal sealed partial class Seeding(Workspace workspace, ILogger<Seeding> logger)
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        LogSeeded(logger, workspace.Folder.Path);
        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 1010, Level = LogLevel.Information, Message = "The workspace in {Folder} is open")]
    private static partial void LogSeeded(ILogger logger, string folder);
}
