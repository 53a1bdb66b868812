using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Text;
using Workbench.Core.Work;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Work;

public sealed class ExportBilingualShould : IAsyncDisposable
{
    private static readonly Actor Someone = new() { Id = new ActorId("someone"), Name = "Someone" };

    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly ExportBilingual _export;

    public ExportBilingualShould() => _export = new ExportBilingual(_store, new FakeTimeProvider(Noon));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Collect_rows_with_notes_units_and_who_exports_when()
    {
        var document = await GivenADocument("one", "two", "three");
        await GivenANote(1, "Look here.");

        var collected = await RunAsync(document);

        Assert.Equal([1, 2, 3], collected.Rows.Select(row => row.Number));
        Assert.Equal(["one", "two", "three"], collected.Rows.Select(row => row.Segment.Source.Text));
        Assert.Equal(["", "Look here.", ""], collected.Rows.Select(row => string.Concat(row.Notes.Select(note => note.Text))));
        Assert.Equal(["u0", "u1", "u2"], collected.Units.Select(unit => unit.Id.Value));
        Assert.Equal(("Someone", Noon, 3), (collected.Translator, collected.ExportedAt, collected.SegmentCount));
    }

    [Fact]
    public async Task Take_what_is_typed_and_not_yet_left()
    {
        var document = await GivenADocument("one", "two=둘!", "three=셋!");
        await GivenATypedText(document, at: 0, "하나");
        await GivenATypedText(document, at: 1, "둘둘");
        await GivenATypedText(document, at: 2, "typed over an older text", EntityVersion.None);

        var collected = await RunAsync(document);

        Assert.Equal(["하나", "둘둘", "셋!"], collected.Rows.Select(row => row.Segment.Target.Text));
        Assert.Equal([ShownState.Draft, ShownState.Draft, ShownState.Translated], collected.Rows.Select(row => row.Segment.Shown));
    }

    [Fact]
    public async Task Keep_the_numbers_of_the_editor_where_only_some_states_are_wanted()
    {
        var document = await GivenADocument("one", "two=둘", "three", "four=넷!");

        var drafts = await RunAsync(document, new BilingualOptions { States = [ShownState.Draft] });
        var confirmed = await RunAsync(document, new BilingualOptions { States = [ShownState.Translated, ShownState.Final] });

        Assert.Equal([2], drafts.Rows.Select(row => row.Number));
        Assert.Equal([4], confirmed.Rows.Select(row => row.Number));
        Assert.Equal(["u3"], confirmed.Units.Select(unit => unit.Id.Value));
        Assert.Equal(4, confirmed.SegmentCount);
    }

    [Fact]
    public async Task List_the_concepts_that_occur_once_and_in_order()
    {
        var document = await GivenADocument("trade and Juche", "Juche", "trade");

        var collected = await RunAsync(document);
        var bare = await RunAsync(document, new BilingualOptions { WithGlossary = false });

        Assert.Equal(["trade", "Juche"], collected.Concepts.Select(concept => concept.ConceptId));
        Assert.Empty(bare.Concepts);
        Assert.All(bare.Rows, row => Assert.Empty(row.Terms));
    }

    [Fact]
    public async Task Stop_at_the_rows_that_a_preview_shows()
    {
        var document = await GivenADocument([.. Enumerable.Range(1, 20).Select(number => $"s{number}")]);

        var preview = await RunAsync(document, new BilingualOptions { FirstRows = 3 });

        Assert.Equal((3, 20), (preview.Rows.Length, preview.SegmentCount));
    }

    [Fact]
    public async Task Read_a_long_document_to_its_end()
    {
        var document = await GivenADocument([.. Enumerable.Range(1, 480).Select(number => $"s{number}")]);

        var collected = await RunAsync(document);

        Assert.Equal(Enumerable.Range(1, 480), collected.Rows.Select(row => row.Number));
        Assert.Equal("s480", collected.Rows[^1].Segment.Source.Text);
    }

    [Fact]
    public async Task Name_another_translator_where_one_is_given() =>
        Assert.Equal("B", (await RunAsync(await GivenADocument("x"), new BilingualOptions { Translator = "B" })).Translator);

    private ValueTask<BilingualDocument> RunAsync(DocumentId document, BilingualOptions? options = null) =>
        _export.RunAsync(document, options ?? new BilingualOptions(), new WordRecognizer(), Someone.Id, Cancellation);

    /// <summary>One segment a unit: <c>source</c>, <c>source=draft</c> or <c>source=translated!</c>.</summary>
    private async Task<DocumentId> GivenADocument(params ImmutableArray<string> segments)
    {
        var project = new Project { Id = new ProjectId("p"), Name = "P", SourceLanguage = LanguageTag.English, TargetLanguage = LanguageTag.KoreanNorth, CreatedAt = Noon };
        var document = new Document { Id = new DocumentId("d"), ProjectId = project.Id, FileName = "d.txt", FormatId = "plain-text", OriginalBlob = "0", ImportedAt = Noon };
        await CommitAsync(Someone, project, document);
        foreach (var (index, text) in segments.Index())
        {
            var parts = text.Split('=');
            var target = parts.ElementAtOrDefault(1) ?? "";
            await CommitAsync(
                new Unit { Id = new UnitId($"u{index}"), DocumentId = document.Id, Index = index, Parts = [$"{index}"] },
                new Segment
                {
                    Id = new SegmentId($"s{index}"),
                    DocumentId = document.Id,
                    UnitId = new UnitId($"u{index}"),
                    Position = (index + 1) * Segment.PositionStep,
                    Source = InlineText.Of(parts[0]),
                    Target = InlineText.Of(target),
                    State = target.EndsWith('!') ? SegmentState.Translated : SegmentState.Initial,
                });
        }

        return document.Id;
    }

    private Task GivenANote(int segment, string text) => CommitAsync(
        new Note { Id = new NoteId("n"), SegmentId = new SegmentId($"s{segment}"), Text = text, Actor = Someone.Id, At = Noon });

    private async Task GivenATypedText(DocumentId document, int at, string text, EntityVersion? basedOn = null)
    {
        var segment = new SegmentId($"s{at}");
        await CommitAsync(new Draft
        {
            SegmentId = segment,
            DocumentId = document,
            Actor = Someone.Id,
            Tab = "tab",
            BasedOn = basedOn ?? (await _store.GetAsync(segment, Cancellation)).Version,
            ClientSequence = 1,
            Target = InlineText.Of(text),
            At = Noon,
        });
    }

    private async Task CommitAsync(params ImmutableArray<Entity> entities)
    {
        var result = await _store.CommitAsync(
            new ChangeSet(CommandId.New(), Someone.Id, [.. entities.Select(Operation.Create)]), Cancellation);

        Assert.True(result.IsDurable, result.ToString());
    }

    private sealed class WordRecognizer : ITermRecognizer
    {
        private static readonly ImmutableArray<ConceptEntry> Concepts =
            [.. new[] { "Juche", "trade" }.Select(word => new ConceptEntry { Id = new ConceptEntryId(word), GlossaryId = new GlossaryId("g"), ConceptId = word })];

        public ImmutableArray<TermHit> Recognize(string text) =>
        [
            .. Concepts
                .Select(concept => (Concept: concept, At: text.IndexOf(concept.ConceptId, StringComparison.Ordinal)))
                .Where(found => found.At >= 0)
                .OrderBy(found => found.At)
                .Select(found => new TermHit(
                    new TextSpan(found.At, found.Concept.ConceptId.Length), found.Concept, new TermSection { Text = found.Concept.ConceptId }, TermHitKind.Exact)),
        ];
    }
}
