using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Web.Home;

/// <summary>How many segments of a document are in each state; a draft is counted apart from an untouched row.</summary>
public sealed record DocumentProgress(
    Document Document, int Segments, int NotStarted, int Drafts, int Translated, int Reviewed, int Final)
{
    public int Confirmed => Translated + Reviewed + Final;

    /// <summary>Whole percent of the segments that are confirmed, rounded down, so that 100 means all.</summary>
    public int Percent => Segments == 0 ? 0 : Confirmed * 100 / Segments;

    public static DocumentProgress Of(Document document, IReadOnlyCollection<Segment> segments) => new(
        document,
        segments.Count,
        segments.Count(segment => segment.State == SegmentState.Initial && segment.Target.IsEmpty),
        segments.Count(segment => segment.IsDraft),
        segments.Count(segment => segment.State == SegmentState.Translated),
        segments.Count(segment => segment.State == SegmentState.Reviewed),
        segments.Count(segment => segment.State == SegmentState.Final));
}

/// <param name="Documents">Newest last, as they were imported.</param>
public sealed record ProjectProgress(Project Project, ImmutableArray<DocumentProgress> Documents);

/// <param name="Projects">Null until they are read.</param>
public sealed record HomeState(ImmutableArray<ProjectProgress>? Projects);

/// <summary>The projects of the workspace with how far each document has come. Follows changes made elsewhere.</summary>
public sealed class HomeModel(IWorkspaceStore store) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    public event Action? Changed;

    public HomeState State { get; private set; } = new(Projects: null);

    public async Task OpenAsync()
    {
        store.Committed += OnCommitted;
        await ReadAsync();
    }

    public void Dispose()
    {
        store.Committed -= OnCommitted;
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task ReadAsync()
    {
        var read = ImmutableArray.CreateBuilder<ProjectProgress>();
        foreach (var project in await store.ListAsync<Project>(_gone.Token))
        {
            var documents = ImmutableArray.CreateBuilder<DocumentProgress>();
            foreach (var document in await store.ListAsync<Document>(project.Key, _gone.Token))
            {
                documents.Add(DocumentProgress.Of(document, await store.ListAsync<Segment>(document.Key, _gone.Token)));
            }

            read.Add(new ProjectProgress(project, documents.ToImmutable()));
        }

        State = new HomeState(read.ToImmutable());
        Changed?.Invoke();
    }

    private void OnCommitted(Change change)
    {
        if (change.Operations.Any(operation => operation.Subject is Project or Document or Segment))
        {
            _ = RereadAsync();
        }
    }

    private async Task RereadAsync()
    {
        try
        {
            await ReadAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left while it was read.
        }
    }
}
