using System.Collections.Immutable;
using Workbench.Core.Problems;

namespace Workbench.Core.Exchange;

/// <summary>A memory file that has been opened: what it says of itself, and its units as they are read.</summary>
/// <param name="Units">
/// Each unit with its warnings, in the order of the file. A result without a unit whose problems are warnings is a unit that
/// was left out; one with an error is the last: the file is damaged from there on. Can be walked once.
/// </param>
public sealed record ReadMemory(MemoryHeader Header, IAsyncEnumerable<Result<MemoryUnit>> Units);

/// <summary>Reads and writes whole translation memories as a stream: no more than one unit is held. Found by scan.</summary>
public interface IMemoryFormat
{
    /// <summary>Kebab-case and stable: <c>tmx</c>.</summary>
    string Id { get; }

    /// <summary>With the dot, lower case; the first is used for writing.</summary>
    ImmutableArray<string> Extensions { get; }

    string MediaType { get; }

    /// <param name="input">Stays open, and with its caller, until the units have been walked.</param>
    ValueTask<Result<ReadMemory>> OpenAsync(Stream input, ReadOptions options, CancellationToken cancellationToken);

    /// <param name="output">Need not seek; left open.</param>
    /// <returns>Warnings, such as characters that the format cannot carry.</returns>
    ValueTask<ImmutableArray<Problem>> WriteAsync(
        MemoryHeader header, IAsyncEnumerable<MemoryUnit> units, Stream output, CancellationToken cancellationToken);
}
