using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.Web.Editor;
using Workbench.Web.Session;

namespace Workbench.Web.Glossary;

/// <summary>
/// The glossary page: finds, shows, deletes, restores and merges entries, and follows changes made elsewhere. What is edited is
/// <see cref="Editor"/>'s.
/// </summary>
public sealed class GlossaryModel(ProjectTerms terms, IWorkspaceStore store, TimeProvider clock, CurrentActor actor) : IDisposable
{
    private readonly PageLife _life = new();
    private readonly DeleteConcept _delete = new(store, clock);
    private readonly RestoreConcept _restore = new(store, clock);
    private readonly MergeConcepts _merge = new(store, clock);
    private readonly UndoMerge _undoMerge = new(store, clock);
    private GlossaryIndex? _index;
    private (LanguageTag Source, LanguageTag Target) _ordinary = (LanguageTag.English, LanguageTag.KoreanNorth);
    private Func<Task<GlossaryResult>>? _undo;
    private GlossaryNotice? _told;
    private string _candidateText = "";
    private KnownGlossary? _known;
    private int _isBehind;
    private int _shown;

    public event Action? Changed;

    /// <summary>Runs what a change made elsewhere asks for where the page's own work runs.</summary>
    public Func<Func<Task>, Task> Dispatch { get; set; } = work => work();

    public GlossaryState State { get; private set; } = GlossaryState.Empty;

    public EntryEditor Editor { get; } = new(terms, store, clock, actor);

    private CancellationToken Gone => _life.Gone;

    public void Dispose()
    {
        terms.Changed -= OnTermsChanged;
        _life.Dispose();
    }

    public async Task OpenAsync(GlossaryAddress address)
    {
        terms.Changed += OnTermsChanged;
        _index = await terms.IndexAsync(Gone);
        if (await store.ListAsync<Project>(Gone) is [var project, ..])
        {
            _ordinary = (project.SourceLanguage, project.TargetLanguage);
        }

        await ShowAsync(address);
    }

    /// <summary>Shows what an address says.</summary>
    public async Task ShowAsync(GlossaryAddress address)
    {
        if (_index is not { } index)
        {
            return;
        }

        var own = ++_shown;
        var before = State.Address;
        var state = Listed(State with { Address = address }, index);
        if (!state.IsReady || before.Concept != address.Concept || before.Pane != address.Pane || before.With != address.With)
        {
            state = await PaneAsync(state with { IsReady = true }, index);
        }

        // A place that was asked for later may have been read sooner.
        if (own == _shown)
        {
            Replace(state);
        }
    }

    /// <summary>The address after moving the choice in the list.</summary>
    /// <param name="by">Rows down; negative is up. The first or last row when there are no more.</param>
    public GlossaryAddress Moved(int by)
    {
        if (State.Found.IsEmpty)
        {
            return State.Address;
        }

        var from = State.ChosenAt < 0 && by > 0 ? -1 : State.ChosenAt;
        var at = (int)Math.Clamp((long)from + by, 0, State.Found.Length - 1);

        return State.Address.At(State.Found[at].Concept.Id.Value);
    }

    /// <summary>The entry that a reference of <paramref name="from"/> names; null when the glossary does not have it.</summary>
    public ConceptEntry? Find(ConceptEntry from, string conceptId) => _index?.Find(from.GlossaryId, conceptId);

    /// <returns>The saved entry; null when it was not saved, and then nothing typed is lost.</returns>
    public async Task<ConceptEntry?> SaveAsync()
    {
        var isNew = Editor.Seen is null;
        if (await Editor.SaveAsync(Gone) is not { } saved)
        {
            Changed?.Invoke();
            return null;
        }

        Tell(isNew ? "Glossary_Told_Added" : "Glossary_Told_Saved", saved, null);
        return saved;
    }

    public async Task<bool> DeleteAsync(ConceptEntry entry)
    {
        var result = await _delete.RunAsync(CommandId.New(), actor.Id, entry, Gone);
        var last = (await _restore.HistoryAsync(entry.Id, Gone)).LastOrDefault();

        return Tell(result, "Glossary_Told_Deleted", entry, last is null ? null : () => RestoredAsync(last));
    }

    /// <summary>Makes an entry what it was in a state of its history, or brings back a deleted one.</summary>
    public async Task<bool> RestoreAsync(ConceptRevision revision)
    {
        var before = (await _restore.HistoryAsync(revision.Entry.Id, Gone)).LastOrDefault();

        return Tell(
            await RestoredAsync(revision),
            "Glossary_Told_Restored",
            revision.Entry,
            before is null or { Deleted: true } ? null : () => RestoredAsync(before));
    }

