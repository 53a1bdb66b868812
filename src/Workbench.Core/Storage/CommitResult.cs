using System.Collections.Immutable;
using Workbench.Core.Problems;

namespace Workbench.Core.Storage;

/// <summary>What became of a change set.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>Whether the changes are durable: now, or since an earlier try of the same command.</summary>
    public bool IsDurable => this is Committed or Duplicate;

    /// <summary>Written and synced.</summary>
    /// <param name="Version">Of every entity that the change set wrote.</param>
    public sealed record Committed(EntityVersion Version) : CommitResult;

    /// <summary>This command was committed before; nothing was written now.</summary>
    /// <param name="Version">The version that the first try gave.</param>
    public sealed record Duplicate(EntityVersion Version) : CommitResult;

    /// <summary>Something is not as the person saw it; nothing was written.</summary>
    public sealed record Conflict(ImmutableArray<ConflictingEntity> Items) : CommitResult;

    /// <summary>The store will never take this; nothing was written.</summary>
    public sealed record Rejected(Problem Problem) : CommitResult;

    /// <summary>The store cannot write now (disk full, stopping). The outcome may be unknown: try the same command again.</summary>
    public sealed record Unavailable(Problem Problem) : CommitResult;
}

/// <param name="Current">What is there now; null when it is gone.</param>
public sealed record ConflictingEntity(string Key, Entity? Current);
