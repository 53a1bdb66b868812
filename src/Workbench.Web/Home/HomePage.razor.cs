using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Web.Import;
using Workbench.Web.Localisation;

namespace Workbench.Web.Home;

/// <summary>The projects of the workspace, each with its documents and how far they have come.</summary>
public sealed partial class HomePage(HomeModel model, ISnackbar messages, IStringLocalizer<Strings> strings) : ComponentBase, IDisposable
{
    /// <summary>Milliseconds in which a deletion can be undone at a click.</summary>
    private const int UndoTime = 20_000;

    private HomeState _state = new(Projects: null);
    private ProjectDialog _projectDialog = null!;
    private PropertiesDialog _propertiesDialog = null!;
    private ImportDialog _importDialog = null!;

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

    private Project? Find(string id) => model.State.Projects?.FirstOrDefault(project => project.Project.Key == id)?.Project;

    private async Task DeleteAsync(DocumentProgress progress)
    {
        var deleted = await model.DeleteAsync(progress.Document);
        if (!deleted.Succeeded)
        {
            Say(deleted.Problems[0]);
            return;
        }

        messages.Add(strings["Home_Deleted", progress.Title], MudBlazor.Severity.Normal, message =>
        {
            message.VisibleStateDuration = UndoTime;
            message.Action = strings["Home_Undo"];
            message.OnClick = _ => RestoreAsync(deleted.Value);
        });
    }

    private async Task RestoreAsync(Document deleted)
    {
        var restored = await model.RestoreAsync(deleted);
        if (!restored.Succeeded)
        {
            Say(restored.Problems[0]);
        }
    }

    private void Say(Problem problem) =>
        messages.Add(ProblemText.Of(problem, System.Globalization.CultureInfo.CurrentUICulture), MudBlazor.Severity.Error);

    private string Languages(Project project) =>
        $"{LanguageNames.Of(project.SourceLanguage, strings)} → {LanguageNames.Of(project.TargetLanguage, strings)}";
}
