using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

public enum IssueSeverity
{
    /// <summary>Good to know; more often right than not.</summary>
    Hint,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Almost surely wrong.</summary>
    Error,
}

/// <summary>A segment as a check sees it.</summary>
public sealed record CheckedText
{
    public required InlineText Source { get; init; }

    public required InlineText Target { get; init; }

    public LanguageTag SourceLanguage { get; init; } = LanguageTag.English;

    public LanguageTag TargetLanguage { get; init; } = LanguageTag.KoreanNorth;

    /// <summary>The terms that were recognised in the source.</summary>
    public ImmutableArray<TermHit> SourceTerms { get; init; } = [];

    /// <summary>Finds terms in the target; null where there is no glossary.</summary>
    public ITermRecognizer? TargetTerms { get; init; }
}

/// <summary>One finding.</summary>
/// <param name="Span">Where in the target's text; empty at 0 for a finding about the whole segment.</param>
/// <param name="Arguments">Fill the words of <see cref="Strings"/> under <see cref="TextKey"/>, by name.</param>
public sealed record QualityIssue(
    string CheckId, TextSpan Span, IssueSeverity Severity, ImmutableArray<(string Name, object Value)> Arguments)
{
    /// <summary>
    /// For a finding without a place in the target: the words of the source that it is about, so that ignoring one missing term
    /// does not ignore them all. Empty for a finding about the whole segment.
    /// </summary>
    public string About { get; init; } = "";

    /// <summary>Which of several faults the check names, such as <c>missing</c>; empty where it knows one only.</summary>
    public string Variant { get; init; } = "";

    /// <summary>What to write in the place of <see cref="Span"/> to mend it; null where only a person can say.</summary>
    public string? Replacement { get; init; }

    /// <summary>Where its words stand: <c>Check_</c> + the check's id, and <c>_</c> + the variant where there is one.</summary>
    public string TextKey => Variant.Length == 0 ? $"Check_{CheckId}" : $"Check_{CheckId}_{Variant}";

    public static QualityIssue Error(
        IQualityCheck check, TextSpan span, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        new(check.Id, span, IssueSeverity.Error, [.. arguments]);

    public static QualityIssue Warning(
        IQualityCheck check, TextSpan span, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        new(check.Id, span, IssueSeverity.Warning, [.. arguments]);

    /// <summary>About the segment as a whole, not about a place in its target.</summary>
    public static readonly TextSpan NoPlace;
}

/// <summary>Finds one kind of fault. Pure; found by scan; tested by its own <see cref="Examples"/>.</summary>
public interface IQualityCheck
{
    /// <summary>Kebab-case and stable: <c>double-space</c>.</summary>
    string Id { get; }

    ImmutableArray<CheckExample> Examples { get; }

    IEnumerable<QualityIssue> Check(CheckedText text);
}
