using System.Collections.Immutable;
using System.Text;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Core.Text;

namespace Workbench.Formats.PlainText;

/// <summary>Writes a translation into a text file: what is not translated is copied as the bytes it came in.</summary>
internal static class PlainTextWriter
{
    public static async ValueTask<ImmutableArray<Problem>> WriteAsync(
        byte[] bytes, FoundEncoding found, DocumentTranslation translation, Stream output, CancellationToken cancellationToken)
    {
        var encoding = TextEncodings.Find(found.Name)!;
        var decoded = DecodedText.Of(bytes, encoding, found.Preamble);
        var replacements = Replacements(decoded.Text, translation);
        if (Wanted(translation, encoding) is { } wanted)
        {
            return await WriteTextAsync(Replaced(decoded.Text, replacements), wanted, translation.Encoding, output, cancellationToken);
        }

        if (Unwritable(replacements.Select(replacement => replacement.Text), encoding) is { Length: > 0 } unwritable)
        {
            await WriteUtf8Async(Replaced(decoded.Text, replacements), output, cancellationToken);
            return [Changed(found.Name, unwritable)];
        }

        await WriteBytesAsync(bytes, decoded, replacements, encoding, output, cancellationToken);
        return [];
    }

    /// <summary>What stands in the place of which part of the text, in order.</summary>
    private static ImmutableArray<(TextSpan Span, string Text)> Replacements(string text, DocumentTranslation translation)
    {
        var lineEnd = LineEnd(text);
        var replacements = ImmutableArray.CreateBuilder<(TextSpan Span, string Text)>();
        if (!translation.Head.IsEmpty)
        {
            replacements.Add((new TextSpan(0, 0), string.Join(lineEnd, translation.Head.Append("").Append(""))));
        }

        replacements.AddRange(Replacements(text, lineEnd, translation.Units));
        if (!translation.End.IsEmpty)
        {
            var isOpen = text.Length > 0 && !TextBlock.IsLineEnd(text[^1]);
            replacements.Add((
                new TextSpan(text.Length, 0), (isOpen ? lineEnd : "") + string.Join(lineEnd, translation.End.Prepend("").Append(""))));
        }

        return replacements.ToImmutable();
    }

    private static ImmutableArray<(TextSpan Span, string Text)> Replacements(string text, string lineEnd, ImmutableArray<TranslatedUnit> units)
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

                return (TextSpan.FromBounds(parts[0].Span.Start, parts[^1].Span.End), Written(unit, parts, text, lineEnd));
            }).OrderBy(replacement => replacement.Item1.Start),
        ];
    }

    /// <summary>
    /// A seam that the translation keeps is the break it was; other codes have nothing to write here. Line breaks that were
    /// typed become those of the file.
    /// </summary>
    private static string Written(TranslatedUnit unit, TextBlock[] parts, string text, string lineEnd)
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

            written.Append(OnLines(unit.Text.Text[at..seam.Offset], lineEnd))
                .Append(text, parts[after - 1].Span.End, parts[after].Span.Start - parts[after - 1].Span.End);
            at = seam.Span.End;
        }

        return written.Append(OnLines(unit.Text.Text[at..], lineEnd)).ToString();
    }

    private static string OnLines(string text, string lineEnd) => text.AsSpan().IndexOfAny('\r', '\n') < 0
        ? text
        : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", lineEnd, StringComparison.Ordinal);

    /// <summary>The first one in the text; a line feed where there is none.</summary>
    private static string LineEnd(string text) => text.AsSpan().IndexOfAny('\r', '\n') switch
    {
        < 0 => "\n",
        var at when text[at] == '\n' => "\n",
        var at => at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r",
    };

    private static string Replaced(string text, ImmutableArray<(TextSpan Span, string Text)> replacements)
    {
        var replaced = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (span, translation) in replacements)
        {
            replaced.Append(text, at, span.Start - at).Append(translation);
            at = span.End;
        }

        return replaced.Append(text, at, text.Length - at).ToString();
    }

    /// <returns>Null where the original's is wanted.</returns>
    private static Encoding? Wanted(DocumentTranslation translation, Encoding original)
    {
        if (translation.Encoding.Length == 0)
        {
            return null;
        }

        var wanted = TextEncodings.Find(translation.Encoding) ?? throw new ArgumentException($"'{translation.Encoding}' is no encoding.", nameof(translation));

        return wanted.CodePage == original.CodePage ? null : wanted;
    }

    private static async ValueTask<ImmutableArray<Problem>> WriteTextAsync(
        string text, Encoding encoding, string name, Stream output, CancellationToken cancellationToken)
    {
        var clean = TextGate.Clean(text).Text;
        if (Unwritable([clean], encoding) is { Length: > 0 } unwritable)
        {
            await WriteUtf8Async(clean, output, cancellationToken);
            return [Changed(name, unwritable)];
        }

        var mark = encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding ? "\uFEFF" : "";
        await output.WriteAsync(encoding.GetBytes(mark + clean), cancellationToken);
        return [];
    }

    /// <summary>With a byte order mark: who expects another encoding here is told by it.</summary>
    private static ValueTask WriteUtf8Async(string text, Stream output, CancellationToken cancellationToken) =>
        output.WriteAsync(Encoding.UTF8.GetBytes("\uFEFF" + text), cancellationToken);

    private static Problem Changed(string encoding, string unwritable) =>
        new Problem("text-encoding-changed", ("encoding", encoding), ("characters", unwritable)).AsWarning();

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
}
