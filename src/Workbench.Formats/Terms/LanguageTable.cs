using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Terms;

/// <summary>
/// Reads a table of one concept a row, whose head holds language tags, alone or with a wording (<c>en</c>, <c>ko_KP</c>,
/// <c>en_neutral</c>). Several forms in a cell are parted by <c>;</c>, the first is preferred. Beside them it may have
/// <c>concept_id</c>, <c>pos</c>, <c>domain</c>, <c>definition</c>, <c>note</c>, <c>source</c>, <c>status</c>, <c>confidence</c> and
/// <c>hanja</c>, which is of the Korean term; any other column becomes a property of the concept.
/// </summary>
internal sealed class LanguageTable
{
    private const int LongestAbbreviation = 6;

    /// <summary>What a cell says that only its writer's own knowledge stands behind.</summary>
    private const string OwnKnowledge = "own knowledge";

    private static readonly string[] Wordings = ["_official", "_neutral", "_literal"];

    private readonly string[] _heads;
    private readonly ImmutableArray<string> _names;
    private readonly FrozenDictionary<string, int> _places;
    private readonly ImmutableArray<Column> _columns;
    private readonly FrozenSet<int> _languagePlaces;
    private readonly int _definitionAt;
    private readonly List<Problem> _warnings = [];
    private readonly HashSet<(int Line, string Column)> _warned = [];

    private LanguageTable(string[] heads)
    {
        _heads = heads;
        _names = [.. heads.Select(TermColumns.NameOf)];
        _places = TermColumns.PlacesOf(_names);
        _columns = [.. heads.Index().Where(head => IsLanguage(head.Item, head.Index, out _)).Select(head =>
        {
            IsLanguage(head.Item, head.Index, out var column);
            return column;
        })];
        _definitionAt = _places.TryGetValue("definition", out var at)
            ? at
            : Array.FindIndex([.. _names], name => name.StartsWith("definition_", StringComparison.Ordinal) && !TermColumns.IsOurs(name));
        _languagePlaces = _columns.Select(column => column.At).ToFrozenSet();
    }

    private readonly record struct Column(int At, LanguageTag Language, Wording Wording);

    public static Result<ReadTerms> Read(IReadOnlyList<TableRow> rows)
    {
        var table = new LanguageTable(rows[0].Cells);
        if (table._columns.IsEmpty)
        {
            return Result.Failure<ReadTerms>(new Problem("term-table-header").At(rows[0].Place));
        }

        var entries = rows.Skip(1).Select(table.EntryOf).OfType<ConceptEntry>().ToImmutableArray();

        return Result.Success(new ReadTerms(entries) { HasConceptIds = table._names.IndexOf(TermColumns.ConceptId) >= 0 }, [.. table._warnings]);
    }

    private ConceptEntry? EntryOf(TableRow row)
    {
        ImmutableArray<LanguageSection> sections =
        [
            .. _columns.TakeWhile(column => column.At < row.Cells.Length).SelectMany(column => Forms(row, column).Select(term => (column.Language, Term: term)))
                .GroupBy(form => form.Language)
                .Select(group => new LanguageSection(group.Key, [.. group.Select(form => form.Term)])),
        ];
        if (row.IsBlank)
        {
            return null;
        }

        // A row that says something and has no term is no entry, but whoever looks at the import is to see it.
        var id = Cell(row, TermColumns.ConceptId);
        var made = sections.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"row-{row.Place.Line}") : sections[0].Terms[0].Text;

