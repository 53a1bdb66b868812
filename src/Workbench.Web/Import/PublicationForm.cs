using Workbench.Core.Documents;

namespace Workbench.Web.Import;

/// <summary>A publication while a person fills it in.</summary>
public sealed class PublicationForm
{
    public string Title { get; set; } = "";

    public string Name { get; set; } = "";

    public string IssueAndPage { get; set; } = "";

    public string Author { get; set; } = "";

    public string Genre { get; set; } = "";

    public string Audience { get; set; } = "";

    public string LanguageEdition { get; set; } = "";

    /// <summary>Null when it is not known.</summary>
    public DateOnly? Date { get; set; }

    public string Address { get; set; } = "";

    public DateOnly? AccessedOn { get; set; }

    public string RightsNote { get; set; } = "";

    public static PublicationForm Of(Publication publication) => new()
    {
        Title = publication.Title,
        Name = publication.Name,
        IssueAndPage = publication.IssueAndPage,
        Author = publication.Author,
        Genre = publication.Genre,
        Audience = publication.Audience,
        LanguageEdition = publication.LanguageEdition,
        Date = publication.Date,
        Address = publication.Address,
        AccessedOn = publication.AccessedOn,
        RightsNote = publication.RightsNote,
    };

    public Publication ToPublication() => new()
    {
        Title = Title,
        Name = Name,
        IssueAndPage = IssueAndPage,
        Author = Author,
        Genre = Genre,
        Audience = Audience,
        LanguageEdition = LanguageEdition,
        Date = Date,
        Address = Address,
        AccessedOn = AccessedOn,
        RightsNote = RightsNote,
    };

    /// <summary>Takes over what texts of one issue share: all but title and page.</summary>
    public void TakeShared(PublicationForm other)
    {
        (Name, Author, Genre, Audience) = (other.Name, other.Author, other.Genre, other.Audience);
        (LanguageEdition, Date) = (other.LanguageEdition, other.Date);
        (Address, AccessedOn, RightsNote) = (other.Address, other.AccessedOn, other.RightsNote);
    }
}
