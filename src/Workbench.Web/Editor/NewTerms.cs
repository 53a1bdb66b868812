using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Web.Session;

namespace Workbench.Web.Editor;

/// <summary>Writes a term that a translator proposes while working: an entry of its own in the project's first glossary.</summary>
public sealed class NewTerms(IWorkspaceStore store, TimeProvider clock, CurrentActor actor)
{
    /// <returns>Whether it is durable; it is not when the project has no glossary or the store cannot write.</returns>
    public async ValueTask<bool> AddAsync(Project project, string source, string target, string note, CancellationToken cancellationToken)
    {
        if (project.Glossaries.IsEmpty)
        {
            return false;
        }

        var id = ConceptEntryId.New();
        var entry = new ConceptEntry
        {
            Id = id,
            GlossaryId = project.Glossaries[0],
            ConceptId = $"own-{id.Value[..12]}",
            Note = note,
            ChangedAt = clock.GetUtcNow(),
            Languages =
            [
                new LanguageSection(project.SourceLanguage, [Proposed(source)]),
                new LanguageSection(project.TargetLanguage, [Proposed(target)]),
            ],
        };
        var revision = new ConceptRevision { Id = Id<ConceptRevision>.New(), Entry = entry, Actor = actor.Id, At = clock.GetUtcNow() };
        var result = await store.CommitAsync(
            new ChangeSet(CommandId.New(), actor.Id, Operation.Create(entry), Operation.Create(revision)), cancellationToken);

        return result.IsDurable;
    }

    private static TermSection Proposed(string text) => new() { Text = text, ProcessStatus = ProcessStatus.Proposed };
}
