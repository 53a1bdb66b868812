using System.Text.Json;
using Workbench.Core.Storage;

namespace Workbench.Web.Glossary;

/// <summary>What was typed into a form and not saved yet, as the workspace keeps it.</summary>
/// <param name="BasedOn">The version of the entry that the form was filled from; none for a new entry.</param>
public sealed record EntryDraft(EntryForm Form, EntityVersion BasedOn, DateTimeOffset At);

/// <summary>
/// Keeps what is typed into the form of an entry, one draft for each person and entry, until it is saved or thrown away: a closed tab,
/// a killed process or a look at another entry loses nothing.
/// </summary>
public sealed class EntryDrafts(IWorkspaceStore store)
{
    /// <returns>Null when there is none.</returns>
    public async ValueTask<EntryDraft?> FindAsync(ActorId actor, ConceptEntryId? entry, CancellationToken cancellationToken)
    {
        var kept = await store.FindAsync(Setting.IdOf(actor.Value, NameOf(entry)), cancellationToken);
        try
        {
            return kept is null ? null : JsonSerializer.Deserialize<EntryDraft>(kept.Value);
        }
        catch (JsonException)
        {
            return null; // A form of another version of the program.
        }
    }

    /// <returns>Whether it is durable.</returns>
    public async ValueTask<bool> KeepAsync(ActorId actor, ConceptEntryId? entry, EntryDraft draft, CancellationToken cancellationToken)
    {
        var setting = new Setting { Owner = actor.Value, Name = NameOf(entry), Value = JsonSerializer.Serialize(draft) };

        return (await store.CommitAsync(new ChangeSet(CommandId.New(), actor, Operation.Overwrite(setting)), cancellationToken)).IsDurable;
    }

    public async ValueTask ForgetAsync(ActorId actor, ConceptEntryId? entry, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Setting.IdOf(actor.Value, NameOf(entry)), cancellationToken) is { } kept)
        {
            await store.CommitAsync(new ChangeSet(CommandId.New(), actor, Operation.Discard(kept)), cancellationToken);
        }
    }

    private static string NameOf(ConceptEntryId? entry) => $"entry-draft-{entry?.Value ?? "new"}";
}
