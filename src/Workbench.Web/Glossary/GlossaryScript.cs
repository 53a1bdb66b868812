using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Workbench.Web.Glossary;

/// <summary>What the script tells and asks the page.</summary>
internal interface IGlossaryPage
{
    void ScrolledTo(int row);

    Task MoveAsync(int by);

    Task RunAsync(string command);

    Task KeepAsync();
}

/// <summary>Calls <c>GlossaryPage.razor.js</c>, and is called by it.</summary>
internal sealed class GlossaryScript(IJSRuntime runtime, IGlossaryPage page) : IAsyncDisposable
{
    private DotNetObjectReference<GlossaryScript>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _page;

    public async ValueTask StartAsync(ElementReference root)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await runtime.InvokeAsync<IJSObjectReference>("import", "./Glossary/GlossaryPage.razor.js");
        _page = await _module.InvokeAsync<IJSObjectReference>("start", root, _self);
    }

    /// <summary>Scrolls the list until the row is in view.</summary>
    public ValueTask RevealAsync(int row) => CallAsync("reveal", row);

    /// <summary>Gives the focus to the first of these that there is.</summary>
    public ValueTask FocusAsync(string[] selectors) => CallAsync("focus", [selectors]);

    [JSInvokable]
    public void ScrolledTo(int row) => page.ScrolledTo(row);

    [JSInvokable]
    public Task Move(int by) => page.MoveAsync(by);

    [JSInvokable]
    public Task Run(string command) => page.RunAsync(command);

    /// <summary>Comes after every input that was sent before it, so that what it makes durable is all that was typed.</summary>
    [JSInvokable]
    public Task Keep() => page.KeepAsync();

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_page is not null)
            {
                await _page.InvokeVoidAsync("stop");
                await _page.DisposeAsync();
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
        if (_page is null)
        {
            return;
        }

        try
        {
            await _page.InvokeVoidAsync(name, values);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and what was to be shown with it.
        }
    }
}
