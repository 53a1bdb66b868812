using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CsCheck;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Text;
using Workbench.Formats.Xliff;
using Workbench.Formats.Xml;
using Workbench.TestKit;

namespace Workbench.Formats.Tests.Xliff;

public sealed class XliffFormatShould
{
    private static readonly XNamespace Core = XliffVocabulary.Core;
    private static readonly XNamespace Glossary = XliffVocabulary.Glossary;
    private static readonly XNamespace Metadata = XliffVocabulary.Metadata;

    [Fact]
    public void Write_segments_with_their_states_and_the_space_between_them()
    {
        var file = Written(BilingualSamples.Document(
            (InlineText.Of("One."), InlineText.Of("하나."), " "), (InlineText.Of("Two."), InlineText.Empty, "")));

        var unit = file.Descendants(Core + "unit").Single();
        Assert.Equal(["segment", "ignorable", "segment"], unit.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("translated", (string?)unit.Elements(Core + "segment").First().Attribute("state"));
        Assert.Equal(" ", unit.Element(Core + "ignorable")!.Element(Core + "source")!.Value);
        Assert.Equal("initial", (string?)unit.Elements(Core + "segment").Last().Attribute("state"));
        Assert.Null(unit.Elements(Core + "segment").Last().Element(Core + "target"));
        Assert.Equal(("en", "ko-KP"), ((string?)file.Attribute("srcLang"), (string?)file.Attribute("trgLang")));
    }

    [Fact]
    public void Tell_a_draft_apart()
    {
        var document = BilingualSamples.Document((InlineText.Of("One."), InlineText.Of("하나"), ""));
        var draft = document.Rows[0].Segment with { State = SegmentState.Initial };

        var file = Written(document with { Rows = [document.Rows[0] with { Segment = draft }] });

        Assert.Equal("wb:draft", (string?)file.Descendants(Core + "segment").Single().Attribute("subState"));
    }

    [Fact]
    public void Say_that_it_is_a_translation_and_not_the_publishers_Korean_text()
    {
        var file = Written(BilingualSamples.Document((InlineText.Of("One."), InlineText.Of("하나."), "")));

        var facts = file.Descendants(Metadata + "meta").ToLookup(meta => (string)meta.Attribute("type")!, meta => meta.Value);
        Assert.Equal("Foreign Trade & Co", facts["title"].Single());
        Assert.Equal("2010-01-01", facts["date"].Single());
        Assert.Equal("A translator", facts["translator"].Single());
        Assert.Equal("official", facts["wording"].Single());
        Assert.Equal(3, facts["statement"].Count());
        Assert.Equal(facts["statement"], file.Descendants(Core + "note").Select(note => note.Value));
    }

    [Fact]
    public void Leave_unverified_renderings_out_unless_they_are_wanted()
    {
        var document = BilingualSamples.Document((InlineText.Of("foreign trade"), InlineText.Of("대외무역"), "")).WithNotesAndTerms();

        var without = Written(document);
        var with = Written(document, new BilingualOptions { WithUnverified = true });

        Assert.Equal(["대외무역"], without.Descendants(Glossary + "translation").Select(translation => translation.Value));
        Assert.Empty(without.Descendants(Glossary + "definition"));
        Assert.Equal("무역", with.Descendants(Glossary + "translation").Last().Value);
        Assert.Equal("unverified", (string?)with.Descendants(Glossary + "translation").Last().Attribute(XName.Get("reliability", XliffVocabulary.Own)));
        Assert.Contains("Check <this>.", without.Descendants(Core + "note").Select(note => note.Value));
    }

    [Fact]
    public void Write_a_seam_as_a_code_that_reads_as_a_space()
    {
        var seam = new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = 3, Reads = " ", DataRef = "seam", Type = "wb:seam" };
        var document = BilingualSamples.Document(
            ImmutableDictionary<string, string>.Empty.Add("seam", "\r\n\r\n"), (InlineText.Of("the leader", seam), InlineText.Empty, ""));

        var source = Written(document).Descendants(Core + "source").Single();

        Assert.Equal("theleader", source.Value);
        Assert.Equal(" ", (string?)source.Element(Core + "ph")!.Attribute("equiv"));
        Assert.Equal("\r\n\r\n", source.Document!.Descendants(Core + "data").Single().Value);
    }

    [Fact]
    public void Write_what_XML_cannot_carry_as_code_points()
    {
        var source = Written(BilingualSamples.Document((InlineText.Of("a\u001Bb"), InlineText.Empty, ""))).Descendants(Core + "source").Single();

        Assert.Equal("001B", (string?)source.Element(Core + "cp")!.Attribute("hex"));
    }

    [Fact]
    public void Allow_in_XLIFFs_eyes_what_the_target_left_out()
    {
        var code = new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = 0 };
        var missing = Written(BilingualSamples.Document((InlineText.Of("a", code), InlineText.Of("가"), "")));
        var present = Written(BilingualSamples.Document((InlineText.Of("a", code), InlineText.Of("가", code), "")));

