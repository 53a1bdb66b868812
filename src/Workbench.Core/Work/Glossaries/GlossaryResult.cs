using System.Collections.Immutable;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;

namespace Workbench.Core.Work.Glossaries;

/// <summary>What became of a change of an entry.</summary>
public enum GlossaryOutcome
{
    /// <summary>It is durable, now or since an earlier try.</summary>
    Saved,

    /// <summary>Someone else has changed the entry since it was read. Nothing was written: show both.</summary>
    Conflict,

    /// <summary>It will never be taken as it is; the problem says why.</summary>
    Rejected,

    /// <summary>The store cannot write now. The outcome may be unknown: send the same command again.</summary>
    Unavailable,
}

/// <param name="Current">The entry as it now is; null when it is gone.</param>
/// <param name="Problem">Why, when it was not taken; null otherwise.</param>
public sealed record GlossaryResult(GlossaryOutcome Outcome, ConceptEntry? Current, Problem? Problem = null)
{
    public bool IsSaved => Outcome == GlossaryOutcome.Saved;
}

/// <summary>An entry that people have edited and that a later starter glossary has changed too: a person decides.</summary>
/// <param name="Shipped">As it ships now, with the id, glossary and version of <paramref name="Current"/>.</param>
public sealed record SeedMerge(ConceptEntry Current, ConceptEntry Shipped);

/// <param name="Deleted">How many were left deleted.</param>
public sealed record SeedResult(int Added, int Updated, int Unchanged, int Deleted, ImmutableArray<SeedMerge> Merges, Problem? Problem = null);
