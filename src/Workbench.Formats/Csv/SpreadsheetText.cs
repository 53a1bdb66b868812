namespace Workbench.Formats.Csv;

/// <summary>
/// Text that a spreadsheet cannot take for a formula. A spreadsheet runs a CSV cell that begins like one, and quoting does not
/// help (OWASP ASVS 5.0, 1.2.10); an apostrophe before it does. <see cref="Unguard"/> undoes <see cref="Guard"/> for every
/// text, also for one that had an apostrophe there to begin with.
/// </summary>
public static class SpreadsheetText
{
    public const char Mark = '\'';

    public static string Guard(string text) => LooksLikeFormula(text) ? Mark + text : text;

    public static string Unguard(string cell) => cell.Length > 0 && cell[0] == Mark && LooksLikeFormula(cell) ? cell[1..] : cell;

    /// <summary>Whether it begins like a formula, whatever apostrophes stand before. Full-width signs count: Excel takes them too.</summary>
    private static bool LooksLikeFormula(string text)
    {
        var rest = text.AsSpan().TrimStart(Mark);

        return rest.Length > 0 && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
    }
}
