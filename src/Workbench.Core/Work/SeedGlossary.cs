using System.Security.Cryptography;
using System.Text;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work;

/// <summary>
/// Brings the starter glossary into a workspace. Keyed by concept id and the hash of the entry as it was shipped: a later version
/// updates entries that nobody touched, leaves edited ones as they are, and does not bring back what was deleted.
/// </summary>
public sealed class SeedGlossary(IWorkspaceStore store, TimeProvider clock)
{
    /// <summary>The starter glossary has one name in every workspace.</summary>
    public static readonly GlossaryId Starter = new("starter-glossary");

    private const string DeletedMark = "deleted-concept-";

    /// <param name="shipped">The entries as the program brings them.</param>
    /// <returns>How many were made or updated.</returns>
    public async ValueTask<int> RunAsync(
        string name, IReadOnlyCollection<ConceptEntry> shipped, ActorId actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Starter, cancellationToken) is null)
        {
            var glossary = new Glossary { Id = Starter, Name = name };
            await store.CommitAsync(new ChangeSet(CommandId.New(), actor, Operation.Create(glossary)), cancellationToken);
        }

        var there = (await store.ListAsync<ConceptEntry>(Starter.Value, cancellationToken))
            .ToDictionary(entry => entry.ConceptId, StringComparer.Ordinal);
        var operations = new List<Operation>();
        foreach (var entry in shipped)
        {
            if (await DecideAsync(entry, there.GetValueOrDefault(entry.ConceptId), cancellationToken) is { } operation)
            {
                operations.Add(operation);
            }
        }

        foreach (var some in operations.Chunk(ChangeSet.MaxOperations))
        {
            await store.CommitAsync(new ChangeSet(CommandId.New(), actor, some), cancellationToken);
        }

        return operations.Count;
    }

    private async ValueTask<Operation?> DecideAsync(ConceptEntry shipped, ConceptEntry? there, CancellationToken cancellationToken)
    {
        var id = new ConceptEntryId($"{Starter}-{shipped.ConceptId}");
        var seeded = shipped with { Id = id, GlossaryId = Starter, SeedHash = HashOf(shipped), ChangedAt = clock.GetUtcNow() };
        if (there is not null)
        {
            return there.SeedHash == seeded.SeedHash || there.SeedHash != HashOf(there) ? null : Operation.Replace(there, seeded);
        }

        var deleted = await store.FindAsync(Setting.IdOf(Entity.Workspace, DeletedMark + shipped.ConceptId), cancellationToken);

        return deleted is null ? Operation.Create(seeded) : null;
    }

    /// <summary>Of what an entry says, in the glossary's own text form; not of its ids and times.</summary>
    private static string HashOf(ConceptEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(GlossaryText.Write(entry))));
}
