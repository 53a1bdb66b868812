using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Work;

public sealed class ImportTermsShould : IAsyncDisposable
{
    private static readonly ActorId Translator = new("translator");
    private static readonly Glossary Mine = new() { Id = new("mine"), Name = "Mine" };

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryWorkspaceStore _store;
    private readonly ImportTerms _import;

    public ImportTermsShould()
    {
        _store = new InMemoryWorkspaceStore(new InMemoryDisk(), _clock);
        _import = new ImportTerms(_store, _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Tell_new_same_changed_and_duplicate_apart()
    {
        await Given(Entry("1", "party", "당"), Entry("2", "state", "국가"), Entry("3", "line", "로선"));

        var preview = await Preview(
            Entry("1", "party", "당"), Entry("2", "state", "국가") with { Definition = "A state." }, Entry("9", "Line"), Entry("4", "people", "인민"), Entry("5", " "));

        Assert.Equal(
            [ImportKind.Same, ImportKind.Changed, ImportKind.Duplicate, ImportKind.New, ImportKind.Refused],
            preview.Rows.Select(row => row.Kind));
        Assert.Equal("3", preview.Rows[2].Existing!.ConceptId);
        Assert.Equal("term-empty", preview.Rows[4].Problem!.Code);
        Assert.Equal(0, await _store.CountAsync<ConceptRevision>(preview.Rows[1].Existing!.Id.Value, Cancellation));
    }

    [Fact]
    public async Task Fill_gaps_unasked_and_write_over_nothing()
    {
        await Given(Entry("1", "party", "당") with { Definition = "Mine.", Note = "" });
        var preview = await Preview(Entry("1", "party", "로동당") with { Definition = "Theirs.", Note = "A note" }, Entry("2", "state"));

        var result = await Keep(preview, ImportChoice.Unasked);

        Assert.Equal((1, 1, 0), (result.Added, result.Changed, result.Skipped));
        var entry = await Stored("1");
        Assert.Equal(("Mine.", "A note"), (entry.Definition, entry.Note));
        Assert.Equal(["당", "로동당"], entry.TermsIn(LanguageTag.KoreanNorth).Select(term => term.Text));
        Assert.True(preview.Rows[0].Conflicts);
        Assert.Equal(_clock.GetUtcNow(), entry.ChangedAt);
    }

    [Fact]
    public async Task Take_the_parts_that_were_chosen()
    {
        await Given(Entry("1", "party") with { Definition = "Mine.", Note = "Mine." });
        var preview = await Preview(Entry("1", "party") with { Definition = "Theirs.", Note = "Theirs." });
        var note = preview.Rows[0].Steps.Index().Single(step => step.Item.Apply(preview.Rows[0].Existing!).Note == "Theirs.").Index;

        await Keep(preview, _ => new ImportChoice(AsNew: false, [note]));

        Assert.Equal(("Mine.", "Theirs."), ((await Stored("1")).Definition, (await Stored("1")).Note));
    }

    [Fact]
    public async Task Take_back_what_was_written_when_it_is_cancelled()
    {
        var preview = await Preview([.. Enumerable.Range(0, 600).Select(number => Entry($"{number}", $"term {number}"))]);
        using var gone = new CancellationTokenSource();
        var written = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _import.KeepAsync(
            Translator, preview, Choices(preview, ImportChoice.Unasked), new Progress(Tell), gone.Token).AsTask());

        Assert.NotEqual(0, written);
        Assert.Equal(0, await _store.CountAsync<ConceptEntry>(Mine.Id.Value, Cancellation));

        void Tell(int done)
        {
            if (done == 550)
            {
                written = (int)_store.LastSequence;
                gone.Cancel();
            }
        }
    }

    [Fact]
    public async Task Leave_what_nobody_chose()
    {
        await Given(Entry("1", "party"));
        var sequence = _store.LastSequence;

        var result = await Keep(await Preview(Entry("2", "state"), Entry("3", "Party")), _ => ImportChoice.Leave);

        Assert.Null(result.Bulk);
        Assert.Equal(sequence, _store.LastSequence);
    }

    [Fact]
    public async Task Believe_no_id_under_which_the_glossary_has_another_concept()
    {
        await Given(Entry("1", "party", "당"));
        var preview = await Preview(Entry("1", "machine", "기계"));

        Assert.True(preview.Rows[0] is { Kind: ImportKind.New, IsIdTaken: true });
        await Keep(preview, ImportChoice.Unasked);

        Assert.Equal("party", (await Stored("1")).TermsIn(LanguageTag.English).Single().Text);
        Assert.Equal("machine", (await Stored("1-2")).TermsIn(LanguageTag.English).Single().Text);
    }

    [Fact]
    public async Task Merge_by_terms_where_the_file_has_no_ids()
    {
        await Given(Entry("NK1", "party", "당"));
        var terms = new ReadTerms([Entry("party", "party"), Entry("state", "state"), Entry("state", "state")]) { HasConceptIds = false };

        var preview = await _import.PreviewAsync(Mine, terms, Cancellation);

        Assert.Equal([ImportKind.Same, ImportKind.New, ImportKind.Same], preview.Rows.Select(row => row.Kind));
        Assert.StartsWith("own-", preview.Rows[1].Incoming.ConceptId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Believe_defaults_only_of_a_file_that_states_everything()
    {
        await Given(WithTerm(Entry("1", "party"), term => term with { Reliability = Reliability.High, Hanja = "黨" }));
        var incoming = Entry("1", "party");

        Assert.Equal(ImportKind.Same, (await Preview(incoming)).Rows[0].Kind);
        var own = await _import.PreviewAsync(Mine, new ReadTerms([incoming]) { StatesEverything = true }, Cancellation);
        await Keep(own, ImportChoice.All);

        var term = (await Stored("1")).TermsIn(LanguageTag.English).Single();
        Assert.Equal((Reliability.Unverified, "黨"), (term.Reliability, term.Hanja));
    }

    [Fact]
    public async Task Put_two_rows_into_one_entry()
    {
        await Given(Entry("1", "party"));
        var preview = await Preview(Entry("8", "Party", "당"), Entry("9", "party", "로동당"));

        var result = await Keep(preview, ImportChoice.All);

        Assert.Null(result.Problem);
        Assert.Equal(["당", "로동당"], (await Stored("1")).TermsIn(LanguageTag.KoreanNorth).Select(term => term.Text));

        var undone = await new UndoTermBulk(_store, _clock).RunAsync(Translator, result.Bulk!, Cancellation);
        Assert.Equal((1, 0), (undone.Restored, undone.Skipped));
        Assert.Empty((await Stored("1")).TermsIn(LanguageTag.KoreanNorth));
    }

    [Fact]
    public async Task Skip_what_someone_changed_meanwhile()
    {
        await Given(Entry("1", "party"));
        var preview = await Preview(Entry("1", "party") with { Note = "Theirs." });
        var seen = await Stored("1");
        await new SaveConcept(_store, _clock).RunAsync(CommandId.New(), Translator, seen, seen with { Definition = "New." }, Cancellation);

        var result = await Keep(preview, ImportChoice.All);

        Assert.Equal((0, 1), (result.Changed, result.Skipped));
        Assert.Equal("", (await Stored("1")).Note);
    }

    [Fact]
    public async Task Commit_in_bounded_change_sets_and_be_undone_as_one()
    {
        await Given(Entry("old", "party"));
        var before = await Stored("old");
        var many = Enumerable.Range(0, 700).Select(number => Entry($"n{number}", $"term {number}") with { Note = new string('가', 500) }).ToArray();
        var preview = await Preview([.. many, before with { Definition = "Theirs." }]);
        var progress = new List<int>();
        var sequence = _store.LastSequence;

        var result = await _import.KeepAsync(Translator, preview, Choices(preview, ImportChoice.All), new Progress(progress.Add), Cancellation);

        Assert.Equal((700, 1, 701), (result.Added, result.Changed, progress[^1]));
        var sets = await ChangesAfter(sequence);
        Assert.True(sets.Count >= 3 && sets.All(set => set.UndoGroup == result.Bulk!.UndoGroup));
        Assert.Equal("Theirs.", (await Stored("old")).Definition);

        var undone = await new UndoTermBulk(_store, _clock).RunAsync(Translator, result.Bulk!, Cancellation);

        Assert.Equal((701, 0), (undone.Restored, undone.Skipped));
        var left = Assert.Single(await _store.ListAsync<ConceptEntry>(Mine.Id.Value, Cancellation));
        Assert.Equal(before.Definition, left.Definition);
        Assert.True((await new RestoreConcept(_store, _clock).HistoryAsync(left.Id, Cancellation)).Length >= 2);
    }

    [Fact]
    public async Task Undo_only_what_is_still_as_the_import_left_it()
    {
        await Given(Entry("1", "party"));
        var result = await Keep(await Preview(Entry("2", "state"), Entry("3", "people")), ImportChoice.All);
        var edited = await Stored("2");
        await new SaveConcept(_store, _clock).RunAsync(CommandId.New(), Translator, edited, edited with { Note = "Edited." }, Cancellation);

        var undone = await new UndoTermBulk(_store, _clock).RunAsync(Translator, result.Bulk!, Cancellation);

        Assert.Equal((1, 1), (undone.Restored, undone.Skipped));
        Assert.Equal(["1", "2"], (await _store.ListAsync<ConceptEntry>(Mine.Id.Value, Cancellation)).Select(entry => entry.ConceptId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Make_the_glossary_with_its_entries_and_unmake_it()
    {
        var project = new Project
        {
            Id = new("p"),
            Name = "P",
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanNorth,
            Glossaries = [SeedGlossary.Starter],
            CreatedAt = _clock.GetUtcNow(),
        };
        await _store.CommitAsync(new ChangeSet(CommandId.New(), Translator, Operation.Create(project)), Cancellation);

        var result = await Keep(await Preview(Entry("1", "party")), ImportChoice.Unasked);

        Assert.Equal([SeedGlossary.Starter, Mine.Id], (await _store.GetAsync(project.Id, Cancellation)).Glossaries);
        await new UndoTermBulk(_store, _clock).RunAsync(Translator, result.Bulk!, Cancellation);
        Assert.Null(await _store.FindAsync(Mine.Id, Cancellation));
        Assert.Equal([SeedGlossary.Starter], (await _store.GetAsync(project.Id, Cancellation)).Glossaries);
    }

    private static ConceptEntry Entry(string conceptId, string english, string korean = "") => new()
    {
        Id = new(""),
        GlossaryId = new(""),
        ConceptId = conceptId,
        Languages =
        [
            new(LanguageTag.English, [new TermSection { Text = english }]),
            .. korean.Length > 0 ? [new LanguageSection(LanguageTag.KoreanNorth, [new TermSection { Text = korean }])] : ImmutableArray<LanguageSection>.Empty,
        ],
    };

    private static ConceptEntry WithTerm(ConceptEntry entry, Func<TermSection, TermSection> change) => entry with
    {
        Languages = [.. entry.Languages.Select(section => section with { Terms = [.. section.Terms.Select(change)] })],
    };

    private static Dictionary<int, ImportChoice> Choices(ImportTermsPreview preview, Func<ImportRow, ImportChoice> choose) =>
        preview.Rows.ToDictionary(row => row.Index, choose);

    private async Task Given(params ConceptEntry[] entries)
    {
        var operations = entries.Select(entry => Operation.Create(entry with { Id = ConceptEntryId.New(), GlossaryId = Mine.Id })).Prepend(Operation.Create(Mine));
        Assert.True((await _store.CommitAsync(new ChangeSet(CommandId.New(), Translator, [.. operations]), Cancellation)).IsDurable);
    }

    private ValueTask<ImportTermsPreview> Preview(params ConceptEntry[] entries) => _import.PreviewAsync(Mine, new ReadTerms([.. entries]), Cancellation);

    private ValueTask<ImportTermsResult> Keep(ImportTermsPreview preview, Func<ImportRow, ImportChoice> choose) =>
        _import.KeepAsync(Translator, preview, Choices(preview, choose), null, Cancellation);

    private async Task<ConceptEntry> Stored(string conceptId) =>
        (await _store.ListAsync<ConceptEntry>(Mine.Id.Value, Cancellation)).Single(entry => entry.ConceptId == conceptId);

    private async Task<List<Change>> ChangesAfter(long sequence)
    {
        var changes = new List<Change>();
        await foreach (var change in _store.ReadChangesAsync(sequence, Cancellation))
        {
            changes.Add(change);
        }

        return changes;
    }

    private sealed class Progress(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
