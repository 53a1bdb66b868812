using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;

namespace Workbench.Formats.Terms;

/// <summary>
/// The simplest glossary there is: a CSV whose header holds language tags and may hold <c>concept_id</c> and <c>pos</c>, one concept a
/// row, several forms in a cell parted by <c>;</c>. Columns with another header are left out.
/// </summary>
public static class TermTable
{
    private const int LongestAbbreviation = 6;

    /// <summary>Reads UTF-8, with or without a byte order mark. Ids of the entries are the numbers of their rows.</summary>
    public static async ValueTask<Result<ReadTerms>> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false, true), true, -1, leaveOpen: true);
        try
        {
            return Read([.. CsvRows.Of(await reader.ReadToEndAsync(cancellationToken))]);
        }
        catch (DecoderFallbackException)
        {
            return Result.Failure<ReadTerms>(new Problem("term-table-encoding"));
        }
    }

    private static Result<ReadTerms> Read(string[][] rows)
    {
        var header = rows.Length > 0 ? rows[0] : [];
        var languages = header.Select((name, at) => (At: at, IsLanguage: IsLanguage(name, out var tag), Tag: tag))
            .Where(column => column.IsLanguage).ToArray();
        if (languages.Length == 0)
        {
            return Result.Failure<ReadTerms>(new Problem("term-table-header").At(new Place(1)));
        }

        var conceptAt = Array.FindIndex(header, name => name.Trim() is "concept_id");
        var partAt = Array.FindIndex(header, name => name.Trim() is "pos");
        var entries = ImmutableArray.CreateBuilder<ConceptEntry>();
        foreach (var (number, row) in rows.Index().Skip(1))
        {
            ImmutableArray<LanguageSection> sections =
            [
                .. languages.Select(column => new LanguageSection(column.Tag, Forms(Cell(row, column.At), Cell(row, partAt))))
                    .Where(section => !section.Terms.IsEmpty),
            ];
            if (sections.IsEmpty)
            {
                continue;
            }

            entries.Add(new ConceptEntry
            {
                Id = new((number + 1).ToString(CultureInfo.InvariantCulture)),
                GlossaryId = new(""),
                ConceptId = Cell(row, conceptAt) is { Length: > 0 } id ? id : sections[0].Terms[0].Text,
                Languages = sections,
            });
        }

        return Result.Success(new ReadTerms(entries.ToImmutable()));
    }

    private static bool IsLanguage(string name, out LanguageTag tag)
    {
        tag = default;
        return name.Trim() is not ("pos" or "concept_id") && LanguageTag.TryParse(name, out tag);
    }

    private static ImmutableArray<TermSection> Forms(string cell, string partOfSpeech) =>
    [
        .. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((form, at) => new TermSection
        {
            Text = form,
            PartOfSpeech = partOfSpeech,
            Status = at == 0 ? AdministrativeStatus.Preferred : AdministrativeStatus.Admitted,
            Type = IsAbbreviation(form) ? TermType.Abbreviation : TermType.FullForm,
            CaseSensitive = IsAbbreviation(form),
        }),
    ];

    /// <summary>IT, KPA: in capitals throughout, so that <c>it</c> is not meant.</summary>
    private static bool IsAbbreviation(string form) =>
        form.Length is >= 2 and <= LongestAbbreviation && form.All(unit => char.IsAsciiLetterUpper(unit) || char.IsAsciiDigit(unit))
        && form.Any(char.IsAsciiLetterUpper);

    private static string Cell(string[] row, int at) => at >= 0 && at < row.Length ? row[at].Trim() : "";
}
