using System.Collections.Immutable;
using Microsoft.JSInterop;
using Workbench.Core.Documents;

namespace Workbench.Web.Editor;

/// <summary>What the script tells and asks the page.</summary>
internal interface IEditorPage
{
    Task ActivatedAsync(string segment);

    Task<EditorAnswer> SendAsync(EditorMessage message);

    Task AdoptAsync(string[] tabs);

    /// <summary>A panel was opened by key. A text that is given is searched for.</summary>
    Task OpenPanelAsync(string panel, string text);

    /// <summary>Undoes the seam of a segment, or joins it again.</summary>
    Task UndoSeamAsync(string segment);

    Task MarkAsync(string segment, SegmentState state);

    /// <summary>The key of the segment with a number, shown from now on; null when there is none.</summary>
    string? Numbered(int number);

    /// <summary>What is wrong with a term that was to be added; empty when it was.</summary>
    Task<string> AddTermAsync(string source, string target, string note);

    FoundRow? Find(string where, string from);

    void ScrolledTo(int row);
}

/// <summary>Calls <c>EditorPage.razor.js</c>, and is called by it.</summary>
internal sealed class EditorScript(IJSRuntime runtime, IEditorPage page) : IAsyncDisposable
{
    private DotNetObjectReference<EditorScript>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _editor;

    /// <returns>The name of this tab.</returns>
    public async ValueTask<string> StartAsync(Microsoft.AspNetCore.Components.ElementReference root, EditorOptions options)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await runtime.InvokeAsync<IJSObjectReference>("import", "./Editor/EditorPage.razor.js");
        _editor = await _module.InvokeAsync<IJSObjectReference>("start", root, _self, options);

        return await _editor.InvokeAsync<string>("tabName");
    }

    public ValueTask ActivateAsync(string segment, bool focus) => CallAsync("activate", segment, focus);

    public ValueTask FocusAsync() => CallAsync("focus");

    /// <summary>Sends what has been typed and waits a moment until the workspace has it.</summary>
    public ValueTask FlushAsync() => CallAsync("flush");

    public ValueTask RunAsync(string command) => CallAsync("run", command);

    public ValueTask InsertAsync(string text, string origin) => CallAsync("insert", text, origin);

    /// <summary>Puts a replacement in the place of words, if they still stand there.</summary>
    public ValueTask MendAsync(int start, string words, string replacement) => CallAsync("mend", start, words, replacement);

    public ValueTask SelectAsync(int start, int length) => CallAsync("select", start, length);

    /// <param name="from">Only if the text is still this one; null for whatever it is.</param>
    public ValueTask RefreshAsync(string segment, string text, string version, string? from = null) => CallAsync("refresh", segment, text, version, from);

    public ValueTask ResolveAsync(bool mine, string theirs, string version) => CallAsync("resolve", mine, theirs, version);

    /// <summary>Writes what is shown into the address; an empty value stands in none.</summary>
    public ValueTask SetFilterAsync(string filter, string query) => CallAsync("setFilter", filter, query);

    public ValueTask SetMatchesAsync(string segment, ImmutableArray<string> matches) => CallAsync("setMatches", segment, matches);

    public ValueTask SetMarksAsync(string segment, string about, ImmutableArray<EditorMark> marks) =>
        CallAsync("setMarks", segment, about, marks);

    [JSInvokable]
    public Task Activated(string segment) => page.ActivatedAsync(segment);

    [JSInvokable]
    public Task<EditorAnswer> Send(EditorMessage message) => page.SendAsync(message);

    [JSInvokable]
    public Task Adopt(string[] tabs) => page.AdoptAsync(tabs);

    [JSInvokable]
    public Task OpenPanel(string panel, string text) => page.OpenPanelAsync(panel, text);

    [JSInvokable]
    public Task UndoSeam(string segment) => page.UndoSeamAsync(segment);

    /// <param name="state">The name of a segment state.</param>
    [JSInvokable]
    public Task Mark(string segment, string state) => page.MarkAsync(segment, Enum.Parse<SegmentState>(state));

    [JSInvokable]
    public string? Numbered(int number) => page.Numbered(number);

    [JSInvokable]
    public Task<string> AddTerm(string source, string target, string note) => page.AddTermAsync(source, target, note);

    [JSInvokable]
    public FoundRow? Find(string where, string from) => page.Find(where, from);

    [JSInvokable]
    public void ScrolledTo(int row) => page.ScrolledTo(row);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_editor is not null)
            {
                await _editor.InvokeVoidAsync("stop");
                await _editor.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and its listeners with it.
        }

        _self?.Dispose();
    }

    private async ValueTask CallAsync(string name, params object?[] values)
    {
        if (_editor is null)
        {
            return;
        }

        try
        {
            await _editor.InvokeVoidAsync(name, values);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, or does not answer in time: what it has typed is in its outbox.
        }
    }
}
