using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workbench.Browser.Tests.Editor;
using Workbench.Browser.Tests.Fixture;
using Workbench.Storage;
using Workbench.TestKit;

namespace Workbench.Browser.Tests.Export;

/// <summary>The way of a translation out of the app: from the editor to the export page, its preview and its files.</summary>
public sealed class ExportShould(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Target = "대외무역의 정책과 법";

    [Fact]
    public async Task Preview_and_hand_over_the_sample_in_every_format()
    {
        var visit = await GivenTheSampleWithATarget();
        var page = visit.Page;

        Assert.Contains(Target, await PreviewAsync(page, "format=docx-table"), StringComparison.Ordinal);
        foreach (var (label, extension, start) in ((string, string, string)[])
        [
            ("Word document", ".docx", "PK"), ("Web page", ".html", "<!DOCTYPE html>"), ("Excel workbook", ".xlsx", "PK"),
            ("Table for spreadsheets", ".csv", "\uFEFF#"), ("For other translation tools", ".xlf", "<?xml"), ("Translation memory", ".tmx", "<?xml"),
        ])
        {
            await page.GetByLabel(label).CheckAsync();
            var (name, bytes) = await DownloadAsync(page);

            Assert.Matches($"^Immortal Exploits .* - en to ko-KP - \\d{{4}}-\\d\\d-\\d\\d\\{extension}$", name);
            var text = Encoding.UTF8.GetString(bytes);
            Assert.StartsWith(start, start[0] == '<' ? text.TrimStart('\uFEFF') : text, StringComparison.Ordinal);
            Assert.True(start == "PK" || text.Contains(Target, StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public async Task Hand_over_the_translation_alone_as_its_options_say()
    {
        var visit = await GivenTheSampleWithATarget();
        var page = visit.Page;
        var original = (await File.ReadAllTextAsync(Repository.Seed, Cancellation)).Split('\n');

        await page.GetByLabel("The translation alone").CheckAsync();
        var translation = await PreviewAsync(page, "format=translation");
        var (name, asSource) = await DownloadAsync(page);
        await visit.ScreenshotAsync("export-translation");

        await page.GetByLabel("The source text, marked").CheckAsync();
        await page.GetByLabel("After the text").CheckAsync();
        var stated = await PreviewAsync(page, "untranslated=Marked&statement=End");
        var (_, marked) = await DownloadAsync(page);

        await page.GetByLabel("Draft").UncheckAsync();
        await page.GetByLabel("Translated", new() { Exact = true }).UncheckAsync();
        var without = await PreviewAsync(page, "states=NotStarted,Reviewed,Final");

        Assert.Contains($">{Target}</p><p class=\"heading untouched\"", translation, StringComparison.Ordinal);
        Assert.Contains(">[not translated: Immortal Exploits", stated, StringComparison.Ordinal);
        Assert.Contains("<section class=\"statement\"", stated, StringComparison.Ordinal);
        Assert.Contains("0 of 25 segments translated", without, StringComparison.Ordinal);
        Assert.Matches(@"^Immortal Exploits .* - ko-KP - \d{4}-\d\d-\d\d\.txt$", name);
        Assert.Equal(Target, Encoding.UTF8.GetString(asSource).Split('\n')[Array.FindIndex(original, line => line.Contains("Policy & Law", StringComparison.Ordinal))].Trim());
        Assert.Equal(original.Length, Encoding.UTF8.GetString(asSource).Split('\n').Length);
        Assert.Contains("This is a translation", Encoding.UTF8.GetString(marked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_its_choices_in_the_address_and_answer_404_where_there_is_nothing()
    {
        var visit = await GivenTheSampleWithATarget();
        var page = visit.Page;
        await page.GetByLabel("The translation alone").CheckAsync();
        await page.GetByLabel("Nothing", new() { Exact = true }).CheckAsync();
        await page.WaitForURLAsync("**untranslated=Empty**");

        await page.ReloadAsync();
        await visit.DrawnAsync();
        await Assertions.Expect(page.GetByLabel("The translation alone")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Nothing", new() { Exact = true })).ToBeCheckedAsync();

        var path = new Uri(page.Url).AbsolutePath;
        Assert.Equal(404, (await page.APIRequest.GetAsync($"{visit.App.Origin}{path}/download?format=papyrus")).Status);
        Assert.Equal(404, (await page.APIRequest.GetAsync($"{visit.App.Origin}/documents/none/export/download?format=translation")).Status);
        Assert.Equal(404, (await page.APIRequest.GetAsync($"{visit.App.Origin}/documents/none/export/preview")).Status);
    }

    [Fact]
    public async Task Say_what_became_of_the_text_where_a_file_cannot_be_made()
    {
        var visit = await GivenTheSampleWithATarget();
        var page = visit.Page;
        visit.Tolerate("status of 500");
        foreach (var blob in Directory.GetFiles(new DataFolder(visit.App.Data).Blobs, "*", SearchOption.AllDirectories))
        {
            File.Delete(blob);
        }

        await page.GetByLabel("The translation alone").CheckAsync();

        await Assertions.Expect(page.FrameLocator(".wb-export-preview iframe").Locator("h1")).ToHaveTextAsync("Something went wrong on this page");
        await visit.ScreenshotAsync("export-failed");
        var download = await page.APIRequest.GetAsync($"{visit.App.Origin}{new Uri(page.Url).AbsolutePath}/download?format=translation");
        Assert.Equal(500, download.Status);
        Assert.Contains("Everything that was shown as saved is saved", await download.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("nosniff", download.Headers["x-content-type-options"]);
    }

    /// <summary>The export page, reached from the editor, of a sample whose first segment is translated.</summary>
    private async Task<Visit> GivenTheSampleWithATarget()
    {
        var app = await OwnAppAsync();
        var visit = await OpenAsync(app);
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();
        await desk.UseAsync(1);
        await visit.Page.Keyboard.TypeAsync(Target);
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.SavedAsync(1, Target);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Export" }).ClickAsync();
        await visit.Page.Locator("#export-title").WaitForAsync();

        return visit;
    }

    /// <summary>What the frame beside the options shows, once they say so.</summary>
    /// <param name="query">A part of its address.</param>
    private static async Task<string> PreviewAsync(IPage page, string query)
    {
        var frame = page.Locator(".wb-export-preview iframe");
        await Assertions.Expect(frame).ToHaveAttributeAsync("src", new Regex(query));
        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), await frame.GetAttributeAsync("src")).AbsoluteUri);
        Assert.Equal(200, answer.Status);

        return await answer.TextAsync();
    }

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Cancellation);

        return (download.SuggestedFilename, bytes.ToArray());
    }
}
