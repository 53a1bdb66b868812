using System.Text;
using System.Text.Json;
using Workbench.TestKit;

namespace Workbench.Cli.Tests;

public sealed class SegmentCommandShould : IDisposable
{
    private const string Rules = """
        <?xml version="1.0"?>
        <srx xmlns="http://www.lisa.org/srx20" version="2.0">
          <header segmentsubflows="yes" cascade="no"/>
          <body>
            <languagerules><languagerule languagerulename="all"><rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule></languagerule></languagerules>
            <maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules>
          </body>
        </srx>
        """;

    private readonly WorkbenchProgram _workbench = new();

    public void Dispose() => _workbench.Dispose();

    [Fact]
    public async Task Cut_the_sample_into_its_25_segments()
    {
        var answer = await _workbench.RunAsync("segment", Repository.Seed, "--from", "en", "--json");

        Assert.Equal(0, answer.Exit);
        var segments = SourcesIn(answer);
        Assert.Equal(25, segments.Count);
        Assert.Equal("Policy & Law", segments[0]);
        Assert.StartsWith("Today, following the line of the respected Comrade", segments[24], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_by_the_rules_of_a_file()
    {
        var text = _workbench.Given("a.txt", "\uFEFFOne. Still one; two.\r\nThree."u8.ToArray());
        var rules = _workbench.Given("own.srx", Encoding.UTF8.GetBytes(Rules));

        var answer = await _workbench.RunAsync("segment", "--rules", rules, "--json", "--from", "en", text);

        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal(["One. Still one;", "two.", "Three."], SourcesIn(answer));
    }

    [Theory]
    [InlineData("<srx", "own.srx")]
    [InlineData("<tmx/>", "not an SRX file")]
    public async Task Refuse_rules_that_cannot_be_read_and_say_why(string rules, string reason)
    {
        var text = _workbench.Given("a.txt", "One."u8.ToArray());

        var answer = await _workbench.RunAsync("segment", text, "--from", "en", "--rules", _workbench.Given("own.srx", Encoding.UTF8.GetBytes(rules)));

        Assert.Equal((1, ""), (answer.Exit, answer.Output));
        Assert.Contains(reason, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "segment")]
    [InlineData(2, "segment", "no-such-file.txt", "--from", "not a tag")]
    [InlineData(1, "segment", "no-such-file.txt", "--from", "en")]
    public async Task Say_what_is_wrong_with_the_call(int expected, params string[] arguments)
    {
        var answer = await _workbench.RunAsync(arguments);

        Assert.Equal(expected, answer.Exit);
        Assert.NotEmpty(answer.Error);
    }

    private static List<string?> SourcesIn(Answer answer) =>
        [.. JsonDocument.Parse(answer.Output).RootElement.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("source").GetString())];
}
