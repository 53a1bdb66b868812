using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.Web.Glossary;

namespace Workbench.Web.Tests.Glossary;

public sealed class GlossaryAddressShould
{
    [Fact]
    public void Bring_back_what_it_was_written_from()
    {
        var address = new GlossaryAddress
        {
            Text = "대외 & 무역",
            Glossary = "g",
            SubjectField = "trade",
            Status = StatusFilter.Forbidden,
            UnverifiedOnly = true,
            Source = LanguageTag.KoreanNorth,
            Target = LanguageTag.English,
            Sort = GlossaryColumn.Target,
            Descending = true,
            Concept = "c",
            Pane = GlossaryPane.Merge,
            With = "d",
        };

        Assert.Equal(address, GlossaryAddress.Parse(new Uri("http://x" + address).Query));
    }

    [Fact]
    public void Be_bare_when_there_is_nothing_to_say() => Assert.Equal("/glossary", new GlossaryAddress().ToString());

    [Fact]
    public void Take_what_it_does_not_understand_as_not_said() =>
        Assert.Equal(new GlossaryAddress(), GlossaryAddress.Parse("?sort=17&status=nothing&from=-&pane=&unverified=yes"));

    [Fact]
    public void Ask_for_unverified_terms_of_the_languages_shown() => Assert.Equal(
        [LanguageTag.English, LanguageTag.KoreanNorth],
        new GlossaryAddress { UnverifiedOnly = true }.ToQuery(LanguageTag.English, LanguageTag.KoreanNorth).UnverifiedIn);

    [Theory]
    [InlineData(GlossaryColumn.Target, ConceptSort.Term, "ko-KP")]
    [InlineData(GlossaryColumn.Source, ConceptSort.Term, "en")]
    [InlineData(GlossaryColumn.Relevance, ConceptSort.Relevance, "en")]
    public void Sort_by_the_column(GlossaryColumn column, ConceptSort sort, string language)
    {
        var query = new GlossaryAddress { Sort = column }.ToQuery(LanguageTag.English, LanguageTag.KoreanNorth);

        Assert.Equal((sort, language), (query.Sort, query.SortLanguage.Value));
    }
}
