using System.Diagnostics;
using Xunit;

namespace Workbench.TestKit;

/// <param name="Output">What it wrote to standard output and standard error, in that order.</param>
public sealed record ToolRun(int ExitCode, string Output);

/// <summary>
/// A program that tests give our files to, because the people who get them use it: LibreOffice, xmllint, OmegaT. A test that
/// needs one fails where it is missing, and says how to bring it; <c>WORKBENCH_WITHOUT=soffice,omegat</c> skips instead, and
/// the skips are counted.
/// </summary>
public sealed class ExternalTool
{
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["soffice"] = "libreoffice-writer-nogui libreoffice-calc-nogui",
        ["xmllint"] = "libxml2-utils",
        ["omegat"] = "omegat",
        ["chromium"] = "chromium fonts-noto-cjk",
        ["pdftotext"] = "poppler-utils",
        ["pdftoppm"] = "poppler-utils",
    };

    private static readonly string[] Extensions = OperatingSystem.IsWindows() ? [".exe", ".com", ".cmd", ".bat"] : [""];

    private readonly string _path;

    private ExternalTool(string path) => _path = path;

    /// <summary>The program's full path: of <c>WORKBENCH_SOFFICE</c> and the like where set, else the first on PATH; null when there is none.</summary>
    public static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable($"WORKBENCH_{name.ToUpperInvariant()}") is { Length: > 0 } named)
        {
            return named;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Extensions.Select(extension => Path.Combine(folder, name + extension)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>The program, or a failed test that says how to install it.</summary>
    public static ExternalTool Require(string name)
    {
        if (Find(name) is { } path)
        {
            return new ExternalTool(path);
        }

        var without = (Environment.GetEnvironmentVariable("WORKBENCH_WITHOUT") ?? "").Split(',', StringSplitOptions.TrimEntries);
        Assert.SkipWhen(without.Contains(name, StringComparer.Ordinal), $"{name} is not installed, and WORKBENCH_WITHOUT names it.");
        Assert.Fail($"{name} is not installed. Debian: apt-get install -y --no-install-recommends {Packages.GetValueOrDefault(name, name)}. "
            + $"Elsewhere put it on PATH, name it in WORKBENCH_{name.ToUpperInvariant()}, or skip its tests with WORKBENCH_WITHOUT={name}.");
        return null!;
    }

    /// <summary>Runs it to the end, or for <paramref name="limit"/>, after which it is killed with its children.</summary>
    /// <exception cref="TimeoutException">It was still running.</exception>
    public async Task<ToolRun> RunAsync(TimeSpan limit, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(_path, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{_path} did not start.");
        using var patience = new CancellationTokenSource(limit);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new ToolRun(process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{_path} was still running after {limit}.", late);
        }
    }
}
