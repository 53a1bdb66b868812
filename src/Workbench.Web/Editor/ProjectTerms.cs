using System.Collections.Concurrent;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Web.Editor;

/// <summary>
/// Finds the terms of a project's glossaries in its texts. One recogniser serves every page that needs the same glossaries in the
/// same language; an entry that is added, edited or deleted anywhere is in it at once.
/// </summary>
public sealed class ProjectTerms : IDisposable
{
    private readonly IWorkspaceStore _store;
    private readonly ConcurrentDictionary<(string Glossaries, LanguageTag Language), Task<TermRecognizer>> _recognizers = new();

    public ProjectTerms(IWorkspaceStore store)
    {
        _store = store;
        _store.Committed += OnCommitted;
    }

    /// <summary>Raised when a glossary has changed, on any thread.</summary>
    public event Action? Changed;

    public void Dispose() => _store.Committed -= OnCommitted;

    public async ValueTask<ITermRecognizer> SourceOfAsync(Project project, CancellationToken cancellationToken) =>
        await GetAsync(project, project.SourceLanguage, cancellationToken);

    public async ValueTask<ITermRecognizer> TargetOfAsync(Project project, CancellationToken cancellationToken) =>
        await GetAsync(project, project.TargetLanguage, cancellationToken);

    private Task<TermRecognizer> GetAsync(Project project, LanguageTag language, CancellationToken cancellationToken) => _recognizers.GetOrAdd(
        (string.Join('\n', project.Glossaries), language),
        _ => ReadAsync(project, language)).WaitAsync(cancellationToken);

    private async Task<TermRecognizer> ReadAsync(Project project, LanguageTag language)
    {
        var entries = new List<ConceptEntry>();
        foreach (var glossary in project.Glossaries)
        {
            entries.AddRange(await _store.ListAsync<ConceptEntry>(glossary.Value, CancellationToken.None));
        }

        return TermRecognizer.Create(entries, language);
    }

    /// <summary>The next question reads the glossaries anew: a change of a term is rare beside the questions.</summary>
    private void OnCommitted(Change change)
    {
        if (change.Operations.Any(operation => operation.Subject is ConceptEntry))
        {
            _recognizers.Clear();
            Changed?.Invoke();
        }
    }
}
