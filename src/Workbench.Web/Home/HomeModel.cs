using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Core.Work.Projects;
using Workbench.Web.Session;

namespace Workbench.Web.Home;

/// <summary>How many segments of a document are in each state; a draft is counted apart from an untouched row.</summary>
public sealed record DocumentProgress(
    Document Document, int Segments, int NotStarted, int Drafts, int Translated, int Reviewed, int Final)
{
    public int Confirmed => Translated + Reviewed + Final;

    /// <summary>Whole percent of the segments that are confirmed, rounded down, so that 100 means all.</summary>
    public int Percent => Segments == 0 ? 0 : Confirmed * 100 / Segments;

    /// <summary>As people call the document: its title, else the name of its file.</summary>
    public string Title => Document.Publication.Title.Length > 0 ? Document.Publication.Title : Document.FileName;

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

/// <summary>
/// The projects of the workspace with how far each document has come. Follows changes made elsewhere: documents that changed are
/// counted again, a moment later and together; the staged rows of an import are nothing to it.
/// </summary>
public sealed class HomeModel(IWorkspaceStore store, CurrentActor actor) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly PageLife _life = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DocumentProgress> _counted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stale = new(StringComparer.Ordinal);
    private bool _hasChanged;
    private bool _isReading;

    public event Action? Changed;

    public HomeState State { get; private set; } = new(Projects: null);

    public async Task OpenAsync()
    {
        store.Committed += OnCommitted;
        _isReading = true;
        await ReadAsync();
        await ReadOnAsync();
    }

    /// <returns>What brings the document back; or why it is still there.</returns>
    public ValueTask<Result<Document>> DeleteAsync(Document document) =>
        new DeleteDocument(store).RunAsync(CommandId.New(), actor.Id, document, CancellationToken.None);

    /// <param name="deleted">What <see cref="DeleteAsync"/> gave.</param>
    public ValueTask<Result<Document>> RestoreAsync(Document deleted) =>
        new RestoreDocument(store).RunAsync(CommandId.New(), actor.Id, deleted, CancellationToken.None);

    public void Dispose()
    {
        store.Committed -= OnCommitted;
        _life.Dispose();
    }

    private void OnCommitted(Change change)
    {
        lock (_lock)
        {
            foreach (var operation in change.Operations)
            {
                _hasChanged |= operation.Subject switch
                {
                    Project or Document => true,
                    Segment segment when _counted.ContainsKey(segment.DocumentId.Value) => _stale.Add(segment.DocumentId.Value) || true,
                    Draft draft when _counted.ContainsKey(draft.DocumentId.Value) => _stale.Add(draft.DocumentId.Value) || true,
                    _ => false,
                };
            }

            if (!_hasChanged || _isReading)
            {
                return;
            }

            _isReading = true;
        }

        _ = ReadOnAsync();
    }

    /// <summary>Reads until nothing has changed since the last reading.</summary>
    private async Task ReadOnAsync()
    {
        try
        {
            while (TakeChange())
            {
                await Task.Delay(Moment, _life.Gone);
                await ReadAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left while it was read.
        }
    }

    private bool TakeChange()
    {
        lock (_lock)
        {
            return _isReading = _hasChanged;
        }
    }

    private async Task ReadAsync()
    {
        HashSet<string> stale;
        lock (_lock)
        {
            (stale, _hasChanged) = ([.. _stale], false);
            _stale.Clear();
        }

        var read = ImmutableArray.CreateBuilder<ProjectProgress>();
        foreach (var project in await store.ListAsync<Project>(_life.Gone))
        {
            var documents = ImmutableArray.CreateBuilder<DocumentProgress>();
            foreach (var document in await store.ListAsync<Document>(project.Key, _life.Gone))
            {
                documents.Add(await CountAsync(document, stale));
            }

            read.Add(new ProjectProgress(project, documents.ToImmutable()));
        }

        State = new HomeState(read.ToImmutable());
        Changed?.Invoke();
    }

    private async ValueTask<DocumentProgress> CountAsync(Document document, HashSet<string> stale)
    {
        DocumentProgress? counted;
        lock (_lock)
        {
            // Known from here on: a change that comes while the segments are read makes it stale again.
            counted = stale.Contains(document.Key) ? null : _counted.GetValueOrDefault(document.Key);
            _counted[document.Key] = counted ?? DocumentProgress.Of(document, []);
        }

        counted = counted is null
            ? DocumentProgress.Of(document, await TypedTexts.SegmentsAsync(store, document.Id, _life.Gone))
            : counted with { Document = document };
        lock (_lock)
        {
            _counted[document.Key] = counted;
        }

        return counted;
    }
}
