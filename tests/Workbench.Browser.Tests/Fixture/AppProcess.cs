using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workbench.TestKit;

namespace Workbench.Browser.Tests.Fixture;

/// <summary>
/// The real app as people run it: a process of its own, in a foreign working folder, with a data folder and a port that stay the
/// same when it is killed and started again.
/// </summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(90);
    private static readonly ConcurrentDictionary<AppProcess, bool> Running = [];

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly string _program;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workbench-");
    private Process? _process;
    private TaskCompletionSource<string> _launchAddress = new();
    private System.Net.Cookie? _access;

    static AppProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var app in Running.Keys)
        {
            app._process?.Kill(entireProcessTree: true);
        }
    };

    private AppProcess(string program)
    {
        _program = program;
        Port = FreePort();
        WorkingFolder.Create();
    }

    /// <summary>Removed when this is disposed of.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    public int Port { get; }

    /// <summary>What every page's address starts with, without a slash at the end.</summary>
    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>Everything that it has written to its outputs, over all its lives.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>The newest address with a launch token; it works once.</summary>
    public string LaunchAddress => _launchAddress.Task.Result;

    private DirectoryInfo WorkingFolder => new(Path.Combine(_folder.FullName, "elsewhere"));

    /// <summary>Starts the app of this build with an empty data folder on a free port, and waits until it is ready.</summary>
    public static Task<AppProcess> StartAsync(CancellationToken cancellationToken) =>
        StartAsync(Path.Combine(BuildOutput, "Workbench.Web.dll"), cancellationToken);

    /// <param name="program">A <c>.dll</c>, or the executable of a published folder.</param>
    public static async Task<AppProcess> StartAsync(string program, CancellationToken cancellationToken)
    {
        var app = new AppProcess(program);
        try
        {
            await app.StartAgainAsync(cancellationToken);

            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it after <see cref="KillAsync"/> or <see cref="StopAsync"/>: same port, same data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var ready = _launchAddress = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => ready.TrySetException(
            new InvalidOperationException($"The app ended before it was ready:\n{Output}"));
        process.Start();
        _process = process;
        Running[this] = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        await ready.Task.WaitAsync(ReadyWithin, cancellationToken);
    }

    /// <summary>As the system does when memory or patience ends: no code of the app runs any more.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            Forget(process);
        }
    }

    /// <summary>Asks it to end, as closing its terminal does, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        var process = _process ?? throw new InvalidOperationException("The app is not running.");
        using (var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync(cancellationToken);
        }

        await process.WaitForExitAsync(cancellationToken);
        var code = process.ExitCode;
        Forget(process);

        return code;
    }

    /// <summary>The cookie that a browser gets for a launch token: traded for once, good for every context and after a restart.</summary>
    public async Task<System.Net.Cookie> AccessAsync(CancellationToken cancellationToken)
    {
        if (_access is null)
        {
            var cookies = new CookieContainer();
            using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies };
            using var client = new HttpClient(handler);
            using var response = await client.GetAsync(new Uri(LaunchAddress), cancellationToken);
            _access = cookies.GetCookies(new Uri(Origin)).SingleOrDefault(cookie => cookie.Name.StartsWith("workbench-access", StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"The launch address gave no access: {response.StatusCode}\n{Output}");
        }

        return _access;
    }

    /// <summary>Lets a browser in as if its person had opened the launch address.</summary>
    public async Task LetInAsync(IBrowserContext context, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(cancellationToken);
        await context.AddCookiesAsync(
        [
            new() { Name = access.Name, Value = access.Value, Url = Origin, HttpOnly = true, SameSite = SameSiteAttribute.Strict },
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The app's build that belongs to this test's build: same configuration, same framework.</summary>
    public static string BuildOutput
    {
        get
        {
            var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

            return Path.Combine(Repository.Root, "src", "Workbench.Web", "bin", own.Parent!.Name, own.Name);
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ProcessStartInfo Command()
    {
        var isAssembly = Path.GetExtension(_program) == ".dll";
        var command = new ProcessStartInfo(isAssembly ? "dotnet" : _program)
        {
            WorkingDirectory = WorkingFolder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            .. isAssembly ? ["exec", _program] : Array.Empty<string>(),
            "--data", Data,
            string.Create(CultureInfo.InvariantCulture, $"--Workbench:Port={Port}"),
            "--Workbench:OpenBrowser=false",
        ];
        foreach (var argument in arguments)
        {
            command.ArgumentList.Add(argument);
        }

        foreach (var name in command.Environment.Keys.Where(IsSetting).ToList())
        {
            command.Environment.Remove(name);
        }

        return command;
    }

    /// <summary>The machine's own settings are not the app's.</summary>
    private static bool IsSetting(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) ||
        name.StartsWith("Workbench__", StringComparison.Ordinal) ||
        name is "DOTNET_ENVIRONMENT" or "WORKBENCH_DATA";

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (LaunchLine.Match(line) is { Success: true } match && !_launchAddress.TrySetResult(match.Value))
        {
            // A token was used, and the app has printed the next one.
            var next = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            next.SetResult(match.Value);
            _launchAddress = next;
        }
    }

    private void Forget(Process process)
    {
        process.Dispose();
        _process = null;
        Running.TryRemove(this, out _);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/start\?token=\S+")]
    private static partial Regex LaunchLine { get; }
}
