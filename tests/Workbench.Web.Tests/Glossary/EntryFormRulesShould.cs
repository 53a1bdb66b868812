using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.TestKit;
using Workbench.Web.Glossary;

namespace Workbench.Web.Tests.Glossary;

public sealed class EntryFormRulesShould
{
    [Fact]
    public void Find_nothing_wrong_with_the_starter_glossary_and_give_it_back_as_it_was() => Assert.All(StarterGlossary.Entries, entry =>
    {
        var form = EntryForm.Of(entry);

        Assert.Empty(EntryFormRules.Check(form, _ => true));
        Assert.Equal(entry.Languages, form.ToEntry(entry, entry.Id).Languages);
        Assert.Equal(entry.References, form.ToEntry(entry, entry.Id).References);
    });

    [Fact]
    public void Ask_for_a_term() => Assert.Equal(["Glossary_Problem_NoTerm"], Keys(_ => { }, text: " "));

    [Theory]
    [InlineData("1972", "1971", "Glossary_Problem_DateOrder")]
    [InlineData("1972-13", "", "Glossary_Problem_Date")]
    [InlineData("", "27 December 1972", "Glossary_Problem_Date")]
    public void Refuse_dates_that_are_none_and_that_end_before_they_begin(string from, string to, string key) =>
        Assert.Equal([key], Keys(term => (term.ValidFrom, term.ValidTo) = (from, to)));

    [Theory]
    [InlineData("1972", "1972-12")]
    [InlineData("1972-12-27", "1972")]
    public void Take_a_year_for_all_its_days(string from, string to) =>
        Assert.Empty(Keys(term => (term.ValidFrom, term.ValidTo) = (from, to)));

    [Fact]
    public void Refuse_what_is_said_of_an_empty_term() => Assert.Equal(["Glossary_Problem_TermEmpty"], Keys(term => term.UsageNote = "Only in titles.", text: "", second: "두번째"));

    [Fact]
    public void Refuse_one_term_twice_but_not_a_neutral_twin_or_one_that_was_taken_out()
    {
        Assert.Equal(["Glossary_Problem_TermTwice"], Keys(_ => { }, text: "무역", second: "무역 "));
        Assert.Empty(Keys(term => term.Wording = Wording.Neutral, text: "무역", second: "무역"));
        Assert.Empty(Keys(term => term.IsRemoved = true, text: "무역", second: "무역"));
    }

    [Theory]
    [InlineData("貿易", true)]
    [InlineData("CNC化", true)]
    [InlineData("muyok", false)]
    public void Ask_for_Chinese_characters_where_Hanja_are_written(string hanja, bool isTaken) =>
        Assert.Equal(isTaken, !Keys(term => term.Hanja = hanja).Contains("Glossary_Problem_Hanja"));

    [Fact]
    public void Refuse_a_reference_to_itself_and_to_what_is_not_there()
    {
        var form = Form("무역", "");
        form.References.Add(new ReferenceForm { ConceptId = form.ConceptId });
        form.References.Add(new ReferenceForm { ConceptId = "NK9999" });
        form.References.Add(new ReferenceForm());

        Assert.Equal(
            ["Glossary_Problem_ReferenceSelf", "Glossary_Problem_ReferenceUnknown"],
            EntryFormRules.Check(form, _ => false).Select(problem => problem.Key));
    }

    [Fact]
    public void Keep_marks_and_properties_apart()
    {
        var term = new TermSection { Text = "무역", Properties = [new("slug", "trade"), TermSection.NeverRecognised] };

        var form = TermForm.Of(term);
        (form.NeverRecognised, form.Forbidden) = (false, true);

        Assert.Equal([new("slug", "trade"), TermSection.Forbidden], form.ToTerm().Properties);
    }

    private static IEnumerable<string> Keys(Action<TermForm> change, string text = "무역", string second = "")
    {
        var form = Form(text, second);
        change(form.Languages[0].Terms[0]);

        return EntryFormRules.Check(form, _ => true).Select(problem => problem.Key);
    }

    private static EntryForm Form(string text, string second)
    {
        var form = EntryForm.New(new GlossaryId("g"), LanguageTag.KoreanNorth, LanguageTag.English);
        form.Languages[0].Terms[0].Text = text;
        form.Languages[0].Terms.Add(new TermForm { Text = second });

        return form;
    }
}
