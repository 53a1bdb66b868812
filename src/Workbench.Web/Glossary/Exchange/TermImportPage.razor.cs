using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;
using Workbench.Core.Problems;
using Workbench.Core.Work.Glossaries;
using Workbench.Formats.Terms;
using Workbench.Web.Session;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>Takes terms in from a file: what is new, the same, different or perhaps a duplicate is shown before anything is written.</summary>
public sealed partial class TermImportPage(TermImportModel model, NavigationManager navigation) : ComponentBase, IDisposable
{
    private const int MaxProblems = 50;
    private const int Page = 100;

    private readonly PageLife _life = new();
    private TermImportState _state = TermImportState.Empty;
    private string _name = "";
    private int _shownRows = Page;

    /// <summary>The file field hears of a choice from its first rendering on; one that came before would be lost.</summary>
    private bool _isListening;

    private bool IsBusy => _state.IsReading || _state.Done is not null;

    public void Dispose()
    {
        model.Changed -= Redraw;
        _life.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        model.Changed += Redraw;

        return model.OpenAsync(BulkOf(new Uri(navigation.Uri).Query), _life.Gone);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _isListening = true;
            StateHasChanged();
        }
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
        if (chosen.FileCount != 1)
        {
            return; // The choice was taken back.
        }

        _shownRows = Page;
        if (chosen.File.Size > TermCsvFormat.MaxSize)
        {
            model.Refuse(chosen.File.Name, new Problem("file-too-large", ("limit", TermCsvFormat.MaxSize / 1024 / 1024)).At(new Place(0, 0, chosen.File.Name)));
            return;
        }

        try
        {
            await using var content = chosen.File.OpenReadStream(TermCsvFormat.MaxSize, _life.Gone);
            await model.ReadAsync(chosen.File.Name, content, _life.Gone);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or JSException)
        {
            // It was taken away or changed on its way here.
            model.Refuse(chosen.File.Name, new Problem("import-unreadable").At(new Place(0, 0, chosen.File.Name)));
        }
    }

    private Task ChooseTargetAsync(ChangeEventArgs chosen) =>
        model.ChooseTargetAsync(chosen.Value?.ToString() is { Length: > 0 } id ? new GlossaryId(id) : null, _life.Gone);

    private void Show(ImportKind kind)
    {
        _shownRows = Page;
        model.Show(kind);
    }

    private async Task KeepAsync()
    {
        // Also when the page is left meanwhile: half a file in the glossary is what nobody wants.
        await model.KeepAsync(CancellationToken.None);
        if (model.State.Result?.Bulk is { } bulk && !_life.Gone.IsCancellationRequested)
        {
            navigation.NavigateTo(
                string.Create(CultureInfo.InvariantCulture, $"/glossary/import?undo={bulk.UndoGroup}&after={bulk.After}"), replace: true);
        }
    }

    private async Task UndoAsync()
    {
        await model.UndoAsync(CancellationToken.None);
        if (!_life.Gone.IsCancellationRequested)
        {
            navigation.NavigateTo("/glossary/import", replace: true);
        }
    }

    private void Redraw() => _ = InvokeAsync(() =>
    {
        _state = model.State;
        StateHasChanged();
    });
}
