using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>
/// Brings the glossary that ships with the program into the workspace. Doing it again changes nothing; a later version updates the
/// entries that nobody has touched, hands over the edited ones for a decision, and leaves deleted ones deleted.
/// </summary>
public sealed class SeedGlossary(IWorkspaceStore store, TimeProvider clock)
{
    /// <summary>The starter glossary has one id in every workspace.</summary>
    public static readonly GlossaryId Starter = new("starter-glossary");

    /// <summary>An entry and its revisions are at most three operations.</summary>
    private const int EntriesAtOnce = ChangeSet.MaxOperations / 3;

    private readonly EntryEditing _editing = new(store, clock);

    /// <summary>What an entry says, without who stores it: two entries with one hash are the same entry.</summary>
    public static string HashOf(ConceptEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(GlossaryText.Write(entry))));

    /// <param name="glossary">Made when it is not there yet.</param>
    /// <param name="shipped">As <see cref="GlossaryText"/> reads them.</param>
    public async ValueTask<SeedResult> RunAsync(
        ActorId actor, Glossary glossary, IEnumerable<ConceptEntry> shipped, CancellationToken cancellationToken)
    {
        var operations = new List<ImmutableArray<Operation>>();
        if (await store.FindAsync(glossary.Id, cancellationToken) is null)
        {
            operations.Add([Operation.Create(glossary)]);
        }

        var kept = (await store.ListAsync<ConceptEntry>(glossary.Id.Value, cancellationToken))
            .ToDictionary(entry => entry.ConceptId, StringComparer.Ordinal);
        var result = new SeedResult(0, 0, 0, 0, []);
        foreach (var entry in shipped)
        {
            var seed = SeedOf(glossary.Id, entry);
            result = await DecideAsync(result, operations, kept.GetValueOrDefault(entry.ConceptId), seed, actor, cancellationToken);
        }

        foreach (var batch in operations.Chunk(EntriesAtOnce))
        {
            var changes = new ChangeSet(CommandId.New(), actor, [.. batch.SelectMany(one => one)]);
            if ((await store.CommitAsync(changes, cancellationToken)).ProblemOf("glossary-busy") is { } problem)
            {
                return result with { Problem = problem };
            }
        }

        return result;
    }

    /// <summary>The entries that wait for a decision: edited here, and changed in the shipped glossary since.</summary>
    public async ValueTask<ImmutableArray<SeedMerge>> FindMergesAsync(
        GlossaryId glossary, IEnumerable<ConceptEntry> shipped, CancellationToken cancellationToken)
    {
        var kept = (await store.ListAsync<ConceptEntry>(glossary.Value, cancellationToken))
            .ToDictionary(entry => entry.ConceptId, StringComparer.Ordinal);

        return
        [
            .. shipped.Select(entry => kept.GetValueOrDefault(entry.ConceptId) is { } own ? MergeOf(own, SeedOf(glossary, entry)) : null)
                .OfType<SeedMerge>(),
        ];
    }

    /// <summary>Settles one entry that was edited here and changed in the shipped glossary.</summary>
    /// <param name="takeShipped">Whether the shipped state is taken; otherwise one's own stays, and is not asked about again.</param>
    public ValueTask<GlossaryResult> SettleAsync(
        CommandId command, ActorId actor, SeedMerge merge, bool takeShipped, CancellationToken cancellationToken) =>
        SettleAsync(command, actor, merge, takeShipped ? merge.Shipped : merge.Current, cancellationToken);

    /// <summary>Settles one entry part by part, and is not asked about it again.</summary>
    /// <param name="settled">The entry as it is to be: one's own with what was taken of the shipped one.</param>
    public async ValueTask<GlossaryResult> SettleAsync(
        CommandId command, ActorId actor, SeedMerge merge, ConceptEntry settled, CancellationToken cancellationToken)
    {
        var after = settled with { SeedHash = merge.Shipped.SeedHash, ChangedAt = _editing.Now };
        if (await _editing.FindProblemAsync(after, cancellationToken) is { } problem)
        {
            return new GlossaryResult(GlossaryOutcome.Rejected, merge.Current, problem);
        }

        var operations = await _editing.ReplaceAsync(merge.Current, after, actor, cancellationToken);

        return await _editing.CommitAsync(command, actor, after.Id, operations, cancellationToken);
    }

    private async ValueTask<SeedResult> DecideAsync(
        SeedResult result,
        List<ImmutableArray<Operation>> operations,
        ConceptEntry? kept,
        ConceptEntry seed,
        ActorId actor,
        CancellationToken cancellationToken)
    {
        if (kept is null)
        {
            if (await IsDeletedAsync(seed.Id, cancellationToken))
            {
                return result with { Deleted = result.Deleted + 1 };
            }

            operations.Add([Operation.Create(seed)]);
            return result with { Added = result.Added + 1 };
        }

        if (kept.SeedHash == seed.SeedHash)
        {
            return result with { Unchanged = result.Unchanged + 1 };
        }

        if (MergeOf(kept, seed) is { } merge)
        {
            return result with { Merges = result.Merges.Add(merge) };
        }

        operations.Add(await _editing.ReplaceAsync(kept, InPlaceOf(kept, seed), actor, cancellationToken));
        return result with { Updated = result.Updated + 1 };
    }

    private ConceptEntry SeedOf(GlossaryId glossary, ConceptEntry shipped) => shipped with
    {
        Id = IdOf(glossary, shipped.ConceptId),
        GlossaryId = glossary,
        SeedHash = HashOf(shipped),
        ChangedAt = _editing.Now,
    };

    /// <returns>Null where no person need decide.</returns>
    private static SeedMerge? MergeOf(ConceptEntry kept, ConceptEntry seed)
    {
        if (kept.SeedHash == seed.SeedHash)
        {
            return null;
        }

        var own = HashOf(kept);

        return own != kept.SeedHash && own != seed.SeedHash ? new SeedMerge(kept, InPlaceOf(kept, seed)) : null;
    }

    private static ConceptEntry InPlaceOf(ConceptEntry kept, ConceptEntry seed) => seed with { Id = kept.Id, Version = kept.Version };

    private async ValueTask<bool> IsDeletedAsync(ConceptEntryId id, CancellationToken cancellationToken) =>
        (await store.ListAsync<ConceptRevision>(id.Value, cancellationToken)).LastOrDefault() is { Deleted: true };

    /// <summary>The same in every workspace, so that the history of a deleted entry is found again.</summary>
    private static ConceptEntryId IdOf(GlossaryId glossary, string conceptId) => new($"{glossary}-{conceptId}");
}
