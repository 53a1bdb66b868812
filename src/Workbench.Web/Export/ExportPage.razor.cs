using Microsoft.AspNetCore.Components;
using Workbench.Core.Documents;
using Workbench.Core.Storage;
using Workbench.Formats;

namespace Workbench.Web.Export;

/// <summary>Chooses what is exported and how, beside a preview of it. The choice stands in the address.</summary>
public sealed partial class ExportPage(IWorkspaceStore store, NavigationManager navigation) : ComponentBase
{
    private ExportRequest _request = new();
    private Document? _document;
    private string _translator = "";
    private bool _notFound;

    [Parameter]
    public string DocumentId { get; set; } = "";

    private static IEnumerable<string> Formats =>
        FormatCatalog.Bilingual.Select(format => format.Id).Append(ExportRequest.Translation).OrderBy(Rank).ThenBy(id => id, StringComparer.Ordinal);

    /// <summary>What is not started has no target that could be taken.</summary>
    private IEnumerable<ShownState> States =>
        Enum.GetValues<ShownState>().Where(state => !_request.IsTranslationAlone || state != ShownState.NotStarted);

    protected override async Task OnParametersSetAsync()
    {
        _request = ExportRequest.Parse(new Uri(navigation.Uri).Query);
        _translator = _request.Translator;
        if (_document?.Key != DocumentId)
        {
            _document = await store.FindAsync(new DocumentId(DocumentId), CancellationToken.None);
        }

        _notFound = _document is null;
    }

    /// <summary>What people read comes first, what tools read after it.</summary>
    private static int Rank(string format) => Array.IndexOf(["docx-table", "html-page", ExportRequest.Translation, "xlsx-table", "csv-table", "xliff-2", "tmx"], format);

    private static string Title(Document document) =>
        document.Publication.Title.Length > 0 ? document.Publication.Title : document.FileName;

    private string Address(string what) => $"/documents/{DocumentId}/export/{what}{_request.ToQuery()}";

    private void Toggle(ShownState state) => Change(_request with
    {
        States = _request.States.Contains(state) ? _request.States.Remove(state) : [.. _request.States.Add(state).Order()],
    });

    private void SetTranslator() => Change(_request with { Translator = _translator.Trim() });

    /// <summary>
    /// An event, and no link: what was chosen a moment before is answered first, so that the file is the one that was asked for.
    /// </summary>
    private void Download() => navigation.NavigateTo(Address("download"), forceLoad: true);

    private void Change(ExportRequest request)
    {
        _request = request;
        navigation.NavigateTo($"/documents/{DocumentId}/export{request.ToQuery()}", replace: true);
    }
}
