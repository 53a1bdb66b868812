using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Core.Work.Projects;

/// <summary>Gives a project another name or another wording of its terms. Its languages stay: its texts are in them.</summary>
public sealed class ChangeProject(IWorkspaceStore store)
{
    private readonly ProjectNames _names = new(store);

    /// <param name="seen">The project as the person saw it.</param>
    /// <returns>The project as it is now, durable; or why it was not changed.</returns>
    public async ValueTask<Result<Project>> RunAsync(
        CommandId command, ActorId actor, Project seen, string name, WordingPolicy wording, CancellationToken cancellationToken)
    {
        if (await _names.FindProblemAsync(seen.Id, name, cancellationToken) is { } problem)
        {
            return Result.Failure<Project>(problem);
        }

        var changed = seen with { Name = name.Trim(), Wording = wording };
        var result = await store.CommitAsync(new ChangeSet(command, actor, Operation.Replace(seen, changed)), cancellationToken);

        return result.ProblemOf("project-changed") is { } failure
            ? Result.Failure<Project>(failure)
            : Result.Success(await store.GetAsync(seen.Id, cancellationToken));
    }
}
