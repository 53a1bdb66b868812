using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Languages.Juche;
using Workbench.Core.Text;

namespace Workbench.Core.Terminology;

/// <summary>
/// The terms of some entries in one source language. A large table that never changes and a small one for what changed since:
/// <see cref="With(ConceptEntry)"/> and <see cref="Without"/> are cheap, and every recogniser goes on working for who holds it.
/// </summary>
public sealed class TermRecognizer : ITermRecognizer
{
    /// <summary>How many changed entries the small table takes before it is time to build both anew.</summary>
    private const int OverlayLimit = 512;

    private readonly LanguageTag _language;
    private readonly ImmutableDictionary<ConceptEntryId, ConceptEntry> _entries;
    private readonly TermMatcher _base;
    private readonly TermMatcher? _overlay;
    private readonly ImmutableHashSet<ConceptEntryId> _changed;

    private TermRecognizer(
        LanguageTag language,
        ImmutableDictionary<ConceptEntryId, ConceptEntry> entries,
        TermMatcher matcher,
        TermMatcher? overlay,
        ImmutableHashSet<ConceptEntryId> changed) =>
        (_language, _entries, _base, _overlay, _changed) = (language, entries, matcher, overlay, changed);

    /// <param name="entries">Told apart by their id; entries that were only read get one of their own.</param>
    public static TermRecognizer Create(IEnumerable<ConceptEntry> entries, LanguageTag sourceLanguage)
    {
        var byId = entries
            .Select(entry => entry.Id.Value is null or "" ? entry with { Id = new ConceptEntryId($"{entry.GlossaryId}:{entry.ConceptId}") } : entry)
            .GroupBy(entry => entry.Id)
            .ToImmutableDictionary(group => group.Key, group => group.Last());

        return new TermRecognizer(sourceLanguage, byId, Build(byId.Values, sourceLanguage), null, []);
    }

    /// <summary>As this one, with <paramref name="entry"/> added or in place of its older state.</summary>
    public TermRecognizer With(ConceptEntry entry) => With([new(entry.Id, entry)]);

    public TermRecognizer Without(ConceptEntryId id) => With([new(id, null)]);

    /// <summary>As this one, with several changes at once; null for an entry that is gone.</summary>
    public TermRecognizer With(IReadOnlyCollection<KeyValuePair<ConceptEntryId, ConceptEntry?>> changes)
    {
        var entries = _entries.ToBuilder();
        foreach (var (id, entry) in changes)
        {
            if (entry is null)
            {
                entries.Remove(id);
            }
            else
            {
                entries[id] = entry;
            }
        }

        return Changed(entries.ToImmutable(), _changed.Union(changes.Select(change => change.Key)));
    }

    /// <summary>Whether so much has changed that <see cref="Rebuilt"/> pays; it goes on working either way.</summary>
    public bool IsDueForRebuilding => _changed.Count > OverlayLimit;

    /// <summary>The same terms in one large table. Takes seconds for a hundred thousand entries: not where someone waits.</summary>
    public TermRecognizer Rebuilt() => new(_language, _entries, Build(_entries.Values, _language), null, []);

    public ImmutableArray<TermHit> Recognize(string text) => Settle(text, Find(text), covered: false);

    public ImmutableArray<TermHit> RecognizeAll(string text) => Settle(text, Find(text), covered: true);

    private List<TermCandidate> Find(string text)
    {
        var found = new List<TermCandidate>();
        var prepared = _base.Prepare(text);
        _base.Match(prepared, found);
        if (!_changed.IsEmpty)
        {
            found.RemoveAll(candidate => _changed.Contains(candidate.Pattern.Concept.Id));
            _overlay?.Match(prepared, found);
        }

        return found;
    }

    private TermRecognizer Changed(
        ImmutableDictionary<ConceptEntryId, ConceptEntry> entries, ImmutableHashSet<ConceptEntryId> changed)
    {
        var overlay = Build(changed.Where(entries.ContainsKey).Select(key => entries[key]), _language);
        return new TermRecognizer(_language, entries, _base, overlay, changed);
    }

    private static TermMatcher Build(IEnumerable<ConceptEntry> entries, LanguageTag language)
    {
        TermMatcher matcher = language.Language switch
        {
            "ko" or "ja" or "zh" or "th" or "lo" or "km" or "my" => new KoreanTermMatcher(),
            var other => new WordTermMatcher(english: other == "en"),
        };

        foreach (var entry in entries)
        {
            foreach (var term in SourceTerms(entry, language))
            {
                matcher.Add(new TermPattern(entry, term, term.Text));
            }
        }

        return matcher;
    }

    /// <summary>
    /// What may stand for the concept in a text. A Korean text may be in the other norm too: its spellings of the same terms stand
    /// first in their section, and as many of them are taken as there are terms in the norm that was asked for.
    /// </summary>
    private static IEnumerable<TermSection> SourceTerms(ConceptEntry entry, LanguageTag language)
    {
        var own = entry.TermsIn(language).Where(term => term.IsRecognisable).ToArray();
        if (!language.IsKorean)
        {
            return own.DistinctBy(term => term.Text, StringComparer.Ordinal);
        }

        var others = entry.Languages
            .Where(section => section.Language.IsKorean && section.Language != language && !language.Accepts(section.Language))
            .SelectMany(section => own.Length == 0 ? section.Terms : section.Terms.Take(own.Length))
            .Where(term => term.IsRecognisable);

        return own.Concat(others).DistinctBy(term => term.Text, StringComparer.Ordinal);
    }

    private static ImmutableArray<TermHit> Settle(string text, List<TermCandidate> found, bool covered)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var dates = JucheDate.Find(text);
        var open = found
            .Where(candidate => !dates.Any(date => date.Span.Contains(candidate.Span) && date.Span != candidate.Span))
            .Where(candidate => TermNeighbours.Allow(candidate.Pattern.Term, text, candidate.Span))
            .OrderBy(candidate => candidate.Span.Start)
            .ThenByDescending(candidate => candidate.Span.Length)
            .ThenBy(candidate => candidate.Kind)
            .DistinctBy(candidate => (candidate.Span, candidate.Pattern.Concept.Id));

        var hits = new List<TermHit>();
        var cover = default(TextSpan);
        foreach (var candidate in open)
        {
            if (!covered && !cover.IsEmpty && cover != candidate.Span && cover.Contains(candidate.Span))
            {
                continue;
            }

            cover = candidate.Span.End > cover.End || cover.IsEmpty ? candidate.Span : cover;
            hits.Add(new TermHit(candidate.Span, candidate.Pattern.Concept, candidate.Pattern.Term, candidate.Kind));
        }

        return [.. PersonalTitles.Settle(text, TermNeighbours.Prefer(hits))];
    }
}
