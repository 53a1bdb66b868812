using Microsoft.JSInterop;

namespace Workbench.Web.Import;

/// <summary>Calls <c>ImportDialog.razor.js</c>, which hands dropped and pasted texts to the file field.</summary>
internal sealed class ImportScript(IJSRuntime runtime) : IAsyncDisposable
{
    private DotNetObjectReference<ImportScript>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _import;
    private Func<string, Task> _dropped = _ => Task.CompletedTask;

    /// <param name="dropped">Called with the key of the project that files were dropped on, before the files come.</param>
    public async ValueTask StartAsync(Func<string, Task> dropped)
    {
        _dropped = dropped;
        _self = DotNetObjectReference.Create(this);
        try
        {
            _module = await runtime.InvokeAsync<IJSObjectReference>("import", "./Import/ImportDialog.razor.js");
            _import = await _module.InvokeAsync<IJSObjectReference>("start", _self);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser left before the page was drawn.
        }
    }

    [JSInvokable]
    public Task DroppedOn(string project) => _dropped(project);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_import is not null)
            {
                await _import.InvokeVoidAsync("stop");
                await _import.DisposeAsync();
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
}
