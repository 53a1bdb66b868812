using System.CommandLine;
using Workbench.Core.Problems;
using Workbench.Core.Work;
using Workbench.Storage;

namespace Workbench.Cli;

/// <summary>A command over the documents of a workspace, which it has to itself while it runs.</summary>
internal abstract class WorkspaceCommand : Command
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "The data folder. Without it WORKBENCH_DATA, then the one that the app uses.",
    };

    protected WorkspaceCommand(string name, string description)
        : base(name, description)
    {
        Add(_data);
        SetAction(RunAsync);
    }

    /// <summary>Whether a workspace is made where there is none; otherwise that is an answer.</summary>
    protected virtual bool MakesWorkspace => false;

    /// <summary>What is wrong with the call, told before the workspace is touched; null when nothing is.</summary>
    protected virtual Problem? Check(ParseResult arguments) => null;

    protected abstract Task<int> RunAsync(ParseResult arguments, Workspace workspace, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (Check(arguments) is { } wrong)
        {
            return await arguments.RefuseAsync(ExitCode.Usage, wrong);
        }

        var folder = DataFolder.Resolve(arguments.GetValue(_data));
        if (!MakesWorkspace && !File.Exists(folder.Database))
        {
            return await arguments.RefuseAsync(ExitCode.Refused, new Problem("workspace-missing", ("folder", folder.Path)));
        }

        await using var workspace = await Workspace.OpenAsync(folder, TimeProvider.System, cancellationToken);
        await new StagedImports(workspace.Store).SweepAsync(workspace.Actor, cancellationToken);

        return await RunAsync(arguments, workspace, cancellationToken);
    }
}
