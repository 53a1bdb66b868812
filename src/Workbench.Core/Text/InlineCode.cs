namespace Workbench.Core.Text;

/// <summary>What an inline code is, after XLIFF 2 (2.1, section 4.7.3 Inline Elements).</summary>
public enum InlineCodeKind
{
    /// <summary><c>ph</c>: stands alone.</summary>
    Placeholder,

    /// <summary><c>sc</c>, or the start of a <c>pc</c>.</summary>
    Start,

    /// <summary><c>ec</c>, or the end of a <c>pc</c>.</summary>
    End,
}

/// <summary>A mark in a text that is not text: formatting, a field, a repaired seam.</summary>
public sealed record InlineCode
{
    /// <summary>Unique in its unit. An <see cref="InlineCodeKind.End"/> has the id of its start.</summary>
    public required string Id { get; init; }

    public required InlineCodeKind Kind { get; init; }

    /// <summary>Where in <see cref="InlineText.Text"/> the code stands: before the UTF-16 code unit with this index.</summary>
    public required int Offset { get; init; }

    /// <summary>
    /// The characters of <see cref="InlineText.Text"/> at <see cref="Offset"/> that this code reads as, usually none. A
    /// seam or a line break reads as one space: the space is in the text, so that a word on either side stays a word,
    /// and the code covers it. XLIFF writes it as <c>equiv</c>.
    /// </summary>
    public string Reads { get; init; } = "";

    /// <summary>Names the original data in <see cref="Documents.Unit.OriginalData"/>; empty when there is none.</summary>
    public string DataRef { get; init; } = "";

    /// <summary>What a person is shown instead of the number, such as <c>b</c>; may be empty.</summary>
    public string Display { get; init; } = "";

    /// <summary>XLIFF's type and subtype, such as <c>fmt</c> or <c>wb:seam</c>; may be empty.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether a target may do without it (XLIFF <c>canDelete</c>).</summary>
    public bool CanDelete { get; init; }

    /// <summary>The part of the text that the code covers; empty unless it reads as something.</summary>
    public TextSpan Span => new(Offset, Reads.Length);
}
