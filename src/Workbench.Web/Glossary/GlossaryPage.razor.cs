using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Workbench.Core;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Web.Glossary;

/// <summary>The glossary: a list of concepts that is searched and filtered, and beside it the entry that is chosen.</summary>
public sealed partial class GlossaryPage(
    GlossaryModel model, NavigationManager navigation, IJSRuntime runtime, IStringLocalizer<Strings> strings) : ComponentBase, IGlossaryPage, IAsyncDisposable
{
    /// <summary>How many rows are drawn, and how many of them stand above those in view.</summary>
    private const int MostDrawn = 80;
    private const int DrawnAbove = 20;

    /// <summary>Where this page has sent the address to and has not heard back: news of that is no news.</summary>
    private readonly List<string> _sent = [];

    private ElementReference _root;
    private GlossaryState _state = GlossaryState.Empty;
    private GlossaryScript? _script;
    private string _text = "";
    private int _scrolledTo;
    private string[] _focus = [];
    private int _reveal = -1;

    private bool IsPaneOpen => _state.Address.Concept.Length > 0 || _state.Address.Pane is GlossaryPane.New or GlossaryPane.Deleted;

    private int FirstDrawn => Math.Clamp(_scrolledTo - DrawnAbove, 0, Math.Max(0, _state.Found.Length - MostDrawn));

    private int LastDrawn => Math.Min(_state.Found.Length, FirstDrawn + MostDrawn);

    private string Count => !_state.IsReady ? ""
        : _state.Found.Length == _state.Total ? strings["Glossary_CountAll", _state.Total]
        : strings["Glossary_Count", _state.Found.Length, _state.Total];

    private IEnumerable<(string Value, string Words)> SubjectFields => _state.SubjectFields
        .Select(name => (Value: name, Words: GlossaryWords.SubjectField(strings, name)))
        .OrderBy(shown => shown.Words, StringComparer.CurrentCulture);

    /// <summary>Which order the list is in, in words: Korean has two.</summary>
    private string Order
    {
        get
        {
            var by = _state.Address.ToQuery(_state.Source, _state.Target).SortLanguage;
            var order = !by.IsKorean ? strings["Glossary_Order_Letters"]
                : by == LanguageTag.KoreanNorth ? strings["Glossary_Order_North"] : strings["Glossary_Order_South"];

            return strings["Glossary_Order", ShortName(by), order.Value];
        }
    }

    public async ValueTask DisposeAsync()
    {
        navigation.LocationChanged -= OnLocationChanged;
        model.Changed -= Redraw;
        if (model.Editor.Form is not null)
        {
            await model.Editor.KeepAsync(CancellationToken.None);
        }

        model.Dispose();
        if (_script is not null)
        {
            await _script.DisposeAsync();
        }
    }

    public void ScrolledTo(int row)
    {
        var before = (FirstDrawn, LastDrawn);
        _scrolledTo = row;
        if (before != (FirstDrawn, LastDrawn))
        {
            StateHasChanged();
        }
    }

    public Task MoveAsync(int by) => GoAsync(model.Moved(by));

    public async Task RunAsync(string command)
    {
        var address = _state.Address;
        switch (command)
        {
            case "new":
                await GoAsync(address with { Pane = GlossaryPane.New, Concept = "", With = "" });
                break;
            case "undo":
                await model.UndoAsync();
                break;
            case "close" when model.Editor.Form is not null:
                await CloseFormAsync();
                break;
            case "close" when address.Pane is not GlossaryPane.Entry:
                await GoAsync(address with { Pane = GlossaryPane.Entry, With = "" });
                break;
            case "save" when model.Editor.Form is not null:
                if (await model.SaveAsync() is { } saved)
                {
                    await SavedAsync(saved);
                }
                else
                {
                    FocusOn("[aria-invalid=true]", ".wb-entry-form [role=alert] button");
                }

                break;
            case "edit" when _state.Chosen is not null:
                await GoAsync(address with { Pane = GlossaryPane.Edit, With = "" });
                break;
            case "history" when _state.Chosen is not null:
                await GoAsync(address with { Pane = GlossaryPane.History, With = "" });
                break;
            case "merge" when _state.Chosen is not null:
                await GoAsync(address with { Pane = GlossaryPane.Merge, With = "" });
                break;
            case "delete" when _state.Chosen is { } chosen && address.Pane == GlossaryPane.Entry:
                await DeleteAsync(chosen);
                break;
        }
    }

    public Task KeepAsync() => model.Editor.KeepAsync(CancellationToken.None);

    protected override async Task OnInitializedAsync()
    {
        model.Dispatch = work => InvokeAsync(work);
        model.Changed += Redraw;
        navigation.LocationChanged += OnLocationChanged;
        var address = AddressOf(navigation.Uri);
        _text = address.Text;
        await model.OpenAsync(address);
        _state = model.State;
        Reveal(_state.ChosenAt);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var script = new GlossaryScript(runtime, this);
            try
            {
                await script.StartAsync(_root);
                _script = script;
            }
            catch (JSDisconnectedException)
            {
                return; // The browser left while the page was opened.
            }
        }

        if (_script is null)
        {
            return;
        }

        if (_reveal >= 0 && _state.IsReady)
        {
            (var row, _reveal) = (_reveal, -1);
            await _script.RevealAsync(row);
        }

        if (_focus.Length > 0)
        {
            (var focus, _focus) = (_focus, []);
            await _script.FocusAsync(focus);
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (_sent.IndexOf(e.Location) is >= 0 and var own)
        {
            _sent.RemoveRange(0, own + 1);
        }
        else if (new Uri(e.Location).AbsolutePath == GlossaryAddress.Path)
        {
            _ = InvokeAsync(() => ShowAsync(AddressOf(e.Location)));
        }
    }

    private static GlossaryAddress AddressOf(string uri) => GlossaryAddress.Parse(new Uri(uri).Query);

    private async Task ShowAsync(GlossaryAddress address)
    {
        var before = _state.Address;
        if (address == before)
        {
            return;
        }

        if (address.Text != before.Text && address.Text != _text)
        {
            _text = address.Text;
        }

        await model.ShowAsync(address);
        if (address.Pane != before.Pane)
        {
            FocusOn(address.Pane is GlossaryPane.Entry ? [".wb-concepts"] : [".wb-entry [data-first]", ".wb-entry h2"]);
        }

        if (address.Concept != before.Concept)
        {
            Reveal(model.State.ChosenAt);
        }
    }

    private void Redraw() => _ = InvokeAsync(() =>
    {
        _state = model.State;
        StateHasChanged();
    });

    /// <summary>
    /// Shows it at once, and then in the address. Moving in the list and typing replace the address; the back button leads to the
    /// pages before.
    /// </summary>
    private async Task GoAsync(GlossaryAddress address)
    {
        var before = _state.Address;
        if (address == before)
        {
            return;
        }

        await ShowAsync(address);
        _sent.Add(navigation.ToAbsoluteUri(address.ToString()).AbsoluteUri);
        navigation.NavigateTo(address.ToString(), replace: address.Pane == before.Pane);
    }

    private Task SearchAsync()
    {
        Reveal(0);

        return GoAsync(_state.Address with { Text = _text });
    }

    private Task ShowAllAsync()
    {
        _text = "";

        return GoAsync(new GlossaryAddress { Source = _state.Address.Source, Target = _state.Address.Target });
    }

    private Task ChooseAsync(ConceptEntry concept) => GoAsync(_state.Address.At(concept.Id.Value));

    private Task SortAsync(GlossaryColumn column)
    {
        var address = _state.Address;

        return GoAsync(address.Sort != column ? address with { Sort = column, Descending = false }
            : !address.Descending ? address with { Descending = true }
            : address with { Sort = GlossaryColumn.Relevance, Descending = false });
    }

    private Task SavedAsync(ConceptEntry saved) => GoAsync(_state.Address.At(saved.Id.Value));

    private Task CloseFormAsync() => GoAsync(_state.Address with { Pane = GlossaryPane.Entry, With = "" });

    private async Task DeleteAsync(ConceptEntry entry)
    {
        var next = _state.ChosenAt >= 0 && _state.ChosenAt + 1 < _state.Found.Length ? _state.Found[_state.ChosenAt + 1].Concept.Id.Value
            : _state.ChosenAt > 0 ? _state.Found[_state.ChosenAt - 1].Concept.Id.Value : "";
        if (await model.DeleteAsync(entry))
        {
            await GoAsync(_state.Address.At(next));
            FocusOn(".wb-concepts");
        }
    }

    private async Task RestoreAsync(ConceptRevision revision)
    {
        if (await model.RestoreAsync(revision))
        {
            await GoAsync(_state.Address.At(revision.Entry.Id.Value));
        }
    }

    private Task RestoreDeletedAsync(ConceptRevision revision) => RestoreAsync(revision);

    private void Dismiss()
    {
        model.Dismiss();
        FocusOn(".wb-concepts");
    }

    private async Task MergeAsync()
    {
        if (_state.Chosen is { } into && await model.MergeAsync())
        {
            await GoAsync(_state.Address.At(into.Id.Value));
        }
    }

    /// <summary>After the next drawing, when what is to have the focus is there.</summary>
    /// <param name="selectors">The first of which there is something.</param>
    private void FocusOn(params string[] selectors)
    {
        _focus = selectors;
        StateHasChanged();
    }

    private void Reveal(int row)
    {
        if (row < 0)
        {
            return;
        }

        _reveal = row;
        if (row < FirstDrawn || row >= LastDrawn)
        {
            _scrolledTo = row;
        }

        StateHasChanged();
    }

    private static string Text(ChangeEventArgs e) => e.Value?.ToString() ?? "";

    private static string RowId(int at) => string.Create(CultureInfo.InvariantCulture, $"concept-{at}");

    private static string Height(int rows) => string.Create(CultureInfo.InvariantCulture, $"height: calc({Math.Max(0, rows)} * var(--wb-concept-row))");

    private static string ShortName(LanguageTag language) => ShortLanguageNames.Of(language);
}
