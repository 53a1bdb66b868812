using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Workbench.Core.Languages;
using Workbench.Core.Work.Glossaries;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>Which glossary to export and how, as it stands in an address: the page and the download read the same.</summary>
public sealed record TermExportRequest
{
    public GlossaryId Glossary { get; init; } = SeedGlossary.Starter;

    /// <summary>The id of an <see cref="Core.Exchange.ITermFormat"/>.</summary>
    public string Format { get; init; } = "xlsx";

    /// <summary>Empty for all.</summary>
    public ImmutableArray<LanguageTag> Languages { get; init; } = [];

    public bool WithUnverified { get; init; }

    /// <summary>Anything that cannot be read is as if it were not there.</summary>
    public static TermExportRequest Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var plain = new TermExportRequest();

        return plain with
        {
            Glossary = Text(values, "glossary") is { Length: > 0 } glossary ? new GlossaryId(glossary) : plain.Glossary,
            Format = Text(values, "format") is { Length: > 0 } format ? format : plain.Format,
            Languages = [.. Text(values, "languages").Split(',').Where(tag => LanguageTag.TryParse(tag, out _)).Select(LanguageTag.Of).Distinct()],
            WithUnverified = Text(values, "unverified") == "yes",
        };
    }

    /// <summary>With the question mark.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["glossary"] = Glossary.Value,
        ["format"] = Format,
        ["languages"] = Languages.IsEmpty ? null : string.Join(',', Languages),
        ["unverified"] = WithUnverified ? "yes" : "no",
    });

    private static string Text(Dictionary<string, StringValues> values, string name) =>
        values.TryGetValue(name, out var found) ? found.ToString() : "";
}