        return TermNames.NewEntry(id.Length > 0 ? id : made) with
        {
            SubjectField = Cell(row, "subject_field"),
            Definition = row.Cell(_definitionAt).Trim(),
            Note = Notes(row),
            Source = Cell(row, "term_source"),
            Languages = WithHanja(sections, Cell(row, "hanja")),
            Properties = [.. Others(row)],
        };
    }

    private string Notes(TableRow row) =>
        string.Join('\n', new[] { Cell(row, "concept_note"), Cell(row, "usage_note") }.Where(note => note.Length > 0));

    private IEnumerable<TermSection> Forms(TableRow row, Column column)
    {
        if (string.IsNullOrWhiteSpace(row.Cell(column.At)))
        {
            yield break;
        }

        var status = StatusOf(row);
        var reliability = ReliabilityOf(row, column, out var source);
        foreach (var (at, form) in row.Cell(column.At).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Index())
        {
            yield return new TermSection
            {
                Text = form,
                PartOfSpeech = Cell(row, "part_of_speech"),
                Wording = column.Wording,
                Status = status ?? (at == 0 ? AdministrativeStatus.Preferred : AdministrativeStatus.Admitted),
                Type = IsAbbreviation(form) ? TermType.Abbreviation : TermType.FullForm,
                CaseSensitive = IsAbbreviation(form),
                Reliability = reliability,
                Source = source,
            };
        }
    }

    private AdministrativeStatus? StatusOf(TableRow row)
    {
        var word = Cell(row, "status");
        if (!TermNames.TryStatus(word, out var status))
        {
            WarnOnce(word, row, "status");
            return null;
        }

        // Of several forms only the first can be the preferred one.
        return status == AdministrativeStatus.Preferred ? null : status;
    }

    /// <summary>Confidence belongs to a cell: translations that their source calls own knowledge are not covered by the row's.</summary>
    private Reliability ReliabilityOf(TableRow row, Column column, out string source)
    {
        source = Cell(row, "xlat_source");
        if (source.Contains(OwnKnowledge, StringComparison.OrdinalIgnoreCase) && column.Language is { Language: not ("en" or "ko") })
        {
            return Reliability.Unverified;
        }

        source = "";
        var word = Cell(row, "reliability");
        if (TermNames.TryReliability(word, out var reliability))
        {
            return reliability;
        }

        WarnOnce(word, row, "reliability");

        return Reliability.Unverified;
    }

    /// <summary>Once for a row, though each of its languages asks.</summary>
    private void WarnOnce(string value, TableRow row, string column)
    {
        if (value.Length > 0 && _warned.Add((row.Place.Line, column)))
        {
            _warnings.Add(new Problem("term-table-value", ("column", column), ("value", value)).At(row.Place).AsWarning());
        }
    }

    private static ImmutableArray<LanguageSection> WithHanja(ImmutableArray<LanguageSection> sections, string hanja)
    {
        var korean = sections.FirstOrDefault(section => section.Language == LanguageTag.KoreanNorth)
            ?? sections.FirstOrDefault(section => section.Language.IsKorean);

        return korean is null || hanja.Length == 0
            ? sections
            : sections.Replace(korean, korean with { Terms = korean.Terms.SetItem(0, korean.Terms[0] with { Hanja = hanja }) });
    }

    /// <summary>What no field holds, and words that are none of a list's.</summary>
    private IEnumerable<Property> Others(TableRow row)
    {
        foreach (var (at, name) in _names.Take(row.Cells.Length).Index())
        {
            var cell = row.Cells[at];
            if (cell.Length == 0 || _languagePlaces.Contains(at))
            {
                continue;
            }

            var isField = name is TermColumns.ConceptId or "part_of_speech" or "subject_field" or "concept_note" or "usage_note" or "term_source" or "hanja"
                || at == _definitionAt
                || (name == "status" && TermNames.TryStatus(cell, out _))
                || (name == "reliability" && TermNames.TryReliability(cell, out _));
            if (!isField)
            {
                yield return new Property(_heads[at].Trim(), cell);
            }
        }

        if (Cell(row, "hanja") is { Length: > 0 } hanja && !_columns.Any(column => column.Language.IsKorean && row.Cell(column.At).Trim().Length > 0))
        {
            yield return new Property("hanja", hanja);
        }
    }

    private bool IsLanguage(string head, int at, out Column column)
    {
        var name = head.Trim();
        var wording = Wordings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase), "");
        column = new Column(at, default, wording.Length == 0 || !TermNames.TryWording(wording[1..], out var said) ? Wording.Official : said);
        if (TermColumns.IsOurs(_names[at]) || !LanguageTag.TryParse(name[..^wording.Length], out var language) || !IsKnown(language))
        {
            return false;
        }

        column = column with { Language = language };
        return true;
    }

    /// <summary>A word of three letters, such as <c>src</c> or <c>key</c>, is well-formed as a tag; it is one when the language has a name.</summary>
    private static bool IsKnown(LanguageTag tag)
    {
        if (tag.Language.Length == 2)
        {
            return true;
        }

        try
        {
            return CultureInfo.GetCultureInfo(tag.Language, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    /// <summary>IT, KPA: in capitals throughout, so that <c>it</c> is not meant.</summary>
    private static bool IsAbbreviation(string form) =>
        form.Length is >= 2 and <= LongestAbbreviation && form.All(unit => char.IsAsciiLetterUpper(unit) || char.IsAsciiDigit(unit))
        && form.Any(char.IsAsciiLetterUpper);

    private string Cell(TableRow row, string name) => row.Cell(_places.GetValueOrDefault(name, -1)).Trim();
}
