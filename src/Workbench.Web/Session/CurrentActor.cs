namespace Workbench.Web.Session;

/// <summary>Who acts in this circuit. On a laptop that is the workspace's one profile.</summary>
public sealed record CurrentActor(ActorId Id);
