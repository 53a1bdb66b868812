using System.Text;
using Workbench.Core.Exchange;

namespace Workbench.Formats.Tests.Bilingual;

internal static class Writing
{
    public static async Task<byte[]> BytesAsync(this IBilingualFormat format, BilingualDocument document, BilingualOptions? options = null)
    {
        using var output = new MemoryStream();
        await format.WriteAsync(document, options ?? new BilingualOptions(), output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    public static async Task<string> TextAsync(this IBilingualFormat format, BilingualDocument document, BilingualOptions? options = null) =>
        Encoding.UTF8.GetString(await format.BytesAsync(document, options));

    /// <summary>Writes a sample of every format where <c>WORKBENCH_SAMPLES</c> names a folder, to be looked at.</summary>
    public static async Task KeepAsync(this IBilingualFormat format, string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("WORKBENCH_SAMPLES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name + format.Extension), bytes);
        }
    }
}