    /// <summary>Merges what the address says into the chosen entry.</summary>
    public async Task<bool> MergeAsync()
    {
        if (State is not { Chosen: { } into, From: { } from })
        {
            return false;
        }

        var command = CommandId.New();
        var result = await _merge.RunAsync(command, actor.Id, into, from, Gone);

        return Tell(result, "Glossary_Told_Merged", into, result.Current is not { } merged
            ? null
            : () => _undoMerge.RunAsync(CommandId.New(), actor.Id, command, merged, Gone).AsTask());
    }

    /// <summary>Takes back what the notice tells of.</summary>
    public async Task UndoAsync()
    {
        if (_undo is not { } undo || State.Notice is not { } notice)
        {
            return;
        }

        _undo = null;
        var result = await undo();
        Tell(result.IsSaved ? "Glossary_Told_Undone" : "Glossary_Told_UndoConflict", notice.Concept, null);
        await RefreshAsync();
    }

    public void Dismiss()
    {
        (_undo, _told) = (null, null);
        Replace(State with { Notice = null });
    }

    /// <summary>What could be merged into the chosen entry.</summary>
    /// <param name="text">Empty for the entries that share a term with it.</param>
    public void SearchCandidates(string text)
    {
        _candidateText = text;
        if (_index is { } index)
        {
            Replace(State with { Candidates = Candidates(State, index) });
        }
    }

    private ImmutableArray<ConceptEntry> Candidates(GlossaryState state, GlossaryIndex index)
    {
        if (state.Chosen is not { } chosen)
        {
            return [];
        }

        var found = _candidateText.Trim().Length == 0
            ? from section in chosen.Languages
              from term in section.Terms
              where term.Wording == Wording.Official
              from entry in index.FindDuplicates(section.Language, term.Text, chosen.Id, chosen.GlossaryId)
              select entry
            : index.Search(new ConceptQuery(_candidateText) { Glossaries = [chosen.GlossaryId], SortLanguage = state.Source, Take = 30 })
                .Matches.Select(match => match.Concept);

        return [.. found.DistinctBy(entry => entry.Id).Where(entry => entry.Id != chosen.Id).Take(20)];
    }

    private GlossaryState Listed(GlossaryState state, GlossaryIndex index)
    {
        var address = state.Address;
        var (source, target) = (address.Source ?? _ordinary.Source, address.Target ?? _ordinary.Target);
        var found = index.Search(address.ToQuery(source, target)).Matches;
        var known = _known is { } counted && counted.Glossary == address.Glossary ? counted : _known = KnownGlossary.Of(address.Glossary, index);

        return state with
        {
            Source = source,
            Target = target,
            Glossaries = index.Glossaries,
            Languages = [.. known.Languages.Union([source, target])],
            SubjectFields = known.SubjectFields,
            Found = found,
            Total = known.Total,
            ChosenAt = IndexOf(found, address.Concept),
        };
    }

    private async Task<GlossaryState> PaneAsync(GlossaryState state, GlossaryIndex index)
    {
        var address = state.Address;
        var chosen = address.Concept.Length == 0 ? null : index.Find(new ConceptEntryId(address.Concept));
        state = state with { Chosen = chosen, History = [], Deleted = [], Candidates = [], From = null, Merged = null };
        await EditAsync(state);
        var drafts = new EntryDrafts(store);
        state = state with
        {
            UnsavedSince = chosen is null ? null : (await drafts.FindAsync(actor.Id, chosen.Id, Gone))?.At,
        };

        return address.Pane switch
        {
            GlossaryPane.History => state with { History = await HistoryAsync(new ConceptEntryId(address.Concept)) },
            GlossaryPane.Deleted => state with { Deleted = await DeletedAsync(state) },
            GlossaryPane.Merge => Merging(state, index),
            _ => state,
        };
    }

    private async Task EditAsync(GlossaryState state)
    {
        var isNew = state.Address.Pane == GlossaryPane.New;
        if (isNew || (state.Address.Pane == GlossaryPane.Edit && state.Chosen is not null))
        {
            if (Editor.Form is null || Editor.Seen?.Id != (isNew ? null : state.Chosen!.Id))
            {
                await Editor.BeginAsync(isNew ? null : state.Chosen, HomeOf(state), state.Source, state.Target, Gone);
            }
        }
        else if (Editor.Form is not null && !(state.Address.Pane == GlossaryPane.Edit && Editor.Status == FormStatus.Conflict))
        {
            await Editor.KeepAsync(Gone);
            Editor.End();
        }
    }

    private static GlossaryId HomeOf(GlossaryState state) =>
        state.Glossaries.FirstOrDefault(glossary => glossary.Id.Value == state.Address.Glossary)?.Id
        ?? state.Glossaries.FirstOrDefault()?.Id ?? SeedGlossary.Starter;

