using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Work.Projects;
using Workbench.Web.Import;
using Workbench.Web.Session;

namespace Workbench.Web.Home;

/// <summary>What is known of a document: where it was published, how its file was called, what its import warned of.</summary>
public sealed partial class PropertiesDialog(IWorkspaceStore store, CurrentActor actor) : ComponentBase
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };

    private bool _isOpen;
    private Document? _seen;
    private CommandId _command;
    private PublicationForm _form = new();
    private LanguageTag? _language;
    private string _problem = "";

    public void Open(Document document, Project project)
    {
        (_seen, _form, _language) = (document, PublicationForm.Of(document.Publication), project.SourceLanguage);
        (_command, _problem, _isOpen) = (CommandId.New(), "", true);
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        if (_seen is not { } seen)
        {
            return;
        }

        var result = await new ChangePublication(store).RunAsync(_command, actor.Id, seen, _form.ToPublication(), CancellationToken.None);
        _problem = result.Succeeded ? "" : ProblemText.Of(result.Problems[0], CultureInfo.CurrentUICulture);
        _isOpen = !result.Succeeded;
    }
}