        Assert.Null(missing.Descendants(Core + "ph").Single().Attribute("canDelete"));
        Assert.All(present.Descendants(Core + "ph"), element => Assert.Equal("no", (string?)element.Attribute("canDelete")));
    }

    [Fact]
    public void Write_a_file_even_when_no_segment_is_wanted()
    {
        var file = Written(BilingualSamples.Document());

        Assert.Empty(Errors(file.Document!.ToString(), XliffSchemas.Load()));
    }

    [Fact]
    public void Carry_every_text_and_code_in_a_valid_file()
    {
        var schemas = XliffSchemas.Load();
        var text = Samples.InlineOf(Samples.AnyText);

        Gen.Select(text, text, text, text, Samples.AnyText).Sample((first, second, third, fourth, trailing) =>
        {
            (InlineText Source, InlineText Target, string Trailing)[] segments = [(first, second, trailing), (Renamed(third), Renamed(fourth), "")];

            var written = Text(BilingualSamples.Document(segments).WithNotesAndTerms(), new BilingualOptions());

            Assert.Empty(Errors(written, schemas));
            var file = Parsed(written);
            AssertCoreConstraints(file);
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            Assert.Equal(segments.Select(segment => segment.Source),
                file.Descendants(Core + "segment").Select(segment => XliffContent.Read(segment.Element(Core + "source")!, names)));
            names.Clear();
            Assert.Equal(segments.Select(segment => segment.Target),
                file.Descendants(Core + "segment").Select(segment => XliffContent.Read(segment.Element(Core + "target")!, names)));
            Assert.Equal(trailing, string.Concat(file.Descendants(Core + "ignorable").Select(ignorable =>
                XliffContent.Read(ignorable.Element(Core + "source")!, names).Text)));
        }, iter: 400);
    }

    [Fact]
    public void Number_a_code_anew_that_a_target_repeats()
    {
        var code = new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = 0 };
        var target = InlineText.Of("가", code, code with { Offset = 1 });

        var file = Written(BilingualSamples.Document((InlineText.Of("a", code), target, "")));

        AssertCoreConstraints(file);
        var read = XliffContent.Read(file.Descendants(Core + "target").Single(), new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.Equal(target, read);
        Assert.Equal("1", (string?)file.Descendants(Core + "target").Single().Elements().Last().Attribute("copyOf"));
    }

    [Fact]
    public async Task Satisfy_xmllint()
    {
        var xmllint = ExternalTool.Require("xmllint");
        using var folder = new TemporaryFolder();
        var driver = XliffSchemas.Driver(folder.Path);
        var file = folder.File("sample.xlf");
        var document = BilingualSamples.Document(
            (InlineText.Of("foreign trade"), InlineText.Of("대외무역"), "\n"), (InlineText.Of("x\u0002"), InlineText.Empty, "")).WithNotesAndTerms();
        await File.WriteAllTextAsync(file, Text(document, new BilingualOptions { WithUnverified = true }), TestContext.Current.CancellationToken);

        var run = await xmllint.RunAsync(TimeSpan.FromMinutes(1), "--nonet", "--noout", "--schema", driver, file);

        Assert.True(run.ExitCode == 0, run.Output);
    }

    // What the schema cannot say (2.1, section 4: constraints of id, startRef, isolated, dataRef, state and subState).
    private static void AssertCoreConstraints(XElement file)
    {
        foreach (var unit in file.Descendants(Core + "unit"))
        {
            var data = unit.Descendants(Core + "data").Select(element => (string)element.Attribute("id")!).ToHashSet();
            var segments = unit.Elements().Attributes("id").Select(id => id.Value).Where(id => !id.StartsWith('n')).ToArray();
            foreach (var side in new[] { "source", "target" })
            {
                var codes = unit.Descendants(Core + side).Descendants().Where(element => element.Name != Core + "cp").ToArray();
                var ids = codes.Attributes("id").Select(id => id.Value).ToArray();
                Assert.Equal(ids.Length + segments.Length, ids.Concat(segments).Distinct().Count());
                var starts = codes.Where(code => code.Name == Core + "sc" && code.Attribute("isolated") is null)
                    .Select(code => (string?)code.Attribute("id")).ToArray();
                Assert.Equal(starts.Order(), codes.Attributes("startRef").Select(reference => (string?)reference.Value).Order());
                Assert.All(codes.Attributes("dataRef").Select(reference => reference.Value), reference => Assert.Contains(reference, data));
                Assert.All(codes.Attributes("copyOf").Select(reference => reference.Value), reference => Assert.Contains(reference, ids));
            }
        }

        Assert.All(file.Descendants(Core + "segment"), segment =>
        {
            Assert.True(segment.Attribute("subState") is null || segment.Attribute("state") is not null);
            Assert.True((string?)segment.Attribute("state") == "initial" || segment.Element(Core + "target") is not null);
        });
    }

    // Codes are unique in a unit: the second segment's have other names.
    private static InlineText Renamed(InlineText text) =>
        InlineText.Of(text.Text, [.. text.Codes.Select(code => code with { Id = "second " + code.Id })]);

    private static XElement Written(BilingualDocument document, BilingualOptions? options = null) =>
        Parsed(Text(document, options ?? new BilingualOptions()));

    private static string Text(BilingualDocument document, BilingualOptions options)
    {
        using var output = new MemoryStream();
        new XliffFormat().WriteAsync(document, options, output, CancellationToken.None).AsTask().GetAwaiter().GetResult();

        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static XElement Parsed(string text)
    {
        using var reader = SafeXml.CreateReader(new StringReader(text));

        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    private static List<string> Errors(string text, XmlSchemaSet schemas)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { Schemas = schemas, ValidationType = ValidationType.Schema };
        settings.ValidationEventHandler += (_, found) => errors.Add(found.Message);
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (reader.Read())
        {
        }

        return errors;
    }
}
