using Workbench.Core.Documents;

namespace Workbench.Core.Quality;

/// <summary>
/// Ties an ignored finding to what it is about: the check, the words at its place, and which of the equal words. It holds while
/// the text around it changes, and ends when those words do.
/// </summary>
public static class IssueAnchor
{
    /// <summary>The quoted text and its occurrence from 0, as <see cref="IgnoredIssue"/> keeps them.</summary>
    public static (string Quoted, int Occurrence) Of(QualityIssue issue, string target)
    {
        if (issue.Span.IsEmpty)
        {
            return (issue.About, 0);
        }

        var quoted = issue.Span.Of(target);

        return (quoted, CountBefore(issue.Span.Start, quoted, target));
    }

    /// <summary>Whether <paramref name="ignored"/> lets <paramref name="issue"/> stand, both of the same segment.</summary>
    public static bool Covers(IgnoredIssue ignored, QualityIssue issue, string target) =>
        ignored.CheckId == issue.CheckId && Of(issue, target) == (ignored.Quoted, ignored.Occurrence);

    /// <summary>The same finding where its target has come to stand behind another: equal words of that count too.</summary>
    /// <param name="target">Both, one after the other.</param>
    /// <param name="start">Where its own begins.</param>
    public static IgnoredIssue Behind(IgnoredIssue ignored, string target, int start) =>
        ignored.Quoted.Length > 0 && target.IndexOf(ignored.Quoted, start, StringComparison.Ordinal) >= 0
            ? ignored with { Occurrence = ignored.Occurrence + CountBefore(start, ignored.Quoted, target) }
            : ignored;

    private static int CountBefore(int end, string quoted, string target)
    {
        var count = 0;
        for (var at = target.IndexOf(quoted, StringComparison.Ordinal); at >= 0 && at < end; at = target.IndexOf(quoted, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
