using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Workbench.Browser.Tests.Fixture;

/// <summary>How a person's browser is set.</summary>
public sealed record VisitOptions
{
    public bool Dark { get; init; }

    /// <summary>What the browser asks for: <c>en</c> or <c>ko</c>.</summary>
    public string Culture { get; init; } = "en";

    public int Width { get; init; } = 1440;

    public int Height { get; init; } = 900;

    /// <summary>Added to everything that travels, in each direction. Null connects directly; zero goes through the proxy, which can cut.</summary>
    public TimeSpan? Latency { get; init; }
}

/// <summary>
/// A browser profile with one page in the app. It watches what a person does not see: errors on the console, uncaught ones, reports of
/// the Content-Security-Policy, and requests that leave the app. More tabs of the same profile are opened with <see cref="NewTabAsync"/>.
/// </summary>
public sealed partial class Visit
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly List<Regex> _tolerated = [];

    private Visit(AppProcess app, IBrowserContext context, LatencyProxy? proxy)
    {
        App = app;
        Context = context;
        Network = proxy;
    }

    public AppProcess App { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; } = null!;

    /// <summary>The slow line to the app; null when <see cref="VisitOptions.Latency"/> was.</summary>
    public LatencyProxy? Network { get; }

    /// <summary>What a page reported and was not tolerated. The test fails when there is any.</summary>
    public IReadOnlyList<string> Faults => [.. _faults.Where(fault => !_tolerated.Exists(pattern => pattern.IsMatch(fault)))];

    /// <summary>Every address that was asked for so far.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    internal static async Task<Visit> StartAsync(AppProcess app, IBrowserContext context, LatencyProxy? proxy)
    {
        var visit = new Visit(app, context, proxy);
        await context.AddInitScriptAsync("""
            addEventListener("securitypolicyviolation", e =>
              console.error("CSP report: " + e.violatedDirective + " refused " + e.blockedURI + " " + e.sample + " at " + e.sourceFile + ":" + e.lineNumber), true);
            """);
        context.Page += (_, page) => visit.Watch(page);
        visit.Page = await context.NewPageAsync();

        return visit;
    }

    /// <summary>Goes to a path of the app and waits until it is drawn.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(App.Origin + path);
        await DrawnAsync();
    }

    /// <summary>Waits until the circuit is there and the page has its content.</summary>
    public Task DrawnAsync() => DrawnAsync(Page);

    public async Task<IPage> NewTabAsync(string path)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(App.Origin + path);
        await DrawnAsync(page);

        return page;
    }

    /// <summary>Faults that a test provokes. Say the narrowest pattern.</summary>
    public void Tolerate(string pattern) => _tolerated.Add(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>For tests that kill the app or cut the line: what Chromium and Blazor then say of the lost connection is no fault.</summary>
    public void TolerateLostConnection() => Tolerate(
        "WebSocket|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED|ERR_EMPTY_RESPONSE|ERR_PROXY_CONNECTION_FAILED|ERR_TUNNEL_CONNECTION_FAILED|ERR_INCOMPLETE_CHUNKED_ENCODING|Connection disconnected|Failed to complete negotiation|Failed to start the (transport|connection)|Failed to fetch|The circuit failed to initialize|Cannot send data if the connection is not in the 'Connected' State|connection (was )?(lost|closed)");

    /// <summary>A screenshot of what the window shows, to be looked at.</summary>
    /// <returns>Where it lies.</returns>
    public async Task<string> ScreenshotAsync(string name, bool fullPage = false)
    {
        var path = Path.Combine(BrowserTest.Artifacts, name + ".png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = fullPage });

        return path;
    }

    private static async Task DrawnAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => document.querySelector('.wb-shell main h1, .wb-shell [data-ready]') && !document.querySelector('[aria-busy=true]')");
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _faults.Enqueue($"console: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _faults.Enqueue($"uncaught: {error}");
        page.Request += (_, request) => Note(request.Url);
        page.WebSocket += (_, socket) => Note(socket.Url);
    }

    private void Note(string address)
    {
        _requests.Enqueue(address);
        var host = string.Create(CultureInfo.InvariantCulture, $"//127.0.0.1:{App.Port}/");
        if (!InPage.IsMatch(address) && !address.Contains(host, StringComparison.Ordinal))
        {
            _faults.Enqueue($"left the app: {address}");
        }
    }

    [GeneratedRegex("^(data|blob|about):")]
    private static partial Regex InPage { get; }
}
