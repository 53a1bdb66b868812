using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Storage;

namespace Workbench.Core.Documents;

/// <summary>Which wording of a term a project uses in its targets.</summary>
public enum WordingPolicy
{
    /// <summary>The DPRK's own rendering.</summary>
    Official,

    /// <summary>The descriptive, scholarly rendering.</summary>
    Neutral,

    /// <summary>The DPRK's own rendering, with the descriptive one as a note.</summary>
    OfficialWithNotes,
}

/// <summary>Documents that are translated from one language into one other, with the memories and glossaries they use.</summary>
public sealed record Project : Entity
{
    public required ProjectId Id { get; init; }

    public required string Name { get; init; }

    public required LanguageTag SourceLanguage { get; init; }

    public required LanguageTag TargetLanguage { get; init; }

    public WordingPolicy Wording { get; init; } = WordingPolicy.Official;

    /// <summary>In ranked order; new terms go into the first.</summary>
    public ImmutableArray<GlossaryId> Glossaries { get; init; } = [];

    /// <summary>In ranked order; confirmed segments go into the first.</summary>
    public ImmutableArray<MemoryId> Memories { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => Workspace;

    public override long Order => CreatedAt.UtcTicks;
}
