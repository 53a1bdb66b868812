using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Quality;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Text;
using Workbench.Core.Work;
using Workbench.Web.Session;

namespace Workbench.Web.Editor;

/// <summary>
/// One page on which a document is translated. Holds which row is in use and what stands beside it; the text being typed is the
/// browser's, and the document is <see cref="OpenDocument"/>'s.
/// </summary>
public sealed class EditorModel(
    OpenDocuments documents,
    ProjectTerms terms,
    IEnumerable<IMatchProvider> memories,
    IWorkspaceStore store,
    TimeProvider clock,
    CurrentActor actor) : IAsyncDisposable
{
    /// <summary>The longest text that is taken, in UTF-16 code units.</summary>
    public const int LongestText = 20_000;

    private static readonly TimeSpan FeedPatience = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _gone = new();
    private EditorRows? _rows;
    private OpenDocument? _document;
    private ITermRecognizer? _sourceTerms;
    private ITermRecognizer? _targetTerms;
    private int _lookUp;

    public event Action? Changed;

    /// <summary>Raised when the findings of the row in use are new.</summary>
    public event Action<SegmentPanels>? Checked;

    /// <summary>Raised when what the numbered keys put in is known for the row in use.</summary>
    public event Action<SegmentPanels>? LookedUp;

    /// <summary>Raised with a text that an act of this person has put into a segment other than by typing.</summary>
    public event Action<Segment>? Replaced;

    public EditorState State { get; private set; } = EditorState.Empty;

    /// <summary>The browser tab of this page, as it names itself; empty until it has.</summary>
    public string Tab { get; set; } = "";

    /// <summary>What the tooltip of a term says.</summary>
    public Func<TermEntry, string> Tip { get; set; } = static term => term.SourceTerm.Text;

    /// <summary>Runs what the change feed asks for where the page runs, so that the state has one writer.</summary>
    public Func<Action, Task> Dispatch { get; set; } = static act =>
    {
        act();
        return Task.CompletedTask;
    };

    private DocumentView View => State.View ?? throw new InvalidOperationException("No document is open.");

    private EditorRows Rows => _rows ?? throw new InvalidOperationException("No document is open.");

    public async Task OpenAsync(DocumentId id, RowFilter filter, string query)
    {
        if (await documents.AcquireAsync(id, _gone.Token) is not { } document)
        {
            Show(State with { NotFound = true });
            return;
        }

        _document = document;
        _document.Changed += OnDocumentChanged;
        terms.Changed += OnTermsChanged;
        await ReadTermsAsync(document.View.Project);
        var view = document.View;
        _rows = new EditorRows(view, (from, segment) => SegmentRowView.Of(from, segment, Tab, TermsOf(segment), Tip));
        Show(State with
        {
            View = view,
            Counts = DocumentCounts.Of(view),
            Filter = filter,
            Query = query,
            Shown = Filtered(view, filter, query, null),
        });
        await store.CommitAsync(LastPlace.Remember(actor.Id, id), _gone.Token);
    }

    /// <summary>Shows other rows. The row in use stays among them.</summary>
    public void Filter(RowFilter filter, string query)
    {
        if (State.View is not null && (filter, query) != (State.Filter, State.Query))
        {
            Show(State with { Filter = filter, Query = query, Shown = Filtered(View, filter, query, State.Panels?.Segment.Id) });
        }
    }

    /// <summary>The row at a place of the document. The same one as long as nothing of it has changed.</summary>
    public SegmentRowView RowAt(int place) => Rows.At(place);

    /// <summary>Null when the document has no such segment.</summary>
    public SegmentRowView? RowOf(SegmentId id) => _rows?.Of(id);

    /// <summary>The row in use is another one now: what stands beside it is looked up, quick things first.</summary>
    public async Task ActivateAsync(SegmentId id)
    {
        if (State.View?.Find(id) is not { } segment)
        {
            return;
        }

        var panels = new SegmentPanels { Segment = segment, Number = View.NumberOf(id), Terms = TermsOf(segment) };
        Show(State with { Panels = Check(panels, View.TextOf(segment)) });
        await LookUpAsync(id);
    }

    /// <summary>Takes one message of the script. Durable when the outcome is saved or kept as an alternative.</summary>
    public async Task<EditResult> SendAsync(EditorMessage message)
    {
        var id = new SegmentId(message.Segment);
        if (message.Text.Length > LongestText || TextGate.FirstRefused(message.Text) is not null)
        {
            return new EditResult(EditOutcome.Rejected, State.View?.Find(id), new Problem(ChangeSetRules.TextNotStorable));
        }

        // Not the page's token: what has been typed is written down even while the page goes.
        var edit = await EditOfAsync(message, id);
        var result = message.Kind switch
        {
            "confirm" => await new ConfirmSegment(store, clock).RunAsync(edit, CancellationToken.None),
            "leave" => await new LeaveSegment(store, clock).RunAsync(edit, CancellationToken.None),
            "unconfirm" => await UnconfirmAsync(edit),
            "yield" => await YieldAsync(edit),
            _ => await new SaveDraft(store, clock).RunAsync(edit, CancellationToken.None),
        };
        await CatchUpAsync(result.Current);
        if (State.Panels is { } panels && panels.Segment.Id == id)
        {
            Show(State with { Panels = Check(panels, edit.Target) });
        }

        return result;
    }

    /// <summary>
    /// Ends the work of tabs that are gone: what they had typed becomes the segment's text, or an alternative where it has moved on.
    /// </summary>
    public async Task AdoptAsync(IReadOnlyCollection<string> tabs)
    {
        foreach (var draft in State.View?.Drafts.Values.Where(draft => tabs.Contains(draft.Tab, StringComparer.Ordinal)).ToArray() ?? [])
        {
            var edit = new Edit(
                CommandId.New(), draft.Actor, draft.SegmentId, draft.BasedOn, draft.Tab, draft.ClientSequence, draft.Target, TargetOrigin.Typed);
            var result = await new LeaveSegment(store, clock).RunAsync(edit, CancellationToken.None);
            await CatchUpAsync(result.Current);
        }
    }

    /// <inheritdoc cref="EditorRows.Find"/>
    public SegmentRowView? Find(string where, SegmentId from) => _rows?.Find(where, from, State.Shown);

    public Task<EditResult> RestoreAsync(SegmentId id, Id<Revision> revision) => ActAsync(id, (command, segment) =>
        new RestoreRevision(store, clock).RunAsync(command, actor.Id, segment, revision, CancellationToken.None));

    public Task<EditResult> TakeAlternativeAsync(SegmentId id, Id<Alternative> alternative) => ActAsync(id, (command, segment) =>
        new ResolveAlternative(store, clock).TakeAsync(command, actor.Id, segment, alternative, CancellationToken.None));

    public Task<EditResult> DismissAlternativeAsync(SegmentId id, Id<Alternative> alternative) => ActAsync(id, (command, segment) =>
        new ResolveAlternative(store, clock).DismissAsync(command, actor.Id, segment.Id, alternative, CancellationToken.None));

    public Task<EditResult> AddNoteAsync(SegmentId id, string text) => ActAsync(id, (command, segment) =>
        new AddNote(store, clock).RunAsync(command, actor.Id, segment.Id, text, CancellationToken.None));

    public Task<EditResult> SetStateAsync(SegmentId id, SegmentState state) => ActAsync(id, (command, segment) =>
        new SetState(store, clock).RunAsync(command, actor.Id, segment, state, CancellationToken.None));

    public Task<EditResult> IgnoreAsync(Segment checkedSegment, QualityIssue issue, string reason) => ActAsync(checkedSegment.Id, (command, _) =>
        new IgnoreIssue(store, clock).RunAsync(command, actor.Id, checkedSegment, issue, reason, CancellationToken.None));

    public Task<EditResult> HeedAsync(IgnoredIssue ignored) => ActAsync(ignored.SegmentId, (command, _) =>
        new IgnoreIssue(store, clock).TakeBackAsync(command, actor.Id, ignored, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        terms.Changed -= OnTermsChanged;
        if (_document is not null)
        {
            _document.Changed -= OnDocumentChanged;
            await documents.ReleaseAsync(_document.View.Document.Id);
        }

        _gone.Dispose();
    }

    private async ValueTask<Edit> EditOfAsync(EditorMessage message, SegmentId id)
    {
        // A text that an earlier page left may be of another document.
        var segment = State.View?.Find(id) ?? await store.FindAsync(id, CancellationToken.None);

        return new Edit(
            new CommandId(message.Command),
            actor.Id,
            id,
            VersionText.Read(message.BasedOn),
            message.Tab,
            message.Sequence,
            CodeNotation.Read(message.Text, segment?.Source.Codes ?? []),
            Enum.TryParse<TargetOrigin>(message.Origin, ignoreCase: true, out var origin) ? origin : TargetOrigin.Typed);
    }

    private async ValueTask<EditResult> UnconfirmAsync(Edit edit)
    {
        if (await store.FindAsync(edit.Segment, CancellationToken.None) is not { } segment)
        {
            return new EditResult(EditOutcome.Rejected, null, new Problem("segment-gone"));
        }

        // With another text than the confirmed one it is an edit, which takes the mark away by itself.
        return segment.Target == edit.Target
            ? await new UnconfirmSegment(store, clock).RunAsync(edit.Command, edit.Actor, segment, CancellationToken.None)
            : await new LeaveSegment(store, clock).RunAsync(edit, CancellationToken.None);
    }

    /// <summary>What was typed goes into the history, and what someone else wrote stays the segment's text.</summary>
    private async ValueTask<EditResult> YieldAsync(Edit edit)
    {
        var left = await new LeaveSegment(store, clock).RunAsync(edit, CancellationToken.None);
        if (left.Outcome != EditOutcome.KeptAsAlternative)
        {
            return left;
        }

        var alternatives = await store.ListAsync<Alternative>(edit.Segment.Value, CancellationToken.None);
        if (alternatives.LastOrDefault(alternative => alternative.Target == edit.Target && alternative.Actor == edit.Actor) is { } own)
        {
            await new ResolveAlternative(store, clock).DismissAsync(
                CommandId.New(), edit.Actor, edit.Segment, own.Id, CancellationToken.None);
        }

        return left with { Outcome = EditOutcome.Saved };
    }

    private async Task<EditResult> ActAsync(SegmentId id, Func<CommandId, Segment, ValueTask<EditResult>> act)
    {
        var segment = View.Find(id) ?? throw new KeyNotFoundException($"The document has no segment '{id}'.");
        var result = await act(CommandId.New(), segment);
        await CatchUpAsync(result.Current);
        if (result.IsSaved && result.Current is { } current && current.Target != segment.Target)
        {
            Replaced?.Invoke(current);
        }

        return result;
    }

    /// <summary>
    /// The answer to the script comes after the row is drawn with what it is about; the feed is usually a moment ahead of it.
    /// </summary>
    private async ValueTask CatchUpAsync(Segment? segment)
    {
        var until = clock.GetUtcNow() + FeedPatience;
        while (segment is not null && _document?.View.Find(segment.Id) is { } seen
            && seen.Version.Sequence < segment.Version.Sequence && clock.GetUtcNow() < until)
        {
            await Task.Delay(5, CancellationToken.None);
        }

        if (segment is not null && _document is not null && State.View?.Find(segment.Id) is not null)
        {
            Take([segment.Key]);
        }
    }

    private async Task LookUpAsync(SegmentId id)
    {
        var own = ++_lookUp;
        try
        {
            var notes = await store.ListAsync<Note>(id.Value, _gone.Token);
            var revisions = await store.ListAsync<Revision>(id.Value, _gone.Token);
            var names = await NamesOfAsync(notes.Select(note => note.Actor).Concat(revisions.Select(revision => revision.Actor)));
            var query = QueryFor(id);
            var found = new List<TranslationMatch>();
            foreach (var memory in memories)
            {
                found.AddRange(await memory.FindAsync(query, _gone.Token));
            }

            if (own == _lookUp && State.Panels is { } panels && panels.Segment.Id == id)
            {
                var matches = found.OrderByDescending(match => match.Score).Take(query.Limit);
                panels = panels with { Notes = notes, Revisions = revisions, Names = names, Matches = [.. matches] };
                Show(State with { Panels = panels });
                LookedUp?.Invoke(panels);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left while it was looked up.
        }
    }

    private async ValueTask<ImmutableDictionary<string, string>> NamesOfAsync(IEnumerable<ActorId> actors)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var id in actors.Distinct())
        {
            names[id.Value] = (await store.FindAsync(id, _gone.Token))?.Name ?? "";
        }

        return names.ToImmutable();
    }

    private MatchQuery QueryFor(SegmentId id)
    {
        var place = View.Places[id.Value];

        return new MatchQuery
        {
            Source = View.Segments[place].Source,
            SourceLanguage = View.Project.SourceLanguage,
            TargetLanguage = View.Project.TargetLanguage,
            Memories = View.Project.Memories,
            PreviousHash = place == 0 ? "" : SourceHash.Of(View.Segments[place - 1].Source),
            NextHash = place + 1 == View.Segments.Length ? "" : SourceHash.Of(View.Segments[place + 1].Source),
            SegmentKey = id.Value,
        };
    }

    private SegmentPanels Check(SegmentPanels panels, InlineText target)
    {
        var now = panels.Segment with { Target = target };
        var report = target.IsEmpty
            ? QualityReport.Clean
            : QualityChecker.Default.Check(new CheckedText
            {
                Source = now.Source,
                Target = target,
                SourceLanguage = View.Project.SourceLanguage,
                TargetLanguage = View.Project.TargetLanguage,
                SourceTerms = _sourceTerms?.Recognize(now.Source.Text) ?? [],
                TargetTerms = _targetTerms,
            });
        panels = panels with
        {
            Checked = now,
            Issues = report.Without(View.Ignored.Values, now).Issues,
            Ignored = [.. View.Ignored.Values.Where(issue => issue.SegmentId == now.Id)],
        };
        Checked?.Invoke(panels);

        return panels;
    }

    private async Task ReadTermsAsync(Project project)
    {
        _sourceTerms = await terms.SourceOfAsync(project, _gone.Token);
        _targetTerms = await terms.TargetOfAsync(project, _gone.Token);
    }

    private ImmutableArray<TermEntry> TermsOf(Segment segment) =>
        _sourceTerms is null ? [] : TermEntry.Of(_sourceTerms.Recognize(segment.Source.Text), View.Project);

    private void OnDocumentChanged(ImmutableHashSet<string> touched) => _ = Dispatch(() => Take(touched));

    /// <summary>Draws anew what has changed: the touched rows, and what stands beside the row in use.</summary>
    private void Take(ImmutableHashSet<string> touched)
    {
        if (_document is null || State.View is null || _gone.IsCancellationRequested)
        {
            return;
        }

        var view = _document.View;
        Rows.Follow(view, touched);
        var isSameRows = view.Segments.Length == State.View.Segments.Length;
        var panels = State.Panels;
        if (panels is not null && touched.Contains(panels.Segment.Key) && view.Find(panels.Segment.Id) is { } segment)
        {
            panels = panels with
            {
                Segment = segment,
                Ignored = [.. view.Ignored.Values.Where(issue => issue.SegmentId == segment.Id)],
            };
        }

        Show(State with
        {
            View = view,
            Counts = DocumentCounts.Of(view),
            Shown = isSameRows ? State.Shown : Filtered(view, State.Filter, State.Query, panels?.Segment.Id),
            Panels = panels,
        });
        if (panels is not null && touched.Contains(panels.Segment.Key))
        {
            _ = LookUpAsync(panels.Segment.Id);
        }
    }

    private void OnTermsChanged() => _ = Dispatch(() => _ = RereadTermsAsync());

    private async Task RereadTermsAsync()
    {
        if (State.View is null || _gone.IsCancellationRequested)
        {
            return;
        }

        await ReadTermsAsync(View.Project);
        Rows.MakeAnew();
        var panels = State.Panels;
        Show(State with { Panels = panels is null ? null : panels with { Terms = TermsOf(panels.Segment) } });
        if (State.Panels is { } refreshed)
        {
            LookedUp?.Invoke(refreshed);
        }
    }

    private static ImmutableArray<int> Filtered(DocumentView view, RowFilter filter, string query, SegmentId? inUse) =>
    [
        .. Enumerable.Range(0, view.Segments.Length)
            .Where(place => view.Segments[place].Id == inUse || filter.Shows(view, view.Segments[place], query)),
    ];

    private void Show(EditorState state)
    {
        State = state;
        Changed?.Invoke();
    }
}
