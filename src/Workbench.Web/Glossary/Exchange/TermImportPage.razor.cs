using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.WebUtilities;
using Workbench.Core.Problems;
using Workbench.Core.Work.Glossaries;
using Workbench.Formats.Terms;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>Takes terms in from a file: what is new, the same, different or perhaps a duplicate is shown before anything is written.</summary>
public sealed partial class TermImportPage(TermImportModel model, NavigationManager navigation) : ComponentBase, IDisposable
{
    private const int MaxProblems = 50;
    private const int Page = 100;

    private readonly CancellationTokenSource _gone = new();
    private TermImportState _state = TermImportState.Empty;
    private string _name = "";
    private int _shownRows = Page;

    private bool IsBusy => _state.IsReading || _state.Done is not null;

    public void Dispose()
    {
        model.Changed -= Redraw;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        model.Changed += Redraw;

        return model.OpenAsync(BulkOf(new Uri(navigation.Uri).Query), _gone.Token);
    }

    /// <summary>An import stands in the address once it is done, so that it can be taken back after a reload too.</summary>
    private static TermBulk? BulkOf(string query)
    {
        var values = QueryHelpers.ParseQuery(query);

        return values.TryGetValue("undo", out var group) && values.TryGetValue("after", out var after)
            && long.TryParse(after.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new TermBulk(group.ToString(), sequence)
            : null;
    }

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        _shownRows = Page;
        if (chosen.File.Size > TermCsvFormat.MaxSize)
        {
            model.Refuse(chosen.File.Name, new Problem("file-too-large", ("limit", TermCsvFormat.MaxSize / 1024 / 1024)).At(new Place(0, 0, chosen.File.Name)));
            return;
        }

        await using var content = chosen.File.OpenReadStream(TermCsvFormat.MaxSize, _gone.Token);
        await model.ReadAsync(chosen.File.Name, content, _gone.Token);
    }

    private Task ChooseTargetAsync(ChangeEventArgs chosen) =>
        model.ChooseTargetAsync(chosen.Value?.ToString() is { Length: > 0 } id ? new GlossaryId(id) : null, _gone.Token);

    private void Show(ImportKind kind)
    {
        _shownRows = Page;
        model.Show(kind);
    }

    private async Task KeepAsync()
    {
        await model.KeepAsync(_gone.Token);
        if (model.State.Result?.Bulk is { } bulk)
        {
            navigation.NavigateTo(
                string.Create(CultureInfo.InvariantCulture, $"/glossary/import?undo={bulk.UndoGroup}&after={bulk.After}"), replace: true);
        }
    }

    private async Task UndoAsync()
    {
        await model.UndoAsync(_gone.Token);
        navigation.NavigateTo("/glossary/import", replace: true);
    }

    private void Redraw() => _ = InvokeAsync(() =>
    {
        _state = model.State;
        StateHasChanged();
    });
}
