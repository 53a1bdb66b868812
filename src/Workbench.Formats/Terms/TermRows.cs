using System.Collections.Frozen;
using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Terms;

/// <summary>
/// Reads a table of one term a row. Rows of one concept may stand apart, as sorting leaves them; a row without a concept id goes on
/// with the concept above it. A column that is not ours, and a cell that cannot be what its column says, become properties.
/// </summary>
internal sealed class TermRows(ImmutableArray<string> names, string[] heads)
{
    private readonly FrozenDictionary<string, int> _places = TermColumns.PlacesOf(names);
    private readonly Dictionary<string, Gathered> _byId = new(StringComparer.Ordinal);
    private readonly List<Gathered> _entries = [];
    private readonly List<Problem> _warnings = [];

    private sealed class Gathered(ConceptEntry entry)
    {
        public ConceptEntry Entry { get; set; } = entry;

        public OrderedDictionary<LanguageTag, ImmutableArray<TermSection>.Builder> Sections { get; } = [];

        /// <summary>What no field of the entry could hold.</summary>
        public List<Property> Others { get; } = [];
    }

    public Result<ReadTerms> Read(IEnumerable<TableRow> rows)
    {
        Gathered? current = null;
        foreach (var row in rows.Where(row => !row.IsBlank))
        {
            current = ConceptOf(row) ?? current;
            if (current is null)
            {
                return Result.Failure<ReadTerms>(new Problem("term-table-no-concept").At(row.Place));
            }

            foreach (var column in TermColumns.OfConcept)
            {
                Take(current, column, row);
            }

            TakeTerm(current, row);
        }

        var entries = _entries.Select(gathered => gathered.Entry with
        {
            Languages = [.. gathered.Sections.Select(section => new LanguageSection(section.Key, section.Value.ToImmutable()))],
            Properties = [.. gathered.Entry.Properties, .. gathered.Others],
        });

        return Result.Success(
            new ReadTerms([.. entries]) { StatesEverything = TermColumns.All.All(name => names.IndexOf(name) >= 0) }, [.. _warnings]);
    }

    private string Cell(TableRow row, string name) => row.Cell(_places.GetValueOrDefault(name, -1));

    private Gathered? ConceptOf(TableRow row)
    {
        var id = Cell(row, TermColumns.ConceptId);
        if (string.IsNullOrWhiteSpace(id))
        {
            return null;
        }

        if (!_byId.TryGetValue(id, out var gathered))
        {
            _byId.Add(id, gathered = new Gathered(TermNames.NewEntry(id)));
            _entries.Add(gathered);
        }

        return gathered;
    }

    private void Take(Gathered gathered, TermColumn<ConceptEntry> column, TableRow row)
    {
        var cell = Cell(row, column.Name);
        if (cell.Length == 0)
        {
            return;
        }

        var before = column.Write(gathered.Entry);
        if (cell == before)
        {
            return;
        }

        if (column.Read(gathered.Entry, cell) is not { } taken)
        {
            Warn("term-table-value", row, column.Name, cell);
        }
        else if (before.Length == 0 || column.Name == "definition_reliability")
        {
            gathered.Entry = taken;
            return;
        }
        else
        {
            Warn("term-table-twice", row, column.Name, cell);
        }

        gathered.Others.Add(new Property(column.Name, cell));
    }

    private void TakeTerm(Gathered gathered, TableRow row)
    {
        var tag = Cell(row, TermColumns.Language);
        var cells = TermColumns.OfTerm.Select(column => Cell(row, column.Name)).ToArray();
        if (tag.Length == 0 && cells.All(cell => cell.Length == 0))
        {
            return;
        }

        if (!LanguageTag.TryParse(tag, out var language))
        {
            _warnings.Add(new Problem("language-tag", ("tag", tag)).At(row.Place).AsWarning());
            gathered.Others.Add(new Property(TermColumns.Language, tag));
        }

        if (!gathered.Sections.TryGetValue(language, out var terms))
        {
            gathered.Sections.Add(language, terms = ImmutableArray.CreateBuilder<TermSection>());
        }

        if (cells.Any(cell => cell.Length > 0))
        {
            terms.Add(TermOf(row));
        }
    }

    private TermSection TermOf(TableRow row)
    {
        var term = new TermSection { Text = "" };
        var unread = ImmutableArray.CreateBuilder<Property>();
        foreach (var column in TermColumns.OfTerm)
        {
            var cell = Cell(row, column.Name);
            if (cell.Length == 0)
            {
                continue;
            }

            if (column.Read(term, cell) is { } taken)
            {
                term = taken;
                continue;
            }

            Warn("term-table-value", row, column.Name, cell);
            unread.Add(new Property(column.Name, cell));
        }

        for (var at = 0; at < Math.Min(heads.Length, row.Cells.Length); at++)
        {
            if (row.Cells[at] is { Length: > 0 } other && !TermColumns.IsOurs(names[at]))
            {
                unread.Add(new Property(heads[at].Trim(), other));
            }
        }

        return term with { Properties = [.. term.Properties, .. unread] };
    }

    private void Warn(string code, TableRow row, string column, string value) =>
        _warnings.Add(new Problem(code, ("column", column), ("value", value)).At(row.Place).AsWarning());
}
