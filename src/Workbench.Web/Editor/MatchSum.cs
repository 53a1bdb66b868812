using Microsoft.Extensions.Localization;
using Workbench.Core;
using Workbench.Core.Memory;

namespace Workbench.Web.Editor;

/// <summary>The sum behind a match's score in words: <c>16 of 19 characters kept · numbers differ</c>.</summary>
internal static class MatchSum
{
    public static string Of(MatchBreakdown breakdown, IStringLocalizer<Strings> strings) => string.Join(" · ", Parts(breakdown, strings));

    private static IEnumerable<string> Parts(MatchBreakdown breakdown, IStringLocalizer<Strings> strings)
    {
        yield return breakdown.HasSameWords
            ? strings["Match_SameText"]
            : strings["Match_Kept", breakdown.Kept, breakdown.Length];

        foreach (var difference in new[] { MatchDifferences.Values, MatchDifferences.Case, MatchDifferences.Punctuation, MatchDifferences.Spacing })
        {
            if (breakdown.Differences.HasFlag(difference))
            {
                yield return strings[$"Match_{difference}"];
            }
        }

        if (breakdown.Codes > 0)
        {
            yield return strings["Match_Codes", breakdown.Codes];
        }

        if (breakdown.Score == MatchScore.InContext)
        {
            yield return strings["Match_Neighbours"];
        }
    }
}
