using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.Formats;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>Chooses what of a glossary is exported and how, beside its first rows. The choice stands in the address.</summary>
public sealed partial class TermExportPage(ExportTerms export, IWorkspaceStore store, NavigationManager navigation) : ComponentBase
{
    private const int SampleRows = 40;

    private TermExportRequest _request = new();
    private ImmutableArray<Core.Terminology.Glossary>? _glossaries;
    private ImmutableArray<LanguageTag> _languages = [];
    private TermSelection? _selection;

    private static IEnumerable<string> Formats => FormatCatalog.Terms.Select(format => format.Id).OrderBy(Rank).ThenBy(id => id, StringComparer.Ordinal);

    protected override async Task OnInitializedAsync()
    {
        _request = TermExportRequest.Parse(new Uri(navigation.Uri).Query);
        var glossaries = await store.ListAsync<Core.Terminology.Glossary>(CancellationToken.None);
        if (!glossaries.IsEmpty && glossaries.All(glossary => glossary.Id != _request.Glossary))
        {
            _request = _request with { Glossary = glossaries[0].Id };
        }

        await SelectAsync();
        _glossaries = [.. glossaries.OrderBy(glossary => glossary.Name, StringComparer.Ordinal)];
    }

    /// <summary>What people open comes first, what tools read after it.</summary>
    private static int Rank(string format) => Array.IndexOf(["xlsx", "csv", "tbx"], format) is >= 0 and var rank ? rank : int.MaxValue;

    private IEnumerable<(ConceptEntry Entry, LanguageTag Language, TermSection Term)> Sample(TermSelection selection) => selection.Entries
        .SelectMany(entry => entry.Languages.SelectMany(section => section.Terms.Select(term => (entry, section.Language, term))))
        .Where(row => _request.WithUnverified || row.term.Reliability != Reliability.Unverified)
        .Take(SampleRows);

    private bool IsChosen(LanguageTag language) => _request.Languages.IsEmpty || _request.Languages.Contains(language);

    /// <summary>At least one language stays; all of them together are none in the address.</summary>
    private Task Toggle(LanguageTag language)
    {
        ImmutableArray<LanguageTag> chosen = [.. _languages.Where(known => IsChosen(known) != (known == language))];

        return Change(_request with { Languages = chosen.Length == _languages.Length || chosen.IsEmpty ? [] : chosen });
    }

    private async Task Change(TermExportRequest request)
    {
        _request = request;
        await SelectAsync();
        navigation.NavigateTo($"/glossary/export{request.ToQuery()}", replace: true);
    }

    /// <summary>
    /// An event, and no link: what was chosen a moment before is answered first, so that the file is the one that was asked for.
    /// </summary>
    private void Download() => navigation.NavigateTo($"/glossary/export/download{_request.ToQuery()}", forceLoad: true);

    private async Task SelectAsync()
    {
        if (await store.FindAsync(_request.Glossary, CancellationToken.None) is not null)
        {
            _languages = await export.LanguagesAsync(_request.Glossary, CancellationToken.None);
            _selection = await export.RunAsync(_request.Glossary, _request.Languages, CancellationToken.None);
        }
    }
}
