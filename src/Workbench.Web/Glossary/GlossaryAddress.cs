using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Web.Glossary;

/// <summary>Which concepts a list shows, by the status of their terms.</summary>
public enum StatusFilter
{
    All,
    Preferred,
    Admitted,
    Deprecated,
    Superseded,

    /// <summary>By our own rule, whatever the status is.</summary>
    Forbidden,
}

public enum GlossaryColumn
{
    /// <summary>What fits best first; without a search text the terms of the first column.</summary>
    Relevance,
    Source,
    Target,
    SubjectField,
    Status,
    Reliability,
}

/// <summary>What stands beside the list.</summary>
public enum GlossaryPane
{
    Entry,
    Edit,
    New,
    History,
    Merge,

    /// <summary>Entries that were deleted, to be brought back.</summary>
    Deleted,
}

/// <summary>What the address of the glossary page says: a reload, a link and the back button bring back the same.</summary>
public sealed record GlossaryAddress
{
    public const string Path = "/glossary";

    public string Text { get; init; } = "";

    /// <summary>The key of a glossary; empty for all.</summary>
    public string Glossary { get; init; } = "";

    public string SubjectField { get; init; } = "";

    public StatusFilter Status { get; init; }

    public bool UnverifiedOnly { get; init; }

    /// <summary>Of the first column; null for that of the first project.</summary>
    public LanguageTag? Source { get; init; }

    /// <summary>Of the second column; null for that of the first project.</summary>
    public LanguageTag? Target { get; init; }

    public GlossaryColumn Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>The key of the entry that is chosen; empty for none.</summary>
    public string Concept { get; init; } = "";

    public GlossaryPane Pane { get; init; }

    /// <summary>The key of the entry that is merged into the chosen one; empty until it is chosen.</summary>
    public string With { get; init; } = "";

    /// <param name="query">From the question mark on. What it says wrongly is as if it were not said.</param>
    public static GlossaryAddress Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);

        return new GlossaryAddress
        {
            Text = One("q"),
            Glossary = One("glossary"),
            SubjectField = One("field"),
            Status = Choice<StatusFilter>("status"),
            UnverifiedOnly = One("unverified") == "1",
            Source = Language("from"),
            Target = Language("to"),
            Sort = Choice<GlossaryColumn>("sort"),
            Descending = One("order") == "desc",
            Concept = One("concept"),
            Pane = Choice<GlossaryPane>("pane"),
            With = One("with"),
        };

        string One(string name) => values.TryGetValue(name, out var found) ? found.ToString() : "";

        T Choice<T>(string name) where T : struct, Enum =>
            Enum.TryParse<T>(One(name), ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : default;

        LanguageTag? Language(string name) => LanguageTag.TryParse(One(name), out var tag) ? tag : null;
    }

    public override string ToString()
    {
        var query = new QueryBuilder();
        Add("q", Text);
        Add("glossary", Glossary);
        Add("field", SubjectField);
        Add("status", Status == StatusFilter.All ? "" : Name(Status));
        Add("unverified", UnverifiedOnly ? "1" : "");
        Add("from", Source?.Value ?? "");
        Add("to", Target?.Value ?? "");
        Add("sort", Sort == GlossaryColumn.Relevance ? "" : Name(Sort));
        Add("order", Descending ? "desc" : "");
        Add("concept", Concept);
        Add("pane", Pane == GlossaryPane.Entry ? "" : Name(Pane));
        Add("with", With);

        return Path + query.ToQueryString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }

        static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
    }

    /// <summary>Another entry in the same list.</summary>
    public GlossaryAddress At(string concept) => this with { Concept = concept, Pane = GlossaryPane.Entry, With = "" };

    public ConceptQuery ToQuery(LanguageTag source, LanguageTag target) => new(Text)
    {
        Glossaries = Glossary.Length == 0 ? [] : [new GlossaryId(Glossary)],
        SubjectField = SubjectField,
        Status = Status switch
        {
            StatusFilter.Preferred => AdministrativeStatus.Preferred,
            StatusFilter.Admitted => AdministrativeStatus.Admitted,
            StatusFilter.Deprecated => AdministrativeStatus.Deprecated,
            StatusFilter.Superseded => AdministrativeStatus.Superseded,
            _ => null,
        },
        ForbiddenOnly = Status == StatusFilter.Forbidden,
        UnverifiedIn = UnverifiedOnly ? [source, target] : [],
        Sort = Sort switch
        {
            GlossaryColumn.Source or GlossaryColumn.Target => ConceptSort.Term,
            GlossaryColumn.SubjectField => ConceptSort.SubjectField,
            GlossaryColumn.Status => ConceptSort.Status,
            GlossaryColumn.Reliability => ConceptSort.Reliability,
            _ => ConceptSort.Relevance,
        },
        Descending = Descending,
        SortLanguage = Sort is GlossaryColumn.Target or GlossaryColumn.Status or GlossaryColumn.Reliability ? target : source,
    };
}
