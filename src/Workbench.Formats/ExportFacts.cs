using System.Collections.Immutable;
using System.Globalization;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;

namespace Workbench.Formats;

/// <summary>What an exchange file says of its text: where it was published, who translated it, when, and that it is a translation.</summary>
/// <param name="Category"><c>publication</c> or <c>translation</c>.</param>
/// <param name="Type">Kebab-case and stable, for programs.</param>
/// <param name="Value">Never empty.</param>
internal sealed record ExportFact(string Category, string Type, string Value);

internal static class ExportFacts
{
    private const string Publication = "publication";
    private const string Translation = "translation";

    /// <summary>In the order in which people want to read them; what is unknown is left out.</summary>
    public static ImmutableArray<ExportFact> Of(BilingualDocument document, BilingualOptions options) =>
    [
        .. PublicationOf(document.Document.Publication).Concat(TranslationOf(document, options)).Where(fact => fact.Value.Length > 0),
    ];

    /// <summary>The sentences that go with every translation that leaves the house, in the interface's language.</summary>
    public static ImmutableArray<string> Statements(Project project, BilingualOptions options) =>
        ExportHead.StatementsOf(project, ExportHead.CultureOf(options.InterfaceLanguage));

    private static IEnumerable<ExportFact> PublicationOf(Publication publication)
    {
        yield return new(Publication, "title", publication.Title);
        yield return new(Publication, "name", publication.Name);
        yield return new(Publication, "issue-and-page", publication.IssueAndPage);
        yield return new(Publication, "author", publication.Author);
        yield return new(Publication, "genre", publication.Genre);
        yield return new(Publication, "audience", publication.Audience);
        yield return new(Publication, "language-edition", publication.LanguageEdition);
        yield return new(Publication, "date", Iso(publication.Date));
        yield return new(Publication, "address", publication.Address);
        yield return new(Publication, "accessed", Iso(publication.AccessedOn));
        yield return new(Publication, "rights", publication.RightsNote);
    }

    private static IEnumerable<ExportFact> TranslationOf(BilingualDocument document, BilingualOptions options)
    {
        yield return new(Translation, "project", document.Project.Name);
        yield return new(Translation, "translator", document.Translator);
        yield return new(Translation, "exported", document.ExportedAt.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        yield return new(Translation, "wording", document.Project.Wording switch
        {
            WordingPolicy.Neutral => "neutral",
            WordingPolicy.OfficialWithNotes => "official-with-notes",
            _ => "official",
        });
        foreach (var statement in Statements(document.Project, options))
        {
            yield return new(Translation, "statement", statement);
        }
    }

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
