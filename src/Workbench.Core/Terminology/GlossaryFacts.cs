using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Workbench.Core.Memory;

namespace Workbench.Core.Terminology;

/// <summary>
/// One fact of an entry as one line that can be read again: <c>related: NK0071 The wider term.</c> and <c>slug = foreign-trade</c>.
/// <see cref="GlossaryText"/> and tables write them alike.
/// </summary>
public static class GlossaryFacts
{
    public static string Write(CrossReference reference) =>
        $"{GlossaryTextKeys.Name(reference.Kind)}: {EscapeId(reference.ConceptId)}{(reference.Note.Length > 0 ? " " : "")}{Escape(reference.Note)}";

    public static string Write(Property property) =>
        $"{Escape(property.Type).Replace("=", "\\u003d", StringComparison.Ordinal)} = {Escape(property.Value)}";

    public static bool TryReadReference(string line, [NotNullWhen(true)] out CrossReference? reference)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        reference = colon > 0 && GlossaryTextKeys.Parse<ReferenceKind>(line[..colon]) is { } kind
            ? ReadReference(kind, line[(colon + 2)..])
            : null;

        return reference is not null;
    }

    public static bool TryReadProperty(string line, [NotNullWhen(true)] out Property? property)
    {
        // An editor may have taken the space before an empty value.
        var whole = line.EndsWith(" =", StringComparison.Ordinal) ? line + " " : line;
        var equals = whole.IndexOf(" = ", StringComparison.Ordinal);
        property = equals >= 0 ? new Property(Unescape(whole[..equals]), Unescape(whole[(equals + 3)..])) : null;

        return property is not null;
    }

    internal static CrossReference ReadReference(ReferenceKind kind, string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);

        return space > 0
            ? new CrossReference(kind, Unescape(value[..space]), Unescape(value[(space + 1)..]))
            : new CrossReference(kind, Unescape(value));
    }

    internal static string EscapeId(string id)
    {
        var escaped = Escape(id).Replace(" ", "\\u0020", StringComparison.Ordinal);
        return escaped.StartsWith('#') ? $"\\u0023{escaped[1..]}" : escaped;
    }

    internal static string Escape(string value)
    {
        var written = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            var unit = value[at];
            var atEdge = at == 0 || at == value.Length - 1;
            written.Append((unit, atEdge && char.IsWhiteSpace(unit)) switch
            {
                ('\\', _) => @"\\",
                ('\n', _) => @"\n",
                ('\r', _) => @"\r",
                ('\t', _) => @"\t",
                (_, true) => $"\\u{(int)unit:x4}",
                _ when char.IsControl(unit) || unit is '\u2028' or '\u2029' => $"\\u{(int)unit:x4}",
                _ => unit.ToString(),
            });
        }

        return written.ToString();
    }

    internal static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var read = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\' || at + 1 == value.Length)
            {
                read.Append(value[at]);
                continue;
            }

            at++;
            if (value[at] == 'u' && at + 4 < value.Length
                && ushort.TryParse(value.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                read.Append((char)unit);
                at += 4;
                continue;
            }

            read.Append(value[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        }

        return read.ToString();
    }
}
