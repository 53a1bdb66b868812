using System.Text;
using Workbench.Core.Problems;
using Workbench.Formats.Csv;

namespace Workbench.Formats.Terms;

/// <summary>
/// Cuts CSV into rows of cells (RFC 4180): quoted cells may hold separators, line ends and doubled quotes. The separator is the
/// comma, semicolon or tab that the first line has most of, or what Excel's <c>sep=;</c> names. Lines that begin with <c>#</c>
/// before the head are comments.
/// </summary>
internal sealed class CsvRows(string text, string fileName)
{
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private char _separator;
    private int _at;
    private int _line = 1;
    private int _firstLine = 1;
    private int _quoteLine;
    private int _count;

    public Result<IReadOnlyList<TableRow>> Read()
    {
        SkipComments();
        _separator = Separator();
        while (_at < text.Length)
        {
            TakeUnit();
            if (_cells.Count > TableRow.MaxColumns || _count > TableRow.MaxCells)
            {
                return Result.Failure<IReadOnlyList<TableRow>>(TableRow.TooMany(PlaceOf(_line)));
            }
        }

        EndRow();

        return _quoteLine > 0
            ? Result.Failure<IReadOnlyList<TableRow>>(new Problem("term-table-quote").At(PlaceOf(_quoteLine)))
            : Result.Success<IReadOnlyList<TableRow>>(_rows);
    }

    private void TakeUnit()
    {
        var unit = text[_at++];
        _line += unit == '\n' || (unit == '\r' && Next != '\n') ? 1 : 0;
        if (_quoteLine > 0)
        {
            TakeQuoted(unit);
        }
        else if (unit == '"' && _cell.Length == 0)
        {
            _quoteLine = _line;
        }
        else if (unit == _separator)
        {
            EndCell();
        }
        else if (unit is '\n')
        {
            EndRow();
        }
        else if (unit is '\r')
        {
            _at += Next == '\n' ? 1 : 0;
            _line += text[_at - 1] == '\n' ? 1 : 0;
            EndRow();
        }
        else
        {
            _cell.Append(unit);
        }
    }

    private char Next => _at < text.Length ? text[_at] : '\0';

    private void TakeQuoted(char unit)
    {
        if (unit != '"')
        {
            _cell.Append(unit);
        }
        else if (Next == '"')
        {
            _cell.Append('"');
            _at++;
        }
        else
        {
            _quoteLine = 0;
        }
    }

    private void EndCell()
    {
        _cells.Add(SpreadsheetText.Unguard(_cell.ToString()));
        _cell.Clear();
        _count++;
    }

    private void EndRow()
    {
        EndCell();
        if (_cells.Count > 1 || _cells[0].Length > 0)
        {
            _rows.Add(new TableRow(PlaceOf(_firstLine), [.. _cells]));
        }

        _cells.Clear();
        _firstLine = _line;
    }

    private Place PlaceOf(int line) => new(line, 0, fileName);

    private void SkipComments()
    {
        while (_at < text.Length && (IsComment() || IsBlankLine()))
        {
            var end = text.IndexOfAny(['\n', '\r'], _at);
            _at = end < 0 ? text.Length : end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
            _line++;
        }

        _firstLine = _line;
    }

    /// <summary>A column may be called #.</summary>
    private bool IsComment() => text[_at] == '#' && _at + 1 < text.Length && text[_at + 1] is not (',' or ';' or '\t');

    private bool IsBlankLine() => text[_at] is '\n' or '\r';

    private char Separator()
    {
        var end = text.IndexOfAny(['\n', '\r'], _at) is >= 0 and var found ? found : text.Length;
        var head = text.AsSpan(_at, end - _at);
        if (head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && head.Length == 5)
        {
            var named = head[4];
            _at = end;
            SkipComments();
            return named;
        }

        var (commas, semicolons, tabs) = (head.Count(','), head.Count(';'), head.Count('\t'));

        return tabs > Math.Max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }
}
