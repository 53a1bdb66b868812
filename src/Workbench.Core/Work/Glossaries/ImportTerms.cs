using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>What an entry of a file is to the glossary.</summary>
public enum ImportKind
{
    /// <summary>The glossary has neither its id nor its terms.</summary>
    New,

    /// <summary>The glossary says all of it already.</summary>
    Same,

    /// <summary>The glossary has the entry, and the file adds to it or says something else.</summary>
    Changed,

    /// <summary>Another entry of the glossary has one of its terms: perhaps the same concept, perhaps a homograph.</summary>
    Duplicate,

    /// <summary>It is no entry as it stands; the problem says why.</summary>
    Refused,
}

/// <summary>One entry of a file beside what the glossary has.</summary>
/// <param name="Existing">As it was when the preview was made; null for a new one.</param>
/// <param name="Steps">What of the file's entry <paramref name="Existing"/> lacks.</param>
/// <param name="IsIdTaken">Whether its id is that of an entry with quite other terms, so that it needs one of its own.</param>
public sealed record ImportRow(
    int Index, ImportKind Kind, ConceptEntry Incoming, ConceptEntry? Existing, ImmutableArray<MergeStep> Steps, bool IsIdTaken = false, Problem? Problem = null)
{
    /// <summary>Whether some of it would write over what the glossary says.</summary>
    public bool Conflicts => Steps.Any(step => step.Effect != MergeEffect.Add);
}

/// <param name="Glossary">Where the entries go; made with them when it is not there yet.</param>
public sealed record ImportTermsPreview(Glossary Glossary, ImmutableArray<ImportRow> Rows)
{
    public int Count(ImportKind kind) => Rows.Count(row => row.Kind == kind);
}

/// <summary>What a person wants of one row.</summary>
/// <param name="AsNew">As an entry of its own; otherwise <paramref name="Steps"/> go into the existing one.</param>
/// <param name="Steps">Indexes of <see cref="ImportRow.Steps"/>.</param>
public sealed record ImportChoice(bool AsNew, ImmutableArray<int> Steps)
{
    public static readonly ImportChoice Leave = new(AsNew: false, []);

    public static readonly ImportChoice New = new(AsNew: true, []);

    /// <summary>What nobody need be asked about: new entries, and what fills a gap. Nothing is written over, no homograph decided.</summary>
    public static ImportChoice Unasked(ImportRow row) => row.Kind switch
    {
        ImportKind.New => New,
        ImportKind.Changed => new(AsNew: false, [.. row.Steps.Index().Where(step => step.Item.Effect == MergeEffect.Add).Select(step => step.Index)]),
        _ => Leave,
    };

    /// <summary>The whole of the row: a new entry, or all that the existing one lacks.</summary>
    public static ImportChoice All(ImportRow row) => row.Kind switch
    {
        ImportKind.New => New,
        ImportKind.Changed or ImportKind.Duplicate => new(AsNew: false, [.. Enumerable.Range(0, row.Steps.Length)]),
        _ => Leave,
    };

    public bool DoesSomething => AsNew || !Steps.IsEmpty;
}

/// <param name="Skipped">Entries that someone changed while the preview was looked at; they stay as they are.</param>
/// <param name="Bulk">What undoes it; null when nothing was written.</param>
/// <param name="Problem">Why it stopped halfway; null when it went through.</param>
public sealed record ImportTermsResult(int Added, int Changed, int Skipped, TermBulk? Bulk, Problem? Problem = null);

/// <summary>Takes a file's entries into a glossary: never blindly, first to look at, then what a person chose, to be undone as one.</summary>
public sealed class ImportTerms(IWorkspaceStore store, TimeProvider clock)
{
    private readonly EntryEditing _editing = new(store, clock);

    public async ValueTask<ImportTermsPreview> PreviewAsync(Glossary glossary, ReadTerms terms, CancellationToken cancellationToken)
    {
        var kept = await store.ListAsync<ConceptEntry>(glossary.Id.Value, cancellationToken);
        var sorting = new ImportSorting(kept, terms);

        return new ImportTermsPreview(glossary, [.. terms.Entries.Select((entry, index) => sorting.RowOf(entry, index))]);
    }

