using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.TestKit;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Work;

public sealed class ExportTermsShould : IAsyncDisposable
{
    private readonly InMemoryWorkspaceStore _store = new(new InMemoryDisk(), TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Collect_the_chosen_languages_and_count_what_is_unverified()
    {
        var glossary = new Glossary { Id = SeedGlossary.Starter, Name = "DPRK terms" };
        await new SeedGlossary(_store, TimeProvider.System).RunAsync(new("a"), glossary, StarterGlossary.Entries, Cancellation);
        var export = new ExportTerms(_store);

        var all = await export.RunAsync(glossary.Id, [], Cancellation);
        var russian = await export.RunAsync(glossary.Id, [LanguageTag.Of("ru")], Cancellation);

        Assert.Equal(StarterGlossary.Entries.Length, all.Entries.Length);
        Assert.Equal(all.Entries.Select(entry => entry.ConceptId).Order(StringComparer.Ordinal), all.Entries.Select(entry => entry.ConceptId));
        Assert.InRange(russian.Entries.Length, 1, all.Entries.Length - 1);
        Assert.InRange(russian.Unverified, 1, russian.Terms);
        Assert.All(russian.Entries, entry => Assert.Equal("ru", Assert.Single(entry.Languages).Language.Value));
        Assert.Contains(LanguageTag.KoreanNorth, await export.LanguagesAsync(glossary.Id, Cancellation));
    }
}
