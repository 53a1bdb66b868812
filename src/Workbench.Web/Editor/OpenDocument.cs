using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Web.Editor;

/// <summary>
/// The read model of one document, shared by every page that shows it. Read once, then fed by the store's change feed, so that a
/// change made anywhere is seen everywhere.
/// </summary>
public sealed class OpenDocument : IDisposable
{
    /// <summary>Up to this many segments, alternatives are read before the document is shown; those of a longer one come after it.</summary>
    private const int EagerAlternatives = 2_000;

    private readonly IWorkspaceStore _store;
    private readonly Lock _lock = new();
    private readonly List<Change> _early = [];
    private readonly HashSet<string> _moved = [];
    private Task _late = Task.CompletedTask;
    private DocumentView? _view;
    private bool _isRereading;

    private OpenDocument(IWorkspaceStore store) => _store = store;

    /// <summary>Raised after <see cref="View"/> was replaced, with the keys of the segments that look different.</summary>
    public event Action<ImmutableHashSet<string>>? Changed;

    public DocumentView View => _view ?? throw new InvalidOperationException("The document is not read yet.");

    /// <returns>Null when there is no such document.</returns>
    public static async ValueTask<OpenDocument?> OpenAsync(
        IWorkspaceStore store, DocumentId id, CancellationToken cancellationToken)
    {
        var opened = new OpenDocument(store);
        store.Committed += opened.OnCommitted;
        if (await ReadAsync(store, id, cancellationToken) is not { } view)
        {
            opened.Dispose();
            return null;
        }

        opened.Begin(view);
        opened.ReadLateAlternatives(view.Segments);

        return opened;
    }

    public void Dispose() => _store.Committed -= OnCommitted;

