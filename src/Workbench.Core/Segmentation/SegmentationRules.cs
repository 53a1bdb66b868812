using System.Collections.Immutable;

namespace Workbench.Core.Segmentation;

/// <summary>
/// Says of a place in a text whether a segment ends there (SRX 2.0, section 5.2 <c>rule</c>). It speaks for a place when
/// <paramref name="Before"/> matches a text that ends there and <paramref name="After"/> one that starts there.
/// </summary>
/// <param name="Breaks">Whether it is a break; otherwise it is an exception from the breaks that follow it.</param>
/// <param name="Before">An ICU regular expression; empty matches everywhere.</param>
/// <param name="After">An ICU regular expression; empty matches everywhere.</param>
public sealed record SegmentationRule(bool Breaks, string Before, string After)
{
    /// <summary>Longer patterns are refused.</summary>
    public const int MaxPatternLength = 8_000;
}

/// <summary>The rules of one language or family, in order: the first that speaks for a place decides.</summary>
public sealed record LanguageRule(string Name, ImmutableArray<SegmentationRule> Rules);

/// <summary>Which languages a <see cref="LanguageRule"/> is for.</summary>
/// <param name="Pattern">A regular expression that matches the whole language tag.</param>
public sealed record LanguageMap(string Pattern, string RuleName);

/// <summary>Segmentation rules for some languages: the content of an SRX file.</summary>
public sealed record SegmentationRules
{
    public required ImmutableArray<LanguageRule> LanguageRules { get; init; }

    /// <summary>In order.</summary>
    public required ImmutableArray<LanguageMap> Maps { get; init; }

    /// <summary>Whether every map that matches gives its rules, one after the other, or only the first.</summary>
    public bool Cascade { get; init; }

    /// <summary>Nothing is ever cut.</summary>
    public static readonly SegmentationRules None = new() { LanguageRules = [], Maps = [] };
}
