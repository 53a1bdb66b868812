using System.Collections.Immutable;
using Workbench.Core.Memory;

namespace Workbench.Web.Glossary;

/// <summary>
/// A change of a fact as it is read: word by word where the old text was corrected, the old beside the new where it was replaced.
/// Words of two sentences that only spaces and an article hold together cannot be read.
/// </summary>
internal static class ChangeRuns
{
    public static ImmutableArray<DifferenceRun> Between(string before, string after)
    {
        var runs = WordDifference.Between(before, after);
        var kept = runs.Where(run => run.Kind == DifferenceKind.Equal).Sum(run => Letters(run.Text));

        return before.Length == 0 || after.Length == 0 || kept * 2 >= Math.Min(Letters(before), Letters(after))
            ? runs
            : [new DifferenceRun(DifferenceKind.Removed, before), new DifferenceRun(DifferenceKind.Added, after)];
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);
}