    private GlossaryState Merging(GlossaryState state, GlossaryIndex index)
    {
        var from = state.Address.With.Length == 0 ? null : index.Find(new ConceptEntryId(state.Address.With));

        return state with
        {
            Candidates = Candidates(state, index),
            From = from,
            Merged = state.Chosen is { } into && from is not null && from.Id != into.Id ? MergeConcepts.Preview(into, from) : null,
        };
    }

    private async Task<ImmutableArray<HistoryItem>> HistoryAsync(ConceptEntryId id)
    {
        var revisions = await _restore.HistoryAsync(id, Gone);
        var names = (await store.ListAsync<Actor>(Gone)).ToDictionary(known => known.Id, known => known.Name);
        var current = _index?.Find(id);
        if (revisions.IsEmpty && current is not null)
        {
            // A shipped entry that nobody has touched: its one state.
            revisions = [new ConceptRevision { Id = new("as-shipped"), Entry = current, Actor = actor.Id, At = current.ChangedAt }];
        }

        return
        [
            .. revisions.Select((revision, at) => new HistoryItem(
                revision,
                revision.Deleted || at == 0 ? [] : EntryDifference.Between(revisions[at - 1].Entry, revision.Entry),
                names.GetValueOrDefault(revision.Actor, ""),
                IsCurrent: at == revisions.Length - 1 && !revision.Deleted,
                IsFirst: at == 0)).Reverse(),
        ];
    }

    private async Task<ImmutableArray<ConceptRevision>> DeletedAsync(GlossaryState state)
    {
        var gone = new List<ConceptRevision>();
        foreach (var glossary in state.Glossaries.Where(glossary => state.Address.Glossary.Length == 0 || glossary.Id.Value == state.Address.Glossary))
        {
            gone.AddRange(await _restore.DeletedAsync(glossary.Id, Gone));
        }

        return [.. gone.OrderByDescending(deletion => deletion.At)];
    }

    private Task<GlossaryResult> RestoredAsync(ConceptRevision revision) =>
        _restore.RunAsync(CommandId.New(), actor.Id, revision, Gone).AsTask();

    private bool Tell(GlossaryResult result, string key, ConceptEntry entry, Func<Task<GlossaryResult>>? undo)
    {
        var told = result.Outcome switch
        {
            GlossaryOutcome.Saved => key,
            GlossaryOutcome.Conflict => "Glossary_Told_Conflict",
            GlossaryOutcome.Rejected => "Glossary_Told_Rejected",
            _ => "Glossary_Told_Unavailable",
        };
        Tell(told, entry, result.IsSaved ? undo : null);

        return result.IsSaved;
    }

    private void Tell(string key, ConceptEntry entry, Func<Task<GlossaryResult>>? undo) => Tell(key, State.NameOf(entry), undo);

    private void Tell(string key, string concept, Func<Task<GlossaryResult>>? undo)
    {
        (_undo, _told, _known) = (undo, new GlossaryNotice(key, concept, undo is not null), null);
        Replace(State with { Notice = _told });
    }

    /// <summary>Changes come on a thread of the store's, which must not wait; many at once are read as one.</summary>
    private void OnTermsChanged()
    {
        if (Interlocked.Exchange(ref _isBehind, 1) == 0)
        {
            _ = Task.Run(() => Dispatch(RefreshAsync));
        }
    }

    private async Task RefreshAsync()
    {
        Volatile.Write(ref _isBehind, 0);
        if (_index is not { } index || !State.IsReady || Gone.IsCancellationRequested)
        {
            return;
        }

        try
        {
            _known = null;
            var state = Listed(State, index);
            if (Editor.Form is not null && Editor.Seen is not null)
            {
                Editor.Notice(index.Find(Editor.Seen.Id));
            }

            var shown = _shown;
            state = await PaneAsync(state, index);
            if (shown != _shown)
            {
                OnTermsChanged(); // Another place is shown by now; what changed is read for it.
                return;
            }

            Replace(state);
        }
        catch (OperationCanceledException)
        {
            // The page was left while it was read.
        }
    }

    private void Replace(GlossaryState state)
    {
        // Threads of the store's and of the page's both come here; the notice is the newest whoever comes last.
        State = state with { Notice = _told };
        Changed?.Invoke();
    }

    private static int IndexOf(ImmutableArray<ConceptMatch> found, string concept)
    {
        for (var at = 0; at < found.Length && concept.Length > 0; at++)
        {
            if (found[at].Concept.Id.Value == concept)
            {
                return at;
            }
        }

        return -1;
    }
}
