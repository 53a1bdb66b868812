using System.Collections.Immutable;

namespace Workbench.Web.Editor;

/// <param name="View">Null until the document is read, and for one that is not there.</param>
/// <param name="NotFound">There is no such document.</param>
/// <param name="Shown">The places in the document of the rows that filter and search let through, in order.</param>
/// <param name="Panels">Of the row in use; null while there is none.</param>
public sealed record EditorState(
    DocumentView? View,
    bool NotFound,
    DocumentCounts Counts,
    RowFilter Filter,
    string Query,
    ImmutableArray<int> Shown,
    SegmentPanels? Panels)
{
    public static readonly EditorState Empty = new(null, NotFound: false, DocumentCounts.None, RowFilter.All, "", [], null);
}
