using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Web.Localisation;

namespace Workbench.Web.Home;

/// <summary>The projects of the workspace, each with its documents and how far they have come.</summary>
public sealed partial class HomePage(HomeModel model, IStringLocalizer<Strings> strings) : ComponentBase, IDisposable
{
    private HomeState _state = new(Projects: null);

    public void Dispose()
    {
        model.Changed -= Redraw;
        model.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        model.Changed += Redraw;

        return model.OpenAsync();
    }

    private void Redraw() => _ = InvokeAsync(() =>
    {
        _state = model.State;
        StateHasChanged();
    });

    private string Languages(Project project) =>
        $"{LanguageNames.Of(project.SourceLanguage, strings)} → {LanguageNames.Of(project.TargetLanguage, strings)}";
}
