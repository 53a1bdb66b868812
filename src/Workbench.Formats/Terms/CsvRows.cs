using System.Text;

namespace Workbench.Formats.Terms;

/// <summary>Cuts CSV into rows of cells (RFC 4180): quoted cells may hold commas, line ends and doubled quotes.</summary>
internal static class CsvRows
{
    public static IEnumerable<string[]> Of(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when quoted && at + 1 < text.Length && text[at + 1] == '"':
                    cell.Append('"');
                    at++;
                    break;
                case '"' when quoted || cell.Length == 0:
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted && at + 1 < text.Length && text[at + 1] == '\n':
                    break;
                case '\n' or '\r' when !quoted:
                    yield return [.. row, cell.ToString()];
                    row.Clear();
                    cell.Clear();
                    break;
                case var unit:
                    cell.Append(unit);
                    break;
            }
        }

        if (row.Count > 0 || cell.Length > 0)
        {
            yield return [.. row, cell.ToString()];
        }
    }
}
