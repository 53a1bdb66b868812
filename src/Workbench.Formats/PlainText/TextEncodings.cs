using System.Text;

namespace Workbench.Formats.PlainText;

/// <summary>An encoding as it was found.</summary>
/// <param name="Name">As IANA names it.</param>
/// <param name="Preamble">The bytes of the byte order mark in front; 0 for none.</param>
/// <param name="IsUncertain">Whether the bytes leave room for another.</param>
internal sealed record FoundEncoding(string Name, int Preamble, bool IsUncertain = false);

/// <summary>Finds and makes the encodings that texts come in.</summary>
internal static class TextEncodings
{
    public const string Utf8 = "utf-8";
    public const string Utf16LittleEndian = "utf-16le";
    public const string Utf16BigEndian = "utf-16be";

    /// <summary>What the web means by it: Microsoft's superset of it, code page 949, which has every modern syllable.</summary>
    public const string Korean = "euc-kr";
    private const int KoreanCodePage = 949;

    private const string Western = "windows-1252";

    /// <summary>Fewer Korean syllables than this do not decide.</summary>
    private const int EnoughSyllables = 8;

    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Utf8),
        ([0xFF, 0xFE, 0, 0], "utf-32le"),
        ([0, 0, 0xFE, 0xFF], "utf-32be"),
        ([0xFF, 0xFE], Utf16LittleEndian),
        ([0xFE, 0xFF], Utf16BigEndian),
    ];

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The strict encoding of this name, without a byte order mark; null when there is none.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return name.Trim().ToLowerInvariant() switch
            {
                Utf8 or "utf8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
                "utf-16" or Utf16LittleEndian => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
                Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
                "utf-32" or "utf-32le" => new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true),
                "utf-32be" => new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true),
                Korean or "cp949" or "ms949" or "uhc" or "windows-949" or "ks_c_5601-1987" or "ksc5601" => Strict(KoreanCodePage),
                var other => Encoding.GetEncoding(other, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>In this order: byte order mark, UTF-16 by its zero bytes, UTF-8 when every byte fits, Korean, Western.</summary>
    public static FoundEncoding Detect(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, name) in Marks)
        {
            if (bytes.StartsWith(mark))
            {
                return new FoundEncoding(name, mark.Length);
            }
        }

        if (Utf16ByZeros(bytes) is { } utf16)
        {
            return new FoundEncoding(utf16, 0);
        }

        if (Decodes(Utf8, bytes) is not null)
        {
            return new FoundEncoding(Utf8, 0);
        }

        if (Decodes(Korean, bytes) is { } korean)
        {
            var syllables = korean.Count(unit => unit is >= '가' and <= '힣');
            var others = korean.Count(unit => unit > '\u007F') - syllables;
            if (syllables > others)
            {
                return new FoundEncoding(Korean, 0, IsUncertain: syllables < EnoughSyllables);
            }
        }

        return BrokenUtf8(bytes)
            ? new FoundEncoding(Utf8, 0, IsUncertain: true)
            : new FoundEncoding(Decodes(Korean, bytes) is null ? Western : Korean, 0, IsUncertain: true);
    }

    /// <summary>The length of the byte order mark of this encoding in front of the bytes.</summary>
    public static int PreambleOf(string name, ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, markName) in Marks)
        {
            if (bytes.StartsWith(mark) && Find(markName)!.CodePage == Find(name)?.CodePage)
            {
                return mark.Length;
            }
        }

        return 0;
    }

    private static Encoding Strict(int codePage) =>
        Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>Spaces, line ends and Latin letters have a zero byte in UTF-16, nearly all on the same side (U+AC00 has one on the other).</summary>
    private static string? Utf16ByZeros(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return null;
        }

        var (even, odd) = (0, 0);
        for (var at = 0; at < bytes.Length; at += 2)
        {
            even += bytes[at] == 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 ? 1 : 0;
        }

        return (even, odd) switch
        {
            _ when odd > even * 3 && odd * 50 >= bytes.Length => Utf16LittleEndian,
            _ when even > odd * 3 && even * 50 >= bytes.Length => Utf16BigEndian,
            _ => null,
        };
    }

    /// <summary>Mostly UTF-8 with a few broken bytes, as a cut or badly joined file is.</summary>
    private static bool BrokenUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            good += status == System.Buffers.OperationStatus.Done && rune.Value > 0x7F ? 1 : 0;
            broken += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            bytes = bytes[consumed..];
        }

        return good > broken * 10;
    }

    private static string? Decodes(string name, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Find(name)!.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
