using System.Collections.Immutable;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;

namespace Workbench.Core.Exchange;

/// <param name="Entries">Ids, glossary and versions are set by whoever stores them: here they are placeholders.</param>
public sealed record ReadTerms(ImmutableArray<ConceptEntry> Entries)
{
    /// <summary>Whether the concept ids are the file's own, and not made of what stood in the row.</summary>
    public bool HasConceptIds { get; init; } = true;

    /// <summary>
    /// Whether the file states every field, so that a field with its default value was said and not only left out: true of files that
    /// we have written.
    /// </summary>
    public bool StatesEverything { get; init; }
}

/// <param name="WithUnverified">Whether cells that only own knowledge stands behind are written, marked as unverified.</param>
public sealed record TermWriteOptions(bool WithUnverified = true);

/// <summary>Reads and writes glossaries. Found by scan.</summary>
public interface ITermFormat
{
    /// <summary>Kebab-case and stable: <c>tbx</c>.</summary>
    string Id { get; }

    /// <summary>With the dot, lower case; the first is used for writing.</summary>
    ImmutableArray<string> Extensions { get; }

    string MediaType { get; }

    ValueTask<Result<ReadTerms>> ReadAsync(Stream input, ReadOptions options, CancellationToken cancellationToken);

    /// <param name="output">Need not seek; left open.</param>
    /// <returns>Warnings, such as characters that the format cannot carry.</returns>
    ValueTask<ImmutableArray<Problem>> WriteAsync(
        IEnumerable<ConceptEntry> entries, TermWriteOptions options, Stream output, CancellationToken cancellationToken);
}
