using DocumentFormat.OpenXml.Spreadsheet;

namespace Workbench.Formats.Bilingual;

/// <summary>How a cell looks; the number is its place among the cell formats of <see cref="XlsxStyles"/>.</summary>
internal enum XlsxStyle : uint
{
    Plain,
    Head,
    Text,
    East,
    HeadingText,
    HeadingEast,
    Soft,
    Title,
    Right,
    HeadingRight,
}

/// <summary>
/// How the workbook looks. Every cell is formatted as text with Excel's own quote prefix, so that a cell stays text also
/// after someone has edited it.
/// </summary>
internal static class XlsxStyles
{
    private const uint TextFormat = 49;

    public static Stylesheet Sheet() => new(
        new Fonts(
            Font("Calibri", 11),
            Font("Calibri", 10, bold: true),
            Font("Malgun Gothic", 11, charset: 129),
            Font("Calibri", 11, bold: true),
            Font("Malgun Gothic", 11, bold: true, charset: 129),
            Font("Calibri", 10, color: "FF59616A"),
            Font("Calibri", 15, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF3F0EA" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Line("FFDCD7CE", BorderStyleValues.Thin), Line("FF1C2126", BorderStyleValues.Medium)),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            Format(font: 1, fill: 2, border: 2),
            Format(font: 0, border: 1),
            Format(font: 2, border: 1),
            Format(font: 3, border: 1),
            Format(font: 4, border: 1),
            Format(font: 5, border: 1),
            Format(font: 6, wraps: false),
            Format(font: 0, border: 1, rightToLeft: true),
            Format(font: 3, border: 1, rightToLeft: true)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Font Font(string name, double points, bool bold = false, string color = "FF1C2126", int? charset = null)
    {
        var font = new Font();
        if (bold)
        {
            font.AppendChild(new Bold());
        }

        font.Append(new FontSize { Val = points }, new Color { Rgb = color }, new FontName { Val = name }, new FontFamilyNumbering { Val = 2 });
        if (charset is { } set)
        {
            font.AppendChild(new FontCharSet { Val = set });
        }

        return font;
    }

    private static Border Line(string color, BorderStyleValues style) => new(
        new LeftBorder(),
        new RightBorder(),
        new TopBorder(),
        new BottomBorder(new Color { Rgb = color }) { Style = style },
        new DiagonalBorder());

    private static CellFormat Format(uint font, uint fill = 0, uint border = 0, bool wraps = true, bool rightToLeft = false) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps, ReadingOrder = rightToLeft ? 2u : 0u })
    {
        NumberFormatId = TextFormat,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        QuotePrefix = true,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = fill > 0,
        ApplyBorder = border > 0,
        ApplyAlignment = true,
    };
}
