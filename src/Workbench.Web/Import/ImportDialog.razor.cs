using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Formats;

namespace Workbench.Web.Import;

/// <summary>Imports files and pasted texts into a project: chosen, dropped here, or dropped on the project itself.</summary>
public sealed partial class ImportDialog(ImportModel model, IJSRuntime runtime, ISnackbar messages, IStringLocalizer<Strings> strings)
    : ComponentBase, IAsyncDisposable
{
    /// <summary>Esc is the script's: it closes only what holds nothing, and throws no file away.</summary>
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Large, FullWidth = true, CloseOnEscapeKey = false, BackdropClick = false };

    private readonly ImportScript _script = new(runtime);
    private int _batch;
    private bool _isPasting;

    /// <summary>The project of this key; null when there is none.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Project?> Find { get; set; }

    private static string Extensions { get; } = string.Join(", ", FormatCatalog.Documents.SelectMany(format => format.Extensions));

    private ImportState State => model.State;

    private bool CanKeep => State.Count(ImportStage.Ready) > 0 && !State.IsMoving && State.Count(ImportStage.Asks) == 0;

    private bool IsDone => State.Count(ImportStage.Kept) > 0 && State.Files.All(file => file.Stage is ImportStage.Kept or ImportStage.Refused);

    private string Counts => State.Files.IsEmpty ? ""
        : State.Count(ImportStage.Asks) is > 0 and var asking ? strings["Import_CountAsks", asking]
        : strings["Import_Count", State.Count(ImportStage.Ready), State.Count(ImportStage.Refused), State.Count(ImportStage.Kept)];

    public void Open(Project project)
    {
        if (State.Project?.Id != project.Id)
        {
            _isPasting = false;
            model.Begin(project);
        }
    }

    public async ValueTask DisposeAsync()
    {
        model.Changed -= Redraw;
        model.Dispose();
        await _script.DisposeAsync();
    }

    protected override void OnInitialized() => model.Changed += Redraw;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _script.StartAsync(DroppedOnAsync);
        }
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private Task DroppedOnAsync(string project) => InvokeAsync(() =>
    {
        if (State.Project is null && Find(project) is { } found)
        {
            Open(found);
        }
    });

    private void OnVisible(bool isVisible)
    {
        if (!isVisible)
        {
            model.End();
        }
    }

    private Task AddAsync(InputFileChangeEventArgs change)
    {
        if (change.FileCount == 0)
        {
            return Task.CompletedTask;
        }

        _batch++;
        if (State.Project is null)
        {
            return Task.CompletedTask;
        }

        _isPasting = false;

        return model.AddAsync(
        [
            .. change.GetMultipleFiles(Math.Max(1, change.FileCount)).Select(
                file => new IncomingFile(file.Name, file.Size, cancelled => file.OpenReadStream(ImportModel.MaxFileBytes, cancelled))),
        ]);
    }

    private void Show(int number) => model.Select(number);

    private async Task KeepAsync()
    {
        var kept = await model.KeepAsync();
        if (kept.IsEmpty)
        {
            return;
        }

        messages.Add(strings["Import_Done", kept.Length], MudBlazor.Severity.Success);
        if (State.Files.All(file => file.Stage == ImportStage.Kept))
        {
            model.End();
        }
    }

    private string StageOf(ImportFile file) => file.Stage switch
    {
        ImportStage.Ready => strings["Import_Stage_Ready", file.Preview!.Segments.Length],
        ImportStage.Uploading or ImportStage.Reading or ImportStage.Keeping => strings[$"Import_Stage_{file.Stage}", file.Percent],
        _ => strings[$"Import_Stage_{file.Stage}"],
    };

    private static string Say(Problem problem) => ProblemText.Of(problem, CultureInfo.CurrentUICulture);
}
