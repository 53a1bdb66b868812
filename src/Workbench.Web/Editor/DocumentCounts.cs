using Workbench.Core.Text;

namespace Workbench.Web.Editor;

/// <summary>How far a document has come, in segments and in words of its source.</summary>
public sealed record DocumentCounts(int Segments, int Drafts, int Confirmed, int Words, int ConfirmedWords)
{
    public static readonly DocumentCounts None = new(0, 0, 0, 0, 0);

    /// <summary>Whole percent of the words, rounded down, so that 100 means all.</summary>
    public int Percent => Words == 0 ? 0 : ConfirmedWords * 100 / Words;

    public static DocumentCounts Of(DocumentView view)
    {
        var counts = None with { Segments = view.Segments.Length };
        foreach (var segment in view.Segments)
        {
            var words = WordCount.Of(segment.Source.Text);
            var text = view.TextOf(segment);
            var isConfirmed = segment.IsConfirmed && text == segment.Target;
            counts = counts with
            {
                Words = counts.Words + words,
                Confirmed = counts.Confirmed + (isConfirmed ? 1 : 0),
                ConfirmedWords = counts.ConfirmedWords + (isConfirmed ? words : 0),
                Drafts = counts.Drafts + (!isConfirmed && !text.IsEmpty ? 1 : 0),
            };
        }

        return counts;
    }
}
