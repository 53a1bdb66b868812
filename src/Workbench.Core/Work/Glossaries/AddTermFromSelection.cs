using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>Puts what is selected in source and target into the project's first glossary, as a proposed term.</summary>
public sealed class AddTermFromSelection(IWorkspaceStore store, TimeProvider clock)
{
    private readonly SaveConcept _save = new(store, clock);

    /// <summary>The entry that would be made, for a dialog in which more can be said. Edges of white space are not part of a term.</summary>
    public static ConceptEntry Propose(Project project, GlossaryId glossary, string source, string target, string note)
    {
        var id = ConceptEntryId.New();
        return new ConceptEntry
        {
            Id = id,
            GlossaryId = glossary,
            ConceptId = NewConceptId(id),
            Note = note,
            Languages =
            [
                new LanguageSection(project.SourceLanguage, [Proposed(source)]),
                .. string.IsNullOrWhiteSpace(target) ? [] : new[] { new LanguageSection(project.TargetLanguage, [Proposed(target)]) },
            ],
        };
    }

    /// <returns>Saved; or rejected as <c>term-empty</c> or, when the project has no glossary, <c>glossary-none</c>.</returns>
    public async ValueTask<GlossaryResult> RunAsync(
        CommandId command, ActorId actor, Project project, string source, string target, string note, CancellationToken cancellationToken) =>
        project.Glossaries.IsEmpty
            ? new GlossaryResult(GlossaryOutcome.Rejected, null, new("glossary-none"))
            : await _save.RunAsync(command, actor, null, Propose(project, project.Glossaries[0], source, target, note), cancellationToken);

    /// <summary>What a concept that was made here is called.</summary>
    internal static string NewConceptId(ConceptEntryId id) => $"own-{id.Value[..12]}";

    private static TermSection Proposed(string text) => new() { Text = text.Trim(), ProcessStatus = ProcessStatus.Proposed };
}
