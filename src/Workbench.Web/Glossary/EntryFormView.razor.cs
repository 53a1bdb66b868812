using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Workbench.Core;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Web.Glossary;

/// <summary>The form of one entry: every field of it, with what is wrong said at the field.</summary>
public sealed partial class EntryFormView(IStringLocalizer<Strings> strings) : ComponentBase
{
    private string _language = "";
    private string _languageProblem = "";

    [Parameter, EditorRequired]
    public required EntryEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required GlossaryState State { get; set; }

    [Parameter, EditorRequired]
    public required Func<Task<ConceptEntry?>> Save { get; set; }

    [Parameter]
    public EventCallback<ConceptEntry> Saved { get; set; }

    [Parameter]
    public EventCallback Close { get; set; }

    private EntryForm Form => Editor.Form ?? _last;

    // The form as it last was, while the page that was saved is being replaced.
    private EntryForm _last = new();

    private string Name => Editor.Seen is { } seen ? State.NameOf(seen) : "";

    /// <summary>What is wrong at a field, in sentences; empty when nothing is.</summary>
    internal static string Sentence(IStringLocalizer<Strings> strings, EntryEditor editor, string field) => string.Join(
        ' ', editor.Problems.Where(problem => problem.Field == field).Select(problem => strings[problem.Key, problem.Argument].Value));

    protected override void OnParametersSet() => _last = Editor.Form ?? _last;

    private void Touched() => Editor.Touch();

    /// <summary>Changes that no field's input tells the script of are kept at once.</summary>
    private Task ChangedAsync()
    {
        Editor.Touch();

        return Editor.KeepAsync(CancellationToken.None);
    }

    private async Task SaveAsync()
    {
        if (await Save() is { } saved)
        {
            await Saved.InvokeAsync(saved);
        }
    }

    private Task DiscardAsync() => Editor.DiscardAsync(State.Source, State.Target, CancellationToken.None);

    private Task TakeMine()
    {
        Editor.TakeMine();

        return Editor.KeepAsync(CancellationToken.None);
    }

    private Task AddTermAsync(LanguageForm language)
    {
        language.Terms.Add(new TermForm { Status = AdministrativeStatus.Admitted });

        return ChangedAsync();
    }

    private Task MoveAsync(LanguageForm language, int at, int by)
    {
        if (at + by >= 0 && at + by < language.Terms.Count)
        {
            (language.Terms[at], language.Terms[at + by]) = (language.Terms[at + by], language.Terms[at]);
        }

        return ChangedAsync();
    }

    private Task AddLanguageAsync()
    {
        _languageProblem = !LanguageTag.TryParse(_language, out var tag) ? strings["Glossary_Problem_Language", _language.Trim()]
            : Form.Languages.Exists(language => language.Language == tag.Value) ? strings["Glossary_Problem_LanguageThere", ShortLanguageNames.Of(tag)]
            : "";
        if (_languageProblem.Length > 0)
        {
            return Task.CompletedTask;
        }

        _language = "";
        Form.Languages.Add(LanguageForm.With(tag));
        return ChangedAsync();
    }

    private Task AddReferenceAsync()
    {
        Form.References.Add(new ReferenceForm());

        return ChangedAsync();
    }

    private Task ReferAsync(ReferenceForm reference, ConceptEntry entry)
    {
        reference.ConceptId = entry.ConceptId;

        return ChangedAsync();
    }

    private Task RemoveAsync(ReferenceForm reference)
    {
        Form.References.Remove(reference);

        return ChangedAsync();
    }

    private string Part(EntryPart part) => GlossaryWords.Of(strings, part);

    private string Problem(string field) => Sentence(strings, Editor, field);
}
