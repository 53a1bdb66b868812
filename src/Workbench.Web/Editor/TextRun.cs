using System.Collections.Immutable;
using Workbench.Core.Text;

namespace Workbench.Web.Editor;

public enum TextRunKind
{
    Plain,
    Term,
    Code,

    /// <summary>Where a line break of the original was taken out; reads as a space.</summary>
    Seam,
}

/// <summary>A stretch of a text that is drawn alike.</summary>
/// <param name="Term">The number of the term; 0 for none.</param>
/// <param name="Tip">What a tooltip says; empty for none.</param>
public sealed record TextRun(TextRunKind Kind, string Text, int Term = 0, string Tip = "")
{
    public const string SeamType = "wb:seam";

    /// <summary>Cuts a text at its codes and terms. Terms that overlap one before them lose the part that is taken.</summary>
    /// <param name="tip">What the tooltip of a term says.</param>
    public static ImmutableArray<TextRun> Cut(InlineText text, ImmutableArray<TermEntry> terms, Func<TermEntry, string> tip)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var places = terms.SelectMany(term => term.Spans.Select(span => (Span: span, Term: term)))
            .OrderBy(place => place.Span.Start).ThenByDescending(place => place.Span.Length).ToArray();
        var at = 0;
        foreach (var (span, term) in places)
        {
            if (span.Start < at)
            {
                continue;
            }

            AddPlain(runs, text, at, span.Start, null);
            var also = places.Where(place => place.Span == span && place.Term != term).Select(place => tip(place.Term));
            AddPlain(runs, text, span.Start, span.End, new TextRun(TextRunKind.Term, "", term.Number, string.Join('\n', [tip(term), .. also])));
            at = span.End;
        }

        AddPlain(runs, text, at, text.Text.Length, null);
        foreach (var code in text.Codes.Where(code => code.Offset == text.Text.Length && code.Reads.Length == 0))
        {
            runs.Add(OfCode(code));
        }

        return runs.ToImmutable();
    }

    private static void AddPlain(ImmutableArray<TextRun>.Builder runs, InlineText text, int start, int end, TextRun? like)
    {
        var at = start;
        foreach (var code in text.Codes.Where(code => code.Offset >= start && code.Offset < end))
        {
            Add(runs, text.Text[at..Math.Max(at, code.Offset)], like);
            runs.Add(OfCode(code));
            at = Math.Max(at, Math.Min(end, code.Span.End));
        }

        Add(runs, text.Text[at..end], like);
    }

    private static void Add(ImmutableArray<TextRun>.Builder runs, string text, TextRun? like)
    {
        if (text.Length > 0)
        {
            runs.Add(like is null ? new TextRun(TextRunKind.Plain, text) : like with { Text = text });
        }
    }

    private static TextRun OfCode(InlineCode code) => code.Type == SeamType
        ? new TextRun(TextRunKind.Seam, code.Reads)
        : new TextRun(TextRunKind.Code, CodeNotation.Token(code), Tip: code.Display);
}
