using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Core.Text;

namespace Workbench.Formats.PlainText;

/// <summary>
/// Plain text in any encoding and with any line ends. A block is a line that holds more than white space; white space around
/// it stays in the file, where it is.
/// </summary>
public sealed class PlainTextFormat : IDocumentFormat
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int MaxLength = 50 * 1024 * 1024;

    public string Id => "plain-text";

    public ImmutableArray<string> Extensions { get; } = [".txt", ".text"];

    /// <summary>Anything without the zero bytes of binary files, unless they are those of UTF-16.</summary>
    public bool Recognizes(ReadOnlySpan<byte> head) => !head.Contains((byte)0) || TextEncodings.Detect(head).Name.StartsWith("utf-16", StringComparison.Ordinal);

    public async ValueTask<Result<ReadDocument>> ReadAsync(Stream input, ReadOptions options, CancellationToken cancellationToken)
    {
        if (await ReadBytesAsync(input, cancellationToken) is not { } bytes)
        {
            return Result.Failure<ReadDocument>(new Problem("file-too-large", ("limit", MaxLength / 1024 / 1024)).At(PlaceOf(options, 0)));
        }

        if (Found(bytes, options) is not { } found)
        {
            return Result.Failure<ReadDocument>(new Problem("text-encoding-unknown", ("encoding", options.Encoding)).At(PlaceOf(options, 0)));
        }

        var decoded = DecodedText.Of(bytes, TextEncodings.Find(found.Name)!, found.Preamble);
        if (IsBinary(decoded.Text))
        {
            return Result.Failure<ReadDocument>(new Problem("text-binary").At(PlaceOf(options, 0)));
        }

        var blocks = TextBlock.Of(decoded.Text);
        if (blocks.IsEmpty)
        {
            return Result.Failure<ReadDocument>(new Problem("file-empty").At(PlaceOf(options, 0)));
        }

        var document = new ReadDocument
        {
            Units = [.. blocks.Select((block, index) => ToUnit(decoded.Text, block, index + 1 < blocks.Length ? blocks[index + 1].Span.Start : decoded.Text.Length))],
            Encoding = found.Name,
            EncodingIsUncertain = found.IsUncertain,
            Encodings = EncodingSamples.Of(bytes, found),
        };

        return Result.Success(document, Warnings(decoded, blocks, options).ToArray());
    }

    public async ValueTask<ImmutableArray<Problem>> WriteAsync(
        Stream original, ReadOptions options, ImmutableArray<TranslatedUnit> units, Stream output, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(original, cancellationToken) ?? throw new InvalidOperationException("The original is larger than what was read.");
        var found = Found(bytes, options) ?? throw new ArgumentException($"'{options.Encoding}' is no encoding.", nameof(options));
        var encoding = TextEncodings.Find(found.Name)!;
        var decoded = DecodedText.Of(bytes, encoding, found.Preamble);
        var replacements = Replacements(decoded.Text, units);

        var unwritable = Unwritable(replacements.Select(replacement => replacement.Text), encoding);
        if (unwritable.Length == 0)
        {
            await WriteBytesAsync(bytes, decoded, replacements, encoding, output, cancellationToken);
            return [];
        }

        var text = new StringBuilder("\uFEFF");
        var at = 0;
        foreach (var (span, translation) in replacements)
        {
            text.Append(decoded.Text, at, span.Start - at).Append(translation);
            at = span.End;
        }

        text.Append(decoded.Text, at, decoded.Text.Length - at);
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        return [new Problem("text-encoding-changed", ("encoding", found.Name), ("characters", unwritable)).AsWarning()];
    }

    private static FoundEncoding? Found(byte[] bytes, ReadOptions options)
    {
        if (options.Encoding.Length == 0)
        {
            return TextEncodings.Detect(bytes);
        }

        return TextEncodings.Find(options.Encoding) is null
            ? null
            : new FoundEncoding(options.Encoding, TextEncodings.PreambleOf(options.Encoding, bytes));
    }

    /// <returns>Null when there are too many.</returns>
    private static async ValueTask<byte[]?> ReadBytesAsync(Stream input, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await input.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > MaxLength)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static ReadUnit ToUnit(string text, TextBlock block, int nextStart) => new()
    {
        Part = block.Name,
        Text = InlineText.Of(TextGate.Clean(block.Span.Of(text)).Text),
        Separator = TextGate.Clean(text[block.Span.End..nextStart]).Text,
    };

    private static IEnumerable<Problem> Warnings(DecodedText decoded, ImmutableArray<TextBlock> blocks, ReadOptions options)
    {
        var replaced = decoded.Broken;
        var firstLine = 0;
        foreach (var block in blocks)
        {
            var (_, count) = TextGate.Clean(block.Span.Of(decoded.Text));
            replaced += count;
            firstLine = firstLine == 0 && (count > 0 || block.Span.Of(decoded.Text).Contains(TextGate.Replacement)) ? block.Line : firstLine;
        }

        if (replaced > 0)
        {
            yield return new Problem("text-replaced", ("count", replaced)).AsWarning().At(PlaceOf(options, firstLine));
        }
    }

    private static bool IsBinary(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 100_000));
        return head.Count('\0') * 100 > head.Length || (head.StartsWith("PK\u0003\u0004") || head.StartsWith("%PDF-"));
    }

    /// <summary>What stands in the place of which part of the text, in order.</summary>
    private static ImmutableArray<(TextSpan Span, string Text)> Replacements(string text, ImmutableArray<TranslatedUnit> units)
    {
        if (units.IsEmpty)
        {
            return [];
        }

        var blocks = TextBlock.Of(text).ToDictionary(block => block.Name, StringComparer.Ordinal);
        return
        [
            .. units.Select(unit =>
            {
                var parts = unit.Parts.Select(part => blocks.TryGetValue(part, out var block)
                    ? block
                    : throw new ArgumentException($"The original has no block '{part}'.", nameof(units))).ToArray();

                return (TextSpan.FromBounds(parts[0].Span.Start, parts[^1].Span.End), Written(unit, parts, text));
            }).OrderBy(replacement => replacement.Item1.Start),
        ];
    }

    /// <summary>A seam that the translation keeps is the break it was; other codes have nothing to write here.</summary>
    private static string Written(TranslatedUnit unit, TextBlock[] parts, string text)
    {
        var written = new StringBuilder();
        var at = 0;
        foreach (var seam in unit.Text.Codes.Where(SeamRepair.IsSeam))
        {
            var after = Array.FindIndex(parts, part => part.Name == SeamRepair.PartAfter(seam));
            if (after <= 0 || seam.Offset < at)
            {
                continue;
            }

            written.Append(unit.Text.Text, at, seam.Offset - at).Append(text, parts[after - 1].Span.End, parts[after].Span.Start - parts[after - 1].Span.End);
            at = seam.Span.End;
        }

        return written.Append(unit.Text.Text, at, unit.Text.Text.Length - at).ToString();
    }

    /// <summary>The characters that the encoding has not, each once.</summary>
    private static string Unwritable(IEnumerable<string> texts, Encoding encoding)
    {
        var seen = new SortedSet<int>();
        foreach (var text in texts.Where(text => !CanWrite(encoding, text)))
        {
            seen.UnionWith(text.EnumerateRunes().Where(rune => !CanWrite(encoding, rune.ToString())).Select(rune => rune.Value));
        }

        return string.Concat(seen.Select(char.ConvertFromUtf32));
    }

    private static bool CanWrite(Encoding encoding, string text)
    {
        try
        {
            // Code page 949 has best-fit letters for some characters that it lacks: what comes back decides.
            return encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding || encoding.GetString(encoding.GetBytes(text)) == text;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static async ValueTask WriteBytesAsync(
        byte[] bytes, DecodedText decoded, ImmutableArray<(TextSpan Span, string Text)> replacements, Encoding encoding, Stream output, CancellationToken cancellationToken)
    {
        var offsets = decoded.ByteOffsets(replacements.SelectMany(replacement => (int[])[replacement.Span.Start, replacement.Span.End])).ToArray();
        var at = 0;
        for (var index = 0; index < replacements.Length; index++)
        {
            await output.WriteAsync(bytes.AsMemory(at, offsets[index * 2] - at), cancellationToken);
            await output.WriteAsync(encoding.GetBytes(replacements[index].Text), cancellationToken);
            at = offsets[(index * 2) + 1];
        }

        await output.WriteAsync(bytes.AsMemory(at), cancellationToken);
    }

    private static Place PlaceOf(ReadOptions options, int line) => new(line, 0, options.FileName);
}

/// <summary>A line of a text that holds more than white space, without the white space around it.</summary>
/// <param name="Line">From 1.</param>
internal readonly record struct TextBlock(int Line, TextSpan Span)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    public string Name => Line.ToString(CultureInfo.InvariantCulture);

    public static ImmutableArray<TextBlock> Of(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        for (var (start, line) = (0, 1); start < text.Length; line++)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            if (Trimmed(text, start, end) is { IsEmpty: false } span)
            {
                blocks.Add(new TextBlock(line, span));
            }

            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return blocks.ToImmutable();
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
