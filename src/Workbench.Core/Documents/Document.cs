using System.Collections.Immutable;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.Core.Documents;

/// <summary>Where a text was published and by whom; what a citation needs. Empty means unknown.</summary>
public sealed record Publication
{
    public string Title { get; init; } = "";

    /// <summary>The periodical, site or book.</summary>
    public string Name { get; init; } = "";

    public string IssueAndPage { get; init; } = "";

    /// <summary>Author or organ. For the sample: a DPRK state body.</summary>
    public string Author { get; init; } = "";

    public string Genre { get; init; } = "";

    public string Audience { get; init; } = "";

    /// <summary>Which language edition the text is from, such as "English edition".</summary>
    public string LanguageEdition { get; init; } = "";

    /// <summary>Null when it is not known.</summary>
    public DateOnly? Date { get; init; }

    public string Address { get; init; } = "";

    public DateOnly? AccessedOn { get; init; }

    public string RightsNote { get; init; } = "";
}

/// <summary>
/// One text of a project. Its original file is kept as it came, as a blob: it is its own skeleton when a translation is
/// written. Units hang below the document, and so do segments.
/// </summary>
public sealed record Document : Entity
{
    public required DocumentId Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    /// <summary>As the file was called, without a path.</summary>
    public required string FileName { get; init; }

    /// <summary>The <c>Id</c> of the format that read it, which writes it too.</summary>
    public required string FormatId { get; init; }

    /// <summary>The blob that holds the original.</summary>
    public required string OriginalBlob { get; init; }

    /// <summary>The encoding that it was read in, as IANA names it; empty where the format says it itself.</summary>
    public string Encoding { get; init; } = "";

    public Publication Publication { get; init; } = new();

    /// <summary>What the person was told when it was imported.</summary>
    public ImmutableArray<Problem> ImportWarnings { get; init; } = [];

    public required DateTimeOffset ImportedAt { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => ProjectId.Value;

    public override long Order => ImportedAt.UtcTicks;
}

public enum UnitKind
{
    Paragraph,
    Heading,
}

/// <summary>
/// A block of a document (XLIFF <c>unit</c>): a paragraph or a heading, which is cut into segments. Where seam repair joined
/// blocks, the unit has several parts.
/// </summary>
public sealed record Unit : Entity
{
    public required UnitId Id { get; init; }

    public required DocumentId DocumentId { get; init; }

    /// <summary>Its place among the units of the document, from 0.</summary>
    public required int Index { get; init; }

    public UnitKind Kind { get; init; } = UnitKind.Paragraph;

    /// <summary>The names that the format gave to the blocks this unit is made of; one, unless a seam was repaired.</summary>
    public required ImmutableArray<string> Parts { get; init; }

    /// <summary>What inline codes stand for, by their <c>DataRef</c>.</summary>
    public ImmutableDictionary<string, string> OriginalData { get; init; } = ImmutableDictionary<string, string>.Empty;

    public override string Key => Id.Value;

    public override string ParentKey => DocumentId.Value;

    public override long Order => Index;
}
