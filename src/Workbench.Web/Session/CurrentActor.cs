using Workbench.Core.Storage;

namespace Workbench.Web.Session;

/// <summary>Who acts in this circuit. On a laptop that is the workspace's one profile.</summary>
public sealed class CurrentActor(Actor actor)
{
    public ActorId Id => actor.Id;

    public string Name => actor.Name;
}
