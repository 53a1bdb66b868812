using System.Collections.Immutable;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>Names a bulk change of glossaries, so that it can be undone as one.</summary>
/// <param name="UndoGroup">What its change sets share.</param>
/// <param name="After">The sequence of the last change before it.</param>
public sealed record TermBulk(string UndoGroup, long After)
{
    public static TermBulk Begin(IWorkspaceStore store) => new(CommandId.New().Value, store.LastSequence);
}

/// <summary>Commits operations in change sets of bounded size, which let others in between.</summary>
internal sealed class BulkWriter(IWorkspaceStore store, ActorId actor, TermBulk bulk)
{
    /// <summary>UTF-16 code units of text in one change set, as far as entries have it: well under the megabyte that one may weigh.</summary>
    private const int MaxText = 200_000;

    private readonly List<Operation> _waiting = [];
    private int _text;

    /// <summary>Why nothing more is written; null while all is well.</summary>
    public Problem? Problem { get; private set; }

    public bool HasWritten { get; private set; }

    /// <param name="operations">Kept together in one change set.</param>
    public async ValueTask AddAsync(ImmutableArray<Operation> operations, CancellationToken cancellationToken)
    {
        var text = operations.Sum(operation => operation.After is ConceptEntry entry ? GlossaryText.Write(entry).Length : 0);
        if (_waiting.Count + operations.Length > ChangeSet.MaxOperations || (_waiting.Count > 0 && _text + text > MaxText))
        {
            await FinishAsync(cancellationToken);
        }

        _waiting.AddRange(operations);
        _text += text;
    }

    public async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count > 0 && Problem is null)
        {
            var changes = new ChangeSet(CommandId.New(), actor, bulk.UndoGroup, [.. _waiting]);
            Problem = (await store.CommitAsync(changes, cancellationToken)).ProblemOf("glossary-busy");
            HasWritten |= Problem is null;
        }

        _waiting.Clear();
        _text = 0;
    }
}
