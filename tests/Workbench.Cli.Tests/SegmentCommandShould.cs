using System.Diagnostics;
using System.Text.Json;
using Workbench.TestKit;

namespace Workbench.Cli.Tests;

public sealed class SegmentCommandShould
{
    [Fact]
    public async Task Cut_the_sample_into_its_25_segments()
    {
        var (exitCode, output, _) = await Run("segment", Repository.Seed, "--from", "en", "--json");

        Assert.Equal(0, exitCode);
        var segments = JsonDocument.Parse(output).RootElement.GetProperty("segments").EnumerateArray().ToList();
        Assert.Equal(25, segments.Count);
        Assert.Equal("Policy & Law", segments[0].GetProperty("source").GetString());
        Assert.StartsWith("Today, following the line of the respected Comrade", segments[24].GetProperty("source").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "segment")]
    [InlineData(2, "segment", "no-such-file.txt", "--from", "en")]
    [InlineData(2, "segment", "no-such-file.txt", "--from", "not a tag")]
    public async Task Say_what_is_wrong_with_the_call(int expected, params string[] arguments)
    {
        var (exitCode, _, error) = await Run(arguments);

        Assert.Equal(expected, exitCode);
        Assert.NotEmpty(error);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "workbench.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        return (process.ExitCode, await output, await error);
    }
}
