using System.Diagnostics;
using System.Globalization;
using Workbench.Browser.Tests.Editor;
using Workbench.Browser.Tests.Fixture;
using Workbench.Storage;

namespace Workbench.Browser.Tests.Hosting;

/// <summary>What the program says to the person who starts it, and what it writes down.</summary>
public sealed class HostShould(BrowserFixture browser) : BrowserTest(browser)
{
    private const int MachineFailed = 3;

    [Fact]
    public async Task Refuse_in_a_sentence_a_port_that_is_taken_and_a_workspace_that_is_in_use()
    {
        var app = await SharedAppAsync();
        using var data = new TemporaryData();

        var (portExit, portSaid) = await StartAsync(data.Path, app.Port);
        var (dataExit, dataSaid) = await StartAsync(app.Data, AppProcess.FreePort());

        Assert.Equal((MachineFailed, MachineFailed), (portExit, dataExit));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Port {app.Port} is taken"), Assert.Single(portSaid), StringComparison.Ordinal);
        Assert.Contains($"Another workbench is using the data in {app.Data}.", Assert.Single(dataSaid), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_a_log_without_the_text_and_without_the_token()
    {
        const string text = "기록에 없어야 할 글";
        var app = await OwnAppAsync();
        var launch = app.LaunchAddress;
        var visit = await OpenAsync(app);
        visit.TolerateLostConnection();
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();
        await desk.UseAsync(1);
        await visit.Page.Keyboard.TypeAsync(text);
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.SavedAsync(1, text);

        await app.StopAsync(Cancellation);

        var log = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(new DataFolder(app.Data).Logs, "*.log")), Cancellation);
        Assert.Contains("A browser was let in with the launch token", log, StringComparison.Ordinal);
        Assert.DoesNotContain(text, log, StringComparison.Ordinal);
        Assert.DoesNotContain("Immortal Exploits", log, StringComparison.Ordinal);
        Assert.DoesNotContain(new Uri(launch).Query, log, StringComparison.Ordinal);
    }

    /// <returns>The exit code, and the lines on standard error.</returns>
    private static async Task<(int Exit, string[] Said)> StartAsync(string data, int port)
    {
        var command = new ProcessStartInfo("dotnet",
        [
            "exec", Path.Combine(AppProcess.BuildOutput, "Workbench.Web.dll"), "--data", data,
            string.Create(CultureInfo.InvariantCulture, $"--Workbench:Port={port}"), "--Workbench:OpenBrowser=false",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        command.Environment["LANG"] = "en_GB.UTF-8";
        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var said = await process.StandardError.ReadToEndAsync(Cancellation);
        await output;
        await process.WaitForExitAsync(Cancellation);

        return (process.ExitCode, said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class TemporaryData : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workbench-host-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
