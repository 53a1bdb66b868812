using System.Text;
using Workbench.Core.Languages;
using Workbench.Core.Segmentation;
using Workbench.Formats.Srx;

namespace Workbench.Formats.Tests.Srx;

public sealed class SrxFormatShould
{
    [Fact]
    public void Give_back_the_rules_it_wrote()
    {
        using var file = new MemoryStream();

        SrxFormat.Write(WorkbenchRules.All, file);
        file.Position = 0;
        var read = SrxFormat.Read(file).Value;

        Assert.Equal(WorkbenchRules.All.Cascade, read.Cascade);
        Assert.Equal(WorkbenchRules.All.Maps, read.Maps);
        Assert.Equal(
            WorkbenchRules.All.LanguageRules.SelectMany(language => language.Rules),
            read.LanguageRules.SelectMany(language => language.Rules));
    }

    [Fact]
    public void Read_version_1_without_a_namespace()
    {
        var rules = Read("""
            <srx version="1.0"><header/><body><languagerules><languagerule languagerulename="x">
            <rule><beforebreak>[.]</beforebreak></rule></languagerule></languagerules>
            <maprules><maprule maprulename="d"><languagemap languagepattern=".*" languagerulename="x"/></maprule></maprules></body></srx>
            """).Value;

        Assert.Equal(new SegmentationRule(true, "[.]", ""), Assert.Single(Assert.Single(rules.LanguageRules).Rules));
    }

    [Theory]
    [InlineData("<srx", "srx-not-xml")]
    [InlineData("<tmx/>", "srx-other-root")]
    [InlineData("<srx/>", "srx-no-rules")]
    [InlineData("<srx><languagerule languagerulename='a'/><languagemap languagepattern='.*' languagerulename='b'/></srx>", "srx-unknown-rule")]
    public void Refuse_what_is_no_rules_file_and_say_why(string xml, string code) =>
        Assert.Equal(code, Assert.Single(Read(xml).Problems).Code);

    [Fact]
    public void Read_and_compile_the_rule_sets_of_other_tools()
    {
        foreach (var path in Directory.EnumerateFiles(Conformance.File("srx"), "*.srx", SearchOption.AllDirectories))
        {
            using var file = File.OpenRead(path);
            var rules = SrxFormat.Read(file).Value;

            Assert.True(Segmenter.Of(rules, LanguageTag.English).Problems.IsEmpty, $"{path}: {string.Join('\n', Segmenter.Of(rules, LanguageTag.English).Problems)}");
        }
    }

    [Fact]
    public void Write_back_equal_the_rule_sets_of_other_tools()
    {
        foreach (var path in Directory.EnumerateFiles(Conformance.File("srx"), "*.srx", SearchOption.AllDirectories))
        {
            using var file = File.OpenRead(path);
            var rules = SrxFormat.Read(file).Value;
            using var written = new MemoryStream();

            SrxFormat.Write(rules, written);
            written.Position = 0;
            var again = SrxFormat.Read(written);

            Assert.Empty(again.Problems);
            Assert.Equal((rules.Cascade, path), (again.Value.Cascade, path));
            Assert.Equal(rules.Maps, again.Value.Maps);
            Assert.Equal(rules.LanguageRules.Select(language => language.Name), again.Value.LanguageRules.Select(language => language.Name));
            Assert.Equal(rules.LanguageRules.SelectMany(language => language.Rules), again.Value.LanguageRules.SelectMany(language => language.Rules));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko-KP")]
    [InlineData("ja")]
    [InlineData("de")]
    [InlineData("da")]
    [InlineData("nl")]
    [InlineData("sv")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("pt")]
    [InlineData("it")]
    [InlineData("pl")]
    [InlineData("ru")]
    [InlineData("bg")]
    [InlineData("el")]
    [InlineData("hy")]
    [InlineData("ar")]
    [InlineData("zh")]
    public void Ship_rules_that_can_all_be_read(string language) =>
        Assert.Empty(WorkbenchRules.SegmenterFor(LanguageTag.Of(language)).Problems);

    private static Core.Problems.Result<SegmentationRules> Read(string xml) =>
        SrxFormat.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
}
