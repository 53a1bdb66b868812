using Microsoft.Playwright;
using Workbench.Browser.Tests.Editor;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Layout;

/// <summary>What stands around every page: the menus of the bar, and the notice while the server is away.</summary>
public sealed class LayoutShould(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>Counts, as the page is left, the texts that the workspace has not answered for.</summary>
    private const string CountUnsent =
        "addEventListener('pagehide', () => sessionStorage.setItem('unsent', Object.keys(localStorage).filter(key => key.startsWith('workbench.outbox')).length))";

    [Fact]
    public async Task Switch_the_language_at_the_same_place_with_every_letter_sent_before()
    {
        var visit = await BeginAsync(await OwnAppAsync(), new VisitOptions { Latency = TimeSpan.FromMilliseconds(120) });
        await visit.Context.AddInitScriptAsync(CountUnsent);
        await visit.App.LetInAsync(visit.Context, Cancellation);
        await visit.GoToAsync("/");
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();
        await desk.UseAsync(5);
        await visit.Page.Keyboard.TypeAsync("마지막 글자");

        // The last letters and the choice come closer together than a draft waits.
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Language of the interface" }).ClickAsync();
        await desk.Field.EvaluateAsync("field => { field.value += '까지'; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }");
        await visit.Page.Locator(".mud-popover-open .mud-menu-item").Filter(new() { HasText = "한국어" }).ClickAsync();
        await visit.Page.Locator("html[lang=ko]").WaitForAsync();
        await visit.DrawnAsync();
        await desk.InUseAsync(5);

        Assert.Equal("0", await visit.Page.EvaluateAsync<string>("sessionStorage.getItem('unsent')"));
        Assert.Equal("마지막 글자까지", await desk.TextAsync());
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "용어집", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Say_what_happens_to_the_text_while_the_server_is_away()
    {
        var visit = await OpenAsync(await OwnAppAsync());
        visit.TolerateLostConnection();
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();
        await desk.UseAsync(3);
        var notice = visit.Page.Locator("#components-reconnect-modal");
        await Assertions.Expect(notice).ToBeHiddenAsync();

        await visit.App.KillAsync();

        await Assertions.Expect(notice.GetByText("The connection to the workbench is away.")).ToBeVisibleAsync();
        await Assertions.Expect(notice.GetByText("What you have typed is kept in this browser")).ToBeVisibleAsync();
        await Assertions.Expect(notice.GetByText("The workbench cannot be reached.")).ToBeHiddenAsync();
        await visit.Page.Keyboard.TypeAsync("없는 동안");
        await visit.ScreenshotAsync("connection-away");
        await visit.App.StartAgainAsync(Cancellation);
        await desk.SavedAsync(3, "없는 동안");
        await Assertions.Expect(notice).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Keep_the_look_and_the_text_size_that_were_chosen()
    {
        var visit = await OpenAsync(await SharedAppAsync(), "/glossary");
        var root = visit.Page.Locator("html");
        var light = await BackgroundAsync();

        await ChooseAsync("Text 125 %");
        await Assertions.Expect(root).ToHaveCSSAsync("font-size", "20px");
        await ChooseAsync("Dark");
        await Assertions.Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await visit.Page.ReloadAsync();
        await visit.DrawnAsync();

        await Assertions.Expect(root).ToHaveCSSAsync("font-size", "20px");
        await Assertions.Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        Assert.NotEqual(light, await BackgroundAsync());

        Task<string> BackgroundAsync() => visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        async Task ChooseAsync(string item)
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Theme and text size" }).ClickAsync();
            await visit.Page.Locator(".mud-popover-open .mud-menu-item").Filter(new() { HasText = item }).ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".mud-popover-open .mud-menu-item")).ToHaveCountAsync(0);
        }
    }
}
