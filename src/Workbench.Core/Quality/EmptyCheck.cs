using System.Collections.Immutable;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>Reports a target with nothing to read in it, where the source has something.</summary>
public sealed class EmptyCheck : IQualityCheck
{
    public string Id => "empty";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("Foreign trade.", "", IssueCount: 1),
        new("Foreign trade.", " \u00A0", IssueCount: 1),
        new("Foreign trade.", "대외무역.", IssueCount: 0),
        new(" ", "", IssueCount: 0),
        CheckExample.ToEnglish("대외무역", "", 1),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text) =>
        IsBlank(text.Target) && !IsBlank(text.Source) ? [QualityIssue.Error(this, QualityIssue.NoPlace)] : [];

    /// <summary>Whether there is nothing to read; an inline code alone is something.</summary>
    internal static bool IsBlank(InlineText text) => text.Codes.IsEmpty && string.IsNullOrWhiteSpace(text.Text);
}
