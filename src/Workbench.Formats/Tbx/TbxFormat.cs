using System.Collections.Immutable;
using System.Xml;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Formats.Terms;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Tbx;

/// <summary>Glossaries as TBX: writes version 3 (ISO 30042:2019, DCA), reads it and version 2.</summary>
public sealed class TbxFormat : ITermFormat
{
    /// <summary>In bytes.</summary>
    public const int MaxSize = 100 * InputBytes.Megabyte;

    public string Id => "tbx";

    public ImmutableArray<string> Extensions { get; } = [".tbx"];

    public string MediaType => "application/x-tbx+xml";

    public async ValueTask<Result<ReadTerms>> ReadAsync(Stream input, ReadOptions options, CancellationToken cancellationToken)
    {
        var bytes = await InputBytes.ReadAsync(input, MaxSize, options.FileName, cancellationToken);
        if (!bytes.Succeeded)
        {
            return Result.Failure<ReadTerms>([.. bytes.Problems]);
        }

        try
        {
            using var xml = SafeXml.CreateReader(bytes.Value);

            return new TbxReader(xml, options.FileName).Read();
        }
        catch (XmlException broken)
        {
            return Result.Failure<ReadTerms>(XmlProblem.Of(broken, options.FileName));
        }
    }

    public async ValueTask<ImmutableArray<Problem>> WriteAsync(
        IEnumerable<ConceptEntry> entries, TermWriteOptions options, Stream output, CancellationToken cancellationToken)
    {
        await using var xml = new XmlOutput(output);
        await new TbxWriter(xml, [.. VerifiedTerms.Of(entries, options)]).WriteAsync(cancellationToken);

        return xml.Problems;
    }
}
