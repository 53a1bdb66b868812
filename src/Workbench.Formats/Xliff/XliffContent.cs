using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Workbench.Core.Text;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Xliff;

/// <summary>
/// The content of a <c>source</c>, a <c>target</c> or a <c>data</c>. A character that XML cannot carry is a <c>cp</c>; a code
/// that reads as text says so in <c>equiv</c>, and the characters it covers are not written a second time.
/// </summary>
internal static class XliffContent
{
    private static readonly XNamespace Core = XliffVocabulary.Core;
    private static readonly XNamespace Own = XliffVocabulary.Own;

    /// <param name="known">The data that the unit has, by the code's name for it; the XLIFF id of each.</param>
    /// <param name="missing">Codes that the target must have and has not: XLIFF is told that they may be deleted, our own attribute says the truth.</param>
    public static void Write(
        XmlOutput output, InlineText text, ImmutableArray<XliffCode> codes, IReadOnlyDictionary<string, string> known, IReadOnlySet<string> missing)
    {
        // An empty text tells the writer that the content is mixed, so that it indents nothing.
        output.Writer.WriteString("");
        var at = 0;
        foreach (var code in codes)
        {
            WriteText(output, text.Text.AsSpan(at, Math.Max(0, code.Code.Offset - at)));
            at = Math.Max(at, code.Code.Span.End);
            new CodeWriting(output, known, missing).Write(code, codes);
        }

        WriteText(output, text.Text.AsSpan(at));
    }

    public static void WriteText(XmlOutput output, ReadOnlySpan<char> text)
    {
        while (XmlCharacters.FirstIllegal(text) is { } illegal)
        {
            output.Writer.WriteString(text[..illegal].ToString());
            output.Writer.WriteStartElement("cp", XliffVocabulary.Core);
            output.Writer.WriteAttributeString("hex", ((int)text[illegal]).ToString("X4", CultureInfo.InvariantCulture));
            output.Writer.WriteEndElement();
            text = text[(illegal + 1)..];
        }

        output.Writer.WriteString(text.ToString());
    }

    /// <summary>The text that <see cref="Write"/> wrote, or another tool. Annotations are passed through, their text kept.</summary>
    /// <param name="names">Our ids of the unit's codes by their XLIFF ids: an <c>ec</c> names a start that may stand in an earlier segment.</param>
    public static InlineText Read(XElement content, Dictionary<string, string> names)
    {
        var text = new StringBuilder();
        var codes = new List<InlineCode>();
        Read(content, text, codes, names);

        return InlineText.Of(TextGate.Clean(text.ToString()).Text, [.. codes]);
    }

