using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.Storage;

namespace Workbench.Browser.Tests.Glossary;

/// <summary>Terms come in from a file and go out into one, and the starter glossary's updates are taken or kept.</summary>
public sealed class TermExchangeShould(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Table = """
        concept_id,en,ko-KP,definition,note
        NK0002,foreign trade,대외무역,Trade with others.,A note of ours
        X1,tractor parts depot,뜨락또르부속품창고,,
        X2,Foreign Trade,,,
        X3,,,A definition without a term,
        """;

    [Fact]
    public async Task Bring_a_table_in_as_chosen_and_take_it_back()
    {
        var app = await OwnAppAsync();
        var visit = await OpenAsync(app, "/glossary/import");
        var page = visit.Page;

        await DropAsync(page, "terms.csv", Table);
        await Assertions.Expect(Kind(page, "New")).ToContainTextAsync("1");
        await Assertions.Expect(Kind(page, "Changed")).ToContainTextAsync("1");
        await Assertions.Expect(Kind(page, "Duplicate")).ToContainTextAsync("1");
        await Assertions.Expect(Kind(page, "Refused")).ToContainTextAsync("1");
        await Kind(page, "Changed").ClickAsync();
        var steps = page.Locator("[data-concept=NK0002] .wb-steps tbody tr");
        await Assertions.Expect(steps.Filter(new() { HasText = "Trade with others." }).Locator("input")).Not.ToBeCheckedAsync();
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
        await visit.ScreenshotAsync("terms-import");

        // From the keyboard: tick the definition, then import.
        await steps.Filter(new() { HasText = "Trade with others." }).Locator("input").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("[data-act=keep]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-outcome=kept]")).ToContainTextAsync("Added: 1. Changed: 1.");
        await Assertions.Expect(page).ToHaveURLAsync(Address("undo="));
        Assert.Contains("Trade with others.", await DownloadAsync(page, "/glossary/export/download?format=csv&unverified=yes"), StringComparison.Ordinal);

        await page.ReloadAsync();
        await page.Locator("[data-act=undo]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-outcome=undone]")).ToContainTextAsync("2");
        var after = await DownloadAsync(page, "/glossary/export/download?format=csv&unverified=yes");
        Assert.DoesNotContain("Trade with others.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("tractor parts depot", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("broken.csv", "en,ko-KP\nparty,\"당\n", "broken.csv, line 2")]
    [InlineData("broken.tbx", "<tbx><text>", "broken.tbx, line 1")]
    [InlineData("broken.xlsx", "no workbook", "broken.xlsx")]
    [InlineData("terms.docx", "PK", "terms.docx")]
    public async Task Say_why_and_where_a_file_is_refused(string name, string content, string where)
    {
        var visit = await OpenAsync(await SharedAppAsync(), "/glossary/import");

        await DropAsync(visit.Page, name, content);

        await Assertions.Expect(visit.Page.Locator(".wb-terms-problems")).ToContainTextAsync(where);
        await Assertions.Expect(visit.Page.Locator("[data-act=keep]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Give_out_what_is_chosen_and_nothing_unverified_unless_asked()
    {
        var visit = await OpenAsync(await SharedAppAsync(), "/glossary/export?format=csv");
        var page = visit.Page;
        foreach (var language in (string[])["ja", "zh-CN", "en", "ko-KR"])
        {
            await page.Locator($"[data-language={language}]").UncheckAsync();
        }

        await Assertions.Expect(page).ToHaveURLAsync(Address("languages=ko-KP%2Cru|languages=ko-KP,ru"));
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.StartsWith("DPRK terms - ", download.SuggestedFilename, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(await download.PathAsync(), Cancellation);
        Assert.Contains("대외무역", text, StringComparison.Ordinal);
        Assert.DoesNotContain("внешняя торговля", text, StringComparison.Ordinal);

        await page.Locator("[data-act=unverified]").CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Address("unverified=yes"));
        download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.Contains("внешняя торговля", await File.ReadAllTextAsync(await download.PathAsync(), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_an_update_of_an_edited_entry_part_by_part()
    {
        var app = await OwnAppAsync();
        await app.StopAsync(Cancellation);
        await EditAsOfAnOlderVersionAsync(app);
        await app.StartAgainAsync(Cancellation);
        var visit = await OpenAsync(app, "/glossary/updates");
        var page = visit.Page;
        var update = page.Locator("[data-concept=NK0002]");

        await Assertions.Expect(update).ToContainTextAsync("My own definition.");
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
        await visit.ScreenshotAsync("terms-updates");
        // What was written here stays unless it is ticked; what fills a gap is ticked already.
        await update.Locator("[data-act=settle]").ClickAsync();

        await Assertions.Expect(update).ToHaveCountAsync(0);
        var text = await DownloadAsync(page, "/glossary/export/download?format=csv&unverified=yes");
        Assert.Contains("My own definition.", text, StringComparison.Ordinal);
        await visit.GoToAsync("/glossary/updates");
        await Assertions.Expect(page.Locator(".wb-update")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Be_calm_in_Korean_in_the_dark_and_in_a_narrow_window()
    {
        var visit = await OpenAsync(await SharedAppAsync(), "/glossary/import", new VisitOptions { Culture = "ko", Dark = true, Width = 480 });
        await DropAsync(visit.Page, "terms.csv", Table);
        await Kind(visit.Page, "Changed").ClickAsync();

        Assert.Empty((await visit.Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await visit.ScreenshotAsync("terms-import-ko-dark-narrow");
        await visit.GoToAsync("/glossary/export");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await visit.ScreenshotAsync("terms-export-ko-dark-narrow");
    }

    private static Regex Address(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static ILocator Kind(IPage page, string kind) => page.Locator($".wb-kind[data-kind={kind}]");

    private static async Task DropAsync(IPage page, string name, string content)
    {
        await Assertions.Expect(page.Locator(".wb-drop input")).ToBeEnabledAsync();
        await page.Locator(".wb-drop input").SetInputFilesAsync(new FilePayload
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = Encoding.UTF8.GetBytes(content),
        });
        await page.WaitForSelectorAsync(".wb-terms-bar, .wb-terms-problems");
    }

    /// <summary>Fetched by the page itself, with its cookie.</summary>
    private static Task<string> DownloadAsync(IPage page, string address) =>
        page.EvaluateAsync<string>("address => fetch(address).then(answer => answer.text())", address);

    /// <summary>NK0002 as if a person had edited it under a version that shipped something else.</summary>
    private static async Task EditAsOfAnOlderVersionAsync(AppProcess app)
    {
        await using var workspace = await Workspace.OpenAsync(DataFolder.Resolve(app.Data), TimeProvider.System, Cancellation);
        var entry = (await workspace.Store.ListAsync<ConceptEntry>(SeedGlossary.Starter.Value, Cancellation)).Single(entry => entry.ConceptId == "NK0002");
        var edited = entry with { Definition = "My own definition.", SeedHash = "of-an-older-version", Note = "" };
        var result = await workspace.Store.CommitAsync(
            new ChangeSet(CommandId.New(), workspace.Actor, Operation.Replace(entry, edited)), Cancellation);
        Assert.True(result.IsDurable);
    }
}
