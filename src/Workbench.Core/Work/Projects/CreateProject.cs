using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Projects;

/// <summary>What a person says of a new project.</summary>
public sealed record NewProject(string Name, LanguageTag SourceLanguage, LanguageTag TargetLanguage, WordingPolicy Wording);

/// <summary>
/// Makes a project with a memory of its own. It also asks the memories of the same pair of languages that are there already, and
/// all glossaries of the workspace.
/// </summary>
public sealed class CreateProject(IWorkspaceStore store, TimeProvider clock)
{
    private readonly ProjectNames _names = new(store);

    /// <param name="command">Becomes the id of the project: sent twice, it makes one project and returns it twice.</param>
    /// <returns>The project, durable; or why there is none: its name or its languages, or a store that cannot write now.</returns>
    public async ValueTask<Result<Project>> RunAsync(
        CommandId command, ActorId actor, NewProject wanted, CancellationToken cancellationToken)
    {
        var id = new ProjectId(command.Value);
        if (await store.FindAsync(id, cancellationToken) is { } made)
        {
            return Result.Success(made);
        }

        if (await FindProblemAsync(id, wanted, cancellationToken) is { } problem)
        {
            return Result.Failure<Project>(problem);
        }

        var memory = new TranslationMemory
        {
            Id = new MemoryId(command.Value),
            Name = wanted.Name.Trim(),
            SourceLanguage = wanted.SourceLanguage,
            TargetLanguage = wanted.TargetLanguage,
        };
        var project = await NewAsync(id, wanted, memory, cancellationToken);
        var result = await store.CommitAsync(
            new ChangeSet(command, actor, Operation.Create(memory), Operation.Create(project)), cancellationToken);

        return result.ProblemOf("project-changed") is { } failure
            ? Result.Failure<Project>(failure)
            : Result.Success(await store.GetAsync(id, cancellationToken));
    }

    private async ValueTask<Problem?> FindProblemAsync(ProjectId id, NewProject wanted, CancellationToken cancellationToken) =>
        wanted.SourceLanguage == wanted.TargetLanguage
            ? new Problem("project-one-language", ("language", wanted.SourceLanguage.Value))
            : await _names.FindProblemAsync(id, wanted.Name, cancellationToken);

    private async ValueTask<Project> NewAsync(
        ProjectId id, NewProject wanted, TranslationMemory own, CancellationToken cancellationToken)
    {
        var memories = (await store.ListAsync<TranslationMemory>(cancellationToken))
            .Where(memory => memory.SourceLanguage == wanted.SourceLanguage && memory.TargetLanguage == wanted.TargetLanguage);
        var glossaries = await store.ListAsync<Glossary>(cancellationToken);

        return new Project
        {
            Id = id,
            Name = own.Name,
            SourceLanguage = wanted.SourceLanguage,
            TargetLanguage = wanted.TargetLanguage,
            Wording = wanted.Wording,
            Glossaries = [.. glossaries.Select(glossary => glossary.Id)],
            Memories = [own.Id, .. memories.Select(memory => memory.Id)],
            CreatedAt = clock.GetUtcNow(),
        };
    }
}
