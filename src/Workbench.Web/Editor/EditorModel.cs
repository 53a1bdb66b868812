using System.Collections.Immutable;
using Workbench.Core.Documents;
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
    SegmentEdits edits,
    SegmentLookUp lookUp,
    IWorkspaceStore store,
    TimeProvider clock,
    CurrentActor actor) : IAsyncDisposable
{
    private static readonly TimeSpan FeedPatience = TimeSpan.FromMilliseconds(500);

    private readonly PageLife _life = new();
    private EditorRows? _rows;
    private OpenDocument? _document;
    private ITermRecognizer? _sourceTerms;
    private ITermRecognizer? _targetTerms;
    private SettledTerms? _settled;
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

    /// <param name="first">The row that the address names; it is shown whatever the filter.</param>
    public async Task OpenAsync(DocumentId id, RowFilter filter, string query, SegmentId? first = null)
    {
        if (await documents.AcquireAsync(id, _life.Gone) is not { } document)
        {
            Show(State with { NotFound = true });
            return;
        }

        if (_life.Gone.IsCancellationRequested)
        {
            await documents.ReleaseAsync(id); // The page was left meanwhile, and nobody else lets it go.
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
            Shown = Filtered(view, filter, query, first),
        });
        await store.CommitAsync(LastPlace.Remember(actor.Id, id), _life.Gone);
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

        var panels = new SegmentPanels { Segment = segment, Number = View.NumberOf(id), Terms = TermsOf(segment), Settled = SettledIn(segment) };
        Show(State with { Panels = Check(panels, View.TextOf(segment)) });
        await LookUpAsync(id);
    }

    /// <summary>Takes one message of the script. Durable when the outcome is saved or kept as an alternative.</summary>
    public async Task<EditResult> SendAsync(EditorMessage message)
    {
        var result = await edits.SendAsync(message, State.View?.Find(new SegmentId(message.Segment)));
        await CatchUpAsync(result.Current);
        if (message.Kind == "confirm" && result.IsSaved && State.Panels is { } panels && panels.Segment.Key != message.Segment)
        {
            // The next row was looked up before this pair was in the memory, and may be like it.
            _ = LookUpAsync(panels.Segment.Id);
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
            var result = await edits.AdoptAsync(draft);
            await CatchUpAsync(result.Current);
        }
    }

    /// <inheritdoc cref="EditorRows.Find"/>
    public SegmentRowView? Find(string where, SegmentId from) => _rows?.Find(where, from, State.Shown);

    /// <summary>Does something to a segment other than typing into it, and shows what became of it.</summary>
    public async Task<EditResult> ActAsync(SegmentId id, Func<SegmentEdits, Segment, ValueTask<EditResult>> act)
    {
        var segment = View.Find(id) ?? throw new KeyNotFoundException($"The document has no segment '{id}'.");
        var result = await act(edits, segment);
        await CatchUpAsync(result.Current);
        if (result.IsSaved && result.Current is { } current && current.Target != segment.Target)
        {
            Replaced?.Invoke(current);
        }

        return result;
    }

    /// <inheritdoc cref="SegmentEdits.DismissTermAsync"/>
    public async Task DismissTermAsync(Segment segment, TermEntry entry) => await edits.DismissTermAsync(View.Project.Id, segment, entry);

    public async Task RecallTermAsync(TermDismissal dismissal) => await edits.RecallTermAsync(dismissal);

    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        terms.Changed -= OnTermsChanged;
        if (_document is not null)
        {
            _document.Changed -= OnDocumentChanged;
            await documents.ReleaseAsync(_document.View.Document.Id);
        }
    }

    /// <summary>The answer to the script comes after the row is drawn with what it is about; the feed is usually ahead of it.</summary>
    private async ValueTask CatchUpAsync(Segment? segment)
    {
        var until = clock.GetUtcNow() + FeedPatience;
        while (segment is not null && State.View?.Find(segment.Id) is { } seen
            && seen.Version.Sequence < segment.Version.Sequence && clock.GetUtcNow() < until)
        {
            await Task.Delay(5, CancellationToken.None);
        }
    }

    private async Task LookUpAsync(SegmentId id)
    {
        var own = ++_lookUp;
        try
        {
            var fill = await lookUp.FindAsync(View, id, _life.Gone);
            if (own == _lookUp && State.Panels is { } panels && panels.Segment.Id == id)
            {
                panels = fill(panels);
                Show(State with { Panels = panels });
                LookedUp?.Invoke(panels);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left while it was looked up.
        }
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
        _settled = await terms.SettledAsync(project.Id, _life.Gone);
        _sourceTerms = await terms.SourceOfAsync(project, _life.Gone);
        _targetTerms = await terms.TargetOfAsync(project, _life.Gone);
    }

    private ImmutableArray<TermEntry> TermsOf(Segment segment) =>
        _sourceTerms is null ? [] : TermEntry.Of(_sourceTerms.Recognize(segment.Source.Text), View.Project);

    private ImmutableArray<TermDismissal> SettledIn(Segment segment) => _settled is null || _sourceTerms is null
        ? []
        : [.. _settled.In(segment.Source.Text, _sourceTerms).Select(place => place.Dismissal).Distinct()];

    private void OnDocumentChanged(ImmutableHashSet<string> touched) => _ = Dispatch(() => Take(touched));

    /// <summary>Draws anew what has changed: the touched rows, and what stands beside the row in use.</summary>
    private void Take(ImmutableHashSet<string> touched)
    {
        if (_document is null || State.View is null || _life.Gone.IsCancellationRequested)
        {
            return;
        }

        var view = _document.View;
        Rows.Follow(view, touched);
        var isSameRows = view.Segments.Length == State.View.Segments.Length;
        Show(State with
        {
            View = view,
            Counts = DocumentCounts.Of(view),
            Shown = isSameRows ? State.Shown : Filtered(view, State.Filter, State.Query, State.Panels?.Segment.Id),
        });
        if (State.Panels is { } panels && touched.Contains(panels.Segment.Key) && view.Find(panels.Segment.Id) is { } segment)
        {
            Take(panels, segment);
        }
    }

    /// <summary>The row in use has changed. While it is only typed into, what was looked up for it still holds.</summary>
    private void Take(SegmentPanels panels, Segment segment)
    {
        var own = View.Drafts.GetValueOrDefault(Draft.IdOf(segment.Id, Tab).Value);
        var target = own?.Target ?? View.TextOf(segment);
        var found = panels.Segment.Source == segment.Source ? panels.Terms : TermsOf(segment);
        var isTyped = panels.Segment.Version == segment.Version && panels.Checked?.Target != target;
        Show(State with { Panels = Check(panels with { Segment = segment, Terms = found }, target) });
        if (!isTyped)
        {
            _ = LookUpAsync(segment.Id);
        }
    }

    private void OnTermsChanged() => _ = Dispatch(() => _ = RereadTermsAsync());

    private async Task RereadTermsAsync()
    {
        if (State.View is null || _life.Gone.IsCancellationRequested)
        {
            return;
        }

        await ReadTermsAsync(View.Project);
        Rows.MakeAnew();
        var panels = State.Panels;
        if (panels is null)
        {
            Changed?.Invoke();
            return;
        }

        panels = panels with { Terms = TermsOf(panels.Segment), Settled = SettledIn(panels.Segment) };
        Show(State with { Panels = Check(panels, panels.Checked?.Target ?? View.TextOf(panels.Segment)) });
        LookedUp?.Invoke(panels);
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