    private static void Read(XElement parent, StringBuilder text, List<InlineCode> codes, Dictionary<string, string> names)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText characters)
            {
                text.Append(characters.Value);
            }
            else if (node is XElement element && element.Name.Namespace == Core)
            {
                Read(element, element.Name.LocalName, text, codes, names);
            }
        }
    }

    private static void Read(XElement element, string name, StringBuilder text, List<InlineCode> codes, Dictionary<string, string> names)
    {
        switch (name)
        {
            case "cp":
                text.Append(CharacterOf((string?)element.Attribute("hex") ?? ""));
                break;
            case "ph":
                Add(element, InlineCodeKind.Placeholder, "", text, codes, names);
                break;
            case "sc":
                Add(element, InlineCodeKind.Start, "", text, codes, names);
                break;
            case "ec":
                Add(element, InlineCodeKind.End, "", text, codes, names);
                break;
            case "pc":
                Add(element, InlineCodeKind.Start, "Start", text, codes, names);
                Read(element, text, codes, names);
                Add(element, InlineCodeKind.End, "End", text, codes, names);
                break;
            default:
                Read(element, text, codes, names);
                break;
        }
    }

    private static void Add(
        XElement element, InlineCodeKind kind, string suffix, StringBuilder text, List<InlineCode> codes, Dictionary<string, string> names)
    {
        var xliffId = (string?)element.Attribute("id") ?? "";
        var startRef = (string?)element.Attribute("startRef") ?? "";
        var id = (string?)element.Attribute(Own + "id")
            ?? (startRef.Length > 0 ? names.GetValueOrDefault(startRef, startRef) : xliffId);
        names[xliffId] = id;
        var reads = (string?)element.Attribute("equiv" + suffix) ?? "";
        var ends = kind == InlineCodeKind.End && (suffix.Length > 0 || startRef.Length > 0);
        codes.Add(new InlineCode
        {
            Id = id,
            Kind = kind,
            Offset = text.Length,
            Reads = reads,
            DataRef = (string?)element.Attribute(Own + "data" + suffix) ?? (string?)element.Attribute("dataRef" + suffix) ?? "",
            Display = (string?)element.Attribute("disp" + suffix) ?? "",
            Type = ends
                ? (string?)element.Attribute(Own + "endType") ?? ""
                : XliffVocabulary.TypeOf((string?)element.Attribute("type") ?? "", (string?)element.Attribute("subType") ?? ""),
            CanDelete = ((string?)element.Attribute(Own + (ends ? "endCanDelete" : "canDelete"))
                ?? (string?)element.Attribute("canDelete") ?? "yes") == "yes",
        });
        text.Append(reads);
    }

    private static string CharacterOf(string hex) =>
        int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 0x10FFFF
            ? value > 0xFFFF ? char.ConvertFromUtf32(value) : ((char)value).ToString()
            : "";

    private sealed class CodeWriting(XmlOutput output, IReadOnlyDictionary<string, string> known, IReadOnlySet<string> missing)
    {
        private readonly XmlWriter _writer = output.Writer;

        public void Write(XliffCode planned, ImmutableArray<XliffCode> codes)
        {
            switch (planned.Element)
            {
                case XliffElement.PairStart:
                    var end = codes.First(code => code.Element == XliffElement.PairEnd && code.Id == planned.Id);
                    Start("pc");
                    Common(planned);
                    Own(planned.Code, "Start");
                    Own(end.Code, "End");
                    End(end.Code, planned.Code);
                    _writer.WriteString("");
                    break;
                case XliffElement.PairEnd:
                    _writer.WriteEndElement();
                    break;
                case XliffElement.SpanEnd:
                    WriteSpanEnd(planned);
                    break;
                default:
                    Start(planned.Element switch
                    {
                        XliffElement.Placeholder => "ph",
                        XliffElement.IsolatedEnd => "ec",
                        _ => "sc",
                    });
                    Common(planned);
                    Own(planned.Code, "");
                    if (planned.Element is XliffElement.IsolatedStart or XliffElement.IsolatedEnd)
                    {
                        output.Attribute("isolated", "yes");
                    }

                    _writer.WriteEndElement();
                    break;
            }
        }

        private void WriteSpanEnd(XliffCode planned)
        {
            Start("ec");
            output.Attribute("startRef", planned.Id);
            output.OptionalAttribute("canDelete", MayBeDeleted(planned.Code) ? "" : "no");
            Own(planned.Code, "");
            End(planned.Code, planned.Code);
            if (planned.Code.Id != planned.Id)
            {
                Own("id", planned.Code.Id);
            }

            _writer.WriteEndElement();
        }

        private void Start(string name) => _writer.WriteStartElement(name, XliffVocabulary.Core);

        /// <summary>What the element says of the code as such.</summary>
        private void Common(XliffCode planned)
        {
            var code = planned.Code;
            output.Attribute("id", planned.Id);
            output.OptionalAttribute("copyOf", planned.CopyOf);
            output.OptionalAttribute("canDelete", MayBeDeleted(code) ? "" : "no");
            var (type, subType) = XliffVocabulary.TypeOf(code.Type);
            output.OptionalAttribute("type", type);
            output.OptionalAttribute("subType", subType);
            if (!code.CanDelete && MayBeDeleted(code))
            {
                Own("canDelete", "no");
            }

            if (code.Id != planned.Id)
            {
                Own("id", code.Id);
            }
        }

        /// <summary>What a <c>pc</c> says of both its halves.</summary>
        private void Own(InlineCode code, string suffix)
        {
            output.OptionalAttribute("disp" + suffix, code.Display);
            output.OptionalAttribute("equiv" + suffix, code.Reads);
            if (known.TryGetValue(code.DataRef, out var data))
            {
                output.Attribute("dataRef" + suffix, data);
            }

            if (code.DataRef.Length > 0 && data != code.DataRef)
            {
                Own("data" + suffix, code.DataRef);
            }
        }

        /// <summary>XLIFF types a pair once; what our end says beyond its start goes with it.</summary>
        private void End(InlineCode end, InlineCode start)
        {
            if (end.Type.Length > 0)
            {
                Own("endType", end.Type);
            }

            if (end.CanDelete != start.CanDelete || (!end.CanDelete && MayBeDeleted(end)))
            {
                Own("endCanDelete", end.CanDelete ? "yes" : "no");
            }
        }

        private void Own(string name, string value) =>
            _writer.WriteAttributeString(XliffVocabulary.OwnPrefix, name, XliffVocabulary.Own, output.Clean(value));

        private bool MayBeDeleted(InlineCode code) => code.CanDelete || missing.Contains(code.Id);
    }
}
