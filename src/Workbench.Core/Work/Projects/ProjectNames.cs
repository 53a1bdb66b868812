using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Core.Work.Projects;

/// <summary>What may be a project's name: people and the command line call projects by it, so no two have the same.</summary>
public sealed class ProjectNames(IWorkspaceStore store)
{
    /// <summary>UTF-16 code units of the longest name.</summary>
    public const int MaxLength = 200;

    /// <param name="own">The project that is to have the name.</param>
    /// <returns>Null when it may.</returns>
    internal async ValueTask<Problem?> FindProblemAsync(ProjectId own, string name, CancellationToken cancellationToken)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
        {
            return new Problem("project-name-empty");
        }

        if (trimmed.Length > MaxLength)
        {
            return new Problem("project-name-too-long", ("limit", MaxLength));
        }

        return (await store.ListAsync<Project>(cancellationToken))
            .Any(project => project.Id != own && string.Equals(project.Name, trimmed, StringComparison.OrdinalIgnoreCase))
            ? new Problem("project-name-taken", ("name", trimmed))
            : null;
    }
}
