using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Terms;

/// <summary>
/// Glossaries as tables, in two shapes. <b>One term a row</b> is our own: it has the columns of <see cref="TermColumns"/>, of which
/// <c>concept_id</c>, <c>language</c> and <c>term</c> must be there, and loses nothing. <b>One concept a row</b> is what people make by
/// hand: its head holds language tags (<see cref="LanguageTable"/>).
/// </summary>
internal static class TermTable
{
    public static Result<ReadTerms> Read(IReadOnlyList<TableRow> rows, string fileName)
    {
        if (rows.Count == 0)
        {
            return Result.Failure<ReadTerms>(new Problem("file-empty").At(new Place(1, 0, fileName)));
        }

        var names = rows[0].Cells.Select(TermColumns.NameOf).ToImmutableArray();
        if (names.IndexOf(TermColumns.Language) >= 0 && names.IndexOf(TermColumns.Term) >= 0)
        {
            return names.IndexOf(TermColumns.ConceptId) >= 0
                ? new TermRows(names, rows[0].Cells).Read(rows.Skip(1))
                : Result.Failure<ReadTerms>(new Problem("term-table-no-concept").At(rows[0].Place));
        }

        return LanguageTable.Read(rows);
    }

    /// <summary>The head and a row a term; an entry without terms has one row too.</summary>
    public static IEnumerable<string[]> Write(IEnumerable<ConceptEntry> entries) =>
        entries.SelectMany(Write).Prepend([.. TermColumns.All]);

    private static IEnumerable<string[]> Write(ConceptEntry entry)
    {
        var concept = TermColumns.OfConcept.Select(column => column.Write(entry)).ToArray();
        var rest = new string[concept.Length];
        Array.Fill(rest, "");
        var rows = entry.Languages.SelectMany(section => section.Terms.Select(term => (section.Language.Value, (TermSection?)term))
            .DefaultIfEmpty((section.Language.Value, null))).DefaultIfEmpty(("", null));

        return rows.Select((row, index) => (string[])
        [
            entry.ConceptId,
            row.Item1,
            .. TermColumns.OfTerm.Select(column => row.Item2 is { } term ? column.Write(term) : ""),
            .. index == 0 ? concept : rest,
        ]);
    }
}
