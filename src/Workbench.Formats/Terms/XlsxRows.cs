using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Workbench.Core.Problems;

namespace Workbench.Formats.Terms;

/// <summary>
/// The cells of a workbook's sheets as text (ECMA-376 part 1, 18.3.1). A formula gives the value that was last computed; a number is
/// given as it is stored.
/// </summary>
internal sealed partial class XlsxRows(XlsxPackage package, string fileName)
{
    private readonly List<string> _shared = [];
    private int _count;

    /// <summary>The sheets in their order, each read when it is asked for. Hidden ones are left out.</summary>
    /// <exception cref="XmlException">A part is damaged.</exception>
    /// <exception cref="InvalidDataException">A bound was passed.</exception>
    public IEnumerable<Result<IReadOnlyList<TableRow>>> Sheets()
    {
        if (package.Workbook is not { } path || package.Load(path) is not { } workbook)
        {
            yield break;
        }

        var targets = package.Targets(path).ToList();
        foreach (var shared in targets.Where(target => target.Type == "sharedStrings"))
        {
            ReadShared(shared.Path);
        }

        foreach (var sheet in workbook.Descendants().Where(element => element.Name.LocalName == "sheet" && (string?)element.Attribute("state") is null or "visible"))
        {
            var id = sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id")?.Value;
            if (targets.Find(target => target.Id == id) is { Type: "worksheet", Path: var sheetPath })
            {
                yield return ReadSheet(sheetPath, (string?)sheet.Attribute("name") ?? "");
            }
        }
    }

    private void ReadShared(string path)
    {
        using var xml = package.Read(path);
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                _shared.Add(TextOf(xml));
            }
        }
    }

    private Result<IReadOnlyList<TableRow>> ReadSheet(string path, string name)
    {
        var rows = new List<TableRow>();
        var part = fileName.Length > 0 ? $"{fileName}, {name}" : name;
        using var xml = package.Read(path);
        while (xml?.Read() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said)
                ? said
                : (rows.Count == 0 ? 0 : rows[^1].Place.Line) + 1;
            var row = new TableRow(new Place(number, 0, part), ReadRow(xml));
            _count += row.Cells.Length;
            if (row.Cells.Length > TableRow.MaxColumns || _count > TableRow.MaxCells)
            {
                return Result.Failure<IReadOnlyList<TableRow>>(TableRow.TooMany(row.Place));
            }

            if (row.Cells.Any(cell => cell.Length > 0))
            {
                rows.Add(row);
            }
        }

        return Result.Success<IReadOnlyList<TableRow>>(rows);
    }

    private string[] ReadRow(XmlReader xml)
    {
        var cells = new List<string>();
        if (xml.IsEmptyElement)
        {
            return [];
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var at = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
            while (cells.Count < at && cells.Count <= TableRow.MaxColumns)
            {
                cells.Add("");
            }

            var text = ReadCell(xml);
            if (at == cells.Count && at <= TableRow.MaxColumns)
            {
                cells.Add(text);
            }
        }

        return [.. cells];
    }

    private string ReadCell(XmlReader xml)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var text = "";
        if (xml.IsEmptyElement)
        {
            return text;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            text = xml.LocalName is "v" or "is" ? TextOf(xml) : text;
        }

        return type switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count ? _shared[index] : "",
            "b" => text == "1" ? "TRUE" : "FALSE",
            _ => text,
        };
    }

    /// <summary>The text below an element, with all its runs but without readings (<c>rPh</c>). The reader stands on its end then.</summary>
    private static string TextOf(XmlReader xml)
    {
        var text = new StringBuilder();
        var (depth, name) = (xml.Depth, xml.LocalName);
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var takes = name == "v";
        var reading = int.MaxValue;
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh":
                    reading = Math.Min(reading, xml.IsEmptyElement ? reading : xml.Depth);
                    break;
                case XmlNodeType.Element:
                    takes = xml.LocalName == "t" && xml.Depth < reading && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    reading = xml.Depth == reading ? int.MaxValue : reading;
                    takes = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when takes:
                    text.Append(xml.Value);
                    break;
                default:
                    break;
            }
        }

        return Escaped.Replace(text.ToString(), Unescaped);
    }

    /// <summary>What no text may hold stays escaped.</summary>
    private static string Unescaped(Match escaped)
    {
        var unit = (char)ushort.Parse(escaped.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

        return unit == '\0' || char.IsSurrogate(unit) ? escaped.Value : unit.ToString();
    }

    /// <summary>From 0; null for what names no cell.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var unit in (reference ?? "").TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(unit) - 'A') + 1;
        }

        return column == 0 ? null : column - 1;
    }

    // ST_Xstring, 22.9.2.19.
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped { get; }
}