    private static async ValueTask<DocumentView?> ReadAsync(IWorkspaceStore store, DocumentId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } document
            || await store.FindAsync(document.ProjectId, cancellationToken) is not { } project)
        {
            return null;
        }

        var segments = await store.ListAsync<Segment>(document.Key, cancellationToken);
        var units = await store.ListAsync<Unit>(document.Key, cancellationToken);
        var drafts = await store.ListAsync<Draft>(document.Key, cancellationToken);
        var ignored = await store.ListAsync<IgnoredIssue>(document.Key, cancellationToken);

        return new DocumentView
        {
            Project = project,
            Document = document,
            Segments = segments,
            Places = segments.Select((segment, place) => KeyValuePair.Create(segment.Key, place)).ToImmutableDictionary(StringComparer.Ordinal),
            Units = units.ToImmutableDictionary(unit => unit.Key, StringComparer.Ordinal),
            Drafts = drafts.ToImmutableDictionary(draft => draft.Key, StringComparer.Ordinal),
            Ignored = ignored.ToImmutableDictionary(issue => issue.Key, StringComparer.Ordinal),
            Alternatives = segments.Length > EagerAlternatives
                ? ImmutableDictionary<string, ImmutableArray<Alternative>>.Empty
                : await AlternativesAsync(store, segments.Select(segment => segment.Key), cancellationToken),
        };
    }

    private static async ValueTask<ImmutableDictionary<string, ImmutableArray<Alternative>>> AlternativesAsync(
        IWorkspaceStore store, IEnumerable<string> segments, CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Alternative>>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            if (await store.ListAsync<Alternative>(segment, cancellationToken) is { IsEmpty: false } alternatives)
            {
                found[segment] = alternatives;
            }
        }

        return found.ToImmutable();
    }

    private void ReadLateAlternatives(ImmutableArray<Segment> segments)
    {
        if (segments.Length > EagerAlternatives)
        {
            var before = _late;
            _late = Task.Run(() => ReadLateAlternativesAsync(before, segments));
        }
    }

    /// <summary>Of a long document, while it is shown already. A segment whose alternatives move meanwhile is read again.</summary>
    private async Task ReadLateAlternativesAsync(Task before, ImmutableArray<Segment> segments)
    {
        try
        {
            await before;
            foreach (var part in segments.Select(segment => segment.Key).Chunk(EagerAlternatives / 4))
            {
                for (var open = part; open.Length > 0;)
                {
                    lock (_lock)
                    {
                        _moved.Clear();
                    }

                    open = Take(await AlternativesAsync(_store, open, CancellationToken.None), open);
                }
            }
        }
        catch (ObjectDisposedException)
        {
            // The workspace was closed meanwhile, and the page with it.
        }
    }

    /// <returns>Those that have moved since they were read.</returns>
    private string[] Take(ImmutableDictionary<string, ImmutableArray<Alternative>> found, string[] read)
    {
        string[] moved;
        ImmutableHashSet<string> touched;
        lock (_lock)
        {
            moved = [.. read.Where(_moved.Contains)];
            touched = [.. found.Keys.Except(moved, StringComparer.Ordinal)];
            _view = View with { Alternatives = View.Alternatives.SetItems(found.Where(pair => touched.Contains(pair.Key))) };
        }

        if (!touched.IsEmpty)
        {
            Changed?.Invoke(touched);
        }

        return moved;
    }

    /// <summary>Changes that came while the document was read are applied now; what they bring twice is told by its version.</summary>
    private void Begin(DocumentView view)
    {
        lock (_lock)
        {
            foreach (var change in _early)
            {
                (view, _) = Apply(view, change);
            }

            _early.Clear();
            _view = view;
        }
    }

    private void OnCommitted(Change change)
    {
        ImmutableHashSet<string> touched;
        lock (_lock)
        {
            _moved.UnionWith(change.Operations.Select(operation => operation.Subject).OfType<Alternative>().Select(alternative => alternative.SegmentId.Value));
            if (_view is null || _isRereading)
            {
                _early.Add(change);
                return;
            }

            if (ChangesRows(_view, change))
            {
                _isRereading = true;
                _ = RereadAsync(_view.Document.Id);
                return;
            }

            (_view, touched) = Apply(_view, change);
        }

        if (!touched.IsEmpty)
        {
            Changed?.Invoke(touched);
        }
    }

    /// <summary>Whether rows come, go or move: a split, a merge, a seam that was undone.</summary>
    private static bool ChangesRows(DocumentView view, Change change) => change.Operations.Any(operation =>
        operation.Subject is Segment segment && segment.DocumentId == view.Document.Id
        && (operation.After is null || !view.Places.TryGetValue(segment.Key, out var place)
            || view.Segments[place].Position != segment.Position));

    private async Task RereadAsync(DocumentId id)
    {
        DocumentView? before;
        DocumentView? read = null;
        try
        {
            read = await ReadAsync(_store, id, CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The workspace was closed meanwhile, and the page with it.
        }

        lock (_lock)
        {
            before = _view;
            _isRereading = false;
        }

        if (read is not null && before is not null)
        {
            Begin(read);
            Changed?.Invoke([.. before.Places.Keys, .. read.Places.Keys]);
            ReadLateAlternatives(read.Segments);
        }
    }

    private static (DocumentView View, ImmutableHashSet<string> Touched) Apply(DocumentView view, Change change)
    {
        var touched = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var operation in change.Operations)
        {
            view = Apply(view, operation, touched);
        }

        return (view, touched.ToImmutable());
    }

    private static DocumentView Apply(DocumentView view, Operation operation, ImmutableHashSet<string>.Builder touched)
    {
        switch (operation.Subject)
        {
            case Segment segment when view.Places.TryGetValue(segment.Key, out var place) && operation.After is Segment after
                && after.Version.Sequence > view.Segments[place].Version.Sequence:
                touched.Add(segment.Key);
                return view with { Segments = view.Segments.SetItem(place, after) };
            case Draft draft when draft.DocumentId == view.Document.Id:
                touched.Add(draft.SegmentId.Value);
                return view with { Drafts = Put(view.Drafts, draft, operation) };
            case Alternative alternative when view.Places.ContainsKey(alternative.SegmentId.Value):
                touched.Add(alternative.SegmentId.Value);
                return view with { Alternatives = Put(view.Alternatives, alternative, operation) };
            case IgnoredIssue issue when issue.DocumentId == view.Document.Id:
                touched.Add(issue.SegmentId.Value);
                return view with { Ignored = Put(view.Ignored, issue, operation) };
            case Note note when view.Places.ContainsKey(note.SegmentId.Value):
                touched.Add(note.SegmentId.Value);
                return view;
            case Document document when document.Id == view.Document.Id && operation.After is Document now:
                touched.Add(document.Key);
                return view with { Document = now };
            case Project project when project.Id == view.Project.Id && operation.After is Project now:
                touched.Add(project.Key);
                return view with { Project = now };
            default:
                return view;
        }
    }

    private static ImmutableDictionary<string, T> Put<T>(ImmutableDictionary<string, T> all, T subject, Operation operation)
        where T : Entity => operation.After is null ? all.Remove(subject.Key) : all.SetItem(subject.Key, subject);

    private static ImmutableDictionary<string, ImmutableArray<Alternative>> Put(
        ImmutableDictionary<string, ImmutableArray<Alternative>> all, Alternative subject, Operation operation)
    {
        var others = all.GetValueOrDefault(subject.SegmentId.Value, []).RemoveAll(other => other.Id == subject.Id);
        var now = operation.After is null ? others : others.Add(subject);

        return now.IsEmpty ? all.Remove(subject.SegmentId.Value) : all.SetItem(subject.SegmentId.Value, now);
    }
}
