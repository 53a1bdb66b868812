using System.Collections.Immutable;
using Workbench.Core.Documents;

namespace Workbench.Cli;

/// <summary>States as scripts write them: <c>not-started</c>.</summary>
internal static class StateNames
{
    public static string Of(ShownState state) => state == ShownState.NotStarted ? "not-started" : state.ToString().ToLowerInvariant();

    /// <returns>Null for a name that is none.</returns>
    public static ShownState? Parse(string name)
    {
        foreach (var state in Enum.GetValues<ShownState>())
        {
            if (string.Equals(Of(state), name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>All known names of a list that is parted by commas, and the first that is unknown.</summary>
    public static (ImmutableArray<ShownState> States, string? Unknown) ParseList(string list)
    {
        var names = list.Split(',', StringSplitOptions.RemoveEmptyEntries);

        return ([.. names.Select(Parse).OfType<ShownState>().Distinct().Order()], names.FirstOrDefault(name => Parse(name) is null));
    }
}
