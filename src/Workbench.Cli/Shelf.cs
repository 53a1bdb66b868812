using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Cli;

/// <summary>Finds documents as people call them: by id, by file name, or by title, within one project or all.</summary>
internal sealed class Shelf(IWorkspaceStore store)
{
    /// <returns>Null when there is none of this name or id.</returns>
    public async ValueTask<Project?> FindProjectAsync(string name, CancellationToken cancellationToken) =>
        (await store.ListAsync<Project>(cancellationToken)).FirstOrDefault(project =>
            project.Key == name || string.Equals(project.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <param name="project">A name or id; null for all.</param>
    /// <param name="document">A name or id; null for all.</param>
    public async ValueTask<Result<ImmutableList<(Project Project, Document Document)>>> FindAsync(
        string? project, string? document, CancellationToken cancellationToken)
    {
        var projects = await store.ListAsync<Project>(cancellationToken);
        if (project is not null)
        {
            projects = await FindProjectAsync(project, cancellationToken) is { } one ? [one] : [];
            if (projects.IsEmpty)
            {
                return Fail(new Problem("project-missing", ("name", project)));
            }
        }

        var found = ImmutableList<(Project, Document)>.Empty;
        foreach (var one in projects)
        {
            var documents = await store.ListAsync<Document>(one.Key, cancellationToken);
            found = found.AddRange(documents.Where(candidate => document is null || IsCalled(candidate, document)).Select(candidate => (one, candidate)));
        }

        return document is not null && found.IsEmpty ? Fail(new Problem("document-missing", ("name", document))) : Result.Success(found);
    }

    public async ValueTask<Result<Document>> FindOneAsync(string? project, string document, CancellationToken cancellationToken)
    {
        var found = await FindAsync(project, document, cancellationToken);
        if (!found.Succeeded)
        {
            return Result.Failure<Document>(found.Problems.AsSpan());
        }

        return found.Value is [var (_, one)]
            ? Result.Success(one)
            : Result.Failure<Document>(new Problem(
                "document-ambiguous", ("name", document), ("ids", string.Join(", ", found.Value.Select(each => each.Document.Key)))));
    }

    private static bool IsCalled(Document document, string name) =>
        document.Key == name
        || string.Equals(document.FileName, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(document.Publication.Title, name, StringComparison.OrdinalIgnoreCase);

    private static Result<ImmutableList<(Project, Document)>> Fail(Problem problem) =>
        Result.Failure<ImmutableList<(Project, Document)>>(problem);
}
