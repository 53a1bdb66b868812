using System.Security.Cryptography;

namespace Workbench.Core.Storage;

/// <summary>The name of one entity: opaque, unique in the workspace, never reused. Equality is ordinal.</summary>
public readonly record struct Id<T>(string Value) where T : Entity
{
    /// <summary>A new one: 128 random bits in hexadecimal, safe in addresses and file names.</summary>
    public static Id<T> New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    public override string ToString() => Value;
}

/// <summary>What a change to an entity is based on.</summary>
/// <param name="Epoch">Which life of the store: restoring a snapshot starts a new one. The first is 1.</param>
/// <param name="Sequence">The number of the change set that wrote the entity, from 1; 0 for one that was never stored.</param>
public readonly record struct EntityVersion(int Epoch, long Sequence)
{
    /// <summary>Of what is not in the store yet.</summary>
    public static readonly EntityVersion None;
}

/// <summary>
/// What the store keeps one record of. An entity hangs below one parent (a segment below its document, a revision below
/// its segment), and the children of one parent are read in <see cref="Order"/>.
/// </summary>
public abstract record Entity
{
    /// <summary>Set by the store when it writes; what the next change is based on.</summary>
    public EntityVersion Version { get; init; }

    /// <summary>The value of the entity's <see cref="Id{T}"/>.</summary>
    public abstract string Key { get; }

    /// <summary>The key of what it hangs below; <see cref="Workspace"/> for what hangs below nothing.</summary>
    public abstract string ParentKey { get; }

    /// <summary>Its place among the children of its parent; equal numbers are ordered by key.</summary>
    public virtual long Order => 0;

    /// <summary>A second way to find it, such as a hash of its text; at most 200 characters, empty for none.</summary>
    public virtual string LookupKey => "";

    /// <summary>The parent key of entities at the top.</summary>
    public const string Workspace = "workspace";
}

/// <summary>Who acts: a profile of this workspace. The first is made when the workspace is.</summary>
public sealed record Actor : Entity
{
    public required ActorId Id { get; init; }

    /// <summary>As exports name the translator; may be empty until the person says it.</summary>
    public string Name { get; init; } = "";

    public override string Key => Id.Value;

    public override string ParentKey => Workspace;
}

/// <summary>
/// A small fact that the workspace remembers: a person's choice (text size, last place) or a mark that something was done once
/// (the sample was offered).
/// </summary>
public sealed record Setting : Entity
{
    /// <summary>Whose it is; the key of an <see cref="Actor"/>, or <see cref="Entity.Workspace"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>Kebab-case: <c>last-document</c>.</summary>
    public required string Name { get; init; }

    public required string Value { get; init; }

    public Id<Setting> Id => IdOf(Owner, Name);

    public override string Key => Id.Value;

    public override string ParentKey => Owner;

    public static Id<Setting> IdOf(string owner, string name) => new($"{owner}-{name}");
}
