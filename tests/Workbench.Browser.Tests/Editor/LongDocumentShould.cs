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
        var (visit, desk) = await GivenALongDocument();
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

        await Assertions.Expect(desk.Row(Segments)).ToHaveAttributeAsync("data-state", "translated");
    }

    private async Task<(Visit Visit, Desk Desk)> GivenALongDocument()
    {
        var app = await OwnAppAsync();
        var path = await Desk.WithDocumentAsync(app, Segments, Cancellation);
        var visit = await OpenAsync(app, path);
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();

        return (visit, desk);
    }
}
