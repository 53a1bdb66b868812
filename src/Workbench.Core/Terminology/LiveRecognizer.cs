using System.Collections.Immutable;
using Workbench.Core.Languages;

namespace Workbench.Core.Terminology;

/// <summary>
/// A recogniser that follows changes: it takes note of them at once and works them in when it is next asked, all together. The large table
/// is built on another thread, at the beginning and again when many entries have changed; only who asks before the first is ready waits.
/// </summary>
internal sealed class LiveRecognizer : ITermRecognizer
{
    private readonly ImmutableArray<GlossaryId> _glossaries;
    private readonly Lazy<TermRecognizer> _first;
    private readonly Lock _lock = new();
    private readonly Dictionary<ConceptEntryId, ConceptEntry?> _pending = [];

    /// <summary>What has changed since the table that is being built anew was begun; null while none is.</summary>
    private Dictionary<ConceptEntryId, ConceptEntry?>? _sinceRebuilding;

    private volatile bool _isBehind;
    private volatile TermRecognizer? _current;

    /// <param name="concepts">A snapshot; every later change is noted.</param>
    public LiveRecognizer(IEnumerable<ConceptEntry> concepts, LanguageTag language, ImmutableArray<GlossaryId> glossaries)
    {
        _glossaries = glossaries;
        _first = new Lazy<TermRecognizer>(() => TermRecognizer.Create(concepts.Where(concept => glossaries.Contains(concept.GlossaryId)), language));
        _ = Task.Run(() => _first.Value);
    }

    public ImmutableArray<TermHit> Recognize(string text) => Current().Recognize(text);

    public ImmutableArray<TermHit> RecognizeAll(string text) => Current().RecognizeAll(text);

    /// <summary>Never waits for a table to be built.</summary>
    public void Note(ConceptEntryId id, ConceptEntry? entry)
    {
        lock (_lock)
        {
            _pending[id] = entry is not null && _glossaries.Contains(entry.GlossaryId) ? entry : null;
            _isBehind = true;
        }
    }

    private TermRecognizer Current()
    {
        if (!_isBehind && _current is { } current)
        {
            return current;
        }

        var first = _first.Value;
        lock (_lock)
        {
            current = _current ?? first;
            if (_pending.Count > 0)
            {
                current = current.With(_pending);
                Remember();
                _pending.Clear();
            }

            _isBehind = false;
            _current = current;
            if (current.IsDueForRebuilding && _sinceRebuilding is null)
            {
                _sinceRebuilding = [];
                _ = Task.Run(() => Rebuild(current));
            }

            return current;
        }
    }

    private void Remember()
    {
        if (_sinceRebuilding is not null)
        {
            foreach (var (id, entry) in _pending)
            {
                _sinceRebuilding[id] = entry;
            }
        }
    }

    private void Rebuild(TermRecognizer from)
    {
        var rebuilt = from.Rebuilt();
        lock (_lock)
        {
            _current = _sinceRebuilding is { Count: > 0 } since ? rebuilt.With(since) : rebuilt;
            _sinceRebuilding = null;
        }
    }
}
