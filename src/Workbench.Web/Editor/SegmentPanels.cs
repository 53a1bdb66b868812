using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Memory;
using Workbench.Core.Quality;
using Workbench.Core.Terminology;

namespace Workbench.Web.Editor;

/// <summary>What stands beside the row in use.</summary>
public sealed record SegmentPanels
{
    public required Segment Segment { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public ImmutableArray<TermEntry> Terms { get; init; } = [];

    /// <summary>What a person has said does not mean a term in this source.</summary>
    public ImmutableArray<TermDismissal> Settled { get; init; } = [];

    /// <summary>Null while they are looked up.</summary>
    public ImmutableArray<TranslationMatch>? Matches { get; init; }

    public ImmutableArray<QualityIssue> Issues { get; init; } = [];

    /// <summary>The segment with the target that the issues are about.</summary>
    public Segment? Checked { get; init; }

    /// <summary>Those of this segment that a person has let stand.</summary>
    public ImmutableArray<IgnoredIssue> Ignored { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<Revision> Revisions { get; init; } = [];

    /// <summary>Names of those who wrote the notes and revisions, by their key.</summary>
    public ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;
}
