using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Core.Tests.Terminology;

public sealed class GlossaryTextTests
{
    [Fact]
    public void Keep_every_field_of_an_entry()
    {
        var entry = new ConceptEntry
        {
            Id = new(""),
            GlossaryId = new(""),
            ConceptId = "#odd id:1",
            SubjectField = "trade",
            Definition = "Two\nlines, a \\ and a tab\t.",
            DefinitionSource = " edge spaces ",
            DefinitionReliability = Reliability.Medium,
            Note = "note: with a colon",
            Source = "a source",
            References = [new(ReferenceKind.SucceededBy, "NK 2", "From 2012."), new(ReferenceKind.Related, "NK3")],
            Properties = [new("slug", "x"), new("a = b", " c = d ")],
            Languages =
            [
                new(LanguageTag.English,
                [
                    new TermSection
                    {
                        Text = "making … modern",
                        PartOfSpeech = "vn",
                        Type = TermType.Phrase,
                        Status = AdministrativeStatus.Superseded,
                        ProcessStatus = ProcessStatus.Proposed,
                        Wording = Wording.Literal,
                        CaseSensitive = true,
                        ValidFrom = new PartialDate("1998"),
                        ValidTo = new PartialDate("2012-02"),
                        Hanja = "漢字",
                        Context = "In a sentence.",
                        ContextSource = "a text",
                        UsageNote = "a note",
                        Source = "somewhere",
                        Reliability = Reliability.High,
                        Attestation = "n=1",
                        Properties = [new("grammar", "plural")],
                    },
                    new TermSection { Text = "second" },
                ]),
                new(LanguageTag.Of("zh-Hant-TW"), [new TermSection { Text = "漢字 " }]),
            ],
        };

        var read = GlossaryText.Read(GlossaryText.Write([entry])).Value.Entries;

        Assert.Equivalent(entry, Assert.Single(read), strict: true);
        Assert.Equal(GlossaryText.Write(entry), GlossaryText.Write(read[0]));
    }

    [Theory]
    [InlineData("NK1", "glossary-header", 1)]
    [InlineData("", "glossary-header", 1)]
    [InlineData("glossary 1\n  en: a", "glossary-line", 2)]
    [InlineData("glossary 1\nNK1\n  en: a\n   note: b", "glossary-line", 4)]
    [InlineData("glossary 1\nNK1\n    note: b", "glossary-line", 3)]
    [InlineData("glossary 1\nNK1\n  en:a", "glossary-line", 3)]
    [InlineData("glossary 1\nNK1\n  colour: red", "glossary-key", 3)]
    [InlineData("glossary 1\nNK1\n  en: a\n    colour: red", "glossary-key", 4)]
    [InlineData("glossary 1\nNK1\n  en: a\n    status: lovely", "glossary-value", 4)]
    [InlineData("glossary 1\nNK1\n  en: a\n    valid-from: May 2012", "glossary-value", 4)]
    [InlineData("glossary 1\nNK1\n  en:  ", "glossary-value", 3)]
    [InlineData("glossary 1\nNK1\n  property: slug", "glossary-value", 3)]
    [InlineData("glossary 1\nNK1\n  note: a\n  note: b", "glossary-duplicate-key", 4)]
    [InlineData("glossary 1\n\n# comment\nNK1\n  en: a\nNK1\n  en: b", "glossary-duplicate-concept", 6)]
    public void Say_what_is_wrong_and_in_which_line(string text, string code, int line)
    {
        var problem = Assert.Single(GlossaryText.Read(text, "trade.terms").Problems);

        Assert.Equal(code, problem.Code);
        Assert.Equal((line, "trade.terms"), (problem.Place!.Value.Line, problem.Place.Value.Part));
    }

    [Fact]
    public void Tell_all_problems_at_once()
    {
        var problems = GlossaryText.Read("glossary 1\nNK1\n  colour: red\n  en: a\n    status: lovely\n").Problems;

        Assert.Equal([3, 5], problems.Select(problem => problem.Place!.Value.Line));
    }

    [Fact]
    public void Refuse_a_concept_that_stands_in_two_files()
    {
        var problem = Assert.Single(GlossaryText.ReadAll([("a", "glossary 1\nNK1\n  en: a"), ("b", "glossary 1\nNK1\n  en: a")]).Problems);

        Assert.Equal("glossary-duplicate-concept", problem.Code);
        Assert.Equal("b", problem.Place!.Value.Part);
    }

    [Fact]
    public void Read_Windows_line_ends_and_a_byte_order_mark()
    {
        var entry = Assert.Single(GlossaryText.Read("\uFEFFglossary 1\r\nNK1\r\n  en: a\r\n").Value.Entries);

        Assert.Equal("a", entry.TermsIn(LanguageTag.English).Single().Text);
    }
}
