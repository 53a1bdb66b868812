using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Editor;

/// <summary>The sentence of the sample that its web page had broken: joined, taken apart, joined again.</summary>
public sealed class SeamShould(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Be_undone_and_joined_again_without_losing_what_was_typed()
    {
        var app = await OwnAppAsync();
        var visit = await OpenAsync(app);
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();
        await desk.UseAsync(25);
        await visit.Page.Keyboard.TypeAsync("오늘");

        await desk.Row(25).Locator(".wb-seam-note button").ClickAsync();

        await desk.Row(26).WaitForAsync();
        await Assertions.Expect(desk.Row(26).Locator(".wb-source-text")).ToContainTextAsync("the respected Comrade Kim Jong Un");
        await desk.SavedAsync(25, "오늘");
        await desk.UseAsync(26);
        await visit.Page.Keyboard.TypeAsync("우리 인민");
        await desk.UseAsync(25);
        await desk.SavedAsync(26, "우리 인민");
        await visit.ScreenshotAsync("editor-seam-undone");

        await visit.Page.Keyboard.PressAsync("Alt+KeyJ");

        await desk.Row(26).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await desk.SavedAsync(25, "오늘 우리 인민");
        await Assertions.Expect(desk.Row(25).Locator(".wb-seam-note button")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Field).ToHaveValueAsync("오늘 우리 인민");
        await visit.Page.Keyboard.PressAsync("Control+End");
        await visit.Page.Keyboard.TypeAsync("은");
        await desk.UseAsync(24);
        await desk.SavedAsync(25, "오늘 우리 인민은");
    }
}
