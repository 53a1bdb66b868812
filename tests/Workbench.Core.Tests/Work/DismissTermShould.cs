using Microsoft.Extensions.Time.Testing;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Work;

public sealed class DismissTermShould : IAsyncDisposable
{
    private const string Route = "뻐스가 이 로선을 달린다";

    private static readonly ActorId Translator = new("translator");
    private static readonly ProjectId Project = new("project");

    private static readonly ConceptEntry Line = new()
    {
        Id = new("line"),
        GlossaryId = new("glossary"),
        ConceptId = "line",
        Languages = [new(LanguageTag.KoreanNorth, [new TermSection { Text = "로선" }])],
    };

    private readonly InMemoryWorkspaceStore _store = new();
    private readonly TermRecognizer _recognizer = TermRecognizer.Create([Line], LanguageTag.KoreanNorth);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Silence_the_place_and_those_like_it_only()
    {
        using var settled = await SettledTerms.OpenAsync(_store, Project, Cancellation);
        var filtered = settled.Filter(_recognizer);

        await DismissAsync(Route);

        Assert.Empty(filtered.Recognize(Route));
        Assert.Empty(filtered.Recognize("그래서 이 로선을 달린다"));
        Assert.Single(filtered.Recognize("당의 로선을 관철한다"));
    }

    [Fact]
    public async Task Be_remembered_and_taken_back()
    {
        await DismissAsync(Route);

        using var settled = await SettledTerms.OpenAsync(_store, Project, Cancellation);
        var (_, dismissal) = Assert.Single(settled.In(Route, settled.Filter(_recognizer)));
        await new DismissTerm(_store, new FakeTimeProvider()).TakeBackAsync(CommandId.New(), Translator, dismissal, Cancellation);

        Assert.Single(settled.Filter(_recognizer).Recognize(Route));
        Assert.Empty(settled.In(Route, _recognizer));
    }

    [Fact]
    public async Task Say_nothing_of_other_projects()
    {
        await DismissAsync(Route);

        using var settled = await SettledTerms.OpenAsync(_store, new ProjectId("other"), Cancellation);

        Assert.Single(settled.Filter(_recognizer).Recognize(Route));
    }

    private async Task DismissAsync(string source) => Assert.IsType<CommitResult.Committed>(
        await new DismissTerm(_store, new FakeTimeProvider()).RunAsync(
            CommandId.New(), Translator, Project, Line.Id, source, [.. _recognizer.Recognize(source).Select(hit => hit.Span)], Cancellation));
}
