using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Workbench.Core.Exchange;
using Workbench.Core.Text;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Tmx;

/// <summary>
/// The content of a <c>seg</c>. A pair is <c>bpt</c> and <c>ept</c>, half a pair <c>it</c>, anything else <c>ph</c>; the
/// code's id is <c>x</c>, which TMX uses to match the codes of the languages with each other.
/// </summary>
internal static class TmxSegment
{
    public static (InlineText Text, ImmutableDictionary<string, MemoryCode> Codes) Read(
        XElement segment, IReadOnlyDictionary<string, string> own)
    {
        var reading = new Reading(segment, own);
        reading.Read(segment);

        return reading.Result();
    }

    /// <summary>Writes the content into an open <c>seg</c>.</summary>
    public static void Write(XmlOutput output, MemoryVariant variant) => new Writing(output, variant).Write();

    /// <summary>What our properties say of the codes beyond what TMX can: type of the property, value.</summary>
    public static IEnumerable<(string Type, string Value)> OwnProperties(InlineText text)
    {
        foreach (var code in text.Codes)
        {
            if (code.Reads.Length > 0)
            {
                yield return (TmxVocabulary.Reads + Key(code), code.Reads);
            }

            if (code.Display.Length > 0)
            {
                yield return (TmxVocabulary.Display + Key(code), code.Display);
            }

            if (code.CanDelete)
            {
                yield return (TmxVocabulary.CanDelete + Key(code), "yes");
            }
        }
    }

    public static bool IsOwn(string type) => type.StartsWith(TmxVocabulary.Reads, StringComparison.Ordinal)
        || type.StartsWith(TmxVocabulary.Display, StringComparison.Ordinal)
        || type.StartsWith(TmxVocabulary.CanDelete, StringComparison.Ordinal);

    // The end of a pair has the id of its start.
    private static string Key(InlineCode code) => code.Kind == InlineCodeKind.End ? "/" + code.Id : code.Id;

    private sealed class Reading(XElement segment, IReadOnlyDictionary<string, string> own)
    {
        private readonly StringBuilder _text = new();
        private readonly List<InlineCode> _codes = [];
        private readonly ImmutableDictionary<string, MemoryCode>.Builder _data = ImmutableDictionary.CreateBuilder<string, MemoryCode>(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _open = new(StringComparer.Ordinal);
        private readonly HashSet<string> _used = new(StringComparer.Ordinal);
        private readonly HashSet<string> _named = segment.Descendants()
            .SelectMany(element => new[] { (string?)element.Attribute("x"), (string?)element.Attribute("i") })
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

        private int _lastNumber;

        public void Read(XElement parent)
        {
            foreach (var node in parent.Nodes())
            {
                switch (node)
                {
                    case XText text:
                        _text.Append(text.Value);
                        break;
                    case XElement element:
                        Read(element, element.Name.LocalName);
                        break;
                }
            }
        }

        public (InlineText Text, ImmutableDictionary<string, MemoryCode> Codes) Result()
        {
            var text = TextGate.Clean(_text.ToString()).Text;

            return (InlineText.Of(text, [.. _codes.Select(code => Completed(code, text))]), _data.ToImmutable());
        }

        private void Read(XElement element, string name)
        {
            switch (name)
            {
                case "bpt":
                    var id = Claim((string?)element.Attribute("x") ?? (string?)element.Attribute("i"));
                    _open[(string?)element.Attribute("i") ?? ""] = id;
                    Add(element, InlineCodeKind.Start, id);
                    break;
                case "ept":
                    var pair = (string?)element.Attribute("i") ?? "";
                    Add(element, InlineCodeKind.End, _open.Remove(pair, out var start) ? start : Claim(pair));
                    break;
                case "it":
                    var ends = string.Equals((string?)element.Attribute("pos"), "end", StringComparison.OrdinalIgnoreCase);
                    Add(element, ends ? InlineCodeKind.End : InlineCodeKind.Start, Claim((string?)element.Attribute("x")));
                    break;
                case "ph" or "ut":
                    Add(element, InlineCodeKind.Placeholder, Claim((string?)element.Attribute("x")), name == "ut" ? name : "");
                    break;
                case "hi":
                    ReadHighlight(element);
                    break;
                default:
                    // Nothing else may stand here; what text it holds is kept.
                    Read(element);
                    break;
            }
        }

        private void ReadHighlight(XElement element)
        {
            var id = Claim((string?)element.Attribute("x"));
            var type = (string?)element.Attribute("type") ?? "";
            Add(InlineCodeKind.Start, id, type, new MemoryCode("", Element: "hi"));
            Read(element);
            Add(InlineCodeKind.End, id, "", new MemoryCode("", Element: "hi"));
        }

        private void Add(XElement element, InlineCodeKind kind, string id, string was = "")
        {
            var isMarkup = element.Elements().Any();
            var content = isMarkup
                ? string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
                : element.Value;

            Add(kind, id, (string?)element.Attribute("type") ?? "",
                new MemoryCode(content, isMarkup, was, (string?)element.Attribute("assoc") ?? ""));
        }

        private void Add(InlineCodeKind kind, string id, string type, MemoryCode data)
        {
            var reference = "";
            if (data != new MemoryCode(""))
            {
                reference = string.Create(CultureInfo.InvariantCulture, $"d{_data.Count + 1}");
                _data.Add(reference, data);
            }

            _codes.Add(new InlineCode { Id = id, Kind = kind, Offset = _text.Length, Type = type, DataRef = reference });
        }

        private string Claim(string? wanted)
        {
            if (!string.IsNullOrEmpty(wanted) && _used.Add(wanted))
            {
                return wanted;
            }

            string free;
            do
            {
                free = (++_lastNumber).ToString(CultureInfo.InvariantCulture);
            }
            while (_named.Contains(free) || !_used.Add(free));

            return free;
        }

        private InlineCode Completed(InlineCode code, string text)
        {
            var reads = own.GetValueOrDefault(TmxVocabulary.Reads + Key(code), "");

            return code with
            {
                Reads = text.AsSpan(code.Offset).StartsWith(reads, StringComparison.Ordinal) ? reads : "",
                Display = own.GetValueOrDefault(TmxVocabulary.Display + Key(code), ""),
                CanDelete = own.ContainsKey(TmxVocabulary.CanDelete + Key(code)),
            };
        }
    }

