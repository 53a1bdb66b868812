using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Documents;
using Workbench.Core.Languages;

namespace Workbench.Core.Exchange;

public sealed record ExportFact(string Label, string Value);

/// <summary>
/// What every output says of itself, in the language of its reader: what was translated, where that was published, by whom
/// and by which policy it was translated, and that it is a translation.
/// </summary>
public sealed record ExportHead
{
    /// <summary>Of the original, in its language; the file's name where it has none.</summary>
    public required string Title { get; init; }

    /// <summary>In the order in which they are read. Publication, date, translator and wording are always there, if only as unknown.</summary>
    public required ImmutableArray<ExportFact> Facts { get; init; }

    /// <summary>Whole sentences. The first says that it is a translation.</summary>
    public required ImmutableArray<string> Statements { get; init; }

    public static ExportHead Of(BilingualDocument document, BilingualOptions options)
    {
        var culture = CultureOf(options.InterfaceLanguage);
        var head = Of(document.Project, document.Document, document.Translator, document.ExportedAt, culture);
        var segments = new ExportFact(Strings.Get("Export_Fact_Segments", culture), Segments(document, culture));

        return head with
        {
            Facts = head.Facts.Add(segments),
            Statements = document.Concepts.IsEmpty
                ? head.Statements
                : head.Statements.Add(Strings.Get(
                    options.WithUnverified ? "Export_Statement_UnverifiedMarked" : "Export_Statement_UnverifiedLeftOut", culture)),
        };
    }

    /// <summary>For an output that has no rows, such as the translation alone.</summary>
    public static ExportHead Of(
        Project project, Document document, string translator, DateTimeOffset exportedAt, CultureInfo culture)
    {
        var publication = document.Publication;
        var unknown = Strings.Get("Export_Unknown", culture);

        return new ExportHead
        {
            Title = publication.Title.Length > 0 ? publication.Title : document.FileName,
            Facts = [.. new ExportFact[]
            {
                Fact("Publication", OrUnknown(publication.Name)),
                Fact("LanguageEdition", publication.LanguageEdition),
                Fact("IssueAndPage", publication.IssueAndPage),
                Fact("Published", publication.Date is { } date ? Day(date, culture) : unknown),
                Fact("Author", publication.Author),
                Fact("Genre", publication.Genre),
                Fact("Address", publication.Address),
                Fact("Accessed", publication.AccessedOn is { } accessed ? Day(accessed, culture) : ""),
                Fact("Rights", publication.RightsNote),
                Fact("Languages", Strings.Get("Export_Direction", culture,
                    ("source", LanguageNames.Of(project.SourceLanguage, culture)),
                    ("target", LanguageNames.Of(project.TargetLanguage, culture)))),
                Fact("Translator", OrUnknown(translator)),
                Fact("Wording", Strings.Get($"WordingPolicy_{project.Wording}", culture)),
                Fact("Exported", Day(DateOnly.FromDateTime(exportedAt.Date), culture)),
            }.Where(fact => fact.Value.Length > 0)],
            Statements = StatementsOf(project, culture),
        };

        ExportFact Fact(string name, string value) => new(Strings.Get($"Export_Fact_{name}", culture), value);

        string OrUnknown(string value) => string.IsNullOrWhiteSpace(value) ? unknown : value;
    }

    /// <summary>Whole sentences that go with every translation. The first says that it is one.</summary>
    public static ImmutableArray<string> StatementsOf(Project project, CultureInfo culture)
    {
        var translation = Strings.Get("Export_Statement_Translation", culture);
        var claims = Strings.Get("Export_Statement_Claims", culture);

        return LanguageTag.KoreanNorth.Accepts(project.TargetLanguage)
            ? [translation, Strings.Get("Export_Statement_NotPublishersKorean", culture), claims]
            : [translation, claims];
    }

    /// <summary>The culture of a reader's language; the invariant one, which reads English, for a language that .NET does not know.</summary>
    public static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private static string Segments(BilingualDocument document, CultureInfo culture)
    {
        var counts = document.Rows.CountBy(row => row.Segment.Shown).OrderByDescending(count => count.Key)
            .Select(count => string.Create(culture, $"{Strings.Get($"State_{count.Key}", culture)} {count.Value}"));

        return Strings.Get("Export_SegmentCounts", culture,
            ("count", document.Rows.Length), ("all", document.SegmentCount), ("states", string.Join(", ", counts)));
    }

    private static string Day(DateOnly date, CultureInfo culture) =>
        date.ToString(Strings.Get("Export_DateFormat", culture), culture);
}
