using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Editor;

/// <summary>What a translator does at the sample article, by key where there is one.</summary>
public sealed class SeedArticleShould(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Put_in_a_term_by_key_by_click_and_by_double_click()
    {
        var (visit, desk) = await GivenTheArticle();
        await desk.UseAsync(2);
        var rendering = visit.Page.Locator("#panel-terms .wb-rendering").First;
        await rendering.WaitForAsync();
        var term = await rendering.Locator("span").First.InnerTextAsync();

        await visit.Page.Keyboard.PressAsync("Control+Alt+1");
        await Assertions.Expect(desk.Field).ToHaveValueAsync(term);
        await rendering.ClickAsync();
        await Assertions.Expect(desk.Field).ToHaveValueAsync(term + term);
        await Assertions.Expect(desk.Field).ToBeFocusedAsync();
        await desk.Row(2).Locator("[data-term='1']").First.DblClickAsync();
        await Assertions.Expect(desk.Field).ToHaveValueAsync(term + term + term);
        await visit.Page.Keyboard.PressAsync("Control+z");

        await Assertions.Expect(desk.Field).ToHaveValueAsync(term + term);
    }

    [Fact]
    public async Task Explain_a_term_with_the_official_wording_first_and_mark_what_is_unverified()
    {
        var (visit, desk) = await GivenTheArticle();
        await desk.UseAsync(2);
        var card = visit.Page.Locator(".wb-term-card").First;

        await desk.Row(2).Locator("[data-term='1']").First.HoverAsync();

        await Assertions.Expect(visit.Page.Locator(".wb-tip")).ToContainTextAsync("불멸의 업적");
        await Assertions.Expect(card.Locator(".wb-rendering").First).ToContainTextAsync("불멸의 업적");
        await Assertions.Expect(card.Locator(".wb-hanja").First).ToContainTextAsync("業績");
        await Assertions.Expect(card).ToContainTextAsync("Neutral wording");
        await Assertions.Expect(card).ToContainTextAsync("unverified");
    }

    [Fact]
    public async Task Search_memory_and_documents_for_what_is_selected_and_put_a_result_in()
    {
        var (visit, desk) = await GivenTheArticle();
        var keys = visit.Page.Keyboard;
        await desk.UseAsync(1);
        await keys.TypeAsync("정책과 법");
        await keys.PressAsync("Control+Enter");
        await desk.SavedAsync(1, "정책과 법");
        await desk.InUseAsync(2);
        await desk.UseAsync(1);
        await desk.SelectInSourceAsync(1, "Policy");
        await keys.PressAsync("Control+k");

        var field = visit.Page.Locator("#panel-concordance [data-own-keys]");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(field).ToHaveValueAsync("Policy");
        await Assertions.Expect(visit.Page.Locator(".wb-hit[aria-current] .wb-item-target")).ToHaveTextAsync("정책과 법");
        await keys.PressAsync("Escape");
        await Assertions.Expect(desk.Field).ToBeFocusedAsync();
        await desk.UseAsync(2);
        await keys.PressAsync("Control+k");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await keys.PressAsync("Enter");

        await Assertions.Expect(desk.Field).ToHaveValueAsync("정책과 법");
        await Assertions.Expect(desk.Field).ToBeFocusedAsync();
        await desk.SavedAsync(2, "정책과 법");
    }

    [Fact]
    public async Task Add_a_term_in_two_keys_and_know_it_at_once()
    {
        var (visit, desk) = await GivenTheArticle();
        var keys = visit.Page.Keyboard;
        await desk.UseAsync(3);
        await keys.TypeAsync("정보화된");
        await keys.PressAsync("Shift+Home");
        await desk.SelectInSourceAsync(3, "scientific");

        await keys.PressAsync("Control+e");
        await Assertions.Expect(visit.Page.Locator("dialog[data-dialog='add-term'] [name='source']")).ToHaveValueAsync("scientific");
        await Assertions.Expect(visit.Page.Locator("dialog[data-dialog='add-term'] [name='target']")).ToHaveValueAsync("정보화된");
        await keys.PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Field).ToBeFocusedAsync();
        await Assertions.Expect(desk.Row(3).Locator(".wb-term", new() { HasTextString = "scientific" })).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("#panel-terms")).ToContainTextAsync("정보화된");
    }

    [Fact]
    public async Task Check_while_one_types_mark_the_place_and_be_quiet_when_it_is_mended_or_ignored()
    {
        var (visit, desk) = await GivenTheArticle();
        var issues = visit.Page.Locator("#panel-checks .wb-issue");
        await desk.UseAsync(1);

        await visit.Page.Keyboard.TypeAsync("정책 (법");
        await Assertions.Expect(issues.Filter(new() { HasText = "( has no partner" })).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator(".wb-mark-error")).ToHaveTextAsync("(");
        await visit.Page.Keyboard.TypeAsync(")");
        await Assertions.Expect(issues.Filter(new() { HasText = "has no partner" })).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".wb-mark-error")).ToHaveCountAsync(0);
        await visit.Page.Keyboard.TypeAsync(" 1999");
        var number = issues.Filter(new() { HasText = "1999 is not in the source" });
        await number.GetByRole(AriaRole.Button, new() { Name = "Ignore" }).ClickAsync();
        await number.GetByRole(AriaRole.Textbox).FillAsync("It is meant.");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(number).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".wb-ignored")).ToContainTextAsync("1 ignored");
        await visit.Page.ReloadAsync();
        await visit.DrawnAsync();
        await desk.InUseAsync(1);
        await Assertions.Expect(visit.Page.Locator(".wb-ignored")).ToContainTextAsync("1 ignored");
        await Assertions.Expect(number).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Show_the_rows_of_a_filter_and_lead_to_a_number_outside_it()
    {
        var (visit, desk) = await GivenTheArticle();
        await desk.UseAsync(2);
        await visit.Page.Keyboard.TypeAsync("불멸의 업적");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.SavedAsync(2, "불멸의 업적");

        await visit.Page.Locator(".wb-tools select").SelectOptionAsync("Confirmed");
        await Assertions.Expect(desk.Row(2)).ToBeVisibleAsync();
        await Assertions.Expect(desk.Row(9)).ToHaveCountAsync(0);
        await visit.Page.WaitForFunctionAsync("() => location.search.includes('filter=confirmed')");
        await desk.Field.FocusAsync();
        await desk.GoToAsync(9);
        await Assertions.Expect(visit.Page.Locator(".wb-tools select")).ToHaveValueAsync("All");
        await visit.Page.Locator(".wb-search").FillAsync("Juche39(1950)");

        await Assertions.Expect(visit.Page.Locator(".wb-row", new() { HasTextString = "Juche39(1950)" })).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Row(1)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keep_every_revision_and_bring_one_back()
    {
        var (visit, desk) = await GivenTheArticle();
        var keys = visit.Page.Keyboard;
        await desk.UseAsync(1);
        await keys.TypeAsync("첫 글");
        await keys.PressAsync("Control+Enter");
        await desk.SavedAsync(1, "첫 글");
        await desk.UseAsync(1);
        await keys.PressAsync("Alt+Delete");
        await keys.TypeAsync("둘째 글");
        await keys.PressAsync("Control+Enter");
        await desk.SavedAsync(1, "둘째 글");
        await desk.UseAsync(1);

        await visit.Page.Locator("#tab-history").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".wb-revision")).ToHaveCountAsync(2);
        await visit.Page.Locator(".wb-revision").GetByRole(AriaRole.Button).First.ClickAsync();

        await Assertions.Expect(desk.Field).ToHaveValueAsync("첫 글");
        await Assertions.Expect(visit.Page.Locator(".wb-revision")).ToHaveCountAsync(3);
        await keys.PressAsync("Control+z");
        await Assertions.Expect(desk.Field).ToHaveValueAsync("둘째 글");
    }

    [Fact]
    public async Task Open_dialogs_and_panels_at_the_key_press_whatever_the_line()
    {
        var (visit, desk) = await GivenTheArticle(new VisitOptions { Latency = TimeSpan.FromMilliseconds(300) });
        var keys = visit.Page.Keyboard;
        await desk.UseAsync(2);

        await keys.PressAsync("Control+g");
        await keys.TypeAsync("11");
        await keys.PressAsync("Enter");
        await desk.InUseAsync(11);
        await keys.PressAsync("Control+k");
        await keys.TypeAsync("magazine");
        await Assertions.Expect(visit.Page.Locator("#panel-concordance [data-own-keys]")).ToHaveValueAsync("magazine");
        await keys.PressAsync("Escape");
        await keys.PressAsync("Control+ArrowUp");
        await keys.PressAsync("Control+ArrowDown");
        await keys.PressAsync("Control+Alt+1");
        await keys.TypeAsync("은");
        var text = await desk.TextAsync();

        Assert.True(text.Length > 1 && text.EndsWith('은'), $"The term stands before what was typed after it: {text}");
        await desk.SavedAsync(11, text);
    }

    private async Task<(Visit Visit, Desk Desk)> GivenTheArticle(VisitOptions? options = null)
    {
        var visit = await OpenAsync(await OwnAppAsync(), "/", options);
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();
        await Assertions.Expect(visit.Page.Locator(".wb-row")).ToHaveCountAsync(25);

        return (visit, desk);
    }
}
