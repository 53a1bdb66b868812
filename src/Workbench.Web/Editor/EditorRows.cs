using System.Collections.Immutable;
using Workbench.Core.Documents;

namespace Workbench.Web.Editor;

/// <summary>
/// The rows of one page, each made when it is first looked at and kept until something of it changes. The view and what was made of
/// it change in one step: a row asked for in between would be kept from the older view for good.
/// </summary>
/// <param name="make">How a row is made of a segment.</param>
public sealed class EditorRows(DocumentView view, Func<DocumentView, Segment, SegmentRowView> make)
{
    private readonly Dictionary<string, SegmentRowView> _made = [];

    public DocumentView View { get; private set; } = view;

    /// <param name="touched">The keys of the segments that look different now.</param>
    public void Follow(DocumentView view, IEnumerable<string> touched)
    {
        View = view;
        foreach (var key in touched)
        {
            _made.Remove(key);
        }
    }

    /// <summary>Every row is made anew: what they show beside the document's own text has changed.</summary>
    public void MakeAnew() => _made.Clear();

    /// <summary>The same row as long as nothing of it has changed.</summary>
    /// <param name="place">In the document, from 0.</param>
    public SegmentRowView At(int place)
    {
        var segment = View.Segments[place];
        if (!_made.TryGetValue(segment.Key, out var row))
        {
            _made[segment.Key] = row = make(View, segment);
        }

        return row;
    }

    /// <returns>Null when the document has no such segment.</returns>
    public SegmentRowView? Of(SegmentId id) => View.Places.TryGetValue(id.Value, out var place) ? At(place) : null;

    /// <summary>The row that a command leads to, seen from another one; null when there is none.</summary>
    /// <param name="where"><c>At</c>, <c>Next</c>, <c>Previous</c> or <c>NextUnconfirmed</c>.</param>
    /// <param name="shown">The places of the rows that a person sees, in order.</param>
    public SegmentRowView? Find(string where, SegmentId from, ImmutableArray<int> shown)
    {
        var at = View.Places.GetValueOrDefault(from.Value, -1);
        var index = shown.IndexOf(at);
        int? place = where switch
        {
            "At" => at,
            "Next" => index + 1 < shown.Length ? shown[index + 1] : at,
            "Previous" => index > 0 ? shown[index - 1] : at,
            _ => shown.Skip(index + 1).Concat(shown.Take(Math.Max(0, index)))
                .Cast<int?>().FirstOrDefault(candidate => View.ShownStateOf(View.Segments[candidate!.Value]) is ShownState.NotStarted or ShownState.Draft),
        };

        return place is { } found and >= 0 && found < View.Segments.Length ? At(found) : null;
    }
}
