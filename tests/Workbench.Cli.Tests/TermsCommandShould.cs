using System.CommandLine;
using System.Text.Json;
using Workbench.TestKit;

namespace Workbench.Cli.Tests;

public sealed class TermsCommandShould : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbench-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Find_the_terms_of_the_starter_glossary()
    {
        var (exit, output, _) = await Run("--text", "under the line of foreign trade", "--from", "en", "--to", "ko-KP", "--json");

        Assert.Equal(0, exit);
        Assert.Equal(
            """{"hits":[{"start":10,"length":4,"text":"line","concept":"NK0106","term":"line"},{"start":18,"length":13,"text":"foreign trade","concept":"NK0002","term":"foreign trade"}]}""",
            output.Trim());
    }

    [Fact]
    public async Task Take_a_table_with_languages_in_its_header()
    {
        var table = Given("g.csv", "concept_id,en,ko-KP,ko-KR\nX1,factory; works,공장,공장\nX2,IT,정보기술,정보 기술\n");

        var (exit, output, _) = await Run("--text", "making it IT-based, factories", "--from", "en", "--to", "ko-KP", "--glossary", table, "--json");

        Assert.Equal(0, exit);
        var hits = JsonDocument.Parse(output).RootElement.GetProperty("hits").EnumerateArray();
        Assert.Equal(
            [("X2", 10, 2, "IT"), ("X1", 20, 9, "factory")],
            hits.Select(hit => (
                hit.GetProperty("concept").GetString(), hit.GetProperty("start").GetInt32(), hit.GetProperty("length").GetInt32(), hit.GetProperty("term").GetString())));
    }

    [Fact]
    public async Task Read_the_sample_and_show_renderings_to_people()
    {
        var (exit, output, _) = await Run(Repository.Seed, "--from", "en", "--to", "ko-KP");

        Assert.Equal(0, exit);
        Assert.Contains("foreign trade  대외무역  [NK0002]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("broken.terms", "NK1", "glossary 1")]
    [InlineData("broken.csv", "note text\n1", "line 1")]
    [InlineData("broken.zip", "", "broken.zip")]
    public async Task Refuse_a_glossary_with_a_reason(string name, string content, string reason)
    {
        var (exit, _, error) = await Run("--text", "a", "--from", "en", "--to", "ko-KP", "--glossary", Given(name, content));

        Assert.Equal(1, exit);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from", "en")]
    [InlineData("--text", "a", "--from", "not a tag")]
    [InlineData("--text", "a", "--from", "en", "--to", "!")]
    public async Task Tell_wrong_usage(params string[] arguments) => Assert.Equal(2, (await Run(arguments)).Exit);

    private string Given(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await new RootCommand { new TermsCommand() }.Parse(["terms", .. arguments])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });

        return (exit, output.ToString(), error.ToString());
    }
}