    /// <param name="choices">By <see cref="ImportRow.Index"/>; a row that is not named is left.</param>
    /// <param name="progress">Told how many of the chosen rows are done.</param>
    /// <exception cref="OperationCanceledException">It was cancelled: what was written is taken back, as nobody is there to undo it.</exception>
    public async ValueTask<ImportTermsResult> KeepAsync(
        ActorId actor,
        ImportTermsPreview preview,
        IReadOnlyDictionary<int, ImportChoice> choices,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var bulk = TermBulk.Begin(store);
        try
        {
            return await WriteAsync(actor, bulk, preview, choices, progress, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await new UndoTermBulk(store, clock).RunAsync(actor, bulk, CancellationToken.None);
            throw;
        }
    }

    private async ValueTask<ImportTermsResult> WriteAsync(
        ActorId actor,
        TermBulk bulk,
        ImportTermsPreview preview,
        IReadOnlyDictionary<int, ImportChoice> choices,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var writer = new BulkWriter(store, actor, bulk);
        var result = new ImportTermsResult(0, 0, 0, null);
        var chosen = preview.Rows.Where(row => choices.GetValueOrDefault(row.Index)?.DoesSomething == true).ToArray();
        if (chosen.Length > 0 && await store.FindAsync(preview.Glossary.Id, cancellationToken) is null)
        {
            await writer.AddAsync(await MakeGlossaryAsync(preview.Glossary, cancellationToken), cancellationToken);
        }

        var ids = new ConceptIds(await store.ListAsync<ConceptEntry>(preview.Glossary.Id.Value, cancellationToken));
        var touched = new HashSet<ConceptEntryId>();
        foreach (var (done, row) in chosen.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var choice = choices[row.Index];
            if (choice.AsNew)
            {
                var made = Made(row, preview.Glossary.Id, ids);
                await writer.AddAsync(await _editing.ReplaceAsync(null, made, actor, cancellationToken), cancellationToken);
                result = result with { Added = result.Added + 1 };
            }
            else if (await CurrentAsync(row.Existing!, touched, writer, cancellationToken) is { } current)
            {
                var merged = EntryMerge.Apply(current, choice.Steps.Order().Select(step => row.Steps[step])) with { ChangedAt = _editing.Now };
                await writer.AddAsync(await _editing.ReplaceAsync(current, merged, actor, cancellationToken), cancellationToken);
                result = result with { Changed = result.Changed + 1 };
            }
            else
            {
                result = result with { Skipped = result.Skipped + 1 };
            }

            progress?.Report(done + 1);
            if (writer.Problem is not null)
            {
                break;
            }
        }

        await writer.FinishAsync(cancellationToken);

        return result with { Bulk = writer.HasWritten ? bulk : null, Problem = writer.Problem };
    }

    /// <returns>The entry as it is now; null when someone else has changed it since the preview.</returns>
    private async ValueTask<ConceptEntry?> CurrentAsync(
        ConceptEntry seen, HashSet<ConceptEntryId> touched, BulkWriter writer, CancellationToken cancellationToken)
    {
        var isOurs = !touched.Add(seen.Id);
        if (isOurs)
        {
            // Two rows of the file go into one entry: the second builds on what the first made of it.
            await writer.FinishAsync(cancellationToken);
        }

        var current = await store.FindAsync(seen.Id, cancellationToken);

        return isOurs || current?.Version == seen.Version ? current : null;
    }

    private ConceptEntry Made(ImportRow row, GlossaryId glossary, ConceptIds ids) => row.Incoming with
    {
        Id = ConceptEntryId.New(),
        GlossaryId = glossary,
        ConceptId = ids.Take(row.Incoming.ConceptId),
        Version = EntityVersion.None,
        ChangedAt = _editing.Now,
    };

    /// <summary>A new glossary is looked up by every project, after those that it had.</summary>
    private async ValueTask<ImmutableArray<Operation>> MakeGlossaryAsync(Glossary glossary, CancellationToken cancellationToken) =>
    [
        Operation.Create(glossary),
        .. (await store.ListAsync<Documents.Project>(cancellationToken))
            .Select(project => Operation.Replace(project, project with { Glossaries = project.Glossaries.Add(glossary.Id) })),
    ];

    /// <summary>Ids of a glossary's concepts: one that is taken gets a number behind it.</summary>
    private sealed class ConceptIds(IEnumerable<ConceptEntry> kept)
    {
        private readonly HashSet<string> _taken = kept.Select(entry => entry.ConceptId).ToHashSet(StringComparer.Ordinal);

        public string Take(string wanted)
        {
            var id = wanted;
            for (var number = 2; !_taken.Add(id); number++)
            {
                id = $"{wanted}-{number}";
            }

            return id;
        }
    }
}
