using System.Diagnostics;
using System.Runtime.InteropServices;
using Workbench.Browser.Tests.Fixture;
using Workbench.TestKit;

namespace Workbench.Browser.Tests.Publish;

/// <summary>What a translator without an SDK is given.</summary>
public sealed class PublishShould(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Give_a_folder_that_runs_from_anywhere_without_an_sdk()
    {
        var folder = Directory.CreateTempSubdirectory("workbench-publish-");
        try
        {
            await PublishAsync(folder.FullName);
            await using var app = await AppProcess.StartAsync(Path.Combine(folder.FullName, OperatingSystem.IsWindows() ? "Workbench.Web.exe" : "Workbench.Web"), Cancellation);
            var visit = await OpenAsync(app, "/projects", new VisitOptions { Culture = "ko" });

            Assert.Equal("ko", await visit.Page.GetAttributeAsync("html", "lang"));
            Assert.True(await visit.Page.EvaluateAsync<bool>(
                "() => [...document.styleSheets].length >= 3 && [...document.styleSheets].every(sheet => sheet.cssRules.length > 0)"));
            Assert.True(File.Exists(Path.Combine(folder.FullName, "LICENSE")));
            Assert.True(File.Exists(Path.Combine(folder.FullName, "THIRD-PARTY-NOTICES")));
            Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(folder.FullName, "seeds")));
            await visit.Page.CloseAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(string folder)
    {
        // Release has a build output of its own: the one that the other tests run is left alone.
        using var publishing = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Repository.Root, "src", "Workbench.Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "-o", folder, "--nologo", "-v:q", "-clp:ErrorsOnly", "-p:RunAnalyzers=false",
        ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await publishing.StandardOutput.ReadToEndAsync(Cancellation);
        await publishing.WaitForExitAsync(Cancellation);

        Assert.True(publishing.ExitCode == 0, output);
    }
}
