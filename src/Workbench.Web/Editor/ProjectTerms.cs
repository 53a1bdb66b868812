using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Web.Editor;

/// <summary>
/// Finds the terms of a project's glossaries in its texts. One recogniser serves every page that needs the same glossaries in the
/// same language; an entry that is added, edited or deleted anywhere is in it at once.
/// </summary>
public sealed class ProjectTerms(IWorkspaceStore store) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ProjectId, Task<SettledTerms>> _settled = [];
    private Task<GlossaryIndex>? _index;

    /// <summary>Raised when a glossary has changed, or what a project has settled, on any thread.</summary>
    public event Action? Changed;

    /// <summary>All glossaries of the workspace, read once.</summary>
    public Task<GlossaryIndex> IndexAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // One that failed to open is tried again by the next who asks.
            _index = _index is { IsFaulted: false } ? _index : OpenAsync();
            return _index.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        if (_index is { IsCompletedSuccessfully: true } opened)
        {
            opened.Result.Dispose();
        }

        foreach (var settled in _settled.Values.Where(settled => settled.IsCompletedSuccessfully))
        {
            settled.Result.Dispose();
        }
    }

    /// <summary>What the project has settled with “not here”.</summary>
    public Task<SettledTerms> SettledAsync(ProjectId project, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_settled.TryGetValue(project, out var settled) || settled.IsFaulted)
            {
                _settled[project] = settled = OpenSettledAsync(project);
            }

            return settled.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Without what the project has settled.</summary>
    public async ValueTask<ITermRecognizer> SourceOfAsync(Project project, CancellationToken cancellationToken) =>
        (await SettledAsync(project.Id, cancellationToken)).Filter(await GetAsync(project, project.SourceLanguage, cancellationToken));

    public ValueTask<ITermRecognizer> TargetOfAsync(Project project, CancellationToken cancellationToken) =>
        GetAsync(project, project.TargetLanguage, cancellationToken);

    private async ValueTask<ITermRecognizer> GetAsync(Project project, LanguageTag language, CancellationToken cancellationToken) =>
        (await IndexAsync(cancellationToken)).RecognizerFor(language, project.Glossaries.AsSpan());

    private async Task<GlossaryIndex> OpenAsync()
    {
        var index = await GlossaryIndex.OpenAsync(store, CancellationToken.None);
        index.Changed += () => Changed?.Invoke();
        return index;
    }

    private async Task<SettledTerms> OpenSettledAsync(ProjectId project)
    {
        var settled = await SettledTerms.OpenAsync(store, project, CancellationToken.None);
        settled.Changed += () => Changed?.Invoke();
        return settled;
    }
}
