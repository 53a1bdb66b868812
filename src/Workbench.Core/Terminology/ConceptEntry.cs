using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Storage;

namespace Workbench.Core.Terminology;

/// <summary>A glossary: concept entries that are kept together.</summary>
public sealed record Glossary : Entity
{
    public required GlossaryId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What it is and where it comes from.</summary>
    public string Description { get; init; } = "";

    public override string Key => Id.Value;

    public override string ParentKey => Workspace;
}

/// <summary>How a term may be used (TBX <c>administrativeStatus</c>).</summary>
public enum AdministrativeStatus
{
    Preferred,
    Admitted,

    /// <summary>Not to be used.</summary>
    Deprecated,

    /// <summary>Right in texts of its time.</summary>
    Superseded,
}

/// <summary>How far a term has come (TBX <c>processStatus</c>).</summary>
public enum ProcessStatus
{
    Approved,
    Proposed,
    Rejected,
}

/// <summary>What a term is beside its concept's other terms (TBX <c>termType</c>).</summary>
public enum TermType
{
    FullForm,
    Abbreviation,
    Variant,
    Phrase,
}

/// <summary>Whose wording a term is.</summary>
public enum Wording
{
    /// <summary>The publisher's own.</summary>
    Official,

    /// <summary>Descriptive. Explains, or serves as a target by policy; is never recognised in a source.</summary>
    Neutral,

    /// <summary>The elements word for word.</summary>
    Literal,
}

/// <summary>Whether what a cell says has a source that can be looked up.</summary>
public enum Reliability
{
    /// <summary>Only the writer's own knowledge stands behind it: shown as unverified, never as fact.</summary>
    Unverified,
    Low,
    Medium,
    High,
}

/// <summary>
/// A date of which only the year, or the year and the month, may be known. Kept as written: <c>1972</c>, <c>2016-06</c>,
/// <c>2016-06-29</c> (ISO 8601-1, 4.3 reduced precision); empty for none.
/// </summary>
public readonly record struct PartialDate(string Value)
{
    public static readonly PartialDate None = new("");

    public bool IsNone => string.IsNullOrEmpty(Value);

    public override string ToString() => Value ?? "";
}

/// <summary>What joins two concepts.</summary>
public enum ReferenceKind
{
    Related,
    Broader,
    Narrower,

    /// <summary>The other concept took the place of this one.</summary>
    SucceededBy,

    /// <summary>This concept took the place of the other.</summary>
    Succeeds,
}

/// <param name="ConceptId">The <see cref="ConceptEntry.ConceptId"/> of the other entry.</param>
public sealed record CrossReference(ReferenceKind Kind, string ConceptId, string Note = "");

/// <summary>One word or phrase for a concept (TBX <c>termSec</c>).</summary>
public sealed record TermSection
{
    /// <summary>The term alone, without glosses. <c>…</c> marks a slot.</summary>
    public required string Text { get; init; }

    /// <summary>As in the glossary's own list: <c>n</c>, <c>vn</c> (verbal noun), <c>v</c>, <c>adj</c>, <c>phr</c> …; empty when unknown.</summary>
    public string PartOfSpeech { get; init; } = "";

    public TermType Type { get; init; } = TermType.FullForm;

    public AdministrativeStatus Status { get; init; } = AdministrativeStatus.Preferred;

    public ProcessStatus ProcessStatus { get; init; } = ProcessStatus.Approved;

    public Wording Wording { get; init; } = Wording.Official;

    /// <summary>Matched only as it is written, such as <c>Party</c> or <c>IT</c>.</summary>
    public bool CaseSensitive { get; init; }

    public PartialDate ValidFrom { get; init; } = PartialDate.None;

    public PartialDate ValidTo { get; init; } = PartialDate.None;

    /// <summary>Chinese characters of a Sino-Korean term; empty for none or unknown.</summary>
    public string Hanja { get; init; } = "";

    public string Context { get; init; } = "";

    public string ContextSource { get; init; } = "";

    public string UsageNote { get; init; } = "";

    public string Source { get; init; } = "";

    public Reliability Reliability { get; init; } = Reliability.Unverified;

    /// <summary>How often a named corpus has it, as counted; empty when not counted.</summary>
    public string Attestation { get; init; } = "";

    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <summary>A term with a slot is a pattern: shown, but neither recognised nor inserted as it stands.</summary>
    public bool HasSlot => Text.Contains('…', StringComparison.Ordinal);

