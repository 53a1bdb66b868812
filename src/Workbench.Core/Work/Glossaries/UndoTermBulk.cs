using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <param name="Restored">Entries that are as they were before.</param>
/// <param name="Skipped">Entries that someone has changed since; they stay as they are.</param>
public sealed record UndoTermBulkResult(int Restored, int Skipped, Problem? Problem = null);

/// <summary>Takes a bulk change of glossaries back: what it made goes, what it changed is what it was. History keeps both.</summary>
public sealed class UndoTermBulk(IWorkspaceStore store, TimeProvider clock)
{
    private readonly EntryEditing _editing = new(store, clock);

    public async ValueTask<UndoTermBulkResult> RunAsync(ActorId actor, TermBulk bulk, CancellationToken cancellationToken)
    {
        var writer = new BulkWriter(store, actor, TermBulk.Begin(store));
        var result = new UndoTermBulkResult(0, 0);
        var done = await OperationsAsync(bulk, cancellationToken);
        // One bulk may have changed an entry more than once: it goes back to what it was before the first.
        foreach (var changes in done.Where(operation => operation.Subject is ConceptEntry).GroupBy(operation => operation.Subject.Key, StringComparer.Ordinal))
        {
            var current = await store.FindAsync(((ConceptEntry)changes.First().Subject).Id, cancellationToken);
            if (current is null || current.Version != changes.Last().After?.Version)
            {
                result = result with { Skipped = result.Skipped + 1 };
                continue;
            }

            var before = changes.First().Before is ConceptEntry old ? old with { Version = current.Version, ChangedAt = _editing.Now } : null;
            await writer.AddAsync(await _editing.ReplaceAsync(current, before, actor, cancellationToken), cancellationToken);
            result = result with { Restored = result.Restored + 1 };
        }

        await writer.FinishAsync(cancellationToken);
        await UnmakeAsync(writer, done.Select(operation => operation.After).OfType<Glossary>(), cancellationToken);

        return result with { Problem = writer.Problem };
    }

    /// <summary>In their order.</summary>
    private async ValueTask<List<Operation>> OperationsAsync(TermBulk bulk, CancellationToken cancellationToken)
    {
        var operations = new List<Operation>();
        await foreach (var change in store.ReadChangesAsync(bulk.After, cancellationToken))
        {
            if (change.UndoGroup == bulk.UndoGroup)
            {
                operations.AddRange(change.Operations.Where(operation => operation.Subject is ConceptEntry or Glossary));
            }
        }

        return operations;
    }

    /// <summary>A glossary that came with the bulk goes with it, unless it has entries by now.</summary>
    private async ValueTask UnmakeAsync(BulkWriter writer, IEnumerable<Glossary> made, CancellationToken cancellationToken)
    {
        foreach (var glossary in made)
        {
            if (await store.FindAsync(glossary.Id, cancellationToken) is not { } current
                || await store.CountAsync<ConceptEntry>(glossary.Id.Value, cancellationToken) > 0)
            {
                continue;
            }

            var projects = await store.ListAsync<Project>(cancellationToken);
            ImmutableArray<Operation> operations =
            [
                Operation.Remove(current),
                .. projects.Where(project => project.Glossaries.Contains(glossary.Id))
                    .Select(project => Operation.Replace(project, project with { Glossaries = project.Glossaries.Remove(glossary.Id) })),
            ];
            await writer.AddAsync(operations, cancellationToken);
        }

        await writer.FinishAsync(cancellationToken);
    }
}
