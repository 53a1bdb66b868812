using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Web.Export;

namespace Workbench.Web.Tests.Export;

public sealed class ExportRequestShould
{
    [Fact]
    public void Stand_in_an_address_and_come_back_from_it()
    {
        var request = new ExportRequest
        {
            Format = ExportRequest.Translation,
            States = [ShownState.Translated, ShownState.Final],
            Untranslated = UntranslatedText.Marked,
            Statement = StatementPlace.End,
            Encoding = ExportRequest.Utf8,
            Translator = "김 & 리",
        };

        var parsed = ExportRequest.Parse(request.ToQuery());

        Assert.Equal(request.States, parsed.States);
        Assert.Equal(request with { States = parsed.States }, parsed);
        Assert.True(parsed.IsTranslationAlone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?untranslated=never&statement=99&encoding=klingon&states=dreamt")]
    public void Take_what_cannot_be_read_as_if_it_were_not_there(string query)
    {
        var parsed = ExportRequest.Parse(query).TranslationOptions();

        Assert.Equal((UntranslatedText.Source, StatementPlace.None, "", null), (parsed.Untranslated, parsed.Statement, parsed.Encoding, parsed.Translator));
    }

    [Fact]
    public void Hand_its_choices_to_the_translation_alone()
    {
        var options = ExportRequest.Parse("?format=translation&states=Draft&untranslated=empty&statement=head&translator=Ri").TranslationOptions();

        Assert.Equal([ShownState.Draft], options.States);
        Assert.Equal((UntranslatedText.Empty, StatementPlace.Head, "Ri"), (options.Untranslated, options.Statement, options.Translator));
    }
}
