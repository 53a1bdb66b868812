using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <param name="Entries">By concept id, with the chosen languages only.</param>
/// <param name="Unverified">How many of the terms only own knowledge stands behind.</param>
public sealed record TermSelection(Glossary Glossary, ImmutableArray<ConceptEntry> Entries, int Terms, int Unverified);

/// <summary>Collects what of a glossary goes into a file.</summary>
public sealed class ExportTerms(IWorkspaceStore store)
{
    /// <param name="languages">Empty for all.</param>
    /// <exception cref="KeyNotFoundException">There is no such glossary.</exception>
    public async ValueTask<TermSelection> RunAsync(GlossaryId id, ImmutableArray<LanguageTag> languages, CancellationToken cancellationToken)
    {
        var glossary = await store.GetAsync(id, cancellationToken);
        var entries = (await store.ListAsync<ConceptEntry>(id.Value, cancellationToken))
            .OrderBy(entry => entry.ConceptId, StringComparer.Ordinal)
            .Select(entry => languages.IsEmpty ? entry : entry with { Languages = [.. entry.Languages.Where(section => languages.Contains(section.Language))] })
            .Where(entry => languages.IsEmpty || entry.Languages.Length > 0)
            .ToImmutableArray();
        var terms = entries.SelectMany(entry => entry.Languages).SelectMany(section => section.Terms).ToArray();

        return new TermSelection(glossary, entries, terms.Length, terms.Count(term => term.Reliability == Reliability.Unverified));
    }

    /// <summary>The languages of a glossary, those with the most terms first.</summary>
    public async ValueTask<ImmutableArray<LanguageTag>> LanguagesAsync(GlossaryId id, CancellationToken cancellationToken) =>
    [
        .. (await store.ListAsync<ConceptEntry>(id.Value, cancellationToken)).SelectMany(entry => entry.Languages)
            .GroupBy(section => section.Language)
            .OrderByDescending(group => group.Sum(section => section.Terms.Length)).ThenBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group => group.Key),
    ];
}
