using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workbench.Core.Documents;
using Workbench.Core.Text;

namespace Workbench.Web.Editor;

/// <summary>One row as it is drawn. A row is drawn anew only when it has another one of these.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">The newest text: the target, or a draft on top of it.</param>
/// <param name="CopyText">What copying the source puts in: the source without its seams, in the notation that is typed.</param>
/// <param name="Insertables">What the numbered keys of its terms put in, as a JSON array; null stands for one that nothing can be put in for.</param>
/// <param name="HasOwnDraft">The page's own tab has a draft of it in the workspace.</param>
/// <param name="Overtaken">What this page has typed while someone else changed the segment; null when that did not happen.</param>
public sealed record SegmentRowView(
    Segment Segment,
    int Number,
    InlineText Text,
    ShownState State,
    ImmutableArray<TextRun> Source,
    ImmutableArray<TextRun> Target,
    string CopyText,
    string Insertables,
    bool HasOwnDraft,
    InlineText? Overtaken,
    ImmutableArray<Alternative> Alternatives)
{
    /// <summary>A seam between this row and the next was undone.</summary>
    public bool IsSeamUndone { get; init; }

    /// <summary>Hangul as it is: the text becomes an attribute, never markup.</summary>
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool HasSeam => Source.Any(run => run.Kind == TextRunKind.Seam);

    /// <summary>The source's inline codes as they are typed, parted by spaces; seams are no codes to a translator.</summary>
    public string Codes => string.Join(' ', Segment.Source.Codes.Where(code => code.Type != TextRun.SeamType).Select(CodeNotation.Token));

    public static SegmentRowView Of(DocumentView view, Segment segment, string tab, ImmutableArray<TermEntry> terms, Func<TermEntry, string> tip)
    {
        var text = view.TextOf(segment);
        var own = view.Drafts.GetValueOrDefault(Draft.IdOf(segment.Id, tab).Value);

        return new SegmentRowView(
            segment,
            view.NumberOf(segment.Id),
            text,
            view.ShownStateOf(segment),
            TextRun.Cut(segment.Source, terms, tip),
            TextRun.Cut(text, [], tip),
            CodeNotation.Write(WithoutSeams(segment.Source)),
            JsonSerializer.Serialize(terms.Select(term => term.Insertable), Plainly),
            own is not null,
            own is not null && own.BasedOn != segment.Version && own.Target != segment.Target ? own.Target : null,
            view.AlternativesOf(segment.Id))
        {
            IsSeamUndone = view.IsSeamUndoneAfter(segment),
        };
    }

    private static InlineText WithoutSeams(InlineText source) =>
        InlineText.Of(source.Text, [.. source.Codes.Where(code => code.Type != TextRun.SeamType)]);
}
