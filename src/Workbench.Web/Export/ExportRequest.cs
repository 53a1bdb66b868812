using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;

namespace Workbench.Web.Export;

/// <summary>What to export and how, as it stands in an address: the page, its preview and the download all read the same.</summary>
public sealed record ExportRequest
{
    /// <summary>The <see cref="Format"/> that is the translation alone, in the original's own format.</summary>
    public const string Translation = "translation";

    public const string Utf8 = "utf-8";

    /// <summary>The id of an <see cref="IBilingualFormat"/>, or <see cref="Translation"/>.</summary>
    public string Format { get; init; } = "docx-table";

    public ImmutableArray<ShownState> States { get; init; } = [.. Enum.GetValues<ShownState>()];

    public bool WithNotes { get; init; } = true;

    public bool WithGlossary { get; init; } = true;

    public bool WithUnverified { get; init; }

    public UntranslatedText Untranslated { get; init; }

    public StatementPlace Statement { get; init; }

    /// <summary>Of the translation alone; empty for the original's.</summary>
    public string Encoding { get; init; } = "";

    public bool IsTranslationAlone => Format == Translation;

    /// <summary>Empty for the name in the profile.</summary>
    public string Translator { get; init; } = "";

    public BilingualOptions Options(int? firstRows = null) => new()
    {
        States = States,
        WithNotes = WithNotes,
        WithGlossary = WithGlossary,
        WithUnverified = WithUnverified,
        Translator = Translator.Length > 0 ? Translator : null,
        FirstRows = firstRows,
        InterfaceLanguage = CultureInfo.CurrentUICulture.Name,
    };

    public TranslationOptions TranslationOptions() => new()
    {
        States = States,
        Untranslated = Untranslated,
        Statement = Statement,
        Encoding = Encoding,
        Translator = Translator.Length > 0 ? Translator : null,
        InterfaceLanguage = CultureInfo.CurrentUICulture.Name,
    };

    /// <summary>Anything that cannot be read is as if it were not there.</summary>
    public static ExportRequest Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var all = new ExportRequest();

        return all with
        {
            Format = Text(values, "format") is { Length: > 0 } format ? format : all.Format,
            States = values.ContainsKey("states") ? ReadStates(Text(values, "states")) : all.States,
            WithNotes = Text(values, "notes") != "no",
            WithGlossary = Text(values, "glossary") != "no",
            WithUnverified = Text(values, "unverified") == "yes",
            Translator = Text(values, "translator"),
            Untranslated = Value<UntranslatedText>(values, "untranslated"),
            Statement = Value<StatementPlace>(values, "statement"),
            // The one other encoding that is offered, for it holds every text.
            Encoding = Text(values, "encoding") == Utf8 ? Utf8 : "",
        };
    }

    /// <summary>With the question mark.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["format"] = Format,
        ["states"] = string.Join(',', States),
        ["notes"] = WithNotes ? "yes" : "no",
        ["glossary"] = WithGlossary ? "yes" : "no",
        ["unverified"] = WithUnverified ? "yes" : "no",
        ["translator"] = Translator.Length > 0 ? Translator : null,
        ["untranslated"] = IsTranslationAlone ? Untranslated.ToString() : null,
        ["statement"] = IsTranslationAlone ? Statement.ToString() : null,
        ["encoding"] = IsTranslationAlone && Encoding.Length > 0 ? Encoding : null,
    });

    private static string Text(Dictionary<string, StringValues> values, string name) =>
        values.TryGetValue(name, out var found) ? found.ToString() : "";

    private static T Value<T>(Dictionary<string, StringValues> values, string name) where T : struct, Enum =>
        Enum.TryParse<T>(Text(values, name), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;

    private static ImmutableArray<ShownState> ReadStates(string list) =>
    [
        .. list.Split(',').Where(name => Enum.TryParse<ShownState>(name, out _)).Select(Enum.Parse<ShownState>).Distinct().Order(),
    ];
}
