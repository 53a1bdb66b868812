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
            var seed = entry with
            {
                Id = IdOf(glossary.Id, entry.ConceptId),
                GlossaryId = glossary.Id,
                SeedHash = HashOf(entry),
                ChangedAt = _editing.Now,
            };
            result = await DecideAsync(result, operations, kept.GetValueOrDefault(entry.ConceptId), seed, actor, cancellationToken);
        }

        foreach (var batch in operations.Chunk(EntriesAtOnce))
        {
            var changes = new ChangeSet(CommandId.New(), actor, [.. batch.SelectMany(one => one)]);
            var problem = await store.CommitAsync(changes, cancellationToken) switch
            {
                CommitResult.Rejected rejected => rejected.Problem,
                CommitResult.Unavailable unavailable => unavailable.Problem,
                CommitResult.Conflict => new("glossary-busy"),
                _ => null,
            };
            if (problem is not null)
            {
                return result with { Problem = problem };
            }
        }

        return result;
    }

    /// <summary>Settles one entry that was edited here and changed in the shipped glossary.</summary>
    /// <param name="takeShipped">Whether the shipped state is taken; otherwise one's own stays, and is not asked about again.</param>
    public async ValueTask<GlossaryResult> SettleAsync(
        CommandId command, ActorId actor, SeedMerge merge, bool takeShipped, CancellationToken cancellationToken)
    {
        var settled = takeShipped ? merge.Shipped : merge.Current with { SeedHash = merge.Shipped.SeedHash };
        var operations = await _editing.ReplaceAsync(merge.Current, settled with { ChangedAt = _editing.Now }, actor, cancellationToken);

        return await _editing.CommitAsync(command, actor, settled.Id, operations, cancellationToken);
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

        var replacement = seed with { Id = kept.Id, Version = kept.Version };
        var own = HashOf(kept);
        if (own != kept.SeedHash && own != seed.SeedHash)
        {
            return result with { Merges = result.Merges.Add(new SeedMerge(kept, replacement)) };
        }

        operations.Add(await _editing.ReplaceAsync(kept, replacement, actor, cancellationToken));
        return result with { Updated = result.Updated + 1 };
    }

    private async ValueTask<bool> IsDeletedAsync(ConceptEntryId id, CancellationToken cancellationToken) =>
        (await store.ListAsync<ConceptRevision>(id.Value, cancellationToken)).LastOrDefault() is { Deleted: true };

    /// <summary>The same in every workspace, so that the history of a deleted entry is found again.</summary>
    private static ConceptEntryId IdOf(GlossaryId glossary, string conceptId) => new($"{glossary}-{conceptId}");
}
