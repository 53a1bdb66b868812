using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Text;

namespace Workbench.Core.Exchange;

/// <summary>A <c>prop</c> of a memory file, carried as it stands.</summary>
public sealed record MemoryProperty(string Type, string Value)
{
    /// <summary>As the file writes it; empty for none.</summary>
    public string Language { get; init; } = "";

    /// <summary>TMX <c>o-encoding</c>: the encoding the text once had; empty for none.</summary>
    public string Encoding { get; init; } = "";
}

/// <summary>A <c>note</c> of a memory file.</summary>
public sealed record MemoryNote(string Text)
{
    /// <inheritdoc cref="MemoryProperty.Language"/>
    public string Language { get; init; } = "";

    /// <inheritdoc cref="MemoryProperty.Encoding"/>
    public string Encoding { get; init; } = "";
}

/// <summary>What a memory file says of itself.</summary>
public sealed record MemoryHeader
{
    /// <summary>Null where the file has units of several source languages (TMX <c>*all*</c>).</summary>
    public LanguageTag? SourceLanguage { get; init; }

    /// <summary>Everything else it says, by the attribute's name: <c>segtype</c>, <c>creationtool</c>, <c>o-tmf</c> …</summary>
    public ImmutableArray<Property> Attributes { get; init; } = [];

    public ImmutableArray<MemoryProperty> Properties { get; init; } = [];

    public ImmutableArray<MemoryNote> Notes { get; init; } = [];

    /// <summary>Definitions of private characters (TMX <c>ude</c>), as XML; carried, not understood.</summary>
    public ImmutableArray<string> PrivateCharacters { get; init; } = [];
}

/// <summary>What an inline code of a variant stood for.</summary>
/// <param name="Content">The original code, such as <c>&lt;b&gt;</c>; as XML where <paramref name="IsMarkup"/>.</param>
/// <param name="IsMarkup">Whether it holds text of its own (TMX <c>sub</c>), and is therefore kept as XML.</param>
/// <param name="Element">The element it was, where its kind does not say it: TMX <c>hi</c>, <c>ut</c>; else empty.</param>
/// <param name="Association">TMX <c>assoc</c>; empty for none.</param>
public sealed record MemoryCode(string Content, bool IsMarkup = false, string Element = "", string Association = "");

/// <summary>One language of a unit (TMX <c>tuv</c>).</summary>
public sealed record MemoryVariant
{
    public required LanguageTag Language { get; init; }

    public required InlineText Text { get; init; }

    /// <summary>What the codes stand for, by their <see cref="InlineCode.DataRef"/>.</summary>
    public ImmutableDictionary<string, MemoryCode> Codes { get; init; } = ImmutableDictionary<string, MemoryCode>.Empty;

    /// <summary>By the attribute's name: <c>creationid</c>, <c>changedate</c>, <c>usagecount</c> …</summary>
    public ImmutableArray<Property> Attributes { get; init; } = [];

    public ImmutableArray<MemoryProperty> Properties { get; init; } = [];

    public ImmutableArray<MemoryNote> Notes { get; init; } = [];
}

/// <summary>A unit as a memory file holds it, in any number of languages (TMX <c>tu</c>).</summary>
public sealed record MemoryUnit
{
    public required ImmutableArray<MemoryVariant> Variants { get; init; }

    /// <inheritdoc cref="MemoryVariant.Attributes"/>
    public ImmutableArray<Property> Attributes { get; init; } = [];

    public ImmutableArray<MemoryProperty> Properties { get; init; } = [];

    public ImmutableArray<MemoryNote> Notes { get; init; } = [];

    /// <summary>The variant in <paramref name="language"/>, else one that can serve there; null when there is neither.</summary>
    public MemoryVariant? In(LanguageTag language) =>
        Variants.FirstOrDefault(variant => variant.Language == language)
        ?? Variants.FirstOrDefault(variant => language.Accepts(variant.Language));
}
