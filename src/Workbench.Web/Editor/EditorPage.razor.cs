using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Quality;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.Core.Work;

namespace Workbench.Web.Editor;

/// <summary>The page on which a document is translated.</summary>
public sealed partial class EditorPage(
    EditorModel model,
    ConcordanceSearch concordance,
    NewTerms newTerms,
    SegmentEdits edits,
    IWorkspaceStore store,
    IJSRuntime runtime,
    IStringLocalizer<Strings> strings) : ComponentBase, IEditorPage, IAsyncDisposable
{
    /// <summary>Longer documents have rows of one height, of which only those in view are drawn.</summary>
    private const int MostWholeRows = 500;
    private const int RowHeight = 56;

    /// <summary>How many rows of a long document are drawn, and how many of them stand above those in view.</summary>
    private const int MostDrawn = 60;
    private const int DrawnAbove = 15;

    private ElementReference _root;
    private EditorState _state = EditorState.Empty;
    private EditorScript? _script;
    private ImmutableArray<SegmentRowView> _rows = [];
    private RowFilter _filter;
    private string _query = "";
    private string _panel = EditorPanels.Checks;
    private ConcordanceState _concordance = ConcordanceState.Empty;
    private bool _isStarted;
    private int _scrolledTo;

    [Parameter]
    public required string DocumentId { get; set; }

    [SupplyParameterFromQuery(Name = "segment")]
    public string? SegmentInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "filter")]
    public string? FilterInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? QueryInAddress { get; set; }

    private Publication? Publication => _state.View?.Document.Publication;

    private string Title => Publication is { Title.Length: > 0 } publication ? publication.Title : _state.View?.Document.FileName ?? "";

    private string Facts => string.Join(" · ", new[] { Publication?.Name ?? "", Publication?.Author ?? "" }.Where(fact => fact.Length > 0).Distinct(StringComparer.Ordinal));

    private string? SourceLanguage => _state.View?.Project.SourceLanguage.Value;

    private string? TargetLanguage => _state.View?.Project.TargetLanguage.Value;

    private bool IsDocked => _state.View?.Segments.Length > MostWholeRows;

    private int FirstDrawn => Math.Clamp(_scrolledTo - DrawnAbove, 0, Math.Max(0, _state.Shown.Length - 1));

    private SegmentRowView? InUse => _state.Panels is { } panels ? model.RowOf(panels.Segment.Id) : null;

    public async ValueTask DisposeAsync()
    {
        model.Changed -= Redraw;
        if (_script is not null)
        {
            await _script.DisposeAsync();
        }

        await model.DisposeAsync();
    }

    Task IEditorPage.ActivatedAsync(string segment) => model.ActivateAsync(new SegmentId(segment));

    async Task<EditorAnswer> IEditorPage.SendAsync(EditorMessage message)
    {
        var result = await model.SendAsync(message);

        return new EditorAnswer(
            result.Outcome switch
            {
                EditOutcome.Saved => "saved",
                EditOutcome.KeptAsAlternative => "alternative",
                EditOutcome.Rejected => "rejected",
                _ => "unavailable",
            },
            result.Current is { } current ? VersionText.Write(current.Version) : "",
            result.Current is { } now ? CodeNotation.Write(now.Target) : "",
            result.Problem is { } problem ? ProblemText.Of(problem, CultureInfo.CurrentUICulture) : "");
    }

    Task IEditorPage.AdoptAsync(string[] tabs) => model.AdoptAsync(tabs);

    FoundRow? IEditorPage.Find(string where, string from) => model.Find(where, new SegmentId(from)) is { } row
        ? new FoundRow(row.Segment.Id.Value, row.Number, CodeNotation.Write(row.Text), VersionText.Write(row.Segment.Version), row.CopyText, row.Codes, row.Insertables)
        : null;

    void IEditorPage.ScrolledTo(int row)
    {
        _scrolledTo = row;
        DrawRows();
        StateHasChanged();
    }

    async Task IEditorPage.OpenPanelAsync(string panel, string text)
    {
        _panel = panel;
        StateHasChanged();
        if (text.Length > 0)
        {
            await SearchAsync(text);
            StateHasChanged();
        }
    }

    Task IEditorPage.UndoSeamAsync(string segment) => ToggleSeamAsync(new SegmentId(segment));

    Task IEditorPage.MarkAsync(string segment, SegmentState state) =>
        ActAsync(new SegmentId(segment), id => edits.MarkAsync(id, state, model.Tab));

    string? IEditorPage.Numbered(int number)
    {
        if (_state.View?.Segments.ElementAtOrDefault(number - 1) is not { } segment)
        {
            return null;
        }

        if (!_state.Shown.Contains(number - 1))
        {
            (_filter, _query) = (RowFilter.All, "");
            ShowFiltered();
            StateHasChanged();
        }

        return segment.Id.Value;
    }

    async Task<string> IEditorPage.AddTermAsync(string source, string target, string note)
    {
        if (string.IsNullOrWhiteSpace(source) || string.IsNullOrWhiteSpace(target) || _state.View is not { } view)
        {
            return strings["Editor_AddTermEmpty"];
        }

        return await newTerms.AddAsync(view.Project, source.Trim(), target.Trim(), note, CancellationToken.None)
            ? ""
            : strings["Editor_AddTermFailed"];
    }

    protected override async Task OnInitializedAsync()
    {
        model.Tip = TipOf;
        model.Dispatch = act => InvokeAsync(act);
        model.Changed += Redraw;
        model.LookedUp += OnLookedUp;
        model.Checked += OnChecked;
        model.Replaced += OnReplaced;
        _filter = RowFilters.Parse(FilterInAddress);
        _query = QueryInAddress ?? "";
        await model.OpenAsync(
            new DocumentId(DocumentId), _filter, _query, SegmentInAddress is { Length: > 0 } segment ? new SegmentId(segment) : null);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isStarted || _state.View is not { } view)
        {
            return;
        }

        _isStarted = true;
        _script = new EditorScript(runtime, this);
        try
        {
            model.Tab = await _script.StartAsync(_root, OptionsFor(view));
        }
        catch (JSDisconnectedException)
        {
            return; // The browser left while the page was opened.
        }

        var first = SegmentInAddress is { Length: > 0 } wanted && view.Find(new SegmentId(wanted)) is not null
            ? wanted
            : FirstOpen(view)?.Id.Value;
        if (first is not null)
        {
            await _script.ActivateAsync(first, focus: true);
        }
    }

    private void Redraw() => _ = InvokeAsync(() =>
    {
        _state = model.State;
        DrawRows();
        StateHasChanged();
    });

    /// <summary>Of a long document only the rows around those in view are made.</summary>
    private void DrawRows() =>
        _rows = [.. (IsDocked ? _state.Shown.Skip(FirstDrawn).Take(MostDrawn) : _state.Shown).Select(model.RowAt)];

    private Segment? FirstOpen(DocumentView view) => _state.Shown.Select(place => view.Segments[place])
        .FirstOrDefault(segment => view.ShownStateOf(segment) is ShownState.NotStarted or ShownState.Draft)
        ?? (_state.Shown.IsEmpty ? null : view.Segments[_state.Shown[0]]);

    private void ShowFiltered()
    {
        model.Filter(_filter, _query);
        _ = _script?.SetFilterAsync(_filter == RowFilter.All ? "" : _filter.ToString().ToLowerInvariant(), _query).AsTask();
    }

    private EditorOptions OptionsFor(DocumentView view) => new(
        store.Info.StoreId,
        view.Document.Id.Value,
        view.Project.TargetLanguage.Value,
        view.Project.TargetLanguage.IsRightToLeft ? "rtl" : "ltr",
        SegmentEdits.LongestText,
        IsDocked,
        RowHeight,
        EditorCommands.All,
        [.. view.Drafts.Values.Select(draft => draft.Tab).Distinct(StringComparer.Ordinal)],
        EditorWords.Of(strings));

    private void OnLookedUp(SegmentPanels panels) => _ = InvokeAsync(() => _script?.SetMatchesAsync(
        panels.Segment.Id.Value,
        [.. (panels.Matches ?? []).Select(match => CodeNotation.Write(match.Unit.Target))]).AsTask() ?? Task.CompletedTask);

    private void OnChecked(SegmentPanels panels) => _ = InvokeAsync(() => panels.Checked is { } found
        ? _script?.SetMarksAsync(found.Id.Value, CodeNotation.Write(found.Target), MarksOf(panels, found)).AsTask() ?? Task.CompletedTask
        : Task.CompletedTask);

    private void OnReplaced(Segment segment) => _ = InvokeAsync(() => _script?.RefreshAsync(
        segment.Id.Value, CodeNotation.Write(segment.Target), VersionText.Write(segment.Version)).AsTask() ?? Task.CompletedTask);

    private static ImmutableArray<EditorMark> MarksOf(SegmentPanels panels, Segment found) =>
    [
        .. panels.Issues.Where(issue => !issue.Span.IsEmpty).Select(issue =>
        {
            var start = TypedOffset.Of(found.Target, issue.Span.Start);

            return new EditorMark(start, TypedOffset.Of(found.Target, issue.Span.End) - start, issue.Severity.ToString().ToLowerInvariant());
        }),
    ];

    /// <summary>What a tooltip says: the renderings, what they mean, and whether that can be looked up.</summary>
    private string TipOf(TermEntry entry)
    {
        var lines = new List<string> { string.Join(" / ", entry.Renderings.Select(Rendering)) };
        lines.AddRange(entry.Explanations.Take(1).Select(term => term.Text));
        if (entry.Concept.Definition.Length > 0)
        {
            var mark = entry.Concept.DefinitionReliability == Core.Terminology.Reliability.Unverified ? $" ({strings["Editor_Unverified"]})" : "";
            lines.Add(entry.Concept.Definition + mark);
        }

        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private string Rendering(Core.Terminology.TermSection term) => term.Text
        + (term.Hanja.Length > 0 ? $" {term.Hanja}" : "")
        + (term.Reliability == Core.Terminology.Reliability.Unverified ? $" ({strings["Editor_Unverified"]})" : "");

    private Task RunFromMenuAsync(string command) => _script?.RunAsync(command).AsTask() ?? Task.CompletedTask;

    private Task BackToTextAsync() => _script?.FocusAsync().AsTask() ?? Task.CompletedTask;

    private Task InsertAsync((string Text, string Origin) insert) =>
        _script?.InsertAsync(insert.Text, insert.Origin).AsTask() ?? Task.CompletedTask;

    private Task SelectAsync(QualityIssue issue)
    {
        if (_state.Panels?.Checked is not { } found || _script is null)
        {
            return Task.CompletedTask;
        }

        var start = TypedOffset.Of(found.Target, issue.Span.Start);

        return _script.SelectAsync(start, TypedOffset.Of(found.Target, issue.Span.End) - start).AsTask();
    }

    private async Task IgnoreAsync((QualityIssue Issue, string Reason) ignore)
    {
        if (_state.Panels?.Checked is { } found)
        {
            await model.ActAsync(found.Id, (edits, _) => edits.IgnoreAsync(found, ignore.Issue, ignore.Reason));
            await BackToTextAsync();
        }
    }

    private Task MendAsync(QualityIssue issue) =>
        _state.Panels?.Checked is not { } found || _script is null || issue.Replacement is not { } replacement
            ? Task.CompletedTask
            : _script.MendAsync(TypedOffset.Of(found.Target, issue.Span.Start), issue.Span.Of(found.Target.Text), replacement).AsTask();

    private async Task DismissTermAsync(TermEntry entry)
    {
        if (_state.Panels is { } panels)
        {
            await model.DismissTermAsync(panels.Segment, entry);
            await BackToTextAsync();
        }
    }

    private async Task RecallTermAsync(Core.Terminology.TermDismissal dismissal)
    {
        await model.RecallTermAsync(dismissal);
        await BackToTextAsync();
    }

    private async Task HeedAsync(IgnoredIssue ignored) =>
        await model.ActAsync(ignored.SegmentId, (edits, _) => edits.HeedAsync(ignored));

    private async Task<bool> AddNoteAsync(string text)
    {
        var added = _state.Panels is { } panels
            && (await model.ActAsync(panels.Segment.Id, (edits, segment) => edits.AddNoteAsync(segment, text))).IsSaved;
        if (added)
        {
            await BackToTextAsync();
        }

        return added;
    }

    private async Task RestoreAsync(Revision revision)
    {
        await model.ActAsync(revision.SegmentId, (edits, segment) => edits.RestoreAsync(segment, revision.Id));
        await BackToTextAsync();
    }

    private async Task SearchAsync(string text)
    {
        if (_state.View is { } view)
        {
            _concordance = _concordance with { Query = text, IsSearching = true };
            var found = await concordance.FindAsync(view, text, CancellationToken.None);
            _concordance = _concordance with { Results = found, IsSearching = false, Searched = text };
        }
    }

    private Task GoAsync(string segment) => _script?.ActivateAsync(segment, focus: true).AsTask() ?? Task.CompletedTask;

    private void ShowPanel(string panel) => _panel = panel;

    private Task ResolveAsync((SegmentRowView Row, bool Mine) choice) => _script?.ResolveAsync(
        choice.Mine, CodeNotation.Write(choice.Row.Segment.Target), VersionText.Write(choice.Row.Segment.Version)).AsTask() ?? Task.CompletedTask;

    private async Task TakeAsync(Alternative alternative) =>
        await model.ActAsync(alternative.SegmentId, (edits, segment) => edits.TakeAlternativeAsync(segment, alternative.Id));

    private async Task DismissAsync(Alternative alternative) =>
        await model.ActAsync(alternative.SegmentId, (edits, segment) => edits.DismissAlternativeAsync(segment, alternative.Id));

    private Task ToggleSeamAsync(SegmentRowView row) => ToggleSeamAsync(row.Segment.Id);

    private Task ToggleSeamAsync(SegmentId segment) => ActAsync(segment, id => edits.ToggleSeamAsync(id, model.Tab));

    /// <summary>Does something to a segment with all that is typed in it, and shows the field what became of it.</summary>
    private async Task ActAsync(SegmentId segment, Func<SegmentId, ValueTask<EditResult>> act)
    {
        if (_script is null)
        {
            return;
        }

        await _script.FlushAsync();
        var from = model.State.View is { } view && view.Find(segment) is { } before ? CodeNotation.Write(view.TextOf(before)) : "";
        if ((await act(segment)).Current is { } current)
        {
            await _script.RefreshAsync(current.Id.Value, CodeNotation.Write(current.Target), VersionText.Write(current.Version), from);
        }

        await BackToTextAsync();
    }

    private static string Height(int rows) =>
        string.Create(CultureInfo.InvariantCulture, $"height: {Math.Max(0, rows) * RowHeight}px");

    private string Share(int count) => string.Create(
        CultureInfo.InvariantCulture, $"width: {(_state.Counts.Segments == 0 ? 0 : count * 100.0 / _state.Counts.Segments):0.##}%");

    private static string LanguageName(string? language) =>
        language is null ? "" : LanguageNames.Of(LanguageTag.Of(language), CultureInfo.CurrentUICulture);

    private static string Direction(string? language) => language is not null && LanguageTag.Of(language).IsRightToLeft ? "rtl" : "ltr";

    private string Words(string command) => $"{strings[EditorCommands.Get(command).WordsKey]} ({Key(command)})";

    private static string Key(string command) => EditorCommands.Get(command).Keys[0].ToString();
}
