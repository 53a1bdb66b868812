using System.Text.Json;
using Workbench.Core.Languages.Juche;
using Workbench.TestKit;

namespace Workbench.Core.Tests.Languages;

public sealed class JucheDateTests
{
    public static TheoryData<string> Cases { get; } = [.. ReadCases().Select(item => item.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_the_dates_of_real_texts(string id)
    {
        var item = ReadCases().Single(item => item.GetProperty("id").GetString() == id);
        var text = item.GetProperty("text").GetString()!;
        var expected = item.GetProperty("dates").EnumerateArray().ToArray();

        var dates = JucheDate.Find(text);

        Assert.Equal(expected.Select(date => date.GetProperty("raw").GetString()), dates.Select(date => date.Span.Of(text)));
        foreach (var (wanted, date) in expected.Zip(dates))
        {
            Assert.Equal(wanted.GetProperty("ok").GetBoolean(), date.IsRight);
            Assert.Equal(wanted.TryGetProperty("kind", out var kind) && kind.GetString() == "period", date.IsPeriod);
            Assert.Equal(Text(wanted, "suspect") ?? "", date.Suspected);
            if (Number(wanted, "juche") is { } juche)
            {
                Assert.Equal(juche, date.Juche);
                Assert.Equal(Number(wanted, "gregorian"), date.Gregorian ?? date.Derived);
            }

            if (Number(wanted, "month") is { } month)
            {
                Assert.Equal((month, Number(wanted, "day")), (date.Month, date.Day));
            }
        }
    }

    [Theory]
    [InlineData("published on June 30, Juche 29 (1930)", false, 1940, 19)]
    [InlineData("주체８７（１９９８）년의 총진군", true, 1998, 87)]
    public void Offer_both_repairs_of_a_pair_that_disagrees(string text, bool right, int year, int juche)
    {
        var date = Assert.Single(JucheDate.Find(text));

        Assert.Equal((right, year, (int?)juche), (date.IsRight, date.Derived, date.DerivedJuche));
    }

    [Theory]
    [InlineData("새로운 주체100년대의 진군길에서")]
    [InlineData("the new Juche 100s")]
    [InlineData("the Juche 100-year history")]
    public void Leave_a_period_a_period(string text) => Assert.True(Assert.Single(JucheDate.Find(text)).IsPeriod);

    [Fact]
    public void Read_the_range_of_the_sample()
    {
        var dates = JucheDate.Find("(June Juche39(1950) - July Juche42(1953))");

        Assert.Equal([(39, 1950, 6), (42, 1953, 7)], dates.Select(date => (date.Juche, date.Gregorian ?? 0, date.Month ?? 0)));
    }

    [Fact]
    public void Add_1911_to_every_year()
    {
        for (var year = 1; year <= 200; year++)
        {
            Assert.True(Assert.Single(JucheDate.Find($"Juche {year} ({year + 1911})")).IsRight);
            Assert.False(Assert.Single(JucheDate.Find($"주체{year}({year + 1912})년")).IsRight);
        }
    }

    private static int? Number(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement[] ReadCases()
    {
        var path = Path.Combine(Repository.Root, "tests", "Workbench.Core.Tests", "Languages", "juche-date-cases.json");
        return [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("cases").EnumerateArray()];
    }
}
