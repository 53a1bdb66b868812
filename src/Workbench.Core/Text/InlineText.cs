using System.Collections.Immutable;

namespace Workbench.Core.Text;

/// <summary>
/// Text with inline codes: the characters without the codes, and the codes at UTF-16 offsets among them. Every span
/// (term, check, difference, match) counts in <see cref="Text"/>. Holds no lone surrogate and no U+0000: see
/// <see cref="TextGate"/>.
/// </summary>
public sealed record InlineText
{
    public static readonly InlineText Empty = new("", []);

    private InlineText(string text, ImmutableArray<InlineCode> codes) => (Text, Codes) = (text, codes);

    public string Text { get; }

    /// <summary>In reading order: by offset, codes at one offset in the order they stand.</summary>
    public ImmutableArray<InlineCode> Codes { get; }

    /// <summary>Neither a character nor a code. White space is text.</summary>
    public bool IsEmpty => Text.Length == 0 && Codes.IsEmpty;

    /// <exception cref="ArgumentException">The text holds what <see cref="TextGate"/> refuses, or a code lies outside it.</exception>
    public static InlineText Of(string text, params ReadOnlySpan<InlineCode> codes)
    {
        if (TextGate.FirstRefused(text) is { } refused)
        {
            throw new ArgumentException($"The text has a lone surrogate or U+0000 at {refused}.", nameof(text));
        }

        ImmutableArray<InlineCode> ordered = [.. codes.ToArray().OrderBy(code => code.Offset)];
        foreach (var code in ordered)
        {
            if (code.Offset < 0 || code.Span.End > text.Length
                || !text.AsSpan(code.Offset, code.Reads.Length).SequenceEqual(code.Reads))
            {
                throw new ArgumentException($"Code '{code.Id}' at {code.Offset} does not fit a text of {text.Length}.", nameof(codes));
            }
        }

        return text.Length == 0 && ordered.IsEmpty ? Empty : new InlineText(text, ordered);
    }

    /// <summary>
    /// The part of this text in <paramref name="span"/>, with its codes. A code at a border belongs to the part before it
    /// when it is an end, to the part after it otherwise; the first and last part keep the codes at the outer ends.
    /// </summary>
    public InlineText Slice(TextSpan span)
    {
        var codes = Codes.Where(code => BelongsTo(code, span))
            .Select(code => code with { Offset = code.Offset - span.Start });

        return Of(span.Of(Text), [.. codes]);
    }

    public static InlineText Join(params ReadOnlySpan<InlineText> parts)
    {
        var text = string.Concat(parts.ToArray().Select(part => part.Text));
        var codes = ImmutableArray.CreateBuilder<InlineCode>();
        var offset = 0;
        foreach (var part in parts)
        {
            codes.AddRange(part.Codes.Select(code => code with { Offset = code.Offset + offset }));
            offset += part.Text.Length;
        }

        return Of(text, codes.ToArray());
    }

    public bool Equals(InlineText? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal) && Codes.SequenceEqual(other.Codes);

    public override int GetHashCode() => HashCode.Combine(Text, Codes.Length);

    /// <summary>The text without its codes.</summary>
    public override string ToString() => Text;

    private bool BelongsTo(InlineCode code, TextSpan span) => code.Kind == InlineCodeKind.End
        ? (code.Offset > span.Start && code.Offset <= span.End) || (code.Offset == 0 && span.Start == 0)
        : (code.Offset >= span.Start && code.Offset < span.End) || (code.Offset == Text.Length && span.End == Text.Length);
}
