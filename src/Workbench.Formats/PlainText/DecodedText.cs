using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Workbench.Formats.PlainText;

/// <summary>
/// The text of a file, and where in the file each of its characters stands: what is not translated is copied as the bytes it
/// came in, even where they were broken.
/// </summary>
internal sealed class DecodedText
{
    private readonly Encoding _encoding;
    private readonly int[]? _starts;
    private readonly int _preamble;

    private DecodedText(string text, Encoding encoding, int preamble, int[]? starts) =>
        (Text, _encoding, _preamble, _starts) = (text, encoding, preamble, starts);

    /// <summary>May hold lone surrogates and U+0000, as the file has them; U+FFFD for bytes that are no character at all.</summary>
    public string Text { get; }

    /// <summary>How many places in the file were no characters.</summary>
    public int Broken { get; private init; }

    public static DecodedText Of(ReadOnlySpan<byte> bytes, Encoding encoding, int preamble)
    {
        var body = bytes[preamble..];
        if (encoding is UnicodeEncoding)
        {
            return OfUtf16(body, encoding, preamble);
        }

        try
        {
            var text = encoding.GetString(body);
            return new DecodedText(text, encoding, preamble, encoding.GetByteCount(text) == body.Length && encoding.GetBytes(text).AsSpan().SequenceEqual(body)
                ? null
                : StartsOf(body, encoding).Starts);
        }
        catch (DecoderFallbackException)
        {
            var (text, starts, broken) = StartsOf(body, encoding);
            return new DecodedText(text, encoding, preamble, starts) { Broken = broken };
        }
    }

    /// <summary>The offsets in the file of these indexes of <see cref="Text"/>, which ascend.</summary>
    public IEnumerable<int> ByteOffsets(IEnumerable<int> indexes)
    {
        var (last, offset) = (0, _preamble);
        foreach (var index in indexes)
        {
            offset = _starts is not null ? _preamble + _starts[index] : offset + Length(last, index);
            last = index;
            yield return offset;
        }
    }

    private int Length(int start, int end) =>
        _encoding is UnicodeEncoding ? (end - start) * 2 : _encoding.GetByteCount(Text.AsSpan(start, end - start));

    private static DecodedText OfUtf16(ReadOnlySpan<byte> body, Encoding encoding, int preamble)
    {
        var bigEndian = encoding.CodePage == 1201;
        var units = new char[body.Length / 2];
        for (var index = 0; index < units.Length; index++)
        {
            var pair = body.Slice(index * 2, 2);
            units[index] = (char)(bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(pair) : BinaryPrimitives.ReadUInt16LittleEndian(pair));
        }

        return new DecodedText(new string(units), encoding, preamble, null) { Broken = body.Length % 2 };
    }

    /// <summary>Decodes character by character and notes where each begins.</summary>
    private static (string Text, int[] Starts, int Broken) StartsOf(ReadOnlySpan<byte> body, Encoding encoding)
    {
        var text = new StringBuilder(body.Length);
        var starts = new List<int>(body.Length);
        var broken = 0;
        Span<char> units = stackalloc char[2];
        for (var at = 0; at < body.Length;)
        {
            var (count, consumed) = Next(body[at..], encoding, units);
            if (count == 0)
            {
                units[0] = '\uFFFD';
                count = 1;
                broken++;
            }

            text.Append(units[..count]);
            starts.AddRange(Enumerable.Repeat(at, count));
            at += consumed;
        }

        starts.Add(body.Length);
        return (text.ToString(), [.. starts], broken);
    }

    /// <returns>No units for bytes that are no character.</returns>
    private static (int Units, int Consumed) Next(ReadOnlySpan<byte> rest, Encoding encoding, Span<char> units)
    {
        if (encoding is UTF8Encoding)
        {
            var status = Rune.DecodeFromUtf8(rest, out var rune, out var consumed);
            return (status == OperationStatus.Done ? rune.EncodeToUtf16(units) : 0, consumed);
        }

        for (var length = 1; length <= Math.Min(4, rest.Length); length++)
        {
            try
            {
                if (encoding.GetCharCount(rest[..length]) is 1 or 2)
                {
                    return (encoding.GetChars(rest[..length], units), length);
                }
            }
            catch (DecoderFallbackException)
            {
                // Not yet a whole character, or none at all.
            }
        }

        return (0, 1);
    }
}
