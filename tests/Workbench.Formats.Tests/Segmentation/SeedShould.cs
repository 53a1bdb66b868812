using System.Text.Json;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Segmentation;
using Workbench.Core.Text;
using Workbench.Formats.PlainText;
using Workbench.TestKit;

namespace Workbench.Formats.Tests.Segmentation;

public sealed class SeedShould
{
    private static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Workbench.Formats.Tests", "Segmentation", "seed-segmentation.json"))).RootElement;

    private readonly string _text = File.ReadAllText(Repository.Seed);

    [Fact]
    public void Come_out_as_its_25_segments()
    {
        var expected = Expected.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("text").GetString());

        Assert.Equal(expected, Cutting.Segments(_text, "en"));
    }

    [Fact]
    public void Have_its_broken_sentence_joined_by_a_mark_that_keeps_what_was_there()
    {
        var unit = Cutting.Units(_text, "en")[^1];

        var seam = Assert.Single(unit.Text.Codes);
        Assert.True(SeamRepair.IsSeam(seam) && seam.CanDelete);
        Assert.Equal(" ", seam.Reads);
        Assert.Equal(["39", "41"], unit.Parts);
        Assert.Equal("\u00A0\n\n", unit.OriginalData[seam.DataRef]);
        Assert.Equal("41", SeamRepair.PartAfter(seam));
    }

    [Fact]
    public void Have_its_label_and_its_title_as_headings()
    {
        var kinds = Cutting.Units(_text, "en").Select(unit => unit.Kind).ToList();

        Assert.Equal(20, kinds.Count);
        Assert.Equal([UnitKind.Heading, UnitKind.Heading], kinds.Take(2));
        Assert.All(kinds.Skip(2), kind => Assert.Equal(UnitKind.Paragraph, kind));
    }

    [Fact]
    public async Task Come_back_byte_for_byte_with_every_unit_written_as_its_source()
    {
        var bytes = await File.ReadAllBytesAsync(Repository.Seed, TestContext.Current.CancellationToken);
        var units = Cutting.Units(_text, "en").Select(unit => new TranslatedUnit(unit.Parts, unit.Text));
        using var output = new MemoryStream();

        await new PlainTextFormat().WriteAsync(new MemoryStream(bytes), new ReadOptions { Encoding = "utf-8" }, new DocumentTranslation([.. units]), output, TestContext.Current.CancellationToken);

        Assert.Equal(bytes, output.ToArray());
    }

    [Fact]
    public async Task Come_back_byte_for_byte_when_its_seam_is_undone()
    {
        var bytes = await File.ReadAllBytesAsync(Repository.Seed, TestContext.Current.CancellationToken);
        var repaired = Cutting.Units(_text, "en")[^1];
        var document = new DocumentId("document");
        var unit = new Unit { Id = new UnitId("unit"), DocumentId = document, Index = 0, Parts = repaired.Parts, OriginalData = repaired.OriginalData };
        var joined = new Segment { Id = new SegmentId("segment"), DocumentId = document, UnitId = unit.Id, Position = 0, Source = repaired.Text };
        var (first, second) = Seams.Split(joined, unit, 1, DateTimeOffset.UnixEpoch);
        using var output = new MemoryStream();

        await new PlainTextFormat().WriteAsync(
            new MemoryStream(bytes),
            new ReadOptions { Encoding = "utf-8" },
            new DocumentTranslation([new TranslatedUnit(unit.Parts, InlineText.Of(first.Source.Text + first.Trailing + second.Source.Text + second.Trailing))]),
            output,
            TestContext.Current.CancellationToken);

        Assert.Equal("\u00A0\n\n", first.Trailing);
        Assert.Equal(bytes, output.ToArray());
    }

    [Theory]
    [InlineData("Policy & Law\n\nImmortal Exploits Performed for Trade\n\nThe country trades.", 3)]
    [InlineData("under the sagacious leadership of\n\nthe great leader Comrades Kim Il Sung and Kim Jong Il, the government did it.", 1)]
    [InlineData("He praised the revolutionary leadership of\n\nKim Jong Un creating models.", 1)]
    [InlineData("This is a sentence\ncut off in the middle.", 1)]
    [InlineData("features\ncontact manager\nevents, activities\n", 3)]
    [InlineData("This is the first line of it.\nand this begins small", 2)]
    [InlineData("There are the following points\na) the first", 2)]
    public void Be_joined_by_rules_that_leave_headings_and_lists_apart(string text, int units) =>
        Assert.Equal(units, Cutting.Units(text, "en").Length);

    [Theory]
    [InlineData("오늘 우리 인민은 위대한 수령\u00A0\n\n김일성동지의 유훈을 관철하고있다.", 1)]
    [InlineData("손잡아 이끌어주신\n\n위대한 수령 김일성동지의 현명한 령도를 길이 빛내인다.", 1)]
    [InlineData("조선로동당 총비서동지\n께서는 말씀하시였다.", 1)]
    [InlineData("불멸의 업적\n\n위대한 수령 김일성동지께서는 말씀하시였다.", 2)]
    [InlineData("인민은 전진한다.\n경애하는 김정은동지께서 말씀하시였다.", 2)]
    public void Be_joined_at_korean_seams_too(string text, int units) =>
        Assert.Equal(units, Cutting.Units(text, "ko-KP").Length);

    [Fact]
    public void Be_flagged_where_a_leaders_name_seems_to_have_dropped_out()
    {
        var repaired = SeamRepair.Repair(Cutting.Read("손잡아 이끌어주신\n\n주체60(1971)년 봄이였다.").Units, Core.Languages.LanguageTag.KoreanNorth);

        Assert.Equal("import-name-missing", Assert.Single(repaired.Warnings).Code);
    }

    [Fact]
    public void Keep_the_codes_of_both_sides_apart_when_blocks_are_joined()
    {
        var bold = new InlineCode { Id = "1", Kind = InlineCodeKind.Placeholder, Offset = 0, DataRef = "d1" };
        ReadUnit[] blocks =
        [
            new() { Part = "a", Text = InlineText.Of("He followed the line of", bold), Separator = "\n", OriginalData = Data("x") },
            new() { Part = "b", Text = InlineText.Of("the leader.", bold), OriginalData = Data("y") },
        ];

        var unit = Assert.Single(SeamRepair.Repair([.. blocks], Core.Languages.LanguageTag.English).Units);

        Assert.Equal(["1", "2", "3"], unit.Text.Codes.Select(code => code.Id));
        Assert.Equal(["x", "\n", "y"], unit.Text.Codes.Select(code => unit.OriginalData[code.DataRef]));
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, string> Data(string value) =>
        System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("d1", value);
}
