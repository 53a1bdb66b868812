using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Editor;

/// <summary>Vouching for a translation beyond confirming it.</summary>
public sealed class MarkShould(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Make_a_text_reviewed_and_final_by_key_and_an_edit_a_draft_again()
    {
        var app = await OwnAppAsync();
        var visit = await OpenAsync(app);
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();
        await desk.UseAsync(2);
        await visit.Page.Keyboard.TypeAsync("대외무역발전에 쌓으신 불멸의 업적");

        await visit.Page.Keyboard.PressAsync("Alt+KeyR");
        await Assertions.Expect(desk.Row(2)).ToHaveAttributeAsync("data-state", "reviewed");
        await Assertions.Expect(desk.Field).ToHaveValueAsync("대외무역발전에 쌓으신 불멸의 업적");

        await visit.Page.Keyboard.PressAsync("Alt+Shift+KeyR");
        await Assertions.Expect(desk.Row(2)).ToHaveAttributeAsync("data-state", "final");

        await visit.Page.Keyboard.TypeAsync(".");
        await Assertions.Expect(desk.Row(2)).ToHaveAttributeAsync("data-state", "draft");

        await desk.UseAsync(3);
        await visit.Page.Keyboard.PressAsync("Alt+KeyR");
        await Assertions.Expect(desk.Row(3)).ToHaveAttributeAsync("data-state", "notstarted");
    }
}
