using Workbench.Core.Languages.Korean.Romanization;
using Workbench.TestKit;

namespace Workbench.Core.Tests.Languages;

public sealed class RomanizerShould
{
    private static readonly Dictionary<string, RomanizationSystem> Columns = new(StringComparer.Ordinal)
    {
        ["dprk_formal_2012"] = RomanizationSystem.Dprk,
        ["dprk_formal_2002"] = RomanizationSystem.Dprk2002,
        ["dprk_press"] = RomanizationSystem.DprkPress,
        ["mr_initial_r_kept"] = RomanizationSystem.McCuneReischauer,
        ["mr_alalc"] = RomanizationSystem.McCuneReischauerAlaLc,
        ["rr_2000"] = RomanizationSystem.Revised,
        ["rr_2000_hyphen"] = RomanizationSystem.RevisedHyphenated,
    };

    public static TheoryData<string> Systems => [.. Columns.Keys];

    [Theory]
    [MemberData(nameof(Systems))]
    public void Write_every_name_with_marks_as_recorded(string column) => Assert.Equal([], Wrong(column, "markup"));

    [Theory]
    [MemberData(nameof(Systems))]
    public void Tell_names_and_units_apart_without_marks(string column) => Assert.Equal([], Wrong(column, "hangul_kp"));

    [Theory]
    [InlineData("rr_2000")]
    [InlineData("rr_2000_hyphen")]
    public void Read_the_spelling_of_the_South_alike(string column) => Assert.Equal([], Wrong(column, "hangul_kr"));

    /// <summary>Examples of the published rules, and of the tables that follow from them.</summary>
    [Theory]
    [InlineData("dprk", "조선로동당", "Josŏn Rodongdang")]
    [InlineData("rr", "조선로동당", "Joseon Nodongdang")]
    [InlineData("mr-alalc", "조선로동당", "Chosŏn Nodongdang")]
    [InlineData("dprk", "압록+강", "Amrokgang")]
    [InlineData("mr", "압록+강", "Amnok-kang")]
    [InlineData("dprk-press", "압록강", "Amnok")]
    [InlineData("dprk", "송림", "Songrim")]
    [InlineData("dprk", "닭섬", "Taksŏm")]
    [InlineData("dprk", "은률", "Ŭnryul")]
    [InlineData("mr", "은률", "Ŭllyul")]
    [InlineData("mr-alalc", "은률", "Ŭnyul")]
    [InlineData("rr", "은률", "Eunyul")]
    [InlineData("dprk-press", "은률", "Unryul")]
    [InlineData("mr", "덕흥-리", "Tŏkhŭng-ni")]
    [InlineData("mr", "영질-리", "Yŏngjil-li")]
    [InlineData("rr", "해돋이", "Haedoji")]
    [InlineData("rr", "같이", "Gachi")]
    [InlineData("mr", "같이", "Kach’i")]
    [InlineData("rr", "좋고", "Joko")]
    [InlineData("dprk", "앞언덕", "Ap-ŏndŏk")]
    [InlineData("rr", "묵호", "Mukho")]
    [InlineData("rr", "닭이", "Dalgi")]
    [InlineData("rr-hyphen", "한|복남", "Han Bok-nam")]
    [InlineData("rr", "한복남", "Han Boknam")]
    [InlineData("mr", "박|철원", "Pak Ch’ŏr-wŏn")]
    [InlineData("dprk", "기대산", "Kittaesan")]
    [InlineData("dprk", "새별", "Saeppyŏl")]
    [InlineData("dprk", "물곬", "Mulkol")]
    [InlineData("rr", "신문로", "Sinmunno")]
    [InlineData("dprk", "천리마", "Chŏllima")]
    [InlineData("dprk-press", "옥류", "Okryu")]
    [InlineData("dprk-press", "백룡", "Paekryong")]
    [InlineData("dprk-press", "철원", "Cholwon")]
    [InlineData("dprk-press", "장|성택", "Jang Song Thaek")]
    [InlineData("mr", "울산", "Ulsan")]
    [InlineData("mr", "쉰", "Shwin")]
    [InlineData("rr", "Hello, 평양! 2012", "Hello, Pyeongyang! 2012")]
    public void Write_the_examples_of_the_rules(string system, string hangul, string expected) =>
        Assert.Equal(expected, Romanizer.Romanize(hangul, RomanizationSystems.Find(system)!.Value));

    [Fact]
    public void Read_syllables_written_as_letters() =>
        Assert.Equal("Phyŏngyang", Romanizer.Romanize("평양".Normalize(System.Text.NormalizationForm.FormD), RomanizationSystem.Dprk));

    private static string[] Wrong(string column, string input) =>
        [.. from row in Vectors()
            let expected = row[column]
            where expected.Length > 0
            let written = Romanizer.Romanize(row[input], Columns[column])
            where written != expected
            select $"{row["id"]} {row[input]}: {written}, not {expected}"];

    private static IEnumerable<Dictionary<string, string>> Vectors()
    {
        var path = Path.Combine(Repository.Root, "tests", "Workbench.Core.Tests", "Languages", "romanization-vectors.csv");
        var lines = File.ReadAllLines(path).Select(Cells).ToArray();
        return lines[1..].Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>The columns that are compared come before the first quoted cell.</summary>
    private static string[] Cells(string line) => line.Split(',')[..12];
}
