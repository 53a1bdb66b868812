using Microsoft.JSInterop;

namespace Workbench.Web.Look;

/// <summary>Calls <c>wwwroot/look.js</c>: writes the choice to its cookie and shows it at once.</summary>
public sealed class LookScript(IJSRuntime runtime) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    public async ValueTask ApplyAsync(LookChoice look)
    {
        _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", "./look.js");
        await _module.InvokeVoidAsync("apply", LookChoice.CookieName, look.ToString(), look.ThemeName, look.TextSize);
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is null)
        {
            return;
        }

        try
        {
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }
}
