using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Workbench.Browser.Tests.Editor;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Import;

/// <summary>From a new project over chosen, dropped and pasted texts to the first translated segment.</summary>
public sealed class ImportShould(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Article = "Foreign Trade\n\nThe victory of the great leader\u00A0\n\nComrade Kim Il Sung in July Juche42(1953) stands. It lasts.\n";

    [Fact]
    public async Task Bring_chosen_and_dropped_files_to_the_editor_and_refuse_one()
    {
        var (visit, section) = await GivenAProject("Import of files");
        await section.GetByRole(AriaRole.Button, new() { Name = "Import…" }).ClickAsync();
        await ChooseAsync(visit.Page, File("article.txt", Encoding.UTF8.GetBytes(Article)));
        await Assertions.Expect(visit.Page.Locator(".wb-import-segments li")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Page.Locator(".wb-import-seam")).ToHaveCountAsync(1);

        await DropAsync(visit.Page, ".wb-import", ("little.txt", [0xC1, 0xD6, 0xC3, 0xBC]), ("photo.jpg", [0xFF, 0xD8, 0, 0, 0, 1]));
        await visit.Page.Locator("li[data-stage=asks] button").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-encoding=euc-kr]")).ToContainTextAsync("주체");
        await visit.Page.Locator("[data-encoding=euc-kr]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".wb-import-segments li")).ToContainTextAsync("주체");
        await visit.Page.Locator("li[data-stage=refused] .wb-import-file").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "photo.jpg is in no format" })).ToBeVisibleAsync();
        await KeepAsync(visit.Page, 2);

        await visit.Page.Locator("li[data-stage=kept] a").First.ClickAsync();
        var desk = new Desk(visit.Page);
        await desk.UseAsync(1);
        await visit.Page.Keyboard.TypeAsync("대외무역");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.SavedAsync(1, "대외무역");
        await visit.GoToAsync("/projects");
        await Assertions.Expect(section.Locator(".wb-document").First).ToContainTextAsync("1 of 3 segments");
    }

    [Fact]
    public async Task Open_for_the_project_that_files_are_dropped_on_and_refuse_what_is_too_large_unread()
    {
        var (visit, section) = await GivenAProject("Import by drop");
        var key = await section.GetAttributeAsync("data-drop");

        await DropAsync(visit.Page, $"[data-drop='{key}']", ("dropped.txt", Encoding.UTF8.GetBytes("One sentence.")), ("empty.txt", []));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Import into “Import by drop”");
        await visit.Page.EvaluateAsync(DropScript, new object[] { ".wb-import", new object[] { new { name = "larger.txt", size = (50 * 1024 * 1024) + 1 } } });
        await Assertions.Expect(visit.Page.Locator("li[data-stage=refused]")).ToHaveCountAsync(2);
        await visit.Page.Locator(".wb-import-file").Filter(new() { HasText = "larger.txt" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".wb-import-refused")).ToContainTextAsync("larger than 50 MB");

        await KeepAsync(visit.Page, 1);
        await visit.Page.Locator("[data-import-cancel]").ClickAsync();
        await Assertions.Expect(section.Locator(".wb-document")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Take_a_pasted_text_with_half_a_character_and_warn_of_it()
    {
        var (visit, section) = await GivenAProject("Import by paste");
        await section.GetByRole(AriaRole.Button, new() { Name = "Import…" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Paste text" }).ClickAsync();
        await visit.Page.EvaluateAsync("() => { document.querySelector('[data-import-text]').value = 'One half \\ud800 here. Two.'; }");

        await visit.Page.Locator("[data-import-paste]").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".wb-import-segments li").First).ToContainTextAsync("One half \uFFFD here.");
        await Assertions.Expect(visit.Page.Locator(".wb-import-warnings")).ToContainTextAsync("broken");
        await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Publication" }).ClickAsync();
        await visit.Page.Locator("[name=title]").FillAsync("A pasted title");
        await KeepAsync(visit.Page, 1);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(section.Locator(".wb-document-title")).ToHaveTextAsync("A pasted title");
    }

    [Fact]
    public async Task Leave_nothing_when_it_is_cancelled_and_bring_back_what_was_deleted()
    {
        var (visit, section) = await GivenAProject("Import and undo");
        await section.GetByRole(AriaRole.Button, new() { Name = "Import…" }).ClickAsync();
        await ChooseAsync(visit.Page, File("article.txt", Encoding.UTF8.GetBytes(Article)));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(section.Locator(".wb-document")).ToHaveCountAsync(0);

        await section.GetByRole(AriaRole.Button, new() { Name = "Import…" }).ClickAsync();
        await ChooseAsync(visit.Page, File("article.txt", Encoding.UTF8.GetBytes(Article)));
        await KeepAsync(visit.Page, 1);
        await section.Locator(".wb-document-menu button").ClickAsync();
        await visit.Page.Locator(".mud-popover-open .mud-menu-item").Filter(new() { HasText = "Delete" }).ClickAsync();
        await Assertions.Expect(section.Locator(".wb-document")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();

        await Assertions.Expect(section.Locator(".wb-document")).ToContainTextAsync("0 of 3 segments");
    }

    [Theory]
    [InlineData(false, "en", 1280)]
    [InlineData(true, "ko", 1280)]
    [InlineData(false, "ko", 480)]
    public async Task Have_no_serious_accessibility_finding_in_its_dialogs(bool dark, string culture, int width)
    {
        var visit = await OpenAsync(await SharedAppAsync(), "/projects", new VisitOptions { Dark = dark, Culture = culture, Width = width, Height = 720 });
        var name = $"{(dark ? "dark" : "light")}-{culture}-{width}";

        await visit.Page.Locator(".wb-page-head button").ClickAsync();
        await visit.Page.Locator("[name=project-name]").WaitForAsync();
        await FindNothingAsync(visit, $"project-{name}");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await visit.Page.Locator(".wb-document-menu button").First.ClickAsync();
        await visit.Page.Locator(".mud-popover-open .mud-menu-item").First.ClickAsync();
        await visit.Page.Locator("[name=rights]").WaitForAsync();
        await FindNothingAsync(visit, $"properties-{name}");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await visit.Page.Locator(".wb-project-actions button").First.ClickAsync();
        await visit.Page.Locator(".wb-import").WaitForAsync();
        await FindNothingAsync(visit, $"import-empty-{name}");
        await ChooseAsync(
            visit.Page, File("article.txt", Encoding.UTF8.GetBytes(Article)), File("little.txt", [0xC1, 0xD6, 0xC3, 0xBC]), File("photo.jpg", [0xFF, 0xD8, 0, 0]));
        await visit.Page.Locator("li[data-stage=refused]").WaitForAsync();
        await FindNothingAsync(visit, $"import-files-{name}");
        await visit.Page.Locator("li[data-stage=asks] button").First.ClickAsync();
        await visit.Page.Locator(".wb-import-sample").First.WaitForAsync();
        await FindNothingAsync(visit, $"import-encoding-{name}");
        await visit.Page.Locator(".wb-import-file").First.ClickAsync();
        await visit.Page.Locator("#import-tab-publication").ClickAsync();
        await FindNothingAsync(visit, $"import-publication-{name}");
    }

    /// <summary>A project made through the dialog, its button clicked twice.</summary>
    private async Task<(Visit Visit, ILocator Section)> GivenAProject(string name)
    {
        var visit = await OpenAsync(await SharedAppAsync(), "/projects", new VisitOptions { Width = 1280, Height = 720 });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New project" }).ClickAsync();
        await visit.Page.Locator("[name=project-name]").FillAsync(name);
        await visit.Page.Locator("[name=target]").SelectOptionAsync("ko-KR");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Create project" }).DblClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        var section = visit.Page.Locator(".wb-project").Filter(new() { Has = visit.Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) });
        await Assertions.Expect(section).ToHaveCountAsync(1);
        await Assertions.Expect(section).ToContainTextAsync("한국어(ko-KR)");

        return (visit, section);
    }

    private static async Task ChooseAsync(IPage page, params FilePayload[] files)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Locator("[data-import-choose]").ClickAsync());
        await chooser.SetFilesAsync(files);
        await Assertions.Expect(page.Locator(".wb-import-file").Filter(new() { HasText = files[0].Name })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".wb-import progress")).ToHaveCountAsync(0);
    }

    private static async Task KeepAsync(IPage page, int files)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Import {files}", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-snackbar").Filter(new() { HasText = $"Documents imported: {files}" })).ToBeVisibleAsync();
    }

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };

    private const string DropScript =
        """
        ([zone, files]) => {
          const data = new DataTransfer();
          for (const { name, bytes, size } of files) data.items.add(new File([size ? new Uint8Array(size) : new Uint8Array(bytes)], name));
          const at = document.querySelector(zone);
          for (const type of ["dragover", "drop"]) at.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """;

    private static async Task DropAsync(IPage page, string zone, params (string Name, byte[] Bytes)[] files) => await page.EvaluateAsync(
        DropScript, new object[] { zone, files.Select(file => new { name = file.Name, bytes = file.Bytes.Select(one => (int)one).ToArray() }).ToArray() });

    private static async Task FindNothingAsync(Visit visit, string picture)
    {
        await visit.ScreenshotAsync(picture);
        var result = await visit.Page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{picture}: {violation.Id}: {node.Html}")));
    }
}
