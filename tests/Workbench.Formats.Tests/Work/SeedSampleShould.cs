using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Core.Work.Projects;
using Workbench.Formats.PlainText;
using Workbench.Formats.Srx;
using Workbench.TestKit;
using Workbench.TestKit.Storage;

namespace Workbench.Formats.Tests.Work;

public sealed class SeedSampleShould : IAsyncDisposable
{
    private static readonly ActorId Someone = new("someone");

    private readonly InMemoryWorkspaceStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Give_an_empty_workspace_the_article_in_its_25_segments()
    {
        var problems = await SeedAsync();

        Assert.Empty(problems);
        var document = Assert.Single(await DocumentsAsync());
        Assert.Equal("The title", document.Publication.Title);
        Assert.Equal(25, await _store.CountAsync<Segment>(document.Key, Cancellation));
    }

    [Fact]
    public async Task Give_it_once()
    {
        await SeedAsync();
        var sequence = _store.LastSequence;

        await SeedAsync();

        Assert.Equal(sequence, _store.LastSequence);
        Assert.Single(await _store.ListAsync<Project>(Cancellation));
    }

    [Fact]
    public async Task Leave_deleted_what_a_person_deleted()
    {
        await SeedAsync();
        await new DeleteDocument(_store).RunAsync(CommandId.New(), Someone, Assert.Single(await DocumentsAsync()), Cancellation);

        await SeedAsync();

        Assert.Empty(await DocumentsAsync());
    }

    [Fact]
    public async Task Try_again_at_the_next_start_when_the_store_could_not_write()
    {
        _store.Unavailable = new Problem("store-full");
        var problems = await SeedAsync();
        Assert.Equal("store-full", Assert.Single(problems).Code);
        _store.Unavailable = null;

        await SeedAsync();

        Assert.Single(await DocumentsAsync());
    }

    private async Task<System.Collections.Immutable.ImmutableArray<Problem>> SeedAsync() =>
        await new SeedSample(_store, new InMemoryBlobStore(), TimeProvider.System).RunAsync(
            new SampleText("Foreign Trade", "article.txt", await File.ReadAllBytesAsync(Repository.Seed, Cancellation), new Publication { Title = "The title" }),
            new PlainTextFormat(),
            WorkbenchRules.SegmenterFor(LanguageTag.English),
            Someone,
            Cancellation);

    private async Task<System.Collections.Immutable.ImmutableArray<Document>> DocumentsAsync()
    {
        var project = Assert.Single(await _store.ListAsync<Project>(Cancellation));

        return await _store.ListAsync<Document>(project.Key, Cancellation);
    }
}
