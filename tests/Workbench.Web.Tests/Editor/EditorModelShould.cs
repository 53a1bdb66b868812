using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.Core.Work;
using Workbench.TestKit.Storage;
using Workbench.Web.Editor;
using Workbench.Web.Session;

namespace Workbench.Web.Tests.Editor;

public sealed class EditorModelShould : IAsyncDisposable
{
    private static readonly ActorId Translator = ActorId.New();

    private readonly FakeTimeProvider _clock = new();
    private readonly InMemoryWorkspaceStore _store;
    private readonly OpenDocuments _documents;

    public EditorModelShould()
    {
        _store = new InMemoryWorkspaceStore(new InMemoryDisk(), _clock);
        _documents = new OpenDocuments(_store);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _documents.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Show_a_draft_as_the_text_of_its_row_and_count_it()
    {
        var (model, segments) = await GivenAnOpenDocument();

        var result = await model.SendAsync(Message("draft", segments[0], "초안"));

        Assert.Equal(EditOutcome.Saved, result.Outcome);
        Assert.Equal("초안", model.RowAt(0).Text.Text);
        Assert.Equal(ShownState.Draft, model.RowAt(0).State);
        Assert.Equal((1, 0), (model.State.Counts.Drafts, model.State.Counts.Confirmed));
    }

    [Fact]
    public async Task Draw_only_the_row_that_changed()
    {
        var (model, segments) = await GivenAnOpenDocument();
        var (first, second) = (model.RowAt(0), model.RowAt(1));

        await model.SendAsync(Message("confirm", segments[0], "확정"));

        Assert.NotSame(first, model.RowAt(0));
        Assert.Same(second, model.RowAt(1));
        Assert.Equal(ShownState.Translated, model.RowAt(0).State);
        Assert.Equal(3, model.State.Counts.ConfirmedWords);
    }

    [Fact]
    public async Task Keep_both_texts_when_the_segment_has_moved_on()
    {
        var (model, segments) = await GivenAnOpenDocument();
        await model.SendAsync(Message("confirm", segments[0], "첫째 사람"));

        var result = await model.SendAsync(Message("leave", segments[0], "둘째 사람") with { Tab = "other" });

        Assert.Equal(EditOutcome.KeptAsAlternative, result.Outcome);
        Assert.Equal("첫째 사람", model.RowAt(0).Text.Text);
        Assert.Equal("둘째 사람", Assert.Single(model.RowAt(0).Alternatives).Target.Text);
    }

    [Fact]
    public async Task Finish_what_a_tab_that_is_gone_had_typed()
    {
        var (model, segments) = await GivenAnOpenDocument();
        await model.SendAsync(Message("draft", segments[0], "닫힌 창의 글") with { Tab = "gone" });

        await model.AdoptAsync(["gone"]);

        var stored = await _store.GetAsync(segments[0].Id, Cancellation);
        Assert.Equal("닫힌 창의 글", stored.Target.Text);
        Assert.Empty(await _store.ListAsync<Draft>(stored.DocumentId.Value, Cancellation));
    }

    [Fact]
    public async Task Answer_the_same_message_twice_with_one_change()
    {
        var (model, segments) = await GivenAnOpenDocument();
        var message = Message("confirm", segments[0], "한 번");
        await model.SendAsync(message);
        var before = _store.LastSequence;

        var again = await model.SendAsync(message);

        Assert.Equal(EditOutcome.Saved, again.Outcome);
        Assert.Equal(before, _store.LastSequence);
    }

    [Fact]
    public async Task Refuse_a_text_that_is_too_long_and_one_that_cannot_be_kept()
    {
        var (model, segments) = await GivenAnOpenDocument();

        Assert.Equal(EditOutcome.Rejected, (await model.SendAsync(Message("draft", segments[0], new string('가', SegmentEdits.LongestText + 1)))).Outcome);
        Assert.Equal(EditOutcome.Rejected, (await model.SendAsync(Message("draft", segments[0], "\ud800"))).Outcome);
        Assert.Equal(EditOutcome.Saved, (await model.SendAsync(Message("draft", segments[0], new string('가', SegmentEdits.LongestText)))).Outcome);
    }

    [Fact]
    public async Task Keep_the_row_in_use_in_view_when_rows_are_filtered()
    {
        var (model, segments) = await GivenAnOpenDocument();
        await model.SendAsync(Message("confirm", segments[0], "확정"));
        await model.ActivateAsync(segments[1].Id);

        model.Filter(RowFilter.Confirmed, "");

        Assert.Equal([0, 1], model.State.Shown);
    }

    [Fact]
    public async Task Find_the_next_row_that_is_not_confirmed()
    {
        var (model, segments) = await GivenAnOpenDocument();
        await model.SendAsync(Message("confirm", segments[1], "확정"));

        Assert.Equal(segments[2].Id, model.Find("NextUnconfirmed", segments[0].Id)?.Segment.Id);
        Assert.Equal(segments[0].Id, model.Find("NextUnconfirmed", segments[2].Id)?.Segment.Id);
    }

    [Fact]
    public async Task Show_the_other_texts_of_a_long_document_soon_after_it()
    {
        var (model, _) = await GivenAnOpenDocument(2_001, segments => new Alternative
        {
            Id = Id<Alternative>.New(),
            SegmentId = segments[^1].Id,
            Target = InlineText.Of("둘째 사람"),
            Actor = Translator,
            At = _clock.GetUtcNow(),
            BasedOn = EntityVersion.None,
        });

        for (var patience = 200; model.RowAt(2_000).Alternatives.IsEmpty && patience > 0; patience--)
        {
            await Task.Delay(25, Cancellation);
        }

        Assert.Equal("둘째 사람", Assert.Single(model.RowAt(2_000).Alternatives).Target.Text);
    }

    private async Task<(EditorModel Model, Segment[] Segments)> GivenAnOpenDocument(int count = 3, Func<Segment[], Alternative>? alternative = null)
    {
        var project = new Project
        {
            Id = ProjectId.New(),
            Name = "Project",
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanNorth,
            CreatedAt = _clock.GetUtcNow(),
        };
        var document = new Document
        {
            Id = DocumentId.New(),
            ProjectId = project.Id,
            FileName = "a.txt",
            FormatId = "plain-text",
            OriginalBlob = "none",
            ImportedAt = _clock.GetUtcNow(),
        };
        var segments = Enumerable.Range(0, count).Select(index => new Segment
        {
            Id = SegmentId.New(),
            DocumentId = document.Id,
            UnitId = UnitId.New(),
            Position = index * Segment.PositionStep,
            Source = InlineText.Of($"Sentence number {index + 1}."),
        }).ToArray();
        List<Operation> operations = [Operation.Create(project), Operation.Create(document), .. segments.Select(Operation.Create)];
        if (alternative is not null)
        {
            operations.Add(Operation.Create(alternative(segments)));
        }

        foreach (var part in operations.Chunk(400))
        {
            var result = await _store.CommitAsync(new ChangeSet(CommandId.New(), Translator, part), Cancellation);
            Assert.True(result.IsDurable, result.ToString());
        }

        var actor = new CurrentActor(Translator);
        var edits = new SegmentEdits(_store, _clock, actor);
        var model = new EditorModel(_documents, new ProjectTerms(_store), edits, new SegmentLookUp(_store, []), _store, _clock, actor) { Tab = "own" };
        await model.OpenAsync(document.Id, RowFilter.All, "");

        return (model, [.. model.State.View!.Segments]);
    }

    private static EditorMessage Message(string kind, Segment segment, string text) => new(
        CommandId.New().Value, kind, segment.Id.Value, VersionText.Write(segment.Version), "own", 1, text, "typed");
}
