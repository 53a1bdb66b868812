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
    private readonly Dictionary<string, Gathered> _byId = new(StringComparer.Ordinal);
    private readonly List<Gathered> _entries = [];
    private readonly List<Problem> _warnings = [];

    private sealed class Gathered(ConceptEntry entry)
    {
        public ConceptEntry Entry { get; set; } = entry;

        public List<(LanguageTag Language, ImmutableArray<TermSection>.Builder Terms)> Sections { get; } = [];
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

            current.Entry = TermColumns.OfConcept.Aggregate(current.Entry, (entry, column) => Take(entry, column, row));
            TakeTerm(current, row);
        }

        var entries = _entries.Select(gathered => gathered.Entry with
        {
            Languages = [.. gathered.Sections.Select(section => new LanguageSection(section.Language, section.Terms.ToImmutable()))],
        });

        return Result.Success(
            new ReadTerms([.. entries]) { StatesEverything = TermColumns.All.All(name => names.IndexOf(name) >= 0) }, [.. _warnings]);
    }

    private string Cell(TableRow row, string name) => row.Cell(names.IndexOf(name));

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

    private ConceptEntry Take(ConceptEntry entry, TermColumn<ConceptEntry> column, TableRow row)
    {
        var cell = Cell(row, column.Name);
        var before = column.Write(entry);
        if (cell.Length == 0 || cell == before)
        {
            return entry;
        }

        if (column.Read(entry, cell) is not { } taken)
        {
            Warn("term-table-value", row, column.Name, cell);
        }
        else if (before.Length == 0 || column.Name == "definition_reliability")
        {
            return taken;
        }
        else
        {
            Warn("term-table-twice", row, column.Name, cell);
        }

        return entry with { Properties = [.. entry.Properties, new Property(column.Name, cell)] };
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
            gathered.Entry = gathered.Entry with { Properties = [.. gathered.Entry.Properties, new Property(TermColumns.Language, tag)] };
        }

        var section = gathered.Sections.Find(section => section.Language == language);
        if (section.Terms is null)
        {
            gathered.Sections.Add(section = (language, ImmutableArray.CreateBuilder<TermSection>()));
        }

        if (cells.Any(cell => cell.Length > 0))
        {
            section.Terms.Add(TermOf(row));
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

        foreach (var (at, head) in heads.Index())
        {
            if (!TermColumns.IsOurs(names[at]) && row.Cell(at) is { Length: > 0 } other)
            {
                unread.Add(new Property(head.Trim(), other));
            }
        }

        return term with { Properties = [.. term.Properties, .. unread] };
    }

    private void Warn(string code, TableRow row, string column, string value) =>
        _warnings.Add(new Problem(code, ("column", column), ("value", value)).At(row.Place).AsWarning());
}
