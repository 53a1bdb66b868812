using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Core.Text;
using Workbench.Formats.Tmx;
using Workbench.TestKit;

namespace Workbench.Formats.Tests.Tmx;

public sealed class TmxBilingualFormatShould
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hold_the_confirmed_segments_and_say_what_they_are()
    {
        var document = BilingualSamples.Document(
            (InlineText.Of("One."), InlineText.Of("하나."), ""), (InlineText.Of("Two."), InlineText.Empty, "")).WithNotesAndTerms();

        var (header, units) = await Read(await Written(document));

        var unit = Assert.Single(units);
        Assert.Equal(["One.", "하나."], unit.Variants.Select(variant => variant.Text.Text));
        Assert.Equal("Check <this>.", Assert.Single(unit.Notes).Text);
        Assert.Equal(3, header.Notes.Length);
        Assert.Contains(header.Properties, property => property is { Type: "x-wb-publication-title", Value: "Foreign Trade & Co" });
        Assert.Contains(header.Attributes, attribute => attribute is { Type: "creationid", Value: "A translator" });
    }

    [Fact]
    public async Task Note_on_the_unit_that_characters_were_replaced()
    {
        var (_, units) = await Read(await Written(BilingualSamples.Document((InlineText.Of("a\u0001"), InlineText.Of("가\u0002"), ""))));

        Assert.Contains(Assert.Single(units).Properties, property => property is { Type: "x-wb-replaced-characters", Value: "2" });
    }

    [Fact]
    public async Task Satisfy_the_DTD_in_xmllint()
    {
        var dtd = Conformance.File("tmx", "schemas", "tmx14.dtd");
        var xmllint = ExternalTool.Require("xmllint");
        using var folder = new TemporaryFolder();
        var file = folder.File("memory.tmx");
        await File.WriteAllBytesAsync(file, await Written(GivenADocumentWithCodes()), Cancellation);

        var run = await xmllint.RunAsync(TimeSpan.FromMinutes(1), "--nonet", "--noout", "--dtdvalid", dtd, file);

        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public async Task Translate_a_text_in_OmegaT()
    {
        var omegat = ExternalTool.Require("omegat");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("omegat.project"), Project, Cancellation);
        await File.WriteAllTextAsync(folder.File("source", "text.txt"), "Foreign trade of the DPRK\n\nNever translated\n", Cancellation);
        await File.WriteAllBytesAsync(folder.File("tm", "auto", "ours.tmx"), await Written(GivenADocumentWithCodes()), Cancellation);
        foreach (var needed in new[] { "target", "glossary", "dictionary", "omegat" })
        {
            folder.File(needed, ".keep");
        }

        var run = await omegat.RunAsync(TimeSpan.FromMinutes(3),
            folder.Path, "--mode=console-translate", "--disable-project-locking", "--no-team", $"--config-dir={folder.Folder("config")}");

        var target = folder.File("target", "text.txt");
        Assert.True(run.ExitCode == 0 && File.Exists(target), run.Output);
        Assert.Equal("조선민주주의인민공화국의 대외무역\n\nNever translated\n", (await File.ReadAllTextAsync(target, Cancellation)).ReplaceLineEndings("\n"));
    }

    private const string Project = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <omegat>
          <project version="1.0">
            <source_dir>__DEFAULT__</source_dir>
            <target_dir>__DEFAULT__</target_dir>
            <tm_dir>__DEFAULT__</tm_dir>
            <glossary_dir>__DEFAULT__</glossary_dir>
            <glossary_file>__DEFAULT__</glossary_file>
            <dictionary_dir>__DEFAULT__</dictionary_dir>
            <source_lang>EN</source_lang>
            <target_lang>KO-KP</target_lang>
            <sentence_seg>false</sentence_seg>
            <support_default_translations>true</support_default_translations>
            <remove_tags>false</remove_tags>
          </project>
        </omegat>
        """;

    private static BilingualDocument GivenADocumentWithCodes()
    {
        var start = new InlineCode { Id = "1", Kind = InlineCodeKind.Start, Offset = 0, DataRef = "b", Type = "fmt" };
        var end = new InlineCode { Id = "1", Kind = InlineCodeKind.End, Offset = 2, DataRef = "e" };
        var seam = new InlineCode { Id = "2", Kind = InlineCodeKind.Placeholder, Offset = 2, Reads = " " };

        return BilingualSamples.Document(
            ImmutableDictionary<string, string>.Empty.Add("b", "<b>").Add("e", "</b>"),
            (InlineText.Of("Foreign trade of the DPRK"), InlineText.Of("조선민주주의인민공화국의 대외무역"), ""),
            (InlineText.Of("ab c", start, end, seam), InlineText.Of("가나 다", start, end, seam), "")).WithNotesAndTerms();
    }

    private static async Task<byte[]> Written(BilingualDocument document)
    {
        using var output = new MemoryStream();
        await new TmxBilingualFormat().WriteAsync(document, new BilingualOptions(), output, Cancellation);

        return output.ToArray();
    }

    private static async Task<(MemoryHeader Header, List<MemoryUnit> Units)> Read(byte[] file)
    {
        var opened = await new TmxMemoryFormat().OpenAsync(new MemoryStream(file), new ReadOptions(), Cancellation);
        var units = new List<MemoryUnit>();
        await foreach (var unit in opened.Value.Units.WithCancellation(Cancellation))
        {
            units.Add(unit.Value);
        }

        return (opened.Value.Header, units);
    }
}
