using System.ComponentModel;
using System.Diagnostics;

namespace Workbench.Web.Hosting;

/// <summary>Opens an address in the browser that the system would use.</summary>
internal static partial class SystemBrowser
{
    public static void Open(string address, ILogger logger)
    {
        try
        {
            using var started = Process.Start(OperatingSystem.IsLinux()
                ? new ProcessStartInfo("xdg-open", address) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true }
                : new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            // The address stands on the terminal; a machine without a browser of its own is no fault.
            LogNoBrowser(logger, exception);
        }
    }

    [LoggerMessage(EventId = 1003, Level = LogLevel.Information, Message = "No browser could be opened")]
    private static partial void LogNoBrowser(ILogger logger, Exception exception);
}
