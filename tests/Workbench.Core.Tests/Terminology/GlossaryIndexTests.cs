using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.TestKit;
using Workbench.TestKit.Storage;

namespace Workbench.Core.Tests.Terminology;

public sealed class GlossaryIndexTests : IAsyncLifetime
{
    private static readonly ActorId Translator = new("translator");
    private static readonly Glossary Starter = new() { Id = new("starter"), Name = "Starter" };

    private readonly InMemoryWorkspaceStore _store = new();
    private GlossaryIndex _index = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await new SeedGlossary(_store, TimeProvider.System).RunAsync(Translator, Starter, StarterGlossary.Entries, Cancellation);
        _index = await GlossaryIndex.OpenAsync(_store, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await _store.DisposeAsync();
    }

    [Theory]
    [InlineData("foreign trade", "NK0002")]
    [InlineData("FOREIGN-TRADE", "NK0002")]
    [InlineData("대외 무역", "NK0002")]
    [InlineData("對外貿易", "NK0002")]
    [InlineData("внешняя торговля", "NK0002")]
    [InlineData("영도업적", "NK0023")]
    [InlineData("령도업적", "NK0023")]
    [InlineData("ㄷㅇㅁㅇ", "NK0002")]
    [InlineData("NK0123", "NK0123")]
    public void Find_first_what_was_meant(string text, string expected) =>
        Assert.Equal(expected, _index.Search(new ConceptQuery(text)).Matches[0].Concept.ConceptId);

    [Fact]
    public void Find_by_initial_consonants()
    {
        var found = _index.Search(new ConceptQuery("ㅈㅅ"));

        Assert.All(found.Matches, match => Assert.Contains("ㅈㅅ", SearchFold.Initials(SearchFold.Of(match.Term!.Text)), StringComparison.Ordinal));
        Assert.Contains(found.Matches, match => match.Concept.ConceptId == "NK0001");
    }

    [Fact]
    public void Filter_by_subject_field_and_status_and_page_through_all()
    {
        var query = new ConceptQuery { SubjectField = "politics", Status = AdministrativeStatus.Superseded };

        Assert.Equal(["NK0190"], _index.Search(query).Matches.Select(match => match.Concept.ConceptId));
        Assert.Equal(336, _index.Search(new ConceptQuery()).Total);
        Assert.Equal(10, _index.Search(new ConceptQuery { Skip = 20, Take = 10 }).Matches.Length);
        Assert.Contains("trade", _index.SubjectFields());
    }

    [Fact]
    public void Sort_by_the_language_that_was_asked_for()
    {
        var query = new ConceptQuery { SubjectField = "person", SortLanguage = LanguageTag.KoreanNorth };

        Assert.Equal(
            ["김정숙", "김정은", "김정일", "김일성"],
            _index.Search(query).Matches.Select(match => match.Concept.TermsIn(LanguageTag.KoreanNorth).First().Text));
    }

    [Fact]
    public void Sort_Korean_in_the_order_of_its_norm_and_what_has_no_term_last()
    {
        var north = _index.Search(new ConceptQuery { Sort = ConceptSort.Term, SortLanguage = LanguageTag.KoreanNorth }).Matches;
        var south = _index.Search(new ConceptQuery { Sort = ConceptSort.Term, SortLanguage = LanguageTag.KoreanSouth }).Matches;

        Assert.StartsWith("ㅇ", Initial(north.Last(match => match.Concept.TermsIn(LanguageTag.KoreanNorth).Any()), LanguageTag.KoreanNorth), StringComparison.Ordinal);
        Assert.StartsWith("ㅎ", Initial(south.Last(match => match.Concept.TermsIn(LanguageTag.KoreanSouth).Any()), LanguageTag.KoreanSouth), StringComparison.Ordinal);
        Assert.Equal(
            _index.Search(new ConceptQuery { Sort = ConceptSort.Term, SortLanguage = LanguageTag.KoreanNorth, Descending = true }).Matches.Select(match => match.Concept).Reverse(),
            north.Select(match => match.Concept));
    }

    [Fact]
    public void Filter_by_what_is_unverified_and_what_is_forbidden()
    {
        var unverified = _index.Search(new ConceptQuery { UnverifiedIn = [LanguageTag.English, LanguageTag.KoreanNorth] });

        Assert.InRange(unverified.Total, 1, 335);
        Assert.All(unverified.Matches, match => Assert.Contains(
            match.Concept.TermsIn(LanguageTag.English).Concat(match.Concept.TermsIn(LanguageTag.KoreanNorth)),
            term => term.Reliability == Reliability.Unverified));
        Assert.Equal(0, _index.Search(new ConceptQuery { ForbiddenOnly = true }).Total);
    }

    [Fact]
    public void Warn_of_a_duplicate()
    {
        Assert.Equal(["NK0002", "NK0250", "NK0250-2"], _index.FindDuplicates(LanguageTag.English, "Foreign-Trade ", null, Starter.Id).Select(entry => entry.ConceptId));
        Assert.Empty(_index.FindDuplicates(LanguageTag.English, "credit-first principle", _index.Find(Starter.Id, "NK0061")!.Id, Starter.Id));
        Assert.Empty(_index.FindDuplicates(LanguageTag.English, "foreign tra", null, Starter.Id));
    }

    [Fact]
    public async Task Show_a_change_everywhere_at_once()
    {
        var recognizer = _index.RecognizerFor(LanguageTag.English, Starter.Id);
        Assert.Empty(recognizer.Recognize("a widget"));
        var told = 0;
        _index.Changed += () => told++;
        var entry = new ConceptEntry
        {
            Id = ConceptEntryId.New(),
            GlossaryId = Starter.Id,
            ConceptId = "own-1",
            Languages = [new(LanguageTag.English, [new TermSection { Text = "widget" }])],
        };

        var saved = await new SaveConcept(_store, TimeProvider.System).RunAsync(CommandId.New(), Translator, null, entry, Cancellation);

        Assert.Equal("own-1", Assert.Single(recognizer.Recognize("two widgets")).Concept.ConceptId);
        Assert.Single(_index.Search(new ConceptQuery("widget")).Matches);
        Assert.Equal(1, told);

        await new DeleteConcept(_store, TimeProvider.System).RunAsync(CommandId.New(), Translator, saved.Current!, Cancellation);

        Assert.Empty(recognizer.Recognize("two widgets"));
        Assert.Equal(336, _index.Search(new ConceptQuery()).Total);
    }

    private static string Initial(ConceptMatch match, LanguageTag language) =>
        SearchFold.Initials(match.Concept.TermsIn(language).First().Text);

    [Fact]
    public void Recognise_only_the_glossaries_that_were_asked_for() =>
        Assert.Empty(_index.RecognizerFor(LanguageTag.English, new GlossaryId("other")).Recognize("foreign trade"));
}
