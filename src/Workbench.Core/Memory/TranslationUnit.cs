using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Core.Memory;

/// <summary>A translation memory: units in one pair of languages.</summary>
public sealed record TranslationMemory : Entity
{
    public required MemoryId Id { get; init; }

    public required string Name { get; init; }

    public required LanguageTag SourceLanguage { get; init; }

    public required LanguageTag TargetLanguage { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => Workspace;
}

/// <summary>A property that is carried, not understood (TMX <c>prop</c>, TBX fields that we do not model).</summary>
public sealed record Property(string Type, string Value);

/// <summary>A source text and its translation (TMX <c>tu</c> with two <c>tuv</c>).</summary>
public sealed record TranslationUnit : Entity
{
    public required TranslationUnitId Id { get; init; }

    public required MemoryId MemoryId { get; init; }

    public required InlineText Source { get; init; }

    public required InlineText Target { get; init; }

    public TargetOrigin Origin { get; init; } = TargetOrigin.Typed;

    /// <summary>The document it was confirmed in; empty for an imported one.</summary>
    public string DocumentKey { get; init; } = "";

    /// <summary>The segment it was confirmed in, so that confirming again replaces it; empty for an imported one.</summary>
    public string SegmentKey { get; init; } = "";

    /// <summary>The hash of the source before it in its document, as <see cref="SourceHash"/> makes it; empty at the start or when unknown.</summary>
    public string PreviousHash { get; init; } = "";

    public string NextHash { get; init; } = "";

    public ImmutableArray<Property> Properties { get; init; } = [];

    public required ActorId CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => MemoryId.Value;

    public override long Order => CreatedAt.UtcTicks;

    public override string LookupKey => $"{MemoryId}:{SourceHash.Of(Source)}";

    /// <summary>The one unit that a memory has of a segment, so that confirming again finds it even after the source was edited.</summary>
    public static TranslationUnitId IdOf(MemoryId memory, SegmentId segment) => new($"{memory}-{segment}");
}
