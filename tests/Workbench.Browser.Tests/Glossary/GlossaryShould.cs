using Microsoft.Playwright;
using Workbench.Browser.Tests.Editor;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Glossary;

/// <summary>The glossary in a browser, with the 336 concepts that ship, in an app of the test's own.</summary>
public sealed class GlossaryShould(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Find_by_initial_consonants_and_keep_the_search_in_the_address()
    {
        var (visit, page) = await GivenTheGlossary();
        await Expect(page.Locator(".wb-glossary-count")).ToHaveTextAsync("336 concepts");

        var hands = await InputMethod.OfAsync(page);
        await page.Locator(".wb-glossary-search").FocusAsync();
        await hands.TypeAsync("ㄷㅇㅁㅇ");

        await Expect(Rows(page).First).ToContainTextAsync("대외무역");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=%E3%84%B7"));
        await page.ReloadAsync();
        await visit.DrawnAsync();
        await Expect(Rows(page).First).ToContainTextAsync("대외무역");
        Assert.Equal("ㄷㅇㅁㅇ", await page.Locator(".wb-glossary-search").InputValueAsync());
    }

    [Fact]
    public async Task Be_walked_by_keys_alone_and_sort_the_DPRK_way()
    {
        var (_, page) = await GivenTheGlossary("/glossary?sort=target");
        await page.Locator(".wb-glossary-search").PressAsync("ArrowDown");
        await Expect(Chosen(page)).ToHaveAttributeAsync("aria-rowindex", "2");

        await page.Keyboard.PressAsync("End");

        await Expect(Chosen(page)).ToHaveAttributeAsync("aria-rowindex", "337");
        await Expect(Chosen(page)).ToBeInViewportAsync();
        await Expect(page.Locator(".wb-glossary-order")).ToContainTextAsync("DPRK dictionaries");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".wb-entry h2")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("h");
        await Expect(page.Locator(".wb-entry h2")).ToContainTextAsync("History");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".wb-concepts")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Add_an_entry_from_the_keyboard_and_warn_of_a_duplicate()
    {
        var (_, page) = await GivenTheGlossary();
        await page.Locator(".wb-concepts").PressAsync("n");
        var term = page.GetByLabel("Term", new PageGetByLabelOptions { Exact = true }).First;
        await Expect(term).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("Foreign-trade");
        await Expect(page.Locator(".wb-duplicate").First).ToContainTextAsync("NK0002");
        await term.FillAsync("trading house");
        await Expect(page.Locator(".wb-duplicate")).ToHaveCountAsync(0);
        await page.GetByLabel("Term", new PageGetByLabelOptions { Exact = true }).Nth(1).FocusAsync();
        await (await InputMethod.OfAsync(page)).TypeAsync("무역상사");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.Locator(".wb-entry h2")).ToHaveTextAsync("trading house");
        await Expect(page.Locator(".wb-termview-text").Nth(1)).ToHaveTextAsync("무역상사");
        await Expect(page.Locator(".wb-termview [data-reliability=Unverified]")).ToHaveCountAsync(2);
        await Expect(page.Locator(".wb-glossary-count")).ToHaveTextAsync("337 concepts");
    }

    [Fact]
    public async Task Say_in_a_sentence_at_the_field_what_is_wrong()
    {
        var (_, page) = await GivenTheGlossary("/glossary?pane=new");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();

        await Expect(page.Locator("[aria-invalid=true]")).ToHaveAccessibleDescriptionAsync("An entry needs at least one term.");
    }

    [Fact]
    public async Task Show_an_edit_at_once_in_the_terms_panel_of_an_open_document()
    {
        var app = await OwnAppAsync();
        var path = await Desk.WithDocumentAsync(app, 5, Cancellation);
        var visit = await OpenAsync(app, path);
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();
        await desk.UseAsync(4);
        await Expect(visit.Page.Locator(".wb-term-card").First).ToContainTextAsync(Desk.OfficialTerm);

        var glossary = await visit.NewTabAsync("/glossary?q=NK-test");
        await ReadyAsync(glossary);
        await Rows(glossary).First.ClickAsync();
        await glossary.Locator(".wb-concepts").PressAsync("e");
        await glossary.GetByLabel("Term", new PageGetByLabelOptions { Exact = true }).Nth(1).FillAsync("공화국");
        await glossary.Keyboard.PressAsync("Control+s");
        await Expect(glossary.Locator(".wb-glossary-notice")).ToContainTextAsync("Saved");

        await Expect(visit.Page.Locator(".wb-term-card").First).ToContainTextAsync("공화국");
        await Expect(visit.Page.Locator(".wb-term-card").First).Not.ToContainTextAsync(Desk.OfficialTerm);
    }

    [Fact]
    public async Task Delete_undo_and_bring_back_from_the_deleted_ones()
    {
        var (_, page) = await GivenTheGlossary("/glossary?q=NK0002");
        await Rows(page).First.ClickAsync();
        await Expect(page.Locator(".wb-entry h2")).ToHaveTextAsync("foreign trade");

        await page.Locator(".wb-concepts").PressAsync("Delete");
        await Expect(page.Locator(".wb-glossary-count")).ToHaveTextAsync("1 of 335 concepts");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator(".wb-glossary-count")).ToHaveTextAsync("2 of 336 concepts");

        await Rows(page).First.ClickAsync();
        await Expect(page.Locator(".wb-entry h2")).ToHaveTextAsync("foreign trade");
        await page.Locator(".wb-concepts").PressAsync("Delete");
        await Expect(page.Locator(".wb-glossary-count")).ToHaveTextAsync("1 of 335 concepts");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Deleted entries" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bring back" }).ClickAsync();
        await Expect(page.Locator(".wb-glossary-count")).ToHaveTextAsync("2 of 336 concepts");
        await Expect(page.Locator(".wb-entry h2")).ToHaveTextAsync("foreign trade");
    }

    [Fact]
    public async Task Merge_two_entries_after_a_preview_and_undo_it()
    {
        var (_, page) = await GivenTheGlossary("/glossary?q=NK0002");
        await Rows(page).First.ClickAsync();
        await page.Locator(".wb-concepts").PressAsync("m");
        await page.Locator(".wb-entry-references li", new PageLocatorOptions { HasText = "NK0250" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".wb-merge-preview h2")).ToHaveTextAsync("foreign trade");
        await Expect(page.Locator(".wb-changes ins").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Merge these two" }).ClickAsync();
        await Expect(page.Locator(".wb-glossary-count")).ToContainTextAsync("of 335 concepts");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" }).ClickAsync();

        await Expect(page.Locator(".wb-glossary-count")).ToContainTextAsync("of 336 concepts");
        await Expect(page.Locator(".wb-glossary-notice")).ToContainTextAsync("Undone");
    }

    [Fact]
    public async Task Restore_an_older_state_from_the_history()
    {
        var (_, page) = await GivenTheGlossary("/glossary?q=NK0002");
        await Rows(page).First.ClickAsync();
        await page.Locator(".wb-concepts").PressAsync("e");
        await page.GetByLabel("Note", new PageGetByLabelOptions { Exact = true }).First.FillAsync("A note of mine.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".wb-entry-view")).ToContainTextAsync("A note of mine.");

        await page.Locator(".wb-concepts").PressAsync("h");
        await Expect(page.Locator(".wb-history-item").First).ToContainTextAsync("A note of mine.");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Restore this state" }).ClickAsync();

        await Expect(page.Locator(".wb-entry-view")).Not.ToContainTextAsync("A note of mine.");
        await Expect(page.Locator(".wb-entry-view")).ToContainTextAsync("Distinguish from the wider");
    }

    [Fact]
    public async Task Lose_nothing_typed_when_two_tabs_save_or_the_app_dies()
    {
        var (visit, page) = await GivenTheGlossary("/glossary?concept=starter-glossary-NK0002&pane=edit");
        var note = page.GetByLabel("Note", new PageGetByLabelOptions { Exact = true }).First;
        await note.FillAsync("Typed here.");
        var other = await visit.NewTabAsync("/glossary?concept=starter-glossary-NK0002&pane=edit");
        await ReadyAsync(other);
        await other.GetByLabel("Definition", new PageGetByLabelOptions { Exact = true }).FillAsync("Written elsewhere.");
        await other.Keyboard.PressAsync("Control+Enter");
        await Expect(other.Locator(".wb-entry-view")).ToContainTextAsync("Written elsewhere.");

        await Expect(page.Locator(".wb-form-conflict")).ToContainTextAsync("Written elsewhere.");
        Assert.Equal("Typed here.", await note.InputValueAsync());

        visit.TolerateLostConnection();
        await note.FillAsync("Typed as it died.");
        await visit.App.KillAsync();
        await visit.App.StartAgainAsync(Cancellation);
        await Expect(note).ToHaveValueAsync("Typed as it died.", new LocatorAssertionsToHaveValueOptions { Timeout = 60_000 });
    }

    private async Task<(Visit Visit, IPage Page)> GivenTheGlossary(string path = "/glossary")
    {
        var visit = await OpenAsync(await OwnAppAsync(), path);
        await ReadyAsync(visit.Page);

        return (visit, visit.Page);
    }

    /// <summary>Waits until the page hears keys.</summary>
    private static Task ReadyAsync(IPage page)
    {
        Assertions.SetDefaultExpectTimeout(20_000);

        return page.Locator(".wb-glossary[data-hears] .wb-concept").First.WaitForAsync();
    }

    private static ILocator Rows(IPage page) => page.Locator(".wb-concept");

    private static ILocator Chosen(IPage page) => page.Locator(".wb-concept[aria-selected=true]");

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static IPageAssertions Expect(IPage page) => Assertions.Expect(page);
}
