using System.Collections.Immutable;
using Workbench.Core.Text;

namespace Workbench.Core.Quality;

/// <summary>Reports white space before or after the target that the source does not have, and the other way round.</summary>
public sealed class EdgeSpaceCheck : IQualityCheck
{
    public string Id => "edge-space";

    public ImmutableArray<CheckExample> Examples { get; } =
    [
        new("Foreign trade.", " 대외무역.", IssueCount: 1),
        new("Foreign trade.", "대외무역. ", IssueCount: 1),
        new("Foreign trade.", " 대외무역.\u00A0", IssueCount: 2),
        new("Foreign trade.", "대외무역.", IssueCount: 0),
        new("Foreign trade. ", "대외무역. ", IssueCount: 0),
        new("Foreign trade. ", "대외무역.", IssueCount: 1),
        new("Foreign trade.", "  ", IssueCount: 0), // Empty is another check's.
        CheckExample.ToEnglish("대외무역", "foreign trade ", 1),
    ];

    public IEnumerable<QualityIssue> Check(CheckedText text)
    {
        var (source, target) = (text.Source.Text, text.Target.Text);
        if (EmptyCheck.IsBlank(text.Target) || EmptyCheck.IsBlank(text.Source))
        {
            yield break;
        }

        var (leading, trailing) = (target.Length - target.TrimStart().Length, target.Length - target.TrimEnd().Length);
        if ((leading > 0) != (source.Length > 0 && char.IsWhiteSpace(source[0])))
        {
            yield return QualityIssue.Warning(this, new TextSpan(0, leading)) with { Variant = "start" };
        }

        if ((trailing > 0) != (source.Length > 0 && char.IsWhiteSpace(source[^1])))
        {
            yield return QualityIssue.Warning(this, new TextSpan(target.Length - trailing, trailing)) with { Variant = "end" };
        }
    }
}
