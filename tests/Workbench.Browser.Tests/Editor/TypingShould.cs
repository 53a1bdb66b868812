using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Editor;

/// <summary>What is typed is kept: over the input method, a slow line, a killed server, a closed tab, and a second person.</summary>
public sealed class TypingShould(BrowserFixture browser) : BrowserTest(browser)
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(120);

    [Fact]
    public async Task Go_to_the_next_open_row_without_waiting_for_the_server()
    {
        var (visit, desk, _) = await GivenADocument(new VisitOptions { Latency = Slow });

        await visit.Page.Keyboard.TypeAsync("대외무역");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.Keyboard.TypeAsync("둘째 문장");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.Keyboard.TypeAsync("셋째");

        Assert.Equal("셋째", await desk.TextAsync());
        await desk.SavedAsync(1, "대외무역");
        await desk.SavedAsync(2, "둘째 문장");
        await Assertions.Expect(desk.Row(1)).ToHaveAttributeAsync("data-state", "translated");
        await Assertions.Expect(desk.Row(2)).ToHaveAttributeAsync("data-state", "translated");
        await Assertions.Expect(desk.Row(3)).ToHaveAttributeAsync("data-text", "셋째");
        await Assertions.Expect(visit.Page.Locator(".wb-progress")).ToContainTextAsync("2 / 25");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    public async Task Leave_composing_to_the_input_method_and_run_a_command_once_when_it_ends(int latency)
    {
        var (visit, desk, _) = await GivenADocument(new VisitOptions { Latency = TimeSpan.FromMilliseconds(latency) });
        var hand = await InputMethod.OfAsync(visit.Page);

        await hand.TypeLeavingLastOpenAsync("대외무역의 발전");
        await hand.PressWhileComposingAsync("Enter", "Enter");
        await hand.PressWhileComposingAsync("Escape", "Escape");
        Assert.Equal("대외무역의 발전", await desk.TextAsync());
        await desk.InUseAsync(1);

        await hand.PressWhileComposingAsync("Enter", "Enter", control: true);
        await hand.PressWhileComposingAsync("Enter", "Enter", control: true);
        await desk.InUseAsync(1);
        await hand.CommitAsync("전");
        await desk.InUseAsync(2);
        await hand.TypeAsync("둘째");
        await desk.SavedAsync(1, "대외무역의 발전");

        Assert.Equal("둘째", await desk.TextAsync());
        await Assertions.Expect(desk.Row(1)).ToHaveAttributeAsync("data-state", "translated");
        await Assertions.Expect(desk.Row(3)).ToHaveAttributeAsync("data-state", "notstarted");
    }

    [Fact]
    public async Task Keep_a_syllable_whole_while_the_server_draws_the_page_anew()
    {
        var (visit, desk, path) = await GivenADocument();
        // Neither page is brought to the front: a page that is left ends its composition.
        var other = await visit.NewTabAsync(path);
        var otherDesk = new Desk(other);
        await otherDesk.ReadyAsync();
        await desk.UseAsync(1);
        var hand = await InputMethod.OfAsync(visit.Page);

        await hand.TypeLeavingLastOpenAsync("무역활동");
        await otherDesk.UseAsync(6);
        await other.Keyboard.TypeAsync("다른 창에서");
        await other.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(desk.Row(6)).ToHaveAttributeAsync("data-text", "다른 창에서");
        await hand.CommitAsync("동");
        await hand.TypeAsync("을");

        Assert.Equal("무역활동을", await desk.TextAsync());
        await desk.SavedAsync(1, "무역활동을");
    }

    [Fact]
    public async Task Be_there_after_the_server_was_killed_and_started_again()
    {
        var (visit, desk, _) = await GivenADocument();
        visit.TolerateLostConnection();
        await visit.Page.Keyboard.TypeAsync("죽기 전에");
        await desk.SavedAsync(1, "죽기 전에");

        await visit.App.KillAsync();
        await visit.Page.Keyboard.TypeAsync(" 쓰고 죽은 뒤에도 쓴다");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.Keyboard.TypeAsync("다음 줄");
        await visit.App.StartAgainAsync(Cancellation);
        await desk.SavedAsync(2, "다음 줄");

        await desk.SavedAsync(1, "죽기 전에 쓰고 죽은 뒤에도 쓴다");
        await Assertions.Expect(desk.Row(1)).ToHaveAttributeAsync("data-state", "translated");
        await desk.InUseAsync(2);
    }

    [Fact]
    public async Task Be_there_when_the_tab_was_closed_at_once()
    {
        var (visit, desk, path) = await GivenADocument();

        await visit.Page.Keyboard.TypeAsync("곧바로 닫는다");
        await visit.Page.CloseAsync();
        var again = new Desk(await visit.NewTabAsync(path));

        await again.SavedAsync(1, "곧바로 닫는다");
        await Assertions.Expect(again.Row(1)).ToHaveAttributeAsync("data-state", "draft");
        Assert.NotNull(desk);
    }

    [Fact]
    public async Task Be_there_when_the_page_was_left_by_a_link_with_a_draft_under_way()
    {
        var (visit, desk, _) = await GivenADocument(new VisitOptions { Latency = TimeSpan.FromMilliseconds(300) });
        await desk.UseAsync(5);
        await visit.Page.Keyboard.TypeAsync("앞");
        await visit.Page.WaitForTimeoutAsync(450); // The draft has gone, and is not answered yet.
        await visit.Page.Keyboard.TypeAsync("뒤");
        await visit.Page.Locator(".wb-tools a[href$='/export']").ClickAsync();
        await visit.Page.WaitForURLAsync("**/export");

        await visit.Page.GoBackAsync();

        await desk.InUseAsync(5);
        await desk.SavedAsync(5, "앞뒤");
        Assert.Equal("앞뒤", await desk.TextAsync());
    }

    [Fact]
    public async Task Come_back_with_its_place_after_a_reload()
    {
        var (visit, desk, _) = await GivenADocument();
        await desk.UseAsync(7);
        await visit.Page.Keyboard.TypeAsync("일곱째");
        await desk.SavedAsync(7, "일곱째");

        await visit.Page.ReloadAsync();
        await visit.DrawnAsync();
        await desk.InUseAsync(7);

        Assert.Equal("일곱째", await desk.TextAsync());
        await Assertions.Expect(desk.Field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keep_both_texts_when_two_tabs_write_one_segment()
    {
        var (visit, desk, path) = await GivenADocument();
        await desk.UseAsync(8);
        var second = await visit.NewTabAsync(path);
        var secondDesk = new Desk(second);
        await secondDesk.ReadyAsync();
        await secondDesk.UseAsync(8);
        await second.Keyboard.TypeAsync("둘째 사람");
        await visit.Page.BringToFrontAsync();
        await visit.Page.Keyboard.TypeAsync("첫째 사람");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.SavedAsync(8, "첫째 사람");

        await second.BringToFrontAsync();
        await second.Keyboard.TypeAsync("의 글");
        await Assertions.Expect(secondDesk.Row(8).Locator(".wb-clash")).ToContainTextAsync("첫째 사람");
        Assert.Equal("둘째 사람의 글", await secondDesk.TextAsync());
        await second.Keyboard.PressAsync("Control+ArrowDown");

        await Assertions.Expect(secondDesk.Row(8).Locator(".wb-clash")).ToContainTextAsync("둘째 사람의 글");
        await Assertions.Expect(desk.Row(8).Locator(".wb-clash")).ToContainTextAsync("둘째 사람의 글");
        await Assertions.Expect(desk.Row(8)).ToHaveAttributeAsync("data-text", "첫째 사람");
        await Assertions.Expect(desk.Row(8)).ToHaveAttributeAsync("data-state", "translated");
    }

    [Fact]
    public async Task Take_back_and_repeat_what_commands_did()
    {
        var (visit, desk, _) = await GivenADocument();
        var keys = visit.Page.Keyboard;
        await desk.UseAsync(3);

        await keys.PressAsync("Control+Insert");
        Assert.Equal("A ⟦1›bold‹1⟧ word.", await desk.TextAsync());
        await keys.PressAsync("Alt+Delete");
        Assert.Equal("", await desk.TextAsync());
        await keys.PressAsync("Control+z");
        Assert.Equal("A ⟦1›bold‹1⟧ word.", await desk.TextAsync());
        await keys.PressAsync("Control+z");
        Assert.Equal("", await desk.TextAsync());
        await keys.PressAsync("Control+y");
        await keys.PressAsync("Home");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Backspace");

        Assert.Equal("A bold‹1⟧ word.", await desk.TextAsync());
    }

    [Fact]
    public async Task Know_its_keys_by_their_place_with_the_Hangul_layout_on()
    {
        var (visit, desk, _) = await GivenADocument();
        await visit.Page.Keyboard.TypeAsync("글");

        await PressAsync("ㅎ", "KeyG");
        await Assertions.Expect(visit.Page.Locator("dialog[data-dialog='go-to']")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(desk.Field).ToBeFocusedAsync();
        await PressAsync("ㅋ", "KeyZ");

        Assert.Equal("", await desk.TextAsync());

        Task PressAsync(string key, string code) => desk.Field.EvaluateAsync(
            "(field, [key, code]) => field.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true }))",
            new[] { key, code });
    }

    [Fact]
    public async Task Take_a_confirmation_away_by_key_and_by_editing()
    {
        var (visit, desk, _) = await GivenADocument();
        await visit.Page.Keyboard.TypeAsync("확정");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.SavedAsync(1, "확정");
        await desk.UseAsync(1);

        await visit.Page.Keyboard.PressAsync("Control+Shift+Enter");
        await Assertions.Expect(desk.Row(1)).ToHaveAttributeAsync("data-state", "draft");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(desk.Row(1)).ToHaveAttributeAsync("data-state", "translated");
        await desk.UseAsync(1);
        await visit.Page.Keyboard.TypeAsync("됨");

        await Assertions.Expect(desk.Row(1)).ToHaveAttributeAsync("data-state", "draft");
        await desk.SavedAsync(1, "확정됨");
    }

    [Fact]
    public async Task Put_in_by_key_what_a_like_sentence_became()
    {
        var (visit, desk, _) = await GivenADocument();
        await desk.UseAsync(4);
        await visit.Page.Keyboard.TypeAsync("공화국의 무역이 장성하였다.");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.InUseAsync(5);

        await Assertions.Expect(visit.Page.Locator("#panel-matches .wb-score").First).ToContainTextAsync("10");
        await visit.Page.Keyboard.PressAsync("Alt+1");

        await Assertions.Expect(desk.Field).ToHaveValueAsync("공화국의 무역이 장성하였다.");
        await desk.SavedAsync(5, "공화국의 무역이 장성하였다.");
    }

    [Fact]
    public async Task Walk_a_long_document_whose_rows_are_not_all_drawn()
    {
        var (visit, desk, _) = await GivenADocument(segments: 700);
        await visit.Page.Keyboard.TypeAsync("첫 줄");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.Keyboard.TypeAsync("둘째 줄");
        await desk.SavedAsync(1, "첫 줄");

        await desk.GoToAsync(650);
        await Assertions.Expect(visit.Page.Locator(".wb-dock-source")).ToContainTextAsync("Sentence number 650");
        await visit.Page.Keyboard.TypeAsync("먼 줄");

        await desk.SavedAsync(650, "먼 줄");
        await Assertions.Expect(desk.Field).ToHaveValueAsync("먼 줄");
        Assert.True(await visit.Page.Locator(".wb-row").CountAsync() < 100);
    }

    [Fact]
    public async Task Go_on_without_a_connection_and_catch_up_when_it_is_back()
    {
        var (visit, desk, _) = await GivenADocument(new VisitOptions { Latency = TimeSpan.Zero });
        visit.TolerateLostConnection();
        await desk.UseAsync(3);

        visit.Network!.Cut();
        await visit.Page.Keyboard.TypeAsync("끊긴 줄");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await desk.InUseAsync(4);
        await visit.Page.Keyboard.TypeAsync("다음 줄");
        await Assertions.Expect(desk.Row(4).Locator(".wb-row-status")).ToHaveAttributeAsync("data-status", "kept");
        visit.Network.Mend();

        await desk.SavedAsync(4, "다음 줄");
        await Assertions.Expect(desk.Row(3)).ToHaveAttributeAsync("data-text", "끊긴 줄");
        await Assertions.Expect(desk.Row(3)).ToHaveAttributeAsync("data-state", "translated");
        await Assertions.Expect(visit.Page.Locator("#panel-terms")).ToContainTextAsync(Desk.OfficialTerm);
    }

    private async Task<(Visit Visit, Desk Desk, string Path)> GivenADocument(VisitOptions? options = null, int segments = 25)
    {
        var app = await OwnAppAsync();
        var path = await Desk.WithDocumentAsync(app, segments, Cancellation);
        var visit = await OpenAsync(app, path, options);
        var desk = new Desk(visit.Page);
        await desk.ReadyAsync();

        return (visit, desk, path);
    }
}
