using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Text;
using Workbench.TestKit.Storage;
using Workbench.Web.Home;
using Workbench.Web.Session;

namespace Workbench.Web.Tests.Home;

public sealed class HomeModelShould : IAsyncDisposable
{
    private static readonly ActorId Someone = ActorId.New();

    private static readonly Project Project = new()
    {
        Id = ProjectId.New(),
        Name = "Trade",
        SourceLanguage = LanguageTag.English,
        TargetLanguage = LanguageTag.KoreanNorth,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly HomeModel _model;

    public HomeModelShould() => _model = new HomeModel(_store, new CurrentActor(Someone));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _model.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Count_a_document_by_state_and_follow_what_is_translated_elsewhere()
    {
        var segments = await GivenADocument(segments: 4);
        await _model.OpenAsync();
        Assert.Equal((4, 4, 0, 0), Counts());

        var drafted = segments[0] with { Target = InlineText.Of("초안") };
        var confirmed = (segments[1] with { Target = InlineText.Of("번역") }).Confirm(DateTimeOffset.UnixEpoch);
        await CommitAsync(Operation.Replace(segments[0], drafted), Operation.Replace(segments[1], confirmed));

        await UntilAsync(() => Counts() == (4, 2, 1, 1));
    }

    [Fact]
    public async Task Show_a_document_that_comes_and_take_no_notice_of_one_that_is_being_imported()
    {
        await CommitAsync(Operation.Create(Project));
        await _model.OpenAsync();
        var redrawn = 0;
        _model.Changed += () => redrawn++;

        await CommitAsync(Operation.Create(SegmentOf(DocumentId.New(), 0)));
        await Task.Delay(300, Cancellation);
        Assert.Equal(0, redrawn);

        await GivenADocument(segments: 2);

        await UntilAsync(() => _model.State.Projects is [{ Documents: [{ Segments: 2 }] }]);
    }

    [Fact]
    public async Task Take_a_document_out_and_bring_it_back_with_its_progress()
    {
        await GivenADocument(segments: 3);
        await _model.OpenAsync();

        var deleted = await _model.DeleteAsync(Document());
        await UntilAsync(() => _model.State.Projects is [{ Documents: [] }]);
        await _model.RestoreAsync(deleted.Value);

        await UntilAsync(() => _model.State.Projects is [{ Documents: [{ Segments: 3 }] }]);
    }

    [Fact]
    public async Task Call_a_document_by_its_title_else_by_its_file()
    {
        await GivenADocument(segments: 1);
        await _model.OpenAsync();
        Assert.Equal("article.txt", _model.State.Projects!.Value[0].Documents[0].Title);

        await CommitAsync(Operation.Replace(Document(), Document() with { Publication = new Publication { Title = "Trade" } }));

        await UntilAsync(() => _model.State.Projects is [{ Documents: [{ Title: "Trade" }] }]);
    }

    private Document Document() => _model.State.Projects!.Value[0].Documents[0].Document;

    private (int Segments, int NotStarted, int Drafts, int Translated) Counts()
    {
        var progress = _model.State.Projects!.Value[0].Documents[0];

        return (progress.Segments, progress.NotStarted, progress.Drafts, progress.Translated);
    }

    private async Task<List<Segment>> GivenADocument(int segments)
    {
        var document = new Document
        {
            Id = DocumentId.New(),
            ProjectId = Project.Id,
            FileName = "article.txt",
            FormatId = "plain-text",
            OriginalBlob = "blob",
            ImportedAt = DateTimeOffset.UnixEpoch,
        };
        var rows = Enumerable.Range(0, segments).Select(index => SegmentOf(document.Id, index)).ToList();
        await CommitAsync([Operation.Overwrite(Project), Operation.Create(document), .. rows.Select(Operation.Create)]);

        return [.. await _store.ListAsync<Segment>(document.Key, Cancellation)];
    }

    private static Segment SegmentOf(DocumentId document, int index) => new()
    {
        Id = SegmentId.New(),
        DocumentId = document,
        UnitId = UnitId.New(),
        Position = index * Segment.PositionStep,
        Source = InlineText.Of($"Sentence {index}."),
    };

    private async Task CommitAsync(params Operation[] operations)
    {
        var result = await _store.CommitAsync(new ChangeSet(CommandId.New(), Someone, operations), Cancellation);
        Assert.True(result.IsDurable, result.ToString());
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 500, "It never became so.");
            await Task.Delay(20, Cancellation);
        }
    }
}