    private sealed class Writing(XmlOutput output, MemoryVariant variant)
    {
        private readonly ImmutableArray<InlineCode> _codes = variant.Text.Codes;
        private readonly Dictionary<string, int> _pairs = new(StringComparer.Ordinal);

        public void Write()
        {
            var paired = Paired();
            var highlights = HighlightsNest();
            var text = variant.Text.Text;
            var at = 0;

            // An empty text tells the writer that the content is mixed, so that it indents nothing.
            output.Writer.WriteString("");
            foreach (var code in _codes)
            {
                output.Text(text[at..code.Offset]);
                at = code.Offset;
                Write(code, paired.Contains(code.Id), highlights);
            }

            output.Text(text[at..]);
        }

        private void Write(InlineCode code, bool isPaired, bool highlights)
        {
            var data = variant.Codes.GetValueOrDefault(code.DataRef) ?? new MemoryCode("");
            if (highlights && data.Element == "hi")
            {
                WriteHighlight(code);
                return;
            }

            var name = (code.Kind, isPaired) switch
            {
                (InlineCodeKind.Start, true) => "bpt",
                (InlineCodeKind.End, true) => "ept",
                (InlineCodeKind.Placeholder, _) => data.Element == "ut" ? "ut" : "ph",
                _ => "it",
            };
            output.Writer.WriteStartElement(name);
            WriteAttributes(code, name, data);
            if (data.IsMarkup)
            {
                WriteMarkup(data.Content);
            }
            else if (data.Content.Length > 0)
            {
                output.Text(data.Content);
            }

            output.Writer.WriteEndElement();
        }

        private void WriteHighlight(InlineCode code)
        {
            if (code.Kind == InlineCodeKind.End)
            {
                output.Writer.WriteEndElement();
                return;
            }

            output.Writer.WriteStartElement("hi");
            output.Attribute("x", code.Id);
            output.OptionalAttribute("type", code.Type);
        }

        private void WriteAttributes(InlineCode code, string name, MemoryCode data)
        {
            if (name is "bpt" or "ept")
            {
                output.Attribute("i", PairNumber(code).ToString(CultureInfo.InvariantCulture));
            }

            if (name == "it")
            {
                output.Attribute("pos", code.Kind == InlineCodeKind.End ? "end" : "begin");
            }

            if (name != "ept")
            {
                output.Attribute("x", code.Id);
            }

            if (name is "bpt" or "it" or "ph")
            {
                output.OptionalAttribute("type", code.Type);
            }

            if (name == "ph")
            {
                output.OptionalAttribute("assoc", data.Association);
            }
        }

        // Kept as XML when it was read; if someone made it up, it is text.
        private void WriteMarkup(string content)
        {
            try
            {
                using var reader = SafeXml.CreateReader(new StringReader($"<ph>{content}</ph>"));
                reader.MoveToContent();
                foreach (var node in ((XElement)XNode.ReadFrom(reader)).Nodes())
                {
                    node.WriteTo(output.Writer);
                }
            }
            catch (System.Xml.XmlException)
            {
                output.Text(content);
            }
        }

        private int PairNumber(InlineCode code)
        {
            if (!_pairs.TryGetValue(code.Id, out var number))
            {
                number = _pairs.Count + 1;
                _pairs.Add(code.Id, number);
            }

            return number;
        }

        /// <summary>The ids that have one start and, after it, one end.</summary>
        private HashSet<string> Paired() => _codes
            .Where(code => code.Kind != InlineCodeKind.Placeholder)
            .GroupBy(code => code.Id, StringComparer.Ordinal)
            .Where(group => group.Select(code => code.Kind).SequenceEqual([InlineCodeKind.Start, InlineCodeKind.End]))
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);

        private bool HighlightsNest()
        {
            var open = new Stack<string>();
            foreach (var code in _codes.Where(code => variant.Codes.GetValueOrDefault(code.DataRef)?.Element == "hi"))
            {
                if (code.Kind == InlineCodeKind.Start)
                {
                    open.Push(code.Id);
                }
                else if (code.Kind == InlineCodeKind.Placeholder || !open.TryPop(out var id) || id != code.Id)
                {
                    return false;
                }
            }

            return open.Count == 0;
        }
    }
}
