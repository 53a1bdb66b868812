using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Text;

namespace Workbench.Core.Exchange;

public sealed record ReadOptions
{
    /// <summary>The file's name, without a path: a hint for the format, and what problems name.</summary>
    public string FileName { get; init; } = "";

    /// <summary>As IANA names it; empty to detect.</summary>
    public string Encoding { get; init; } = "";
}

/// <summary>A block as a format reads it, before seams are repaired and sentences are cut.</summary>
public sealed record ReadUnit
{
    /// <summary>The format's own name for the block, by which it finds the place again when it writes.</summary>
    public required string Part { get; init; }

    public required InlineText Text { get; init; }

    public UnitKind Kind { get; init; } = UnitKind.Paragraph;

    /// <summary>What stands between this block and the next in the original, where the format can say so.</summary>
    public string Separator { get; init; } = "";

    public ImmutableDictionary<string, string> OriginalData { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>What a format made of a file.</summary>
public sealed record ReadDocument
{
    public required ImmutableArray<ReadUnit> Units { get; init; }

    /// <summary>As IANA names it; empty where the format says it itself.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>Whether a person should confirm the encoding, because the bytes do not decide it.</summary>
    public bool EncodingIsUncertain { get; init; }

    /// <summary>The encodings that the bytes could be in, likeliest first; empty where the format says it itself.</summary>
    public ImmutableArray<EncodingSample> Encodings { get; init; } = [];
}

/// <summary>How a file reads in one encoding.</summary>
/// <param name="Name">As IANA names it.</param>
/// <param name="Lines">Its first lines, or those where encodings begin to differ.</param>
public sealed record EncodingSample(string Name, string Lines);

/// <summary>What goes in place of some blocks of the original.</summary>
/// <param name="Parts">The blocks, in order; several where a seam was repaired.</param>
public sealed record TranslatedUnit(ImmutableArray<string> Parts, InlineText Text);

/// <summary>What a format writes into the original.</summary>
/// <param name="Units">In any order; blocks that none names stay as they are.</param>
public sealed record DocumentTranslation(ImmutableArray<TranslatedUnit> Units)
{
    /// <summary>Paragraphs to stand in front of the text; usually none.</summary>
    public ImmutableArray<string> Head { get; init; } = [];

    /// <summary>Paragraphs to stand after the text; usually none.</summary>
    public ImmutableArray<string> End { get; init; } = [];

    /// <summary>The encoding to write in, as IANA names it; empty for the original's.</summary>
    public string Encoding { get; init; } = "";
}

/// <summary>
/// Reads a kind of file into units and writes the translation back into the original, which is its own skeleton: with no
/// translated unit at all, what is written is the original byte for byte. Found by scan; one instance serves all threads.
/// </summary>
public interface IDocumentFormat
{
    /// <summary>Kebab-case and stable: <c>plain-text</c>.</summary>
    string Id { get; }

    /// <summary>With the dot, lower case.</summary>
    ImmutableArray<string> Extensions { get; }

    /// <summary>Whether the first bytes of a file look like this format's; extensions decide first.</summary>
    bool Recognizes(ReadOnlySpan<byte> head);

    ValueTask<Result<ReadDocument>> ReadAsync(Stream input, ReadOptions options, CancellationToken cancellationToken);

    /// <param name="original">The bytes that <see cref="ReadAsync"/> read.</param>
    /// <param name="options">As they were when it was read, with the encoding that was found.</param>
    /// <param name="output">Need not seek; left open.</param>
    /// <returns>Warnings, such as characters that the encoding cannot write.</returns>
    ValueTask<ImmutableArray<Problem>> WriteAsync(
        Stream original, ReadOptions options, DocumentTranslation translation, Stream output, CancellationToken cancellationToken);
}
