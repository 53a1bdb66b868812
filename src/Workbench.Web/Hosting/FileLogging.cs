using System.Globalization;
using Serilog;
using Serilog.Core;

namespace Workbench.Web.Hosting;

/// <summary>
/// Rolling log files in the data folder: names and numbers, never the text being translated. Nothing below information gets in,
/// whatever the settings say: down there the framework writes the messages of a circuit as they are.
/// </summary>
internal static class FileLogging
{
    private const long MaxBytes = 10 * 1024 * 1024;
    private const int KeptFiles = 14;

    public static Logger Create(string folder) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .Enrich.FromLogContext()
        .WriteTo.File(
            Path.Combine(folder, "workbench-.log"),
            rollingInterval: RollingInterval.Day,
            fileSizeLimitBytes: MaxBytes,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: KeptFiles,
            formatProvider: CultureInfo.InvariantCulture,
            outputTemplate: "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} [{Level:u3}] {SourceContext}: {Message:lj} {Properties:j}{NewLine}{Exception}")
        .CreateLogger();
}
