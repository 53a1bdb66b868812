using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Work.Projects;
using Workbench.Web.Session;

namespace Workbench.Web.Home;

/// <summary>Makes a project, or gives one another name or wording.</summary>
public sealed partial class ProjectDialog(
    IWorkspaceStore store, TimeProvider clock, CurrentActor actor, IStringLocalizer<Strings> strings) : ComponentBase
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };

    private bool _isOpen;
    private Project? _seen;
    private CommandId _command;
    private string _name = "";
    private LanguageTag? _source;
    private LanguageTag? _target;
    private WordingPolicy _wording;
    private string _problem = "";
    private ElementReference _nameField;

    public void Create()
    {
        (_seen, _name, _wording) = (null, "", WordingPolicy.Official);
        (_source, _target) = (LanguageTag.English, LanguageTag.KoreanNorth);
        Open();
    }

    public void Edit(Project project)
    {
        (_seen, _name, _wording) = (project, project.Name, project.Wording);
        Open();
    }

    /// <summary>One opening is one act: however often it is submitted, it makes one project.</summary>
    private void Open()
    {
        (_command, _problem, _isOpen) = (CommandId.New(), "", true);
        StateHasChanged();
        _ = FocusAsync();
    }

    private async Task FocusAsync()
    {
        await Task.Delay(120); // The dialog takes the focus when it has opened.
        if (_isOpen)
        {
            await _nameField.FocusAsync();
        }
    }

    private async Task SaveAsync()
    {
        if (_seen is null && (_source is null || _target is null))
        {
            _problem = strings["Home_LanguageTagWrong"];
            return;
        }

        var result = _seen is { } seen
            ? await new ChangeProject(store).RunAsync(_command, actor.Id, seen, _name, _wording, CancellationToken.None)
            : await new CreateProject(store, clock).RunAsync(
                _command, actor.Id, new NewProject(_name, _source!.Value, _target!.Value, _wording), CancellationToken.None);
        _problem = result.Succeeded ? "" : ProblemText.Of(result.Problems[0], CultureInfo.CurrentUICulture);
        _isOpen = !result.Succeeded;
    }

    private string Languages(Project project) =>
        $"{Localisation.LanguageNames.Of(project.SourceLanguage, strings)} → {Localisation.LanguageNames.Of(project.TargetLanguage, strings)}";
}
