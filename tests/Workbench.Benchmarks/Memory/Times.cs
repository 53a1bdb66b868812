using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Workbench.Benchmarks.Memory;

/// <summary>What looking up took, query by query, in milliseconds of this thread's processor: other work on the machine does not count.</summary>
internal sealed class Times
{
    private const int ThreadClock = 3;

    private readonly List<double> _each = [];

    public int Count => _each.Count;

    public double Mean => _each.Average();

    public double Median => At(0.5);

    public void Measure(Action act)
    {
        var start = Now();
        act();
        _each.Add(Now() - start);
    }

    /// <summary>Of each query the faster of two passes.</summary>
    public static Times Best(Times one, Times other)
    {
        var best = new Times();
        best._each.AddRange(one._each.Zip(other._each, Math.Min));

        return best;
    }

    public Times First(int count)
    {
        var first = new Times();
        first._each.AddRange(_each.Take(count));

        return first;
    }

    /// <summary>The time under which this share of the queries stayed.</summary>
    public double At(double share)
    {
        var sorted = _each.Order().ToArray();

        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }

    /// <summary>Of this thread's processor, in milliseconds; the wall's where there is no such clock.</summary>
    public static double Now() =>
        OperatingSystem.IsLinux() && ClockGetTime(ThreadClock, out var time) == 0
            ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
            : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

#pragma warning disable SYSLIB1054 // A generated import needs unsafe code for no gain.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpec time);
#pragma warning restore SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
