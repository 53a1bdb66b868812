using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
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
        var taken = await InputBytes.ReadAsync(input, MaxLength, options.FileName, cancellationToken);
        if (!taken.Succeeded)
        {
            return Result.Failure<ReadDocument>(taken.Problems.AsSpan());
        }

        var bytes = taken.Value.ToArray();
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
        Stream original, ReadOptions options, DocumentTranslation translation, Stream output, CancellationToken cancellationToken)
    {
        var taken = await InputBytes.ReadAsync(original, MaxLength, options.FileName, cancellationToken);
        var bytes = taken.Succeeded ? taken.Value.ToArray() : throw new InvalidOperationException("The original is larger than what was read.");
        var found = Found(bytes, options) ?? throw new ArgumentException($"'{options.Encoding}' is no encoding.", nameof(options));

        return await PlainTextWriter.WriteAsync(bytes, found, translation, output, cancellationToken);
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

    private static Place PlaceOf(ReadOptions options, int line) => new(line, 0, options.FileName);
}
