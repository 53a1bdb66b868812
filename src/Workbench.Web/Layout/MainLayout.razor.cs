using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using Workbench.Web.Look;

namespace Workbench.Web.Layout;

/// <summary>The frame of every page: a bar with the way to the projects and the glossary, and the page below it.</summary>
public sealed partial class MainLayout(LookScript look, NavigationManager navigation) : IDisposable
{
    private MudThemeProvider _themes = null!;
    private ErrorBoundary _boundary = null!;
    private LookChoice _look = LookChoice.Default;
    private bool _systemIsDark;
    private bool _isDark;

    [CascadingParameter]
    public LookChoice InitialLook { get; set; } = LookChoice.Default;

    /// <summary>The skip link stays on the page: an address without a path would lead to the base.</summary>
    private string SkipTarget => $"{navigation.Uri.Split('#')[0]}#content";

    public void Dispose() => navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized()
    {
        _look = InitialLook;
        _isDark = IsDark();
        navigation.LocationChanged += OnLocationChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        await SetSystemAsync(await _themes.GetSystemDarkModeAsync());
        await _themes.WatchSystemDarkModeAsync(SetSystemAsync);
    }

    private bool IsDark() => _look.Theme switch
    {
        Theme.Light => false,
        Theme.Dark => true,
        _ => _systemIsDark,
    };

    private Task SetSystemAsync(bool isDark)
    {
        _systemIsDark = isDark;
        _isDark = IsDark();

        return InvokeAsync(StateHasChanged);
    }

    private async Task ChangeLookAsync(LookChoice choice)
    {
        _look = choice;
        _isDark = IsDark();
        await look.ApplyAsync(choice);
    }

    private void OnLocationChanged(object? sender, Microsoft.AspNetCore.Components.Routing.LocationChangedEventArgs e) => Recover();

    private void Recover() => _boundary?.Recover();
}
