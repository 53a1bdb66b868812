using System.Collections.Immutable;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>Makes one entry of two that mean the same: the first keeps its id and gains what only the second has.</summary>
public sealed class MergeConcepts(IWorkspaceStore store, TimeProvider clock)
{
    private readonly EntryEditing _editing = new(store, clock);

    /// <summary>What merging would give, for a preview.</summary>
    public static ConceptEntry Preview(ConceptEntry into, ConceptEntry from) => into with
    {
        Definition = into.Definition.Length > 0 ? into.Definition : from.Definition,
        DefinitionSource = into.Definition.Length > 0 ? into.DefinitionSource : from.DefinitionSource,
        DefinitionReliability = into.Definition.Length > 0 ? into.DefinitionReliability : from.DefinitionReliability,
        SubjectField = into.SubjectField.Length > 0 ? into.SubjectField : from.SubjectField,
        Note = Both(Both(into.Note, from.Note), into.Definition.Length > 0 && into.Definition != from.Definition ? from.Definition : ""),
        Source = Both(into.Source, from.Source),
        Languages = Languages(into, from),
        References =
        [
            .. into.References.Concat(from.References)
                .Where(reference => reference.ConceptId != into.ConceptId && reference.ConceptId != from.ConceptId)
                .DistinctBy(reference => (reference.Kind, reference.ConceptId)),
        ],
        Properties = [.. into.Properties.Concat(from.Properties).Distinct().Append(new("merged-concept", from.ConceptId))],
    };

    /// <summary>One change set: entries that point to the second point to the first afterwards.</summary>
    public async ValueTask<GlossaryResult> RunAsync(
        CommandId command, ActorId actor, ConceptEntry into, ConceptEntry from, CancellationToken cancellationToken)
    {
        var operations = ImmutableArray.CreateBuilder<Operation>();
        operations.AddRange(await _editing.ReplaceAsync(into, Preview(into, from) with { ChangedAt = _editing.Now }, actor, cancellationToken));
        operations.AddRange(await _editing.ReplaceAsync(from, null, actor, cancellationToken));
        foreach (var other in await store.ListAsync<ConceptEntry>(from.GlossaryId.Value, cancellationToken))
        {
            if (other.Id != into.Id && other.Id != from.Id && other.References.Any(reference => reference.ConceptId == from.ConceptId))
            {
                var pointing = other with
                {
                    ChangedAt = _editing.Now,
                    References =
                    [
                        .. other.References
                            .Select(reference => reference.ConceptId == from.ConceptId ? reference with { ConceptId = into.ConceptId } : reference)
                            .DistinctBy(reference => (reference.Kind, reference.ConceptId)),
                    ],
                };
                operations.AddRange(await _editing.ReplaceAsync(other, pointing, actor, cancellationToken));
            }
        }

        return await _editing.CommitAsync(command, actor, into.Id, operations.ToImmutable(), cancellationToken);
    }

    private static ImmutableArray<LanguageSection> Languages(ConceptEntry into, ConceptEntry from) =>
    [
        .. into.Languages.Concat(from.Languages).GroupBy(section => section.Language).Select(group => new LanguageSection(
            group.Key,
            [.. group.SelectMany(section => section.Terms).DistinctBy(term => (term.Text, term.Wording))])),
    ];

    private static string Both(string first, string second) =>
        first.Length == 0 ? second : second.Length == 0 || first.Contains(second, StringComparison.Ordinal) ? first : $"{first} {second}";
}
