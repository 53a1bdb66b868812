using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Editor;

/// <summary>The main job in one walk: from the launch address to the bilingual document, with a killed server on the way.</summary>
public sealed partial class MainJobShould(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Heading = "정책과 법";
    private const string Earlier =
        "Under the leadership of the great leader Comrade Kim Jong Il, foreign trade of the DPRK ushered in a new stage of its development.";
    private const string Like = "조선의 대외무역은 끊임없이 발전하여왔다.";
    private const string Composed = "무역을 발전시킨다.";

    [Fact]
    public async Task Lead_from_the_launch_address_to_a_bilingual_document()
    {
        var app = await OwnAppAsync();
        await Desk.WithRememberedAsync(app, Earlier, Like, Cancellation);
        var visit = await BeginAsync(app);
        visit.TolerateLostConnection();
        var desk = new Desk(visit.Page);
        var keys = visit.Page.Keyboard;
        await visit.Page.GotoAsync(app.LaunchAddress);
        await visit.DrawnAsync();
        await desk.ReadyAsync();
        await Assertions.Expect(visit.Page.Locator(".wb-row")).ToHaveCountAsync(25);
        await Assertions.Expect(visit.Page.Locator(".wb-editor-facts")).ToContainTextAsync("a DPRK state body); its claims are the publisher's");

        // A heading by hand, the title by its term, then a sentence composed with Ctrl+Enter pressed into the last syllable.
        await desk.UseAsync(1);
        await keys.TypeAsync(Heading);
        await keys.PressAsync("Control+Enter");
        await desk.InUseAsync(2);
        await keys.PressAsync("Control+Alt+2");
        await Assertions.Expect(desk.Field).ToHaveValueAsync("대외무역");
        await keys.PressAsync("Control+Enter");
        await desk.InUseAsync(3);
        var hand = await InputMethod.OfAsync(visit.Page);
        await hand.TypeLeavingLastOpenAsync(Composed[..^1]);
        await hand.PressWhileComposingAsync("Enter", "Enter", control: true);
        await hand.CommitAsync(Composed[^2..^1]);
        await desk.InUseAsync(4);
        await desk.SavedAsync(3, Composed[..^1]);

        // An earlier job had a like sentence; a check speaks while one types.
        await desk.GoToAsync(15);
        await Assertions.Expect(visit.Page.Locator("#panel-matches .wb-item-target").First).ToHaveTextAsync(Like);
        await keys.PressAsync("Alt+1");
        await Assertions.Expect(desk.Field).ToHaveValueAsync(Like);
        await keys.TypeAsync(" (");
        await Assertions.Expect(visit.Page.Locator("#panel-checks")).ToContainTextAsync("( has no partner");
        await keys.PressAsync("Backspace");
        await keys.PressAsync("Backspace");
        await Assertions.Expect(visit.Page.Locator("#panel-checks")).Not.ToContainTextAsync("has no partner");
        await keys.PressAsync("Control+Enter");
        await desk.SavedAsync(15, Like);
        await Assertions.Expect(visit.Page.Locator(".wb-progress")).ToContainTextAsync("4 / 25");

        // A reload comes back to the row; a server that is killed between two letters costs neither.
        await visit.Page.ReloadAsync();
        await visit.DrawnAsync();
        await desk.InUseAsync(16);
        await desk.UseAsync(3);
        await keys.PressAsync("End");
        await app.KillAsync();
        await keys.TypeAsync(".");
        await app.StartAgainAsync(Cancellation);
        await desk.SavedAsync(3, Composed);
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(desk.Row(3)).ToHaveAttributeAsync("data-state", "translated");
        await desk.SettledAsync();

        var document = await DocumentAsync(visit);
        Assert.Contains(Heading, document, StringComparison.Ordinal);
        Assert.Contains("대외무역", document, StringComparison.Ordinal);
        Assert.Contains(Composed, document, StringComparison.Ordinal);
        Assert.Contains("Immortal Exploits Performed", document, StringComparison.Ordinal);
    }

    /// <summary>The text of the DOCX that the export page gives.</summary>
    private static async Task<string> DocumentAsync(Visit visit)
    {
        var path = new Uri(visit.Page.Url).AbsolutePath;
        var answer = await visit.Context.APIRequest.GetAsync($"{visit.App.Origin}{path}/export/download?format=docx-table");
        Assert.True(answer.Ok, $"{answer.Status}");
        await using var package = new ZipArchive(new MemoryStream(await answer.BodyAsync()));
        using var reader = new StreamReader(await package.GetEntry("word/document.xml")!.OpenAsync(Cancellation));

        return Markup.Replace(await reader.ReadToEndAsync(Cancellation), "");
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Markup { get; }
}
