using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>
/// Tells what each entry of a file is to a glossary. An id alone proves nothing, since files number their entries from one: the entry of
/// the same id is the same concept when the two share a term, or say nothing in a common language.
/// </summary>
internal sealed class ImportSorting(ImmutableArray<ConceptEntry> kept, ReadTerms terms)
{
    /// <summary>In UTF-16 code units. Together with the glossary's id it stays within <see cref="ChangeSetRules.MaxLookupKeyLength"/>.</summary>
    private const int MaxIdLength = 120;

    private readonly MergeScope _scope = terms.StatesEverything ? MergeScope.EveryField : MergeScope.SomeFields;
    private readonly Dictionary<string, ConceptEntry> _byId = kept.ToDictionary(entry => entry.ConceptId, StringComparer.Ordinal);
    private readonly ILookup<(LanguageTag, string), ConceptEntry> _byTerm =
        kept.SelectMany(entry => Terms(entry).Select(term => (term, entry))).ToLookup(pair => pair.term, pair => pair.entry);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public ImportRow RowOf(ConceptEntry entry, int index)
    {
        var incoming = terms.HasConceptIds ? entry : entry with { ConceptId = AddTermFromSelection.NewConceptId(ConceptEntryId.New()) };
        if (ProblemOf(incoming) is { } problem)
        {
            return new ImportRow(index, ImportKind.Refused, incoming, null, [], Problem: problem);
        }

        var sameId = terms.HasConceptIds ? _byId.GetValueOrDefault(incoming.ConceptId) : null;
        if (!terms.HasConceptIds && !_seen.Add(GlossaryText.Write(entry)))
        {
            return new ImportRow(index, ImportKind.Same, incoming, null, []);
        }

        if (sameId is not null && IsSameConcept(sameId, incoming))
        {
            return Compared(index, incoming, sameId, ImportKind.Changed);
        }

        var alike = Terms(incoming).SelectMany(term => _byTerm[term]).GroupBy(entry => entry.Id).MaxBy(group => group.Count())?.First();

        return alike is null
            ? new ImportRow(index, ImportKind.New, incoming, null, [], IsIdTaken: sameId is not null)
            : Compared(index, incoming, alike, ImportKind.Duplicate) with { IsIdTaken = sameId is not null };
    }

    private ImportRow Compared(int index, ConceptEntry incoming, ConceptEntry existing, ImportKind kind)
    {
        var steps = EntryMerge.Steps(existing, incoming, _scope);

        return new ImportRow(index, steps.IsEmpty ? ImportKind.Same : kind, incoming, existing, steps);
    }

    private Problem? ProblemOf(ConceptEntry entry)
    {
        var all = entry.Languages.SelectMany(section => section.Terms).ToArray();
        if (all.Length == 0 || all.Any(term => string.IsNullOrWhiteSpace(term.Text)))
        {
            return new Problem("term-empty");
        }

        if (entry.ConceptId.Length > MaxIdLength)
        {
            return new Problem("concept-id-too-long", ("limit", MaxIdLength));
        }

        return terms.HasConceptIds && !_seen.Add(entry.ConceptId) ? new Problem("terms-same-id", ("id", entry.ConceptId)) : null;
    }

    private static bool IsSameConcept(ConceptEntry own, ConceptEntry incoming)
    {
        var ownTerms = Terms(own).ToHashSet();

        return Terms(incoming).Any(ownTerms.Contains)
            || !own.Languages.Select(section => section.Language).Intersect(incoming.Languages.Select(section => section.Language)).Any();
    }

    private static IEnumerable<(LanguageTag Language, string Fold)> Terms(ConceptEntry entry) => entry.Languages
        .SelectMany(section => section.Terms.Where(term => term.Wording == Wording.Official).Select(term => (section.Language, SearchFold.Of(term.Text))))
        .Where(term => term.Item2.Length > 0);
}
