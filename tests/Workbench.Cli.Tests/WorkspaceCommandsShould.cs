using System.Text;
using System.Text.Json;
using Workbench.Storage;
using Workbench.TestKit;

namespace Workbench.Cli.Tests;

/// <summary><c>import</c>, <c>export</c> and <c>stats</c>, which share a workspace.</summary>
public sealed class WorkspaceCommandsShould : IDisposable
{
    private readonly WorkbenchProgram _workbench = new();

    public void Dispose() => _workbench.Dispose();

    [Fact]
    public async Task Import_the_sample_count_it_and_give_it_back_byte_for_byte()
    {
        var imported = await _workbench.RunAsync("import", "--to", "ko-KP", Repository.Seed, "--from", "en", "--json", "--project", "Trade");
        var stats = await _workbench.RunAsync("stats", "--json");
        var export = await _workbench.RunAsync("export", Path.GetFileName(Repository.Seed), "--output", _workbench.PathOf("back.txt"));

        Assert.Equal((0, 0, 0), (imported.Exit, stats.Exit, export.Exit));
        var document = Assert.Single(JsonDocument.Parse(imported.Output).RootElement.GetProperty("documents").EnumerateArray());
        Assert.Equal(25, document.GetProperty("segments").GetInt32());
        var counted = Assert.Single(JsonDocument.Parse(stats.Output).RootElement.GetProperty("documents").EnumerateArray());
        Assert.Equal(("Trade", 25), (counted.GetProperty("project").GetString(), counted.GetProperty("all").GetProperty("segments").GetInt32()));
        Assert.Equal(25, counted.GetProperty("states").GetProperty("not-started").GetProperty("segments").GetInt32());
        Assert.True(counted.GetProperty("all").GetProperty("words").GetInt32() > 500);
        Assert.Equal(await File.ReadAllBytesAsync(Repository.Seed, TestContext.Current.CancellationToken), File.ReadAllBytes(_workbench.PathOf("back.txt")));
    }

