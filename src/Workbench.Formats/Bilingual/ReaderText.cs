using System.Collections.Immutable;
using System.Text;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Formats.Bilingual;

/// <summary>A stretch of a text as a reader is shown it.</summary>
internal abstract record ReaderPiece
{
    private ReaderPiece()
    {
    }

    internal sealed record Plain(string Text) : ReaderPiece;

    /// <summary>The token of an inline code.</summary>
    internal sealed record Code(string Token) : ReaderPiece;

    /// <summary>A term, with a hit for each concept that it may stand for.</summary>
    internal sealed record Term(ImmutableArray<TermHit> Hits, ImmutableArray<ReaderPiece> Pieces) : ReaderPiece;
}

/// <summary>Cuts text for readers: inline codes are tokens; a code that reads as text, such as a repaired seam, is just that text.</summary>
internal static class ReaderText
{
    /// <summary>The whole in one string.</summary>
    public static string Of(InlineText text) => CodeNotation.Write(WithoutReading(text));

    public static ImmutableArray<ReaderPiece> Cut(InlineText text) => Cut(text, []);

    public static ImmutableArray<ReaderPiece> Cut(InlineText text, ImmutableArray<TermHit> terms)
    {
        var shown = WithoutReading(text);
        var pieces = ImmutableArray.CreateBuilder<ReaderPiece>();
        var at = 0;
        foreach (var hits in terms.GroupBy(hit => hit.Span).OrderBy(group => group.Key.Start).ThenByDescending(group => group.Key.Length))
        {
            // Of hits that overlap without covering each other, the first is marked.
            if (hits.Key.Start >= at && hits.Key.End <= shown.Text.Length)
            {
                pieces.AddRange(Between(shown, at, hits.Key.Start));
                pieces.Add(new ReaderPiece.Term([.. hits], [.. Between(shown, hits.Key.Start, hits.Key.End)]));
                at = hits.Key.End;
            }
        }

        pieces.AddRange(Between(shown, at, shown.Text.Length));
        pieces.AddRange(shown.Codes.Where(code => code.Offset == shown.Text.Length).Select(Token));
        return pieces.ToImmutable();
    }

    /// <summary>
    /// What XML can carry and an eye can see: the pictures of control characters in their place, since XML 1.0 has no way to
    /// write them. Line ends and tabs stay.
    /// </summary>
    public static string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0000', '\u001F') && !text.AsSpan().ContainsAnyInRange('\uFFFE', '\uFFFF'))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            printable.Append(unit switch
            {
                '\t' or '\n' or '\r' => unit,
                < ' ' => (char)('\u2400' + unit),
                >= '\uFFFE' => TextGate.Replacement,
                _ => unit,
            });
        }

        return printable.ToString();
    }

    private static InlineText WithoutReading(InlineText text) =>
        text.Codes.Any(code => code.Reads.Length > 0)
            ? InlineText.Of(text.Text, [.. text.Codes.Where(code => code.Reads.Length == 0)])
            : text;

    /// <summary>Text and codes from <paramref name="start"/> up to <paramref name="end"/>, codes at the end left for what follows.</summary>
    private static IEnumerable<ReaderPiece> Between(InlineText text, int start, int end)
    {
        var at = start;
        foreach (var code in text.Codes.Where(code => code.Offset >= start && code.Offset < end))
        {
            if (code.Offset > at)
            {
                yield return Plain(text, at, code.Offset);
            }

            yield return Token(code);
            at = code.Offset;
        }

        if (end > at)
        {
            yield return Plain(text, at, end);
        }
    }

    private static ReaderPiece.Plain Plain(InlineText text, int start, int end) =>
        new(CodeNotation.Write(InlineText.Of(text.Text[start..end])));

    private static ReaderPiece.Code Token(InlineCode code) => new(CodeNotation.Token(code));
}
