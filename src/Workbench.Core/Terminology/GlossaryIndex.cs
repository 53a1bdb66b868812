using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Storage;

namespace Workbench.Core.Terminology;

/// <summary>
/// All glossaries of a workspace in memory: searched while one types, and recognised in texts. It follows the change feed, so
/// what is added or edited anywhere shows everywhere at once. Safe to use from any number of threads.
/// </summary>
public sealed class GlossaryIndex : IDisposable
{
    private readonly IWorkspaceStore _store;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LiveRecognizer> _recognizers = new(StringComparer.Ordinal);
    private List<Change>? _early = [];
    private volatile State _state = State.Empty;

    private GlossaryIndex(IWorkspaceStore store)
    {
        _store = store;
        _store.Committed += Take;
    }

    /// <summary>Raised after a glossary or an entry has changed, on a thread of the store's.</summary>
    public event Action? Changed;

    /// <summary>By name.</summary>
    public ImmutableArray<Glossary> Glossaries =>
        [.. _state.Glossaries.Values.OrderBy(glossary => glossary.Name, StringComparer.OrdinalIgnoreCase)];

    public static async ValueTask<GlossaryIndex> OpenAsync(IWorkspaceStore store, CancellationToken cancellationToken)
    {
        var index = new GlossaryIndex(store);
        var glossaries = await store.ListAsync<Glossary>(cancellationToken);
        var entries = new List<ConceptEntry>();
        foreach (var glossary in glossaries)
        {
            entries.AddRange(await store.ListAsync<ConceptEntry>(glossary.Id.Value, cancellationToken));
        }

        index.Begin(glossaries, entries);
        return index;
    }

    public void Dispose() => _store.Committed -= Take;

    /// <returns>Null when there is none.</returns>
    public ConceptEntry? Find(ConceptEntryId id) => _state.Concepts.GetValueOrDefault(id)?.Concept;

    /// <returns>Null when the glossary has no such concept.</returns>
    public ConceptEntry? Find(GlossaryId glossary, string conceptId) =>
        _state.Concepts.Values.FirstOrDefault(known => known.Concept.GlossaryId == glossary && known.Concept.ConceptId == conceptId)?.Concept;

    public int Count(GlossaryId glossary) => _state.Concepts.Values.Count(known => known.Concept.GlossaryId == glossary);

    /// <summary>Those that some entry has a term in, in ordinal order.</summary>
    public ImmutableArray<LanguageTag> Languages =>
    [
        .. _state.All.SelectMany(known => known.Concept.Languages).Select(section => section.Language)
            .Distinct().OrderBy(language => language.Value, StringComparer.Ordinal),
    ];