    /// <summary>
    /// Whether it may be recognised in a source: a descriptive wording never is, nor is a term that carries
    /// <see cref="NeverRecognised"/>.
    /// </summary>
    public bool IsRecognisable =>
        Wording == Wording.Official && ProcessStatus != ProcessStatus.Rejected && !HasSlot && !Properties.Contains(NeverRecognised);

    /// <summary>Marks a term that is right but too common a word to be marked in a text, such as <c>work</c> for 로작.</summary>
    public static readonly Property NeverRecognised = new("recognition", "never");

    /// <summary>Marks a term that our own rule forbids, whatever its status: the check reports it in a target.</summary>
    public static readonly Property Forbidden = new("usage", "forbidden");

    public bool IsForbidden => Properties.Contains(Forbidden);

    public bool Equals(TermSection? other) => other is not null
        && (Text, PartOfSpeech, Type, Status, ProcessStatus, Wording, CaseSensitive)
            == (other.Text, other.PartOfSpeech, other.Type, other.Status, other.ProcessStatus, other.Wording, other.CaseSensitive)
        && (ValidFrom, ValidTo, Hanja, Context, ContextSource, UsageNote, Source)
            == (other.ValidFrom, other.ValidTo, other.Hanja, other.Context, other.ContextSource, other.UsageNote, other.Source)
        && (Reliability, Attestation) == (other.Reliability, other.Attestation)
        && Properties.SequenceEqual(other.Properties);

    public override int GetHashCode() => HashCode.Combine(Text, Wording, Status);
}

/// <summary>The terms of a concept in one language (TBX <c>langSec</c>).</summary>
public sealed record LanguageSection(LanguageTag Language, ImmutableArray<TermSection> Terms)
{
    public bool Equals(LanguageSection? other) =>
        other is not null && Language == other.Language && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => HashCode.Combine(Language, Terms.Length);
}

/// <summary>A concept with its terms in every language (TBX <c>conceptEntry</c>).</summary>
public sealed record ConceptEntry : Entity
{
    public required ConceptEntryId Id { get; init; }

    public required GlossaryId GlossaryId { get; init; }

    /// <summary>Stable and unique in its glossary: <c>NK0001</c>.</summary>
    public required string ConceptId { get; init; }

    public string SubjectField { get; init; } = "";

    public string Definition { get; init; } = "";

    public string DefinitionSource { get; init; } = "";

    public Reliability DefinitionReliability { get; init; } = Reliability.Unverified;

    public string Note { get; init; } = "";

    public string Source { get; init; } = "";

    public ImmutableArray<LanguageSection> Languages { get; init; } = [];

    public ImmutableArray<CrossReference> References { get; init; } = [];

    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <summary>
    /// For an entry that came with the program: the hash of the entry as it was shipped, so that a later starter glossary can
    /// tell an untouched entry from an edited one. Empty for an entry made here.
    /// </summary>
    public string SeedHash { get; init; } = "";

    public DateTimeOffset ChangedAt { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => GlossaryId.Value;

    public override string LookupKey => $"{GlossaryId}:{ConceptId}";

    /// <summary>
    /// The terms that serve <paramref name="language"/>: its own section, else those of the bare language or, for a bare
    /// language, of its variants.
    /// </summary>
    public IEnumerable<TermSection> TermsIn(LanguageTag language)
    {
        var own = Languages.Where(section => section.Language == language).ToArray();

        return (own.Length > 0 ? own : Languages.Where(section => language.Accepts(section.Language)))
            .SelectMany(section => section.Terms);
    }
}

/// <summary>What a concept entry once was, or that it was deleted. Every change of an entry leaves one.</summary>
public sealed record ConceptRevision : Entity
{
    public required Id<ConceptRevision> Id { get; init; }

    /// <summary>The entry after the change; its last state when it was deleted.</summary>
    public required ConceptEntry Entry { get; init; }

    public bool Deleted { get; init; }

    public required ActorId Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key => Id.Value;

    public override string ParentKey => Entry.Id.Value;

    public override long Order => At.UtcTicks;

    /// <summary>Deletions of a glossary are found together, so that what was deleted can be listed and brought back.</summary>
    public override string LookupKey => Deleted ? DeletedFrom(Entry.GlossaryId) : "";

    public static string DeletedFrom(GlossaryId glossary) => $"deleted:{glossary}";
}