    [Fact]
    public async Task Export_every_format_under_a_name_that_says_what_it_is()
    {
        await GivenAnImport("a.txt", "\uFEFFForeign trade.\r\nTwo.");
        var folder = Directory.CreateDirectory(_workbench.PathOf("out")).FullName;

        foreach (var format in (string[])["docx", "html", "xlsx", "csv", "xliff", "tmx", "translation"])
        {
            var answer = await _workbench.RunAsync("export", "--format", format, "a.txt", "--output", folder);
            Assert.True(answer.Exit == 0, $"{format}: {answer.Error}");
            Assert.True(File.Exists(answer.Output.Trim()), answer.Output);
        }

        Assert.Equal(
            [".csv", ".docx", ".html", ".tmx", ".txt", ".xlf", ".xlsx"],
            Directory.GetFiles(folder).Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(folder), file => Assert.StartsWith("a - ", Path.GetFileName(file), StringComparison.Ordinal));
        Assert.Contains("NK0002", File.ReadAllText(Directory.GetFiles(folder, "*.html").Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_the_translation_alone_to_the_output_with_what_is_wanted()
    {
        await GivenAnImport("a.txt", "\uFEFFOne.\r\nTwo.\r\n");

        var marked = await _workbench.RunAsync("export", "a.txt", "--output", "-", "--untranslated", "marked", "--statement", "end", "--translator", "Kim");

        Assert.Equal(0, marked.Exit);
        Assert.StartsWith("[not translated: One.]\r\n[not translated: Two.]\r\n\r\na.txt\r\n", marked.Output.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("Translator: Kim\r\n", marked.Output, StringComparison.Ordinal);
        Assert.Contains("not the publisher's Korean text", marked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_the_files_that_can_be_read_and_say_which_cannot()
    {
        var good = _workbench.Given("good.txt", [.. "위대한 수령의 자주적인 나라이다."u8]);
        var bad = _workbench.Given("bad.txt", [0, 1, 2, 0, 0, 5, 9]);

        var answer = await _workbench.RunAsync("import", bad, "no-such.txt", good, "--project", "P", "--from", "ko-KP", "--to", "en");

        Assert.Equal(1, answer.Exit);
        Assert.Contains("bad.txt: This is not a text file.", answer.Error, StringComparison.Ordinal);
        Assert.Contains("no-such.txt", answer.Error, StringComparison.Ordinal);
        Assert.Contains("good.txt: 1 segments", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_the_encoding_that_is_named()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = _workbench.Given("k.txt", Encoding.GetEncoding(949).GetBytes("가나"));

        var guessed = await _workbench.RunAsync("import", file, "--project", "P", "--from", "ko-KP", "--to", "en");
        var named = await _workbench.RunAsync("import", file, "--encoding", "euc-kr", "--project", "P", "--from", "ko-KP", "--to", "en");
        var unknown = await _workbench.RunAsync("import", file, "--encoding", "klingon", "--project", "P", "--from", "ko-KP", "--to", "en");
        var ambiguous = await _workbench.RunAsync("export", "k.txt", "--output", "-");

        Assert.Contains("--encoding", guessed.Error, StringComparison.Ordinal);
        Assert.Equal((0, "", 1, 1), (named.Exit, named.Error, unknown.Exit, ambiguous.Exit));
        Assert.Contains("id", ambiguous.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "import", "a.txt", "--project", "P", "--from", "en")]
    [InlineData(2, "import", "a.txt", "--project", "P", "--from", "en", "--to", "not a tag")]
    [InlineData(2, "import", "--project", "P", "--from", "en", "--to", "ko")]
    [InlineData(2, "export")]
    [InlineData(2, "export", "a.txt", "--format", "papyrus")]
    [InlineData(2, "export", "a.txt", "--states", "draft,dreamt")]
    [InlineData(2, "export", "a.txt", "--untranslated", "perhaps")]
    [InlineData(2, "stats", "--what")]
    [InlineData(2, "import", "a.txt", "--projct", "--project", "P", "--from", "en", "--to", "ko")]
    [InlineData(2)]
    [InlineData(1, "stats")]
    [InlineData(1, "export", "a.txt")]
    [InlineData(0, "import", "--help")]
    [InlineData(0, "export", "--help")]
    [InlineData(0, "stats", "--help")]
    public async Task Tell_wrong_usage_from_what_is_not_there(int expected, params string[] arguments)
    {
        var answer = await _workbench.RunAsync(arguments);

        Assert.Equal(expected, answer.Exit);
        Assert.NotEmpty(expected == 0 ? answer.Output : answer.Error);
        Assert.False(Directory.Exists(_workbench.Data));
    }

    [Fact]
    public async Task Refuse_a_project_in_other_languages_and_a_document_that_is_not_there()
    {
        await GivenAnImport("a.txt", "One.");

        var languages = await _workbench.RunAsync("import", _workbench.PathOf("a.txt"), "--project", "p", "--from", "en", "--to", "ko-KR");
        var document = await _workbench.RunAsync("export", "b.txt");
        var project = await _workbench.RunAsync("stats", "--project", "Q");

        Assert.Equal((1, 1, 1), (languages.Exit, document.Exit, project.Exit));
        Assert.Contains("from en to ko-KP", languages.Error, StringComparison.Ordinal);
        Assert.Contains("There is no document 'b.txt'.", document.Error, StringComparison.Ordinal);
        Assert.Contains("There is no project 'Q'.", project.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_in_one_sentence_that_the_app_holds_the_workspace()
    {
        await GivenAnImport("a.txt", "One.");
        await using var app = await Workspace.OpenAsync(new DataFolder(_workbench.Data), TimeProvider.System, TestContext.Current.CancellationToken);

        foreach (var arguments in (string[][])[["stats"], ["export", "a.txt"], ["import", _workbench.PathOf("a.txt"), "--project", "P", "--from", "en", "--to", "ko-KP"]])
        {
            var answer = await _workbench.RunAsync(arguments);

            Assert.Equal((3, ""), (answer.Exit, answer.Output));
            Assert.Contains("already open in another Workbench", Assert.Single(answer.Error.Trim().Split('\n')), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Say_in_one_sentence_that_the_machine_failed()
    {
        await GivenAnImport("a.txt", "One.");

        var answer = await _workbench.RunAsync("export", "a.txt", "--output", _workbench.PathOf("no/such/folder/a.txt"));

        Assert.Equal(3, answer.Exit);
        Assert.StartsWith("It could not be done: ", Assert.Single(answer.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private async Task GivenAnImport(string name, string text)
    {
        var answer = await _workbench.RunAsync("import", _workbench.Given(name, Encoding.UTF8.GetBytes(text)), "--project", "P", "--from", "en", "--to", "ko-KP");

        Assert.True(answer.Exit == 0, answer.Error);
    }
}
