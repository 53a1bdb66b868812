using Workbench.Core.Problems;

namespace Workbench.Formats.Terms;

/// <summary>A row of a table, wherever the table came from.</summary>
/// <param name="Place">Where it begins: a line of a file, a row of a sheet.</param>
internal readonly record struct TableRow(Place Place, string[] Cells)
{
    /// <summary>Columns that a table may have.</summary>
    public const int MaxColumns = 1_000;

    /// <summary>Cells that a table may have, empty ones before filled ones too.</summary>
    public const int MaxCells = 20_000_000;

    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    /// <summary>Empty where the row has no such cell.</summary>
    public string Cell(int at) => at >= 0 && at < Cells.Length ? Cells[at] : "";

    public static Problem TooMany(Place place) => new Problem("term-table-too-large", ("columns", MaxColumns), ("cells", MaxCells)).At(place);
}
