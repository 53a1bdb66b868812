using System.Collections.Immutable;
using Workbench.Core.Storage;

namespace Workbench.Core.Terminology;

/// <summary>What a project has settled with “not here”. It follows the change feed. Safe to use from any number of threads.</summary>
public sealed class SettledTerms : IDisposable
{
    private readonly IWorkspaceStore _store;
    private readonly ProjectId _project;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TermDismissal?> _early = new(StringComparer.Ordinal);
    private ImmutableDictionary<string, TermDismissal>? _dismissals;

    private SettledTerms(IWorkspaceStore store, ProjectId project)
    {
        (_store, _project) = (store, project);
        _store.Committed += Take;
    }

    /// <summary>Raised after one was added or taken back, on a thread of the store's.</summary>
    public event Action? Changed;

    public static async ValueTask<SettledTerms> OpenAsync(IWorkspaceStore store, ProjectId project, CancellationToken cancellationToken)
    {
        var settled = new SettledTerms(store, project);
        settled.Begin(await store.ListAsync<TermDismissal>(project.Value, cancellationToken));

        return settled;
    }

    public void Dispose() => _store.Committed -= Take;

    /// <summary>A recogniser that leaves out what is settled.</summary>
    public ITermRecognizer Filter(ITermRecognizer recognizer) => new Filtered(recognizer, this);

    /// <summary>What is settled in a text: the place that would be a hit, with what was said of it.</summary>
    public ImmutableArray<(TermHit Hit, TermDismissal Dismissal)> In(string text, ITermRecognizer recognizer)
    {
        var dismissals = Current;
        var hits = dismissals.IsEmpty ? [] : (recognizer is Filtered filtered ? filtered.Inner : recognizer).RecognizeAll(text);

        return
        [
            .. from hit in hits
               let dismissal = dismissals.Values.FirstOrDefault(one => one.Covers(hit, text))
               where dismissal is not null
               select (hit, dismissal),
        ];
    }

    private ImmutableDictionary<string, TermDismissal> Current => Volatile.Read(ref _dismissals)!;

    private void Begin(ImmutableArray<TermDismissal> stored)
    {
        lock (_lock)
        {
            _dismissals = stored.ToImmutableDictionary(dismissal => dismissal.Key, StringComparer.Ordinal);
            foreach (var (key, dismissal) in _early)
            {
                Put(key, dismissal);
            }
        }
    }

    private void Take(Change change)
    {
        var any = false;
        foreach (var operation in change.Operations)
        {
            if (operation.Subject is not TermDismissal subject || subject.ProjectId != _project)
            {
                continue;
            }

            any = true;
            lock (_lock)
            {
                if (_dismissals is null)
                {
                    _early[subject.Key] = operation.After as TermDismissal;
                }
                else
                {
                    Put(subject.Key, operation.After as TermDismissal);
                }
            }
        }

        if (any)
        {
            Changed?.Invoke();
        }
    }

    private void Put(string key, TermDismissal? dismissal) =>
        _dismissals = dismissal is null ? _dismissals!.Remove(key) : _dismissals!.SetItem(key, dismissal);

    private sealed class Filtered(ITermRecognizer inner, SettledTerms settled) : ITermRecognizer
    {
        public ITermRecognizer Inner => inner;

        public ImmutableArray<TermHit> Recognize(string text) => Without(inner.Recognize(text), text);

        public ImmutableArray<TermHit> RecognizeAll(string text) => Without(inner.RecognizeAll(text), text);

        private ImmutableArray<TermHit> Without(ImmutableArray<TermHit> hits, string text)
        {
            var dismissals = settled.Current;

            return dismissals.IsEmpty ? hits : hits.RemoveAll(hit => dismissals.Values.Any(dismissal => dismissal.Covers(hit, text)));
        }
    }
}
