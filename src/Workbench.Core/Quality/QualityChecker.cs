using System.Collections.Immutable;
using Workbench.Core.Documents;

namespace Workbench.Core.Quality;

/// <summary>A check that broke on a text: a fault of ours, to be logged where the report is used.</summary>
public sealed record FailedCheck(string CheckId, Exception Exception);

/// <param name="Issues">By place; findings without a place come first.</param>
/// <param name="Failures">Empty when every check ran to its end.</param>
public sealed record QualityReport(ImmutableArray<QualityIssue> Issues, ImmutableArray<FailedCheck> Failures)
{
    public static readonly QualityReport Clean = new([], []);

    /// <summary>The report without the findings that a person has let stand.</summary>
    /// <param name="ignored">Those of this segment; others do no harm.</param>
    public QualityReport Without(IEnumerable<IgnoredIssue> ignored, Segment segment)
    {
        var own = ignored.Where(issue => issue.SegmentId == segment.Id).ToArray();

        return own.Length == 0
            ? this
            : this with
            {
                Issues = [.. Issues.Where(issue => !own.Any(one => IssueAnchor.Covers(one, issue, segment.Target.Text)))],
            };
    }
}

/// <summary>Runs the checks over a segment. Never throws for what a text holds: a check that breaks is reported, the others go on.</summary>
public sealed class QualityChecker(IEnumerable<IQualityCheck> checks)
{
    /// <summary>All checks of this assembly, found by scan.</summary>
    public static QualityChecker Default { get; } = new(FindAll());

    public ImmutableArray<IQualityCheck> Checks { get; } = [.. checks.OrderBy(check => check.Id, StringComparer.Ordinal)];

    public QualityReport Check(CheckedText text)
    {
        var issues = new List<QualityIssue>();
        var failures = ImmutableArray.CreateBuilder<FailedCheck>();
        foreach (var check in Checks)
        {
            try
            {
                issues.AddRange(check.Check(text));
            }
#pragma warning disable CA1031 // One broken check must not cost the others: it is reported, and the edge logs it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failures.Add(new FailedCheck(check.Id, exception));
            }
        }

        return new QualityReport(
            [.. issues.OrderBy(issue => issue.Span.IsEmpty ? -1 : issue.Span.Start).ThenBy(issue => issue.Span.Length)],
            failures.ToImmutable());
    }

    private static IEnumerable<IQualityCheck> FindAll() =>
        from type in typeof(IQualityCheck).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IQualityCheck))
        select (IQualityCheck)Activator.CreateInstance(type)!;
}