    /// <summary>In ordinal order, each once.</summary>
    public ImmutableArray<string> SubjectFields(params ReadOnlySpan<GlossaryId> glossaries)
    {
        var wanted = glossaries.ToArray();
        return
        [
            .. _state.Concepts.Values.Where(known => wanted.Length == 0 || wanted.Contains(known.Concept.GlossaryId))
                .Select(known => known.Concept.SubjectField).Where(field => field.Length > 0)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// In the order that the query asks for; by relevance, whole terms come before beginnings before other places before definitions.
    /// </summary>
    public ConceptPage Search(ConceptQuery query)
    {
        var initials = SearchFold.IsInitials(query.Text);
        var sought = initials ? SearchFold.Initials(query.Text) : SearchFold.Of(query.Text);
        var found = new List<(int Rank, SearchedConcept Concept, TermSection? Term)>();
        foreach (var known in _state.All)
        {
            if (!Passes(known.Concept, query))
            {
                continue;
            }

            TermSection? term = null;
            var rank = sought.Length == 0 ? 0 : known.Rank(sought, initials, out term);
            if (SearchedConcept.IsFound(rank))
            {
                found.Add((rank, known, term));
            }
        }

        return new ConceptPage(
            [
                .. Sorted(found, query)
                    .Skip(query.Skip).Take(query.Take)
                    .Select(match => new ConceptMatch(match.Concept.Concept, match.Term)),
            ],
            found.Count);
    }

    /// <summary>The entries that have this term already, but for case, spacing, hyphens and Korean spelling.</summary>
    /// <param name="but">The entry that is being edited; null for a new one.</param>
    public ImmutableArray<ConceptEntry> FindDuplicates(
        LanguageTag language, string text, ConceptEntryId? but, params ReadOnlySpan<GlossaryId> glossaries)
    {
        var fold = SearchFold.Of(text);
        var wanted = glossaries.ToArray();
        return fold.Length == 0
            ? []
            :
            [
                .. _state.All
                    .Where(known => known.Concept.Id != but && (wanted.Length == 0 || wanted.Contains(known.Concept.GlossaryId)))
                    .Where(known => known.HasTerm(language, fold))
                    .Select(known => known.Concept)
                    .OrderBy(concept => concept.ConceptId, StringComparer.Ordinal),
            ];
    }

    /// <summary>Finds the terms of these glossaries in texts of a language. It stays current: ask once and keep it.</summary>
    public ITermRecognizer RecognizerFor(LanguageTag language, params ReadOnlySpan<GlossaryId> glossaries)
    {
        var wanted = glossaries.ToArray();
        var key = $"{language} {string.Join(' ', wanted.Select(id => id.Value).Order(StringComparer.Ordinal))}";
        lock (_lock)
        {
            if (!_recognizers.TryGetValue(key, out var recognizer))
            {
                _recognizers.Add(key, recognizer = new LiveRecognizer(_state.Concepts.Values.Select(known => known.Concept), language, [.. wanted]));
            }

            return recognizer;
        }
    }

    private static IEnumerable<(int Rank, SearchedConcept Concept, TermSection? Term)> Sorted(
        List<(int Rank, SearchedConcept Concept, TermSection? Term)> found, ConceptQuery query)
    {
        var ordered = query.Sort switch
        {
            ConceptSort.Relevance => found.OrderBy(match => match.Rank),
            ConceptSort.SubjectField => found.OrderBy(match => match.Concept.Concept.SubjectField, StringComparer.Ordinal),
            ConceptSort.Status or ConceptSort.Reliability =>
                found.OrderBy(match => match.Concept.ColumnRank(query.Sort, query.SortLanguage)),
            _ => found.OrderBy(_ => 0),
        };
        var all = ordered.ThenBy(match => match.Concept.SortKey(query.SortLanguage), StringComparer.Ordinal)
            .ThenBy(match => match.Concept.Concept.ConceptId, StringComparer.Ordinal);

        return query.Descending ? all.Reverse() : all;
    }

    private static bool Passes(ConceptEntry concept, ConceptQuery query) =>
        (query.Glossaries.IsEmpty || query.Glossaries.Contains(concept.GlossaryId))
        && (query.SubjectField.Length == 0 || concept.SubjectField == query.SubjectField)
        && (!query.ForbiddenOnly || concept.Languages.Any(section => section.Terms.Any(term => term.IsForbidden)))
        && (query.UnverifiedIn.IsEmpty || query.UnverifiedIn.SelectMany(concept.TermsIn).Any(term => term.Reliability == Reliability.Unverified))
        && (query.Status is not { } status || concept.Languages.Any(section => section.Terms.Any(term => term.Status == status)));

    private void Begin(ImmutableArray<Glossary> glossaries, List<ConceptEntry> entries)
    {
        lock (_lock)
        {
            _state = new State(
                glossaries.ToImmutableDictionary(glossary => glossary.Id),
                entries.ToImmutableDictionary(entry => entry.Id, entry => new SearchedConcept(entry)));
            foreach (var change in _early!)
            {
                Apply(change);
            }

            _early = null;
        }
    }

    private void Take(Change change)
    {
        if (!change.Operations.Any(operation => operation.Subject is Glossary or ConceptEntry))
        {
            return;
        }

        lock (_lock)
        {
            if (_early is not null)
            {
                _early.Add(change);
                return;
            }

            Apply(change);
        }

        Changed?.Invoke();
    }

    private void Apply(Change change)
    {
        var glossaries = _state.Glossaries.ToBuilder();
        var concepts = _state.Concepts.ToBuilder();
        foreach (var operation in change.Operations)
        {
            switch (operation)
            {
                case { After: Glossary glossary }:
                    glossaries[glossary.Id] = glossary;
                    break;
                case { Before: Glossary glossary, After: null }:
                    glossaries.Remove(glossary.Id);
                    break;
                case { After: ConceptEntry entry } when !IsOlder(concepts, entry.Id, change):
                    concepts[entry.Id] = new SearchedConcept(entry);
                    Note(entry.Id, entry);
                    break;
                case { Before: ConceptEntry entry, After: null } when !IsOlder(concepts, entry.Id, change):
                    concepts.Remove(entry.Id);
                    Note(entry.Id, null);
                    break;
                default:
                    break;
            }
        }

        _state = new State(glossaries.ToImmutable(), concepts.ToImmutable());
    }

    /// <summary>Whether what is there was read after this change: the list was taken while changes came.</summary>
    private static bool IsOlder(ImmutableDictionary<ConceptEntryId, SearchedConcept>.Builder concepts, ConceptEntryId id, Change change) =>
        concepts.TryGetValue(id, out var known) && known.Concept.Version.Sequence > change.Sequence;

    private void Note(ConceptEntryId id, ConceptEntry? entry)
    {
        foreach (var recognizer in _recognizers.Values)
        {
            recognizer.Note(id, entry);
        }
    }

    private sealed record State(
        ImmutableDictionary<GlossaryId, Glossary> Glossaries, ImmutableDictionary<ConceptEntryId, SearchedConcept> Concepts)
    {
        public static readonly State Empty = new(
            ImmutableDictionary<GlossaryId, Glossary>.Empty, ImmutableDictionary<ConceptEntryId, SearchedConcept>.Empty);

        /// <summary>The concepts side by side: walking the dictionary takes several times as long.</summary>
        public SearchedConcept[] All => field ??= [.. Concepts.Values];
    }
}
