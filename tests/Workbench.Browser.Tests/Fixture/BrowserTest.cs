using Microsoft.Playwright;
using Workbench.TestKit;

namespace Workbench.Browser.Tests.Fixture;

/// <summary>
/// What every browser test stands on. Pages are opened through it, watched while they are open, and a test in which one of them
/// reported a fault fails, whatever it asserted itself. A failed test leaves screenshots and the app's output in
/// <see cref="Artifacts"/>. One collection holds them all: they watch the clock, and two cores are few.
/// </summary>
[Collection("browser")]
public abstract class BrowserTest(BrowserFixture browser) : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];
    private readonly List<AppProcess> _apps = [];
    private readonly List<LatencyProxy> _proxies = [];

    /// <summary>Where screenshots and what failed tests leave go; ignored by git.</summary>
    public static string Artifacts { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "browser")).FullName;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The app that tests share; see <see cref="BrowserFixture.SharedAppAsync"/>.</summary>
    protected Task<AppProcess> SharedAppAsync() => browser.SharedAppAsync(Cancellation);

    /// <summary>An app of this test's own, with an empty workspace; it may be killed, and ends with the test.</summary>
    protected async Task<AppProcess> OwnAppAsync()
    {
        var app = await AppProcess.StartAsync(Cancellation);
        _apps.Add(app);

        return app;
    }

    /// <summary>Opens an address in a browser profile of its own that the app lets in, and waits until the page is drawn.</summary>
    /// <param name="path">From the origin on: <c>/</c>.</param>
    protected async Task<Visit> OpenAsync(AppProcess app, string path = "/", VisitOptions? options = null)
    {
        var visit = await BeginAsync(app, options);
        await app.LetInAsync(visit.Context, Cancellation);
        await visit.GoToAsync(path);

        return visit;
    }

    /// <summary>A browser profile that the app has not let in, with an empty page.</summary>
    protected async Task<Visit> BeginAsync(AppProcess app, VisitOptions? options = null)
    {
        options ??= new VisitOptions();
        LatencyProxy? proxy = null;
        if (options.Latency is { } latency)
        {
            proxy = new LatencyProxy(app.Port) { Latency = latency };
            _proxies.Add(proxy);
        }

        var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = options.Culture == "ko" ? "ko-KR" : "en-GB",
            TimezoneId = "Etc/UTC",
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            Proxy = proxy is null ? null : new Proxy { Server = proxy.Address },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(BrowserFixture.Patience);
        var visit = await Visit.StartAsync(app, context, proxy);
        _visits.Add(visit);

        return visit;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var faults = _visits.SelectMany(visit => visit.Faults).ToList();
        if (failed || faults.Count > 0)
        {
            await LeaveEvidenceAsync();
        }

        foreach (var visit in _visits)
        {
            await visit.Context.CloseAsync();
        }

        foreach (var proxy in _proxies)
        {
            await proxy.DisposeAsync();
        }

        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        Assert.True(faults.Count == 0, $"The pages of this test reported faults:\n{string.Join('\n', faults)}");
    }

    private async Task LeaveEvidenceAsync()
    {
        var name = string.Concat((TestContext.Current.Test?.TestDisplayName ?? "test").Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
        var folder = Directory.CreateDirectory(Path.Combine(Artifacts, "failed", name[..Math.Min(name.Length, 120)])).FullName;
        for (var i = 0; i < _visits.Count; i++)
        {
            var visit = _visits[i];
            await File.WriteAllTextAsync(Path.Combine(folder, $"app-{i}.log"), visit.App.Output, CancellationToken.None);
            try
            {
                await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"page-{i}.png") });
            }
            catch (PlaywrightException)
            {
                // The page is closed; its app's output is what there is.
            }
        }
    }
}
