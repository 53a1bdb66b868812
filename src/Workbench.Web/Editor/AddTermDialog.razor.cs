using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Workbench.Core;
using Workbench.Core.Documents;

namespace Workbench.Web.Editor;

/// <summary>Adds a term to the project's first glossary: both sides come filled from the selections, Enter saves.</summary>
public sealed partial class AddTermDialog(NewTerms terms, IStringLocalizer<Strings> strings) : ComponentBase
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    private bool _isOpen;
    private string _source = "";
    private string _target = "";
    private string _note = "";
    private string _problem = "";
    private ElementReference _sourceField;
    private ElementReference _targetField;

    [Parameter, EditorRequired]
    public required Project Project { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    public void Open(string source, string target)
    {
        (_source, _target, _note, _problem, _isOpen) = (source, target, "", "", true);
        StateHasChanged();
        _ = FocusAsync();
    }

    /// <summary>The first side that is still to be filled; where both are, the last, so that Enter saves at once.</summary>
    private async Task FocusAsync()
    {
        await Task.Delay(120); // The dialog takes the focus when it has opened.
        if (_isOpen)
        {
            await (_source.Length == 0 ? _sourceField : _targetField).FocusAsync();
        }
    }

    private async Task SaveAsync()
    {
        if (string.IsNullOrWhiteSpace(_source) || string.IsNullOrWhiteSpace(_target))
        {
            _problem = strings["Editor_AddTermEmpty"];
            return;
        }

        if (await terms.AddAsync(Project, _source.Trim(), _target.Trim(), _note, CancellationToken.None))
        {
            await Close();
        }
        else
        {
            _problem = strings["Editor_AddTermFailed"];
        }
    }

    private Task Close()
    {
        _isOpen = false;

        return Closed.InvokeAsync();
    }

    private Task AfterVisible() => _isOpen ? Task.CompletedTask : Closed.InvokeAsync();
}
