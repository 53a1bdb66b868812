using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>Reports runs of two or more spaces inside the target when the source has none.</summary>
public sealed partial class DoubleSpaceCheck : IQualityCheck
{
    public string Id => "double-space";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("One space.", "공백  하나.", IssueCount: 1),
        new("One space.", "공백  하나  둘.", IssueCount: 2),
        new("One space.", "공백 \u00A0하나.", IssueCount: 1),
        new("One space.", "공백 하나.", IssueCount: 0),
        new("Two  spaces.", "공백  둘.", IssueCount: 0),
        new("One space.", "  공백 하나.", IssueCount: 0), // At an edge it is another check's.
        CheckExample.ToEnglish("대외무역의 발전", "development of  foreign trade", 1),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text) =>
        SpaceRun.IsMatch(text.Source.Text)
            ? []
            : SpaceRun.Matches(text.Target.Text)
                .Select(run => QualityIssue.Warning(this, new TextSpan(run.Index, run.Length), ("count", run.Length)));

    [GeneratedRegex(@"(?<=\S)[ \u00A0\u3000]{2,}(?=\S)")]
    private static partial Regex SpaceRun { get; }
}
