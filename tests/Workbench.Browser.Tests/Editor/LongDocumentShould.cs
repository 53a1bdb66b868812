using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Editor;

/// <summary>A document whose rows are not all drawn: what is typed far down stays, and its row says so.</summary>
public sealed class LongDocumentShould(BrowserFixture browser) : BrowserTest(browser)
{
    private const int Segments = 2_000;
    private const string Typed = "맨 끝의 문장이다.";

    [Fact]
    public async Task Show_what_was_typed_at_its_end_after_scrolling_away_and_a_reload()
    {
        var (visit, desk, _) = await GivenALongDocument();
        var keys = visit.Page.Keyboard;

        await desk.GoToAsync(Segments);
        await keys.TypeAsync(Typed);
        await desk.SavedAsync(Segments, Typed);
        await desk.ScrollToAsync(0);
        await desk.Row(1).WaitForAsync();
        Assert.Equal(Typed, await desk.TextAsync());
        await keys.TypeAsync(" 더");
        await desk.ScrollToAsync(int.MaxValue);
        await desk.InUseAsync(Segments);
        await desk.SavedAsync(Segments, Typed + " 더");
        await Assertions.Expect(desk.Row(Segments).Locator(".wb-target-text")).ToHaveTextAsync(Typed + " 더");

        await visit.Page.ReloadAsync();
        await visit.DrawnAsync();
        await desk.InUseAsync(Segments);
        await Assertions.Expect(desk.Row(Segments).Locator(".wb-target-text")).ToHaveTextAsync(Typed + " 더");
        Assert.Equal(Typed + " 더", await desk.TextAsync());
        await keys.PressAsync("Control+Enter");

        // The next open row is the first one, far from the row that was confirmed.
        await desk.InUseAsync(1);
        await desk.GoToAsync(Segments);
        await Assertions.Expect(desk.Row(Segments)).ToHaveAttributeAsync("data-state", "translated");
    }

    [Fact]
    public async Task Show_both_texts_below_the_list_when_two_tabs_write_one_segment()
    {
        var (visit, desk, path) = await GivenALongDocument(600);
        var second = await visit.NewTabAsync(path);
        var secondDesk = new Desk(second);
        await secondDesk.ReadyAsync();
        await secondDesk.UseAsync(3);
        await second.Keyboard.TypeAsync("둘째 사람");
        await visit.Page.BringToFrontAsync();
        await desk.UseAsync(3);
        await visit.Page.Keyboard.TypeAsync("첫째 사람");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.SavedAsync(3, "첫째 사람");

        await second.BringToFrontAsync();
        await second.Keyboard.TypeAsync("의 글");

        await Assertions.Expect(second.Locator(".wb-dock .wb-clash")).ToContainTextAsync("첫째 사람");
        Assert.Equal("둘째 사람의 글", await secondDesk.TextAsync());
        await second.Locator(".wb-dock .wb-clash button").First.ClickAsync();
        await Assertions.Expect(second.Locator(".wb-dock .wb-clash")).ToHaveCountAsync(0);
        await second.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(desk.Row(3)).ToHaveAttributeAsync("data-text", "둘째 사람의 글");
    }

    private async Task<(Visit Visit, Desk Desk, string Path)> GivenALongDocument(int segments = Segments)
    {
        var app = await OwnAppAsync();
        var path = await Desk.WithDocumentAsync(app, segments, Cancellation);
        var visit = await OpenAsync(app, path);
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();

        return (visit, desk, path);
    }
}
