using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Projects;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Work.Projects;

public sealed class ProjectsShould : IAsyncDisposable
{
    private static readonly ActorId Someone = new("someone");
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly NewProject Trade = new("Trade", LanguageTag.English, LanguageTag.KoreanNorth, WordingPolicy.Official);

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly CreateProject _create;
    private readonly ChangeProject _change;

    public ProjectsShould() => (_create, _change) = (new CreateProject(_store, new FakeTimeProvider(Noon)), new ChangeProject(_store));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Be_made_with_a_memory_of_their_own_and_every_glossary()
    {
        var glossary = new Glossary { Id = GlossaryId.New(), Name = "DPRK terms" };
        await GivenAsync(glossary);

        var project = await CreateAsync(Trade with { Name = " Trade ", Wording = WordingPolicy.Neutral });

        Assert.Equal(("Trade", "en", "ko-KP", WordingPolicy.Neutral, Noon), (project.Name, project.SourceLanguage.Value, project.TargetLanguage.Value, project.Wording, project.CreatedAt));
        Assert.Equal([glossary.Id], project.Glossaries);
        var memory = await _store.GetAsync(Assert.Single(project.Memories), Cancellation);
        Assert.Equal(("Trade", "en", "ko-KP"), (memory.Name, memory.SourceLanguage.Value, memory.TargetLanguage.Value));
    }

    [Fact]
    public async Task Ask_the_memories_of_the_same_languages_after_their_own()
    {
        var first = await CreateAsync(Trade);
        await CreateAsync(Trade with { Name = "South", TargetLanguage = LanguageTag.KoreanSouth });

        var second = await CreateAsync(Trade with { Name = "More trade" });

        Assert.Equal([second.Memories[0], first.Memories[0]], second.Memories);
        Assert.NotEqual(first.Memories[0], second.Memories[0]);
    }

    [Fact]
    public async Task Be_made_once_by_a_command_that_comes_twice()
    {
        var command = CommandId.New();

        var results = await Task.WhenAll(
            _create.RunAsync(command, Someone, Trade, Cancellation).AsTask(), _create.RunAsync(command, Someone, Trade, Cancellation).AsTask());
        var later = await _create.RunAsync(command, Someone, Trade, Cancellation);

        var project = Assert.Single(await _store.ListAsync<Project>(Cancellation));
        Assert.All([.. results, later], result => Assert.Equal(project, result.Value));
        Assert.Single(await _store.ListAsync<TranslationMemory>(Cancellation));
    }

    [Theory]
    [InlineData("  ", "project-name-empty")]
    [InlineData("trade", "project-name-taken")]
    public async Task Be_refused_a_name_that_is_none_or_taken(string name, string code)
    {
        await CreateAsync(Trade);

        var result = await _create.RunAsync(CommandId.New(), Someone, Trade with { Name = name }, Cancellation);

        Assert.Equal(code, Assert.Single(result.Problems).Code);
        Assert.Single(await _store.ListAsync<Project>(Cancellation));
    }

    [Fact]
    public async Task Be_refused_a_name_that_is_too_long_and_one_language_for_both_sides()
    {
        var tooLong = await _create.RunAsync(CommandId.New(), Someone, Trade with { Name = new string('a', 201) }, Cancellation);
        var oneLanguage = await _create.RunAsync(CommandId.New(), Someone, Trade with { TargetLanguage = LanguageTag.English }, Cancellation);

        Assert.Equal("project-name-too-long", Assert.Single(tooLong.Problems).Code);
        Assert.Equal("project-one-language", Assert.Single(oneLanguage.Problems).Code);
    }

    [Fact]
    public async Task Say_why_when_the_store_cannot_write()
    {
        _store.Unavailable = new Problem("store-full");

        var result = await _create.RunAsync(CommandId.New(), Someone, Trade, Cancellation);

        Assert.Equal("store-full", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public async Task Take_another_name_and_wording_and_may_keep_their_own()
    {
        var project = await CreateAsync(Trade);

        var renamed = (await ChangeAsync(project, " Foreign trade ", WordingPolicy.OfficialWithNotes)).Value;
        var recased = (await ChangeAsync(renamed, "FOREIGN TRADE", WordingPolicy.OfficialWithNotes)).Value;

        Assert.Equal(("Foreign trade", WordingPolicy.OfficialWithNotes), (renamed.Name, renamed.Wording));
        Assert.Equal("FOREIGN TRADE", recased.Name);
    }

    [Fact]
    public async Task Tell_who_was_second_and_leave_what_the_first_wrote()
    {
        var seen = await CreateAsync(Trade);
        await ChangeAsync(seen, "First", WordingPolicy.Official);

        var second = await ChangeAsync(seen, "Second", WordingPolicy.Official);

        Assert.Equal("project-changed", Assert.Single(second.Problems).Code);
        Assert.Equal("First", (await _store.GetAsync(seen.Id, Cancellation)).Name);
    }

    [Fact]
    public async Task Lose_a_document_and_get_it_back_with_all_that_hangs_below_it()
    {
        var document = await GivenADocument(await CreateAsync(Trade));

        var deleted = await new DeleteDocument(_store).RunAsync(CommandId.New(), Someone, document, Cancellation);

        Assert.Empty(await _store.ListAsync<Document>(document.ParentKey, Cancellation));

        var restored = await new RestoreDocument(_store).RunAsync(CommandId.New(), Someone, deleted.Value, Cancellation);

        Assert.Equal(document with { Version = restored.Value.Version }, restored.Value);
        Assert.Single(await _store.ListAsync<Unit>(document.Key, Cancellation));
    }

    [Fact]
    public async Task Keep_a_document_that_someone_changed_before_it_was_deleted()
    {
        var seen = await GivenADocument(await CreateAsync(Trade));
        var publication = new Publication { Title = "Trade", Date = new DateOnly(2025, 7, 27) };

        var changed = await new ChangePublication(_store).RunAsync(CommandId.New(), Someone, seen, publication, Cancellation);
        var deleted = await new DeleteDocument(_store).RunAsync(CommandId.New(), Someone, seen, Cancellation);
        var again = await new ChangePublication(_store).RunAsync(CommandId.New(), Someone, seen, new Publication(), Cancellation);

        Assert.Equal(publication, changed.Value.Publication);
        Assert.Equal("document-changed", Assert.Single(deleted.Problems).Code);
        Assert.Equal("document-changed", Assert.Single(again.Problems).Code);
        Assert.Equal(publication, (await _store.GetAsync(seen.Id, Cancellation)).Publication);
    }

    private async Task<Project> CreateAsync(NewProject wanted) =>
        (await _create.RunAsync(CommandId.New(), Someone, wanted, Cancellation)).Value;

    private ValueTask<Result<Project>> ChangeAsync(Project seen, string name, WordingPolicy wording) =>
        _change.RunAsync(CommandId.New(), Someone, seen, name, wording, Cancellation);

    private async Task<Document> GivenADocument(Project project)
    {
        var document = new Document
        {
            Id = DocumentId.New(),
            ProjectId = project.Id,
            FileName = "trade.txt",
            FormatId = "plain-text",
            OriginalBlob = "blob",
            ImportedAt = Noon,
        };
        await GivenAsync(document, new Unit { Id = UnitId.New(), DocumentId = document.Id, Index = 0, Parts = ["1"] });

        return await _store.GetAsync(document.Id, Cancellation);
    }

    private async Task GivenAsync(params Entity[] entities)
    {
        var result = await _store.CommitAsync(new ChangeSet(CommandId.New(), Someone, [.. entities.Select(Operation.Create)]), Cancellation);
        Assert.True(result.IsDurable);
    }
}
