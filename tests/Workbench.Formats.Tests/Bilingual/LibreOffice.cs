using Workbench.Core.Exchange;
using Workbench.TestKit;

namespace Workbench.Formats.Tests.Bilingual;

/// <summary>LibreOffice, given a file of ours as a person would give it: opened and saved as something else.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <returns>The bytes of the converted file.</returns>
    public static async Task<byte[]> ConvertAsync(IBilingualFormat format, BilingualDocument document, string to) =>
        await ConvertAsync(await format.BytesAsync(document), format.Extension, to);

    /// <param name="extension">Of the file, with the dot.</param>
    /// <returns>The bytes of the converted file.</returns>
    public static async Task<byte[]> ConvertAsync(byte[] content, string extension, string to)
    {
        var office = ExternalTool.Require("soffice");
        var folder = Directory.CreateTempSubdirectory("workbench-office-");
        try
        {
            var file = Path.Combine(folder.FullName, "sample" + extension);
            await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
            // A profile of its own, so that two conversions at once do not wait for each other's window.
            var run = await office.RunAsync(
                Patience, $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", to, "--outdir", folder.FullName, file);
            var converted = Path.Combine(folder.FullName, "sample." + to.Split(':')[0]);
            Assert.True(File.Exists(converted), $"LibreOffice did not convert: {run.Output}");
            return await File.ReadAllBytesAsync(converted, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The text of a PDF as it lies on the pages.</summary>
    public static async Task<string> TextOfAsync(byte[] pdf)
    {
        var tool = ExternalTool.Require("pdftotext");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
            return (await tool.RunAsync(Patience, "-layout", file, "-")).Output;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
