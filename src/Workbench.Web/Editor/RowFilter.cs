using Workbench.Core.Documents;

namespace Workbench.Web.Editor;

/// <summary>Which rows are shown. Its words are <c>Editor_Filter_</c> + name; in the address it stands in lower case.</summary>
public enum RowFilter
{
    All,
    Unconfirmed,
    NotStarted,
    Draft,
    Confirmed,

    /// <summary>Where a text lost against another one and waits for a decision.</summary>
    Conflicts,
}

internal static class RowFilters
{
    /// <summary>What is no filter is <see cref="RowFilter.All"/>.</summary>
    public static RowFilter Parse(string? name) =>
        Enum.TryParse<RowFilter>(name, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : RowFilter.All;

    /// <summary>Whether a row is shown: its state by the filter, and the query somewhere in its source, target or number.</summary>
    public static bool Shows(this RowFilter filter, DocumentView view, Segment segment, string query)
    {
        var text = view.TextOf(segment);
        var shown = view.ShownStateOf(segment);
        var byState = filter switch
        {
            RowFilter.Unconfirmed => shown is ShownState.NotStarted or ShownState.Draft,
            RowFilter.NotStarted => shown == ShownState.NotStarted,
            RowFilter.Draft => shown == ShownState.Draft,
            RowFilter.Confirmed => shown is ShownState.Translated or ShownState.Reviewed or ShownState.Final,
            RowFilter.Conflicts => !view.AlternativesOf(segment.Id).IsEmpty,
            _ => true,
        };

        return byState && (query.Length == 0
            || segment.Source.Text.Contains(query, StringComparison.OrdinalIgnoreCase)
            || text.Text.Contains(query, StringComparison.OrdinalIgnoreCase));
    }
}
