using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Xml;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Tmx;

/// <summary>Whole translation memories as TMX: reads 1.1 to 1.4b, writes 1.4b.</summary>
public sealed class TmxMemoryFormat : IMemoryFormat
{
    private const int UnitsBetweenPauses = 256;

    public string Id => "tmx";

    public ImmutableArray<string> Extensions { get; } = [".tmx"];

    public string MediaType => "application/x-tmx+xml";

    public ValueTask<Result<ReadMemory>> OpenAsync(Stream input, ReadOptions options, CancellationToken cancellationToken)
    {
        var xml = SafeXml.CreateReader(input);
        try
        {
            var reader = new TmxReader(xml, options.FileName);
            var header = reader.ReadHeader();

            return ValueTask.FromResult(header.Succeeded
                ? Result.Success(new ReadMemory(header.Value, Units(xml, reader, options.FileName, CancellationToken.None)), [.. header.Problems])
                : Result.Failure<ReadMemory>([.. header.Problems]));
        }
        catch (XmlException broken)
        {
            return ValueTask.FromResult(Result.Failure<ReadMemory>(XmlProblem.Of(broken, options.FileName)));
        }
    }

    public async ValueTask<ImmutableArray<Problem>> WriteAsync(
        MemoryHeader header, IAsyncEnumerable<MemoryUnit> units, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new TmxWriter(output);
        writer.Start(header);
        await foreach (var unit in units.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(unit, cancellationToken);
        }

        await writer.FinishAsync(cancellationToken);

        return writer.Problems;
    }

    private static async IAsyncEnumerable<Result<MemoryUnit>> Units(
        XmlReader xml, TmxReader reader, string fileName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var owned = xml;
        for (var count = 1; Next(reader, fileName) is { } unit; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return unit;
            if (!unit.Succeeded && unit.Problems.Any(problem => problem.Severity == Severity.Error))
            {
                yield break;
            }

            if (count % UnitsBetweenPauses == 0)
            {
                await Task.Yield();
            }
        }
    }

    private static Result<MemoryUnit>? Next(TmxReader reader, string fileName)
    {
        try
        {
            return reader.ReadUnit();
        }
        catch (XmlException broken)
        {
            return Result.Failure<MemoryUnit>(XmlProblem.Of(broken, fileName));
        }
    }
}
