namespace Workbench.Formats.Bilingual;

/// <summary>
/// How high a row must be for its cells to be read whole. Excel finds that out by itself, LibreOffice takes the file's word for
/// it; the height is an estimate that may be too large, and grows on with what someone writes into the cell.
/// </summary>
internal static class XlsxHeight
{
    /// <summary>Points of the highest row that Excel has.</summary>
    public const double Max = 409;

    /// <summary>Of a line in the Latin and in the Korean font of <see cref="XlsxStyles"/>.</summary>
    private const double LatinPoints = 15;
    private const double EastPoints = 17;
    private const double Padding = 3;

    /// <summary>Lines break at words: this much of a line stays empty, on the average.</summary>
    private const double Loss = 1.1;

    /// <param name="cells">Each with the width of its column, in digits as Excel counts it.</param>
    public static double Of(IEnumerable<(string Text, double Width)> cells) =>
        Math.Min(Max, cells.Select(cell => Points(cell.Text, cell.Width)).DefaultIfEmpty(LatinPoints).Max() + Padding);

    private static double Points(string text, double width)
    {
        var lines = text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(Digits) * Loss / width)));

        return lines * (text.Any(IsWide) ? EastPoints : LatinPoints);
    }

    /// <summary>A syllable or an ideograph is about as wide as two digits, a Latin letter a little narrower than one.</summary>
    private static double Digits(char unit) => IsWide(unit) ? 2 : 0.92;

    private static bool IsWide(char unit) => unit >= '\u1100' && !char.IsLowSurrogate(unit) && unit is not (>= '\u2000' and <= '\u2BFF');
}
