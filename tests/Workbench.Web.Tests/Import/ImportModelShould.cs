using System.Text;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.TestKit.Storage;
using Workbench.Web.Import;
using Workbench.Web.Session;

namespace Workbench.Web.Tests.Import;

public sealed class ImportModelShould : IAsyncDisposable
{
    private const string Article = "Foreign Trade\n\nThe DPRK traded with 100 countries. Its ports are busy.\n";

    private static readonly Project Project = new()
    {
        Id = ProjectId.New(),
        Name = "Trade",
        SourceLanguage = LanguageTag.English,
        TargetLanguage = LanguageTag.KoreanNorth,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly ImportModel _model;

    public ImportModelShould()
    {
        _model = new ImportModel(_store, new InMemoryBlobStore(), new CurrentActor(ActorId.New()), TimeProvider.System);
        _model.Begin(Project);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _model.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Refuse_a_file_and_go_on_with_the_others()
    {
        await AddAsync(File("article.txt", Article), File("letter.docx", "PK\u0003\u0004\0\0"), File("second.txt", "Another one."));

        Assert.Equal([ImportStage.Ready, ImportStage.Refused, ImportStage.Ready], _model.State.Files.Select(file => file.Stage));
        Assert.Equal("format-unknown", Assert.Single(_model.State.Files[1].Problems).Code);

        var kept = await _model.KeepAsync();

        Assert.Equal(["article.txt", "second.txt"], kept.Select(document => document.FileName));
        Assert.Equal(["article.txt", "second.txt"], (await DocumentsAsync()).Select(document => document.FileName).Order());
        Assert.Equal([ImportStage.Kept, ImportStage.Refused, ImportStage.Kept], _model.State.Files.Select(file => file.Stage));
    }

    [Fact]
    public async Task Propose_the_heading_as_title_and_keep_what_the_person_made_of_it()
    {
        await AddAsync(File("article.txt", Article));
        var form = _model.State.Files[0].Publication;
        Assert.Equal("Foreign Trade", form.Title);

        (form.Title, form.Author, form.Date) = ("Trade today", "A DPRK state body", new DateOnly(2025, 7, 27));
        await _model.KeepAsync();

        var publication = Assert.Single(await DocumentsAsync()).Publication;
        Assert.Equal(("Trade today", "A DPRK state body", new DateOnly(2025, 7, 27)), (publication.Title, publication.Author, publication.Date));
    }

    [Fact]
    public async Task Wait_for_the_encoding_and_read_the_file_in_the_one_that_was_chosen()
    {
        await AddAsync(new IncomingFile("little.txt", 4, _ => new MemoryStream([0xC1, 0xD6, 0xC3, 0xBC])));
        var asking = _model.State.Files[0];
        Assert.Equal(ImportStage.Asks, asking.Stage);
        Assert.Empty(await _model.KeepAsync());

        await _model.ChooseEncodingAsync(asking.Number, "euc-kr");

        var ready = _model.State.Files[0];
        Assert.Equal((ImportStage.Ready, "주체"), (ready.Stage, ready.Preview!.Segments[0].Source.Text));
        Assert.Equal("euc-kr", Assert.Single(await _model.KeepAsync()).Encoding);
    }

    [Fact]
    public async Task Refuse_by_size_without_reading()
    {
        await AddAsync(
            new IncomingFile("huge.txt", ImportModel.MaxFileBytes + 1, _ => throw new InvalidOperationException("It was read.")),
            File("article.txt", Article));

        Assert.Equal("file-too-large", Assert.Single(_model.State.Files[0].Problems).Code);
        Assert.Equal(ImportStage.Ready, _model.State.Files[1].Stage);
    }

    [Fact]
    public async Task Take_no_more_at_once_than_memory_bears()
    {
        await AddAsync([.. Enumerable.Repeat(new IncomingFile("large.txt", ImportModel.MaxFileBytes, _ => Stream.Null), 5)]);
        Assert.Equal("import-too-much", _model.State.Notice?.Code);

        await AddAsync([.. Enumerable.Repeat(File("small.txt", "One."), ImportModel.MaxFiles + 1)]);

        Assert.Equal("import-too-many", _model.State.Notice?.Code);
        Assert.Empty(_model.State.Files);
    }

    [Fact]
    public async Task Count_what_is_still_on_its_way()
    {
        string? notice = null;
        var large = new IncomingFile("large.txt", ImportModel.MaxFileBytes, _ =>
        {
            Assert.True(AddAsync(File("one-more.txt", "One.")).IsCompleted);
            notice = _model.State.Notice?.Code;
            _model.End();
            return Stream.Null;
        });

        await AddAsync([.. Enumerable.Repeat(large, ImportModel.MaxBytes / ImportModel.MaxFileBytes)]);

        Assert.Equal("import-too-much", notice);
    }

    [Fact]
    public async Task Say_of_a_folder_that_it_cannot_be_read()
    {
        await AddAsync(new IncomingFile("folder", 4096, _ => throw new IOException("NotFoundError")));

        Assert.Equal("import-unreadable", Assert.Single(_model.State.Files[0].Problems).Code);
    }

    [Fact]
    public async Task Leave_nothing_when_it_is_cancelled_while_it_is_kept()
    {
        await AddAsync(File("long.txt", string.Join('\n', Enumerable.Range(1, 3000).Select(line => $"Line {line}."))));
        var staged = 0;
        _store.Committed += change =>
        {
            if (change.Operations.Any(operation => operation.After is Segment) && staged++ == 1)
            {
                _model.End();
            }
        };

        var kept = await _model.KeepAsync();

        Assert.Empty(kept);
        Assert.True(staged > 1);
        Assert.Empty(await DocumentsAsync());
        Assert.Null(_model.State.Project);
    }

    [Fact]
    public async Task Show_how_far_it_has_read_and_saved()
    {
        var seen = new List<(ImportStage Stage, int Percent)>();
        _model.Changed += () => seen.AddRange(_model.State.Files.Select(file => (file.Stage, file.Percent)));

        await AddAsync(File("long.txt", string.Join('\n', Enumerable.Range(1, 3000).Select(line => $"Line {line}."))));
        await _model.KeepAsync();

        foreach (var stage in (ImportStage[])[ImportStage.Uploading, ImportStage.Reading, ImportStage.Keeping])
        {
            var percents = seen.Where(one => one.Stage == stage).Select(one => one.Percent).Distinct().ToList();
            Assert.Equal(percents.Order(), percents);
            Assert.True(percents[^1] > 40, $"{stage} showed {string.Join(' ', percents)}");
        }
    }

    [Fact]
    public async Task Keep_each_file_once_however_often_it_is_asked_to()
    {
        await AddAsync(File("article.txt", Article));

        await Task.WhenAll(_model.KeepAsync(), _model.KeepAsync());

        Assert.Single(await DocumentsAsync());
    }

    [Fact]
    public async Task Give_the_other_files_what_one_issue_shares()
    {
        await AddAsync(File("a.txt", Article), File("b.txt", "One sentence."));
        (_model.State.Files[0].Publication.Name, _model.State.Files[0].Publication.IssueAndPage) = ("Foreign Trade", "p. 2");

        _model.TakeSharedPublication(_model.State.Files[0].Number);

        Assert.Equal(("Foreign Trade", "", ""), (_model.State.Files[1].Publication.Name, _model.State.Files[1].Publication.IssueAndPage, _model.State.Files[1].Publication.Title));
    }

    [Fact]
    public async Task Forget_a_file_that_is_left_out()
    {
        await AddAsync(File("a.txt", "One."), File("b.txt", "Two."));

        _model.Remove(_model.State.Files[0].Number);

        Assert.Equal("b.txt", _model.State.Shown?.Name);
        Assert.Equal("b.txt", Assert.Single(await _model.KeepAsync()).FileName);
    }

    private Task AddAsync(params IncomingFile[] files) => _model.AddAsync(files);

    private ValueTask<System.Collections.Immutable.ImmutableArray<Document>> DocumentsAsync() => _store.ListAsync<Document>(Project.Key, Cancellation);

    private static IncomingFile File(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        return new IncomingFile(name, bytes.Length, _ => new MemoryStream(bytes));
    }
}
