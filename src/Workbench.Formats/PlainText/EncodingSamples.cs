using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Workbench.Core.Exchange;
using Workbench.Core.Text;

namespace Workbench.Formats.PlainText;

/// <summary>Shows how a text reads in each encoding that it could be in, so that a person who knows its language can choose.</summary>
internal static class EncodingSamples
{
    /// <summary>Bytes that are looked at.</summary>
    private const int Looked = 4096;

    private const int MaxLines = 3;
    private const int MaxLineLength = 120;

    /// <summary>Those that texts from and about Korea come in.</summary>
    private static readonly string[] Known =
    [
        TextEncodings.Utf8, TextEncodings.Korean, TextEncodings.Utf16LittleEndian, TextEncodings.Utf16BigEndian,
        "windows-1252", "windows-1251", "shift_jis", "gb18030",
    ];

    /// <returns>The found one first; of the others those in which every byte makes sense.</returns>
    public static ImmutableArray<EncodingSample> Of(ReadOnlySpan<byte> bytes, FoundEncoding found)
    {
        var samples = ImmutableArray.CreateBuilder<EncodingSample>();
        samples.Add(new EncodingSample(found.Name, LinesOf(Decode(bytes, found.Name, found.Preamble, isStrict: false)!)));
        foreach (var name in Known.Where(name => name != found.Name))
        {
            if (Decode(bytes, name, TextEncodings.PreambleOf(name, bytes), isStrict: true) is { } text && text.All(IsSensible))
            {
                samples.Add(new EncodingSample(name, LinesOf(text)));
            }
        }

        return samples.ToImmutable();
    }

    /// <summary>From the line on in which the first byte stands that is not ASCII: all before it reads alike in most encodings.</summary>
    private static string? Decode(ReadOnlySpan<byte> bytes, string name, int preamble, bool isStrict)
    {
        var strict = TextEncodings.Find(name)!;
        var isWide = strict is UnicodeEncoding or UTF32Encoding;
        var start = isWide ? preamble : Math.Max(preamble, FirstTelling(bytes[preamble..]) + preamble);
        var piece = bytes[start..Math.Min(bytes.Length, start + Looked)];
        var encoding = isStrict ? strict : (Encoding)strict.Clone();
        if (!isStrict)
        {
            encoding.DecoderFallback = new DecoderReplacementFallback(TextGate.Replacement.ToString());
        }

        try
        {
            var decoder = encoding.GetDecoder();
            var units = new char[encoding.GetMaxCharCount(piece.Length)];
            // What is cut off at the end is no fault, unless it is the end of the file.
            var length = decoder.GetChars(piece, units, flush: start + piece.Length == bytes.Length);

            return new string(units, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int FirstTelling(ReadOnlySpan<byte> bytes)
    {
        var telling = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);

        return telling <= 0 ? 0 : bytes[..telling].LastIndexOf((byte)'\n') + 1;
    }

    /// <summary>Other controls, unassigned and private characters are what bytes give in an encoding that they are not in.</summary>
    private static bool IsSensible(char unit) => unit is '\t' or '\n' or '\r' or '\f' || char.GetUnicodeCategory(unit)
        is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    private static string LinesOf(string text) => string.Join('\n', TextBlock.Of(text).Take(MaxLines)
        .Select(block => TextGate.Clean(new TextSpan(block.Span.Start, Math.Min(block.Span.Length, MaxLineLength)).Of(text)).Text));
}
