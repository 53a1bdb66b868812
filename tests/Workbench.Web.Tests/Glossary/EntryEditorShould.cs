using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.TestKit;
using Workbench.TestKit.Storage;
using Workbench.Web.Editor;
using Workbench.Web.Glossary;
using Workbench.Web.Session;

namespace Workbench.Web.Tests.Glossary;

public sealed class EntryEditorShould : IAsyncLifetime
{
    private static readonly ActorId Translator = ActorId.New();
    private static readonly Core.Terminology.Glossary Starter = new() { Id = SeedGlossary.Starter, Name = "DPRK terms" };

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly ProjectTerms _terms;

    public EntryEditorShould() => _terms = new ProjectTerms(_store);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await new SeedGlossary(_store, TimeProvider.System).RunAsync(Translator, Starter, StarterGlossary.Entries, Cancellation);

    public async ValueTask DisposeAsync()
    {
        _terms.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Warn_of_a_duplicate_while_one_types_and_still_save()
    {
        var editor = await GivenANewEntry();
        var term = editor.Form!.Languages[0].Terms[0];

        Type(editor, () => term.Text = "foreign trad");
        Assert.Empty(editor.Duplicates);
        Type(editor, () => term.Text = "Foreign trade");
        Assert.Contains(editor.Duplicates, duplicate => duplicate.Term == term.Key && duplicate.Entry.ConceptId == "NK0002");

        Assert.NotNull(await editor.SaveAsync(Cancellation));
    }

    [Fact]
    public async Task Not_warn_of_a_descriptive_wording()
    {
        var editor = await GivenANewEntry();
        var term = editor.Form!.Languages[0].Terms[0];

        Type(editor, () => (term.Text, term.Wording) = ("foreign trade", Wording.Neutral));

        Assert.Empty(editor.Duplicates);
    }

    [Fact]
    public async Task Say_what_is_wrong_only_once_one_tries_to_save_and_then_while_one_types()
    {
        var editor = await GivenANewEntry();
        Type(editor, () => editor.Form!.Languages[0].Terms[0].ValidFrom = "1972");
        Assert.Empty(editor.Problems);

        Assert.Null(await editor.SaveAsync(Cancellation));
        Assert.Equal("Glossary_Problem_TermEmpty", Assert.Single(editor.Problems).Key);
        Type(editor, () => editor.Form!.Languages[0].Terms[0].Text = "a term");

        Assert.Empty(editor.Problems);
        Assert.NotNull(await editor.SaveAsync(Cancellation));
    }

    [Fact]
    public async Task Overwrite_nothing_and_lose_nothing_when_the_entry_has_moved_on()
    {
        var (editor, seen) = await GivenAnEditedEntry();
        Type(editor, () => editor.Form!.Note = "Mine.");
        await SaveElsewhereAsync(seen, "Theirs.");

        Assert.Null(await editor.SaveAsync(Cancellation));
        Assert.Equal((FormStatus.Conflict, "Theirs.", "Mine."), (editor.Status, editor.Theirs!.Note, editor.Form!.Note));
        Assert.Null(await editor.SaveAsync(Cancellation));
        Assert.Equal("Theirs.", (await _store.GetAsync(seen.Id, Cancellation)).Note);

        editor.TakeMine();
        Assert.Equal("Mine.", (await editor.SaveAsync(Cancellation))!.Note);
    }

    [Fact]
    public async Task Make_an_entry_again_that_was_deleted_meanwhile()
    {
        var (editor, seen) = await GivenAnEditedEntry();
        Type(editor, () => editor.Form!.Note = "Mine.");
        await new DeleteConcept(_store, TimeProvider.System).RunAsync(CommandId.New(), Translator, seen, Cancellation);

        Assert.Null(await editor.SaveAsync(Cancellation));
        editor.TakeMine();

        Assert.Equal("Mine.", (await editor.SaveAsync(Cancellation))!.Note);
    }

    [Fact]
    public async Task Bring_back_what_was_typed_and_not_saved()
    {
        var (editor, seen) = await GivenAnEditedEntry();
        Type(editor, () => editor.Form!.Languages[0].Terms[0].UsageNote = "초안");
        await editor.KeepAsync(Cancellation);
        Assert.Equal(FormStatus.Kept, editor.Status);

        var another = await Begin(seen);
        Assert.Equal("초안", another.Form!.Languages[0].Terms[0].UsageNote);
        Assert.Equal(editor.Form!.Languages[0].Terms[0].Key, another.Form.Languages[0].Terms[0].Key);
        await another.DiscardAsync(LanguageTag.English, LanguageTag.KoreanNorth, Cancellation);

        Assert.Equal("", (await Begin(seen)).Form!.Languages[0].Terms[0].UsageNote);
    }

    [Fact]
    public async Task Keep_what_is_typed_while_a_draft_is_being_written_down()
    {
        var (editor, seen) = await GivenAnEditedEntry();
        Type(editor, () => editor.Form!.Note = "First.");
        WhileWriting(() => Type(editor, () => editor.Form!.Note = "First. Second."));

        await editor.KeepAsync(Cancellation);
        Assert.Equal(FormStatus.Typing, editor.Status);
        await editor.KeepAsync(Cancellation);

        Assert.Equal((FormStatus.Kept, "First. Second."), (editor.Status, (await Begin(seen)).Form!.Note));
    }

    [Fact]
    public async Task Save_once_and_forget_no_other_draft_when_asked_twice()
    {
        var other = await GivenANewEntry();
        Type(other, () => other.Form!.Note = "Begun.");
        await other.KeepAsync(Cancellation);
        var (editor, _) = await GivenAnEditedEntry();
        Type(editor, () => editor.Form!.Note = "Mine.");
        Task<ConceptEntry?>? again = null;
        WhileWriting(() => again = editor.SaveAsync(Cancellation));

        Assert.NotNull(await editor.SaveAsync(Cancellation));

        Assert.Null(await again!);
        Assert.Equal("Begun.", (await GivenANewEntry()).Form!.Note);
    }

    [Fact]
    public async Task Say_that_a_draft_was_begun_on_an_older_state()
    {
        var (editor, seen) = await GivenAnEditedEntry();
        Type(editor, () => editor.Form!.Note = "Mine.");
        await editor.KeepAsync(Cancellation);
        await SaveElsewhereAsync(seen, "Theirs.");

        var another = await Begin(await _store.GetAsync(seen.Id, Cancellation));

        Assert.Equal((FormStatus.Conflict, "Mine."), (another.Status, another.Form!.Note));
    }

    [Fact]
    public async Task Keep_what_was_typed_when_the_workspace_cannot_write_and_save_it_afterwards()
    {
        var (editor, seen) = await GivenAnEditedEntry();
        Type(editor, () => editor.Form!.Note = "Mine.");
        _store.Unavailable = new Problem("store-full");

        Assert.Null(await editor.SaveAsync(Cancellation));
        Assert.Equal((FormStatus.Unavailable, "Mine."), (editor.Status, editor.Form!.Note));

        _store.Unavailable = null;
        Assert.NotNull(await editor.SaveAsync(Cancellation));
        Assert.Equal("Mine.", (await _store.GetAsync(seen.Id, Cancellation)).Note);
    }

    [Fact]
    public async Task Make_no_revision_of_what_nobody_changed()
    {
        var (editor, _) = await GivenAnEditedEntry();
        var before = _store.LastSequence;

        Assert.NotNull(await editor.SaveAsync(Cancellation));

        Assert.Equal(before, _store.LastSequence);
    }

    /// <summary>Does something in the middle of the next commit, as a key press does.</summary>
    private void WhileWriting(Action act)
    {
        _store.Committed += Once;

        void Once(Change change)
        {
            _store.Committed -= Once;
            act();
        }
    }

    private static void Type(EntryEditor editor, Action change)
    {
        change();
        editor.Touch();
    }

    private Task<EntryEditor> GivenANewEntry() => Begin(null);

    private async Task<(EntryEditor Editor, ConceptEntry Seen)> GivenAnEditedEntry()
    {
        var seen = (await _terms.IndexAsync(Cancellation)).Find(Starter.Id, "NK0002")!;

        return (await Begin(seen), seen);
    }

    private async Task<EntryEditor> Begin(ConceptEntry? entry)
    {
        var editor = new EntryEditor(_terms, _store, TimeProvider.System, new CurrentActor(Translator));
        await editor.BeginAsync(entry, Starter.Id, LanguageTag.English, LanguageTag.KoreanNorth, Cancellation);

        return editor;
    }

    private async Task SaveElsewhereAsync(ConceptEntry seen, string note) => Assert.True((await new SaveConcept(_store, TimeProvider.System)
        .RunAsync(CommandId.New(), ActorId.New(), seen, seen with { Note = note }, Cancellation)).IsSaved);
}
