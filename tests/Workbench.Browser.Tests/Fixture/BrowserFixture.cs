using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Workbench.Browser.Tests.Fixture;

/// <summary>One Chromium for all tests, and one app for those that do not mind sharing it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>How long anything on a page may take, in milliseconds: long, since a machine that builds meanwhile is slow.</summary>
    internal const float Patience = 45_000;

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private AppProcess? _shared;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            // Null is the browser that Playwright's own installer brought.
            ExecutablePath = Environment.GetEnvironmentVariable("WORKBENCH_CHROMIUM") is { Length: > 0 } named ? named : FindOnPath(),
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>
    /// The app that tests share. They may translate in it, but count on no other state than what they made, and never stop it:
    /// a test that wants a fresh workspace or a crash starts its own <see cref="AppProcess"/>.
    /// </summary>
    public async Task<AppProcess> SharedAppAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            return _shared ??= await AppProcess.StartAsync(cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is { } browser)
        {
            await browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_shared is { } shared)
        {
            await shared.DisposeAsync();
        }

        _starting.Dispose();
    }

    private static string? FindOnPath() => (
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let file = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
        where File.Exists(file)
        select file).FirstOrDefault();
}
