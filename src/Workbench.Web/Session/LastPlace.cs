using Workbench.Core.Documents;
using Workbench.Core.Storage;

namespace Workbench.Web.Session;

/// <summary>Where a person last worked.</summary>
public static class LastPlace
{
    private const string SettingName = "last-document";

    public static ChangeSet Remember(ActorId actor, DocumentId document) => new(CommandId.New(), actor, Operation.Overwrite(new Setting
    {
        Owner = actor.Value,
        Name = SettingName,
        Value = document.Value,
    }));

    /// <summary>
    /// The page to begin with: the projects, but for a first visit the first document there is, so that whoever tries the
    /// workbench is looking at a text at once.
    /// </summary>
    public static async ValueTask<string> StartPageAsync(IWorkspaceStore store, ActorId actor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Setting.IdOf(actor.Value, SettingName), cancellationToken) is not null)
        {
            return "/projects";
        }

        foreach (var project in await store.ListAsync<Project>(cancellationToken))
        {
            if (await store.ListAsync<Document>(project.Key, 0, 1, cancellationToken) is [var document, ..])
            {
                return $"/documents/{document.Id}";
            }
        }

        return "/projects";
    }
}
