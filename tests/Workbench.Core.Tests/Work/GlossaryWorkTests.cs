using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Work;

public sealed class GlossaryWorkTests : IAsyncDisposable
{
    private static readonly ActorId Translator = new("translator");
    private static readonly Glossary Starter = new() { Id = new("starter"), Name = "Starter" };

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryWorkspaceStore _store;

    public GlossaryWorkTests() => _store = new InMemoryWorkspaceStore(new InMemoryDisk(), _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Seed_once()
    {
        var first = await Seed(Shipped("NK1", "one"), Shipped("NK2", "two"));
        var sequence = _store.LastSequence;
        var second = await Seed(Shipped("NK1", "one"), Shipped("NK2", "two"));

        Assert.Equal((2, 0), (first.Added, first.Unchanged));
        Assert.Equal((0, 2), (second.Added, second.Unchanged));
        Assert.Equal(sequence, _store.LastSequence);
    }

    [Fact]
    public async Task Update_untouched_entries_offer_edited_ones_and_leave_deleted_ones_deleted()
    {
        await Seed(Shipped("NK1", "one"), Shipped("NK2", "two"), Shipped("NK3", "three"));
        await Save(await Entry("NK2"), entry => entry with { Note = "mine" });
        await Delete(await Entry("NK3"));

        var result = await Seed(Shipped("NK1", "uno"), Shipped("NK2", "dos"), Shipped("NK3", "tres"), Shipped("NK4", "four"));

        Assert.Equal((1, 1, 1), (result.Added, result.Updated, result.Deleted));
        var merge = Assert.Single(result.Merges);
        Assert.Equal(("mine", "dos"), (merge.Current.Note, Term(merge.Shipped)));
        Assert.Equal("uno", Term(await Entry("NK1")));
        Assert.Equal("mine", (await Entry("NK2")).Note);
        Assert.Equal(["NK1", "NK2", "NK4"], (await Entries()).Select(entry => entry.ConceptId).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true, "dos", "")]
    [InlineData(false, "two", "mine")]
    public async Task Settle_an_edited_entry_and_not_ask_again(bool takeShipped, string term, string note)
    {
        await Seed(Shipped("NK2", "two"));
        await Save(await Entry("NK2"), entry => entry with { Note = "mine" });
        var merge = (await Seed(Shipped("NK2", "dos"))).Merges.Single();

        var settled = await new SeedGlossary(_store, _clock).SettleAsync(CommandId.New(), Translator, merge, takeShipped, Cancellation);

        Assert.True(settled.IsSaved);
        Assert.Equal((term, note), (Term(await Entry("NK2")), (await Entry("NK2")).Note));
        Assert.Empty((await Seed(Shipped("NK2", "dos"))).Merges);
    }

    [Fact]
    public async Task Settle_an_edited_entry_part_by_part()
    {
        await Seed(Shipped("NK1", "one"), Shipped("NK2", "two"));
        await Save(await Entry("NK2"), entry => entry with { Note = "mine" });
        var shipped = Shipped("NK2", "two") with { Note = "theirs", Definition = "The number." };
        await Seed(Shipped("NK1", "one"), shipped);
        var seeding = new SeedGlossary(_store, _clock);

        var merge = Assert.Single(await seeding.FindMergesAsync(Starter.Id, [Shipped("NK1", "one"), shipped], Cancellation));
        var steps = EntryMerge.Steps(merge.Current, merge.Shipped, MergeScope.Whole);
        var settled = await seeding.SettleAsync(
            CommandId.New(), Translator, merge, EntryMerge.Apply(merge.Current, steps.Where(step => step.Effect == MergeEffect.Add)), Cancellation);

        Assert.Equal(("mine", "The number."), (settled.Current!.Note, settled.Current.Definition));
        Assert.Empty(await seeding.FindMergesAsync(Starter.Id, [shipped], Cancellation));
    }

    [Fact]
    public async Task Keep_every_state_of_an_entry_and_bring_each_back()
    {
        await Seed(Shipped("NK1", "one"));
        var first = await Save(await Entry("NK1"), entry => entry with { Note = "edited" });
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Delete(first.Current!);
        var restore = new RestoreConcept(_store, _clock);

        var history = await restore.HistoryAsync(first.Current!.Id, Cancellation);
        Assert.Equal([("", false), ("edited", false), ("edited", true)], history.Select(state => (state.Entry.Note, state.Deleted)));

        var restored = await restore.RunAsync(CommandId.New(), Translator, history[2], Cancellation);
        Assert.Equal("edited", restored.Current!.Note);
        Assert.Equal("", (await restore.RunAsync(CommandId.New(), Translator, history[0], Cancellation)).Current!.Note);
    }

    [Fact]
    public async Task Tell_who_saves_what_someone_else_has_changed()
    {
        await Seed(Shipped("NK1", "one"));
        var seen = await Entry("NK1");
        await Save(seen, entry => entry with { Note = "theirs" });

        var lost = await Save(seen, entry => entry with { Note = "mine" });

        Assert.Equal(GlossaryOutcome.Conflict, lost.Outcome);
        Assert.Equal("theirs", lost.Current!.Note);
    }

    [Fact]
    public async Task Save_once_what_is_sent_twice()
    {
        var command = CommandId.New();
        var entry = Shipped("own-1", "one") with { Id = new("e"), GlossaryId = Starter.Id };
        var save = new SaveConcept(_store, _clock);

        Assert.True((await save.RunAsync(command, Translator, null, entry, Cancellation)).IsSaved);
        Assert.True((await save.RunAsync(command, Translator, null, entry, Cancellation)).IsSaved);
        Assert.Single(await new RestoreConcept(_store, _clock).HistoryAsync(entry.Id, Cancellation));
    }

    [Theory]
    [InlineData(" ", "own-1", "term-empty")]
    [InlineData("one", "NK1", "concept-id-taken")]
    public async Task Refuse_what_is_no_entry(string term, string conceptId, string code)
    {
        await Seed(Shipped("NK1", "one"));
        var entry = Shipped(conceptId, term) with { Id = new("e"), GlossaryId = Starter.Id };

        var refused = await new SaveConcept(_store, _clock).RunAsync(CommandId.New(), Translator, null, entry, Cancellation);

        Assert.Equal((GlossaryOutcome.Rejected, code), (refused.Outcome, refused.Problem!.Code));
    }

    [Fact]
    public async Task Merge_two_entries_without_losing_a_term()
    {
        await Seed(
            Shipped("NK1", "one"),
            Shipped("NK2", "uno") with { Definition = "The number." },
            Shipped("NK3", "many") with { References = [new(ReferenceKind.Related, "NK2")] });

        var merged = await new MergeConcepts(_store, _clock).RunAsync(
            CommandId.New(), Translator, await Entry("NK1"), await Entry("NK2"), Cancellation);

        Assert.Equal(["one", "uno"], merged.Current!.TermsIn(LanguageTag.English).Select(term => term.Text));
        Assert.Equal("The number.", merged.Current.Definition);
        Assert.Equal(["NK1"], (await Entry("NK3")).References.Select(reference => reference.ConceptId));
        Assert.Equal(["NK1", "NK3"], (await Entries()).Select(entry => entry.ConceptId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Undo_a_merge_with_the_references_that_it_turned()
    {
        await Seed(Shipped("NK1", "one"), Shipped("NK2", "uno"), Shipped("NK3", "many") with { References = [new(ReferenceKind.Related, "NK2")] });
        var command = CommandId.New();
        var merged = await Merge(command);

        var undone = await new UndoMerge(_store, _clock).RunAsync(CommandId.New(), Translator, command, merged, Cancellation);

        Assert.True(undone.IsSaved);
        Assert.Equal(["one"], (await Entry("NK1")).TermsIn(LanguageTag.English).Select(term => term.Text));
        Assert.Equal("uno", Term(await Entry("NK2")));
        Assert.Equal(["NK2"], (await Entry("NK3")).References.Select(reference => reference.ConceptId));
        Assert.Equal(3, (await new RestoreConcept(_store, _clock).HistoryAsync(merged.Id, Cancellation)).Length);
    }

    [Fact]
    public async Task Not_undo_a_merge_over_what_was_changed_since()
    {
        await Seed(Shipped("NK1", "one"), Shipped("NK2", "uno"));
        var command = CommandId.New();
        var merged = await Merge(command);
        await Save(merged, entry => entry with { Note = "later" });

        var undone = await new UndoMerge(_store, _clock).RunAsync(CommandId.New(), Translator, command, merged, Cancellation);

        Assert.Equal((GlossaryOutcome.Conflict, "later"), (undone.Outcome, undone.Current!.Note));
        Assert.Single(await Entries());
    }

    [Fact]
    public async Task Not_undo_a_merge_when_another_entry_has_the_id_by_now()
    {
        await Seed(Shipped("NK1", "one"), Shipped("NK2", "uno"));
        var command = CommandId.New();
        var merged = await Merge(command);
        var other = Shipped("NK2", "two") with { Id = ConceptEntryId.New(), GlossaryId = Starter.Id };
        Assert.True((await new SaveConcept(_store, _clock).RunAsync(CommandId.New(), Translator, null, other, Cancellation)).IsSaved);

        var undone = await new UndoMerge(_store, _clock).RunAsync(CommandId.New(), Translator, command, merged, Cancellation);

        Assert.Equal((GlossaryOutcome.Rejected, "concept-id-taken"), (undone.Outcome, undone.Problem?.Code));
        Assert.Equal("two", Term(await Entry("NK2")));
    }

    [Fact]
    public async Task List_what_was_deleted_until_it_is_back()
    {
        await Seed(Shipped("NK1", "one"), Shipped("NK2", "two"), Shipped("NK3", "three"));
        await Delete(await Entry("NK1"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Delete(await Entry("NK2"));
        var restore = new RestoreConcept(_store, _clock);

        var deleted = await restore.DeletedAsync(Starter.Id, Cancellation);
        Assert.Equal(["NK2", "NK1"], deleted.Select(gone => gone.Entry.ConceptId));

        Assert.True((await restore.RunAsync(CommandId.New(), Translator, deleted[0], Cancellation)).IsSaved);
        Assert.Equal(["NK1"], (await restore.DeletedAsync(Starter.Id, Cancellation)).Select(gone => gone.Entry.ConceptId));
    }

    [Fact]
    public async Task Add_a_term_with_both_sides_filled()
    {
        var project = new Project
        {
            Id = new("p"),
            Name = "P",
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanNorth,
            Glossaries = [Starter.Id],
            CreatedAt = _clock.GetUtcNow(),
        };

        var added = await new AddTermFromSelection(_store, _clock).RunAsync(
            CommandId.New(), Translator, project, "credit ", "신용", "", Cancellation);

        Assert.Equal(("credit", ProcessStatus.Proposed), (Term(added.Current!), added.Current!.TermsIn(LanguageTag.English).Single().ProcessStatus));
        Assert.Equal("신용", added.Current.TermsIn(LanguageTag.KoreanNorth).Single().Text);
    }

    private static ConceptEntry Shipped(string conceptId, string term) => new()
    {
        Id = new(""),
        GlossaryId = new(""),
        ConceptId = conceptId,
        Languages = [new(LanguageTag.English, [new TermSection { Text = term }])],
    };

    private static string Term(ConceptEntry entry) => entry.TermsIn(LanguageTag.English).First().Text;

    private ValueTask<SeedResult> Seed(params ConceptEntry[] entries) =>
        new SeedGlossary(_store, _clock).RunAsync(Translator, Starter, entries, Cancellation);

    private ValueTask<GlossaryResult> Save(ConceptEntry seen, Func<ConceptEntry, ConceptEntry> edit)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        return new SaveConcept(_store, _clock).RunAsync(CommandId.New(), Translator, seen, edit(seen), Cancellation);
    }

    private async Task<ConceptEntry> Merge(CommandId command)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        return (await new MergeConcepts(_store, _clock).RunAsync(command, Translator, await Entry("NK1"), await Entry("NK2"), Cancellation)).Current!;
    }

    private async Task Delete(ConceptEntry seen) =>
        Assert.True((await new DeleteConcept(_store, _clock).RunAsync(CommandId.New(), Translator, seen, Cancellation)).IsSaved);

    private async Task<ConceptEntry> Entry(string conceptId) => (await Entries()).Single(entry => entry.ConceptId == conceptId);

    private ValueTask<ImmutableArray<ConceptEntry>> Entries() => _store.ListAsync<ConceptEntry>(Starter.Id.Value, Cancellation);
}
