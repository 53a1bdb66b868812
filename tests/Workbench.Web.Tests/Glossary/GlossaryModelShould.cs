using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.TestKit;
using Workbench.TestKit.Storage;
using Workbench.Web.Editor;
using Workbench.Web.Glossary;
using Workbench.Web.Session;

namespace Workbench.Web.Tests.Glossary;

public sealed class GlossaryModelShould : IAsyncLifetime
{
    private static readonly ActorId Translator = ActorId.New();
    private static readonly Core.Terminology.Glossary Starter = new() { Id = SeedGlossary.Starter, Name = "DPRK terms" };

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly ProjectTerms _terms;

    public GlossaryModelShould() => _terms = new ProjectTerms(_store);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await new SeedGlossary(_store, TimeProvider.System).RunAsync(Translator, Starter, StarterGlossary.Entries, Cancellation);

    public async ValueTask DisposeAsync()
    {
        _terms.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Show_all_concepts_and_then_what_is_searched_for()
    {
        using var model = await GivenThePage();
        Assert.Equal((336, 336), (model.State.Total, model.State.Found.Length));

        await model.ShowAsync(new GlossaryAddress { Text = "ㄷㅇㅁㅇ" });

        Assert.Equal("NK0002", model.State.Found[0].Concept.ConceptId);
        Assert.InRange(model.State.Found.Length, 1, 20);
    }

    [Fact]
    public async Task Move_the_choice_within_the_list()
    {
        using var model = await GivenThePage(new GlossaryAddress { SubjectField = "person" });

        var first = model.Moved(1);
        Assert.Equal(model.State.Found[0].Concept.Id.Value, first.Concept);
        await model.ShowAsync(first);
        await model.ShowAsync(model.Moved(int.MaxValue));

        Assert.Equal(model.State.Found.Length - 1, model.State.ChosenAt);
        Assert.Equal(model.State.Chosen, model.State.Found[^1].Concept);
        Assert.Equal(model.State.Address, model.Moved(1));
    }

    [Fact]
    public async Task Delete_and_undo()
    {
        using var model = await GivenThePage();
        var entry = Entry(model, "NK0002");

        Assert.True(await model.DeleteAsync(entry));
        Assert.Equal(("Glossary_Told_Deleted", "foreign trade", true), (model.State.Notice!.Key, model.State.Notice.Concept, model.State.Notice.CanUndo));
        Assert.Equal(335, await TotalAsync(model));

        await model.UndoAsync();

        Assert.Equal(336, await TotalAsync(model));
        Assert.Equal("Glossary_Told_Undone", model.State.Notice!.Key);
    }

    [Fact]
    public async Task List_what_was_deleted_and_bring_it_back()
    {
        using var model = await GivenThePage();
        await model.DeleteAsync(Entry(model, "NK0002"));

        await model.ShowAsync(new GlossaryAddress { Pane = GlossaryPane.Deleted });
        Assert.Equal("NK0002", Assert.Single(model.State.Deleted).Entry.ConceptId);
        await model.RestoreAsync(model.State.Deleted[0]);

        Assert.Equal(336, await TotalAsync(model));
    }

    [Fact]
    public async Task Preview_merge_and_undo()
    {
        using var model = await GivenThePage();
        var (into, from) = (Entry(model, "NK0002"), Entry(model, "NK0250"));
        await model.ShowAsync(new GlossaryAddress { Concept = into.Id.Value, Pane = GlossaryPane.Merge });
        Assert.Contains(model.State.Candidates, candidate => candidate.Id == from.Id);

        await model.ShowAsync(model.State.Address with { With = from.Id.Value });
        Assert.Equal(MergeConcepts.Preview(into, from).Languages, model.State.Merged!.Languages);
        Assert.True(await model.MergeAsync());
        Assert.Equal(335, await TotalAsync(model));
        await model.UndoAsync();

        Assert.Equal(336, await TotalAsync(model));
        Assert.Equal(from.Languages, Entry(model, "NK0250").Languages);
        Assert.Equal(into.Languages, Entry(model, "NK0002").Languages);
    }

    [Fact]
    public async Task Tell_who_when_and_what_in_the_history_and_restore_from_it()
    {
        using var model = await GivenThePage();
        var entry = Entry(model, "NK0002");
        await SaveAsync(entry, entry with { Note = "Mine." });

        await model.ShowAsync(new GlossaryAddress { Concept = entry.Id.Value, Pane = GlossaryPane.History });

        Assert.Equal([(true, false), (false, true)], model.State.History.Select(item => (item.IsCurrent, item.IsFirst)));
        Assert.Equal((EntryPart.Note, "Mine."), (model.State.History[0].Changes[0].Part, model.State.History[0].Changes[0].After));

        await model.RestoreAsync(model.State.History[1].Revision);
        Assert.Equal(entry.Note, Entry(model, "NK0002").Note);
    }

    [Fact]
    public async Task Follow_a_change_made_elsewhere()
    {
        using var model = await GivenThePage();
        var entry = Entry(model, "NK0002");
        await model.ShowAsync(new GlossaryAddress { Concept = entry.Id.Value });
        var drawn = new TaskCompletionSource();
        model.Changed += () =>
        {
            if (model.State.Chosen?.Note == "Theirs.")
            {
                drawn.TrySetResult();
            }
        };

        await SaveAsync(entry, entry with { Note = "Theirs." });

        await drawn.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }

    private async Task<GlossaryModel> GivenThePage(GlossaryAddress? address = null)
    {
        var model = new GlossaryModel(_terms, _store, TimeProvider.System, new CurrentActor(Translator));
        await model.OpenAsync(address ?? new GlossaryAddress());

        return model;
    }

    private static ConceptEntry Entry(GlossaryModel model, string conceptId) =>
        model.Find(new ConceptEntry { Id = new("x"), GlossaryId = Starter.Id, ConceptId = "x" }, conceptId)!;

    private async Task<int> TotalAsync(GlossaryModel model)
    {
        await model.ShowAsync(new GlossaryAddress { Text = model.State.Address.Text.Length == 0 ? " " : "" });

        return (await _store.CountAsync<ConceptEntry>(Starter.Id.Value, Cancellation) == model.State.Total) ? model.State.Total : -1;
    }

    private async Task SaveAsync(ConceptEntry seen, ConceptEntry entry) => Assert.True(
        (await new SaveConcept(_store, TimeProvider.System).RunAsync(CommandId.New(), Translator, seen, entry, Cancellation)).IsSaved);
}
