using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Text;

namespace Workbench.Core.Exchange;

/// <summary>What stands in a translation where a segment has none. The words are in <see cref="Strings"/> under <c>Export_Untranslated_</c> + name.</summary>
public enum UntranslatedText
{
    /// <summary>The source, as it came.</summary>
    Source,

    /// <summary>Nothing; the line stays.</summary>
    Empty,

    /// <summary>The source in brackets that say so.</summary>
    Marked,
}

/// <summary>Where a translation says what it is. The words are in <see cref="Strings"/> under <c>Export_Statement_At_</c> + name.</summary>
public enum StatementPlace
{
    None,
    Head,
    End,
}

public sealed record TranslationOptions
{
    /// <summary>The states whose targets are taken; segments in others are untranslated.</summary>
    public ImmutableArray<ShownState> States { get; init; } = [.. Enum.GetValues<ShownState>()];

    public UntranslatedText Untranslated { get; init; }

    public StatementPlace Statement { get; init; }

    /// <summary>As IANA names it; empty for the original's.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>Who translated; null for the name of who exports.</summary>
    public string? Translator { get; init; }

    /// <summary>The language of the statement and of marks: the interface's.</summary>
    public string InterfaceLanguage { get; init; } = "en";
}

/// <summary>A unit as the translation has it.</summary>
/// <param name="IsTouched">Whether anything stands in place of the source; otherwise the original's bytes stay.</param>
public sealed record TranslatedBlock(Unit Unit, InlineText Text, bool IsTouched);

/// <summary>The translation alone, before it is written into the original.</summary>
public sealed record TranslatedDocument
{
    public required Project Project { get; init; }

    public required Document Document { get; init; }

    /// <summary>In the order of the original.</summary>
    public required ImmutableArray<TranslatedBlock> Blocks { get; init; }

    /// <summary>Paragraphs of the statement; empty where none is wanted.</summary>
    public required ImmutableArray<string> Statement { get; init; }

    public required TranslationOptions Options { get; init; }

    /// <summary>Of the file, with the dot: the original's, where its format knows it.</summary>
    public required string Extension { get; init; }

    public required int SegmentCount { get; init; }

    /// <summary>How many segments have their target in place.</summary>
    public required int TranslatedCount { get; init; }

    /// <summary>In the time zone of who exports.</summary>
    public required DateTimeOffset ExportedAt { get; init; }
}
