using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workbench.Formats.Bilingual;

/// <summary>How the Word document looks. Everything in the text refers to these by name; nothing is formatted on the spot.</summary>
internal static class DocxStyles
{
    public const string Ink = "1C2126";
    public const string Soft = "59616A";
    public const string Line = "DCD7CE";
    public const string Band = "F3F0EA";
    public const string Accent = "25557D";
    public const string Warning = "8A5A00";

    /// <summary>For Latin text.</summary>
    public const string Latin = "Calibri";

    /// <summary>
    /// For Hangul and Hanja: on every Windows that has Korean. <see cref="Fonts"/> names what stands in for it elsewhere.
    /// </summary>
    public const string EastAsian = "Malgun Gothic";

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Latin, HighAnsi = Latin, EastAsia = EastAsian, ComplexScript = "Arial" },
                new Color { Val = Ink },
                new FontSize { Val = "20" },
                new FontSizeComplexScript { Val = "20" },
                new Languages { Val = "en-US", EastAsia = "ko-KR", Bidi = "ar-SA" })),
            // No space of Word's own between Hangul and digits: 주체38(1949)년 is written without.
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new AutoSpaceDE { Val = false },
                new AutoSpaceDN { Val = false },
                new SpacingBetweenLines { Before = "0", After = "0", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden())
        {
            Type = StyleValues.Character,
            StyleId = "DefaultParagraphFont",
            Default = true,
        },
        NormalTable(),
        Paragraph("Title", "Title", After("160"), new Bold(), Size("36")),
        Paragraph("Kind", "Kind of document", After("40"), new Bold(), new Color { Val = Accent }, new Spacing { Val = 20 }, Size("17")),
        Paragraph("Heading1", "heading 1",
            [new KeepNext(), new SpacingBetweenLines { Before = "0", After = "160" }, new OutlineLevel { Val = 0 }], new Bold(), Size("28")),
        Paragraph("Label", "Fact label", After("30"), new Color { Val = Soft }, Size("18")),
        Paragraph("Value", "Fact value", After("30"), Size("18")),
        Paragraph("Statement", "Statement",
            [
                new KeepLines(),
                new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 8, Color = Accent }),
                new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Band },
                new SpacingBetweenLines { Before = "30", After = "30" },
                new Indentation { Left = "200" },
            ],
            Size("19")),
        Paragraph("ColumnHead", "Column head",
            [new KeepNext(), new SpacingBetweenLines { Before = "50", After = "50" }], new Bold(), new Color { Val = Soft }, Size("17")),
        Paragraph("Cell", "Cell", Around("50")),
        Paragraph("CellHeading", "Cell heading", Around("50"), new Bold()),
        Paragraph("CellSmall", "Cell small", Around("60"), Size("17")),
        Paragraph("CellNumber", "Cell number", Around("60"), new Color { Val = Soft }, Size("17")),
        Paragraph("Header", "header", RightTab(), new Color { Val = Soft }, Size("16")),
        Paragraph("Footer", "footer", RightTab(), new Color { Val = Soft }, Size("16")),
        Character("InlineCode", "Inline code", new Color { Val = Soft }, Size("16"), new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Band }),
        Character("Soft", "Soft", new Color { Val = Soft }),
        Character("Rendering", "Rendering", new Bold()),
        Character("Unverified", "Unverified", new Italic(), new Color { Val = Warning }, Size("16")),
        Character("DraftMark", "Draft mark", new Italic(), new Color { Val = Warning }),
        Character("PlaceholderText", "Placeholder Text", new Color { Val = "808080" }),
        TextTable());

    /// <summary>What stands in where a font is missing, with enough of its nature for a program to choose well.</summary>
    public static Fonts Fonts() => new(
        new Font(new AltName { Val = "Carlito" }, new FontFamily { Val = FontFamilyValues.Swiss }, new Pitch { Val = FontPitchValues.Variable }) { Name = Latin },
        new Font(
            new AltName { Val = "Noto Sans CJK KR" },
            new FontCharSet { Val = "81" },
            new FontFamily { Val = FontFamilyValues.Swiss },
            new Pitch { Val = FontPitchValues.Variable })
        { Name = EastAsian });

    public static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 720 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "ko-KR" });

    private static FontSize Size(string halfPoints) => new() { Val = halfPoints };

    private static OpenXmlElement[] After(string twips) => [new SpacingBetweenLines { After = twips }];

    private static OpenXmlElement[] Around(string twips) => [new SpacingBetweenLines { Before = twips, After = twips }];

    private static OpenXmlElement[] RightTab() =>
        [new Tabs(new TabStop { Val = TabStopValues.Right, Position = DocxTable.ContentWidth })];

    private static Style Paragraph(string id, string name, OpenXmlElement[] paragraph, params OpenXmlElement[] run) => new(
        new StyleName { Val = name },
        new BasedOn { Val = "Normal" },
        new PrimaryStyle(),
        new StyleParagraphProperties(paragraph),
        new StyleRunProperties(run))
    { Type = StyleValues.Paragraph, StyleId = id };

    private static Style Character(string id, string name, params OpenXmlElement[] run) => new(
        new StyleName { Val = name }, new BasedOn { Val = "DefaultParagraphFont" }, new StyleRunProperties(run))
    { Type = StyleValues.Character, StyleId = id };

    private static Style NormalTable() => new(
        new StyleName { Val = "Normal Table" },
        new UIPriority { Val = 99 },
        new SemiHidden(),
        new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, Margins()))
    { Type = StyleValues.Table, StyleId = "TableNormal", Default = true };

    private static Style TextTable() => new(
        new StyleName { Val = "Bilingual table" },
        new BasedOn { Val = "TableNormal" },
        new StyleTableProperties(
            new TableBorders(
                Border<TopBorder>(8, Ink), Border<BottomBorder>(8, Ink), Border<InsideHorizontalBorder>(4, Line)),
            Margins()),
        new TableStyleProperties(
            new TableStyleConditionalFormattingTableCellProperties(
                new TableCellBorders(Border<BottomBorder>(8, Ink)),
                new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Band }))
        { Type = TableStyleOverrideValues.FirstRow })
    { Type = StyleValues.Table, StyleId = "BilingualTable", CustomStyle = true };

    private static T Border<T>(uint eighths, string color) where T : BorderType, new() =>
        new() { Val = BorderValues.Single, Size = eighths, Space = 0, Color = color };

    private static TableCellMarginDefault Margins() => new(
        new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa });
}
