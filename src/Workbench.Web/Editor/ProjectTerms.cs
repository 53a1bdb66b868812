using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Terminology;

namespace Workbench.Web.Editor;

/// <summary>Finds the terms of a project's glossaries in its texts. Follows changes of the glossaries.</summary>
public sealed class ProjectTerms
{
    /// <summary>Raised when a glossary has changed, on any thread.</summary>
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public ValueTask<ITermRecognizer> SourceOfAsync(Project project, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ITermRecognizer>(NoTerms.Instance);

    public ValueTask<ITermRecognizer> TargetOfAsync(Project project, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ITermRecognizer>(NoTerms.Instance);

    private sealed class NoTerms : ITermRecognizer
    {
        public static readonly NoTerms Instance = new();

        public ImmutableArray<TermHit> Recognize(string text) => [];
    }
}
