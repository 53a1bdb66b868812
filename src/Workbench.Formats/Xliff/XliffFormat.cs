using Workbench.Core.Exchange;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Xliff;

/// <summary>A document for another tool: XLIFF 2.1.</summary>
public sealed class XliffFormat : IBilingualFormat
{
    public string Id => "xliff-2";

    public string Extension => ".xlf";

    public string MediaType => "application/xliff+xml";

    public async ValueTask WriteAsync(
        BilingualDocument document, BilingualOptions options, Stream output, CancellationToken cancellationToken)
    {
        await using var xml = new XmlOutput(output);
        await new XliffWriter(xml, document, options).WriteAsync(cancellationToken);
    }
}
