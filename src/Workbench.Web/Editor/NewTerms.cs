using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Core.Work.Glossaries;
using Workbench.Web.Session;

namespace Workbench.Web.Editor;

/// <summary>Writes a term that a translator proposes while working: an entry of its own in the project's first glossary.</summary>
public sealed class NewTerms(IWorkspaceStore store, TimeProvider clock, CurrentActor actor)
{
    private readonly AddTermFromSelection _add = new(store, clock);

    /// <returns>Whether it is durable; it is not when the project has no glossary or the store cannot write.</returns>
    public async ValueTask<bool> AddAsync(Project project, string source, string target, string note, CancellationToken cancellationToken) =>
        (await _add.RunAsync(CommandId.New(), actor.Id, project, source, target, note, cancellationToken)).IsSaved;
}
