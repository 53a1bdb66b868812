using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Core.Storage;
using Workbench.Core.Work.Glossaries;

namespace Workbench.Core.Work;

/// <summary>The text that an empty workbench opens with, as it travels with the program.</summary>
public sealed record SampleText(string ProjectName, string FileName, ReadOnlyMemory<byte> Original, Publication Publication);

/// <summary>Gives a workspace the sample project once: what a person deletes stays deleted.</summary>
public sealed class SeedSample(IWorkspaceStore store, IBlobStore blobs, TimeProvider clock)
{
    private const string Mark = "sample-offered";

    /// <returns>What was wrong with the sample; empty when it is there or was there before.</returns>
    public async ValueTask<ImmutableArray<Problem>> RunAsync(
        SampleText sample, IDocumentFormat format, Segmenter segmenter, ActorId actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Setting.IdOf(Entity.Workspace, Mark), cancellationToken) is not null)
        {
            return [];
        }

        var memory = new TranslationMemory
        {
            Id = MemoryId.New(),
            Name = sample.ProjectName,
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanNorth,
        };
        var project = new Project
        {
            Id = ProjectId.New(),
            Name = sample.ProjectName,
            SourceLanguage = memory.SourceLanguage,
            TargetLanguage = memory.TargetLanguage,
            Glossaries = [SeedGlossary.Starter],
            Memories = [memory.Id],
            CreatedAt = clock.GetUtcNow(),
        };
        var import = new ImportDocument(store, blobs, clock);
        var preview = await import.PreviewAsync(
            project, format, sample.Original, new ReadOptions { FileName = sample.FileName }, sample.Publication, segmenter, cancellationToken);
        if (!preview.Succeeded)
        {
            return preview.Problems;
        }

        var kept = await import.KeepAsync(preview.Value, actor, cancellationToken);
        if (kept.ProblemOf("document-changed") is { } notKept)
        {
            return [notKept];
        }

        var offered = new Setting { Owner = Entity.Workspace, Name = Mark, Value = preview.Value.Document.Id.Value };
        var made = await store.CommitAsync(
            new ChangeSet(CommandId.New(), actor, Operation.Create(memory), Operation.Create(project), Operation.Overwrite(offered)),
            cancellationToken);

        return made.ProblemOf("project-changed") is { } notMade ? [notMade] : [];
    }
}
