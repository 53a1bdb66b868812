using System.Collections.Immutable;

namespace Workbench.Core.Storage;

/// <summary>
/// Names one act of a person, minted where the person acted (in the browser, at the key press): the same id sent again is
/// answered with the first result.
/// </summary>
public readonly record struct CommandId(string Value)
{
    public static CommandId New() => new(Id<Actor>.New().Value);

    public override string ToString() => Value;
}

/// <summary>One change of one entity: made when <see cref="Before"/> is null, removed when <see cref="After"/> is null.</summary>
public sealed record Operation
{
    private Operation(Entity? before, Entity? after, bool unconditional) =>
        (Before, After, Unconditional) = (before, after, unconditional);

    /// <summary>What the person saw; its version decides whether there is a conflict.</summary>
    public Entity? Before { get; }

    public Entity? After { get; }

    /// <summary>Written whatever is there. Only for records that have one writer by nature, such as a tab's draft.</summary>
    public bool Unconditional { get; }

    /// <summary>The entity that is changed, as it was or will be.</summary>
    public Entity Subject => After ?? Before!;

    public EntityVersion BasedOn => Before?.Version ?? EntityVersion.None;

    public static Operation Create(Entity entity) => new(null, entity, false);

    /// <exception cref="ArgumentException">The two are not the same entity.</exception>
    public static Operation Replace(Entity before, Entity after) =>
        before.Key == after.Key && before.GetType() == after.GetType()
            ? new(before, after, false)
            : throw new ArgumentException($"'{after.Key}' cannot replace '{before.Key}'.", nameof(after));

    public static Operation Remove(Entity entity) => new(entity, null, false);

    public static Operation Overwrite(Entity entity) => new(null, entity, true);

    public static Operation Discard(Entity entity) => new(entity, null, true);
}

/// <summary>
/// Changes that happen together or not at all.
/// </summary>
/// <param name="UndoGroup">What one undo takes back: change sets of one bulk operation share it. Usually the command's own id.</param>
/// <param name="Operations">At most <see cref="MaxOperations"/>.</param>
public sealed record ChangeSet(CommandId Command, ActorId Actor, string UndoGroup, ImmutableArray<Operation> Operations)
{
    public const int MaxOperations = 500;

    public ChangeSet(CommandId command, ActorId actor, params ReadOnlySpan<Operation> operations)
        : this(command, actor, command.Value, [.. operations])
    {
    }
}

/// <summary>What a store has written: the change set with its place in the one order of all changes.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Operations">With before-images as they were stored, and after-images with their new versions.</param>
public sealed record Change(
    long Sequence, CommandId Command, ActorId Actor, string UndoGroup, DateTimeOffset At, ImmutableArray<Operation> Operations);
