using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Terminology;

namespace Workbench.Core.Exchange;

/// <summary>A segment as bilingual output shows it.</summary>
/// <param name="Number">From 1, as in the editor: rows that were left out leave gaps.</param>
public sealed record BilingualRow(int Number, Segment Segment, ImmutableArray<Note> Notes, ImmutableArray<TermHit> Terms);

/// <summary>Everything that bilingual output says: the rows, and what it must state about itself.</summary>
public sealed record BilingualDocument
{
    public required Project Project { get; init; }

    public required Document Document { get; init; }

    /// <summary>The rows that are wanted, in order.</summary>
    public required ImmutableArray<BilingualRow> Rows { get; init; }

    /// <summary>The units of the rows, in order.</summary>
    public required ImmutableArray<Unit> Units { get; init; }

    /// <summary>How many segments the document has; more than there are rows when some were left out.</summary>
    public required int SegmentCount { get; init; }

    /// <summary>The concepts that occur in the rows, in order of first occurrence; empty when no glossary is wanted.</summary>
    public ImmutableArray<ConceptEntry> Concepts { get; init; } = [];

    /// <summary>May be empty.</summary>
    public string Translator { get; init; } = "";

    /// <summary>In the time zone of who exports.</summary>
    public required DateTimeOffset ExportedAt { get; init; }
}

public sealed record BilingualOptions
{
    /// <summary>The states whose segments are wanted.</summary>
    public ImmutableArray<ShownState> States { get; init; } = [.. Enum.GetValues<ShownState>()];

    public bool WithNotes { get; init; } = true;

    /// <summary>Whether the terms that occur are marked and explained.</summary>
    public bool WithGlossary { get; init; } = true;

    /// <summary>Whether cells that only own knowledge stands behind are written, marked as unverified.</summary>
    public bool WithUnverified { get; init; }

    /// <summary>Who translated; null for the name of who exports.</summary>
    public string? Translator { get; init; }

    /// <summary>At most this many rows: a preview. Null for all.</summary>
    public int? FirstRows { get; init; }

    /// <summary>The language of headings and statements: the interface's.</summary>
    public string InterfaceLanguage { get; init; } = "en";
}

/// <summary>
/// Writes source and target side by side, or for another tool. Found by scan. Its name for people is in
/// <see cref="Strings"/> under <c>Export_Format_</c> + <see cref="Id"/>.
/// </summary>
public interface IBilingualFormat
{
    /// <summary>Kebab-case and stable: <c>docx-table</c>.</summary>
    string Id { get; }

    /// <summary>With the dot: <c>.docx</c>.</summary>
    string Extension { get; }

    string MediaType { get; }

    /// <param name="output">Need not seek; left open.</param>
    ValueTask WriteAsync(BilingualDocument document, BilingualOptions options, Stream output, CancellationToken cancellationToken);
}
