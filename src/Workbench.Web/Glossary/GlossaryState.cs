using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.Web.Glossary;

/// <summary>One state of an entry, with what it changed.</summary>
/// <param name="Changes">Against the state before; empty for a deletion.</param>
/// <param name="By">Empty for the person at the screen, who need not have said a name.</param>
/// <param name="IsCurrent">Whether the entry is so now.</param>
public sealed record HistoryItem(ConceptRevision Revision, ImmutableArray<EntryChange> Changes, string By, bool IsCurrent, bool IsFirst);

/// <summary>What was just done, with the way back.</summary>
/// <param name="Key">Of the sentence, with the concept's name in it.</param>
/// <param name="CanUndo">Whether <see cref="GlossaryModel.UndoAsync"/> takes it back.</param>
public sealed record GlossaryNotice(string Key, string Concept, bool CanUndo);

/// <summary>Everything that the glossary page draws.</summary>
public sealed record GlossaryState
{
    public static readonly GlossaryState Empty = new();

    /// <summary>False until the glossaries are read.</summary>
    public bool IsReady { get; init; }

    public GlossaryAddress Address { get; init; } = new();

    /// <summary>By name.</summary>
    public ImmutableArray<Core.Terminology.Glossary> Glossaries { get; init; } = [];

    public ImmutableArray<LanguageTag> Languages { get; init; } = [];

    public ImmutableArray<string> SubjectFields { get; init; } = [];

    public LanguageTag Source { get; init; } = LanguageTag.English;

    public LanguageTag Target { get; init; } = LanguageTag.KoreanNorth;

    /// <summary>What passes search and filters, in order. References to what the index holds.</summary>
    public ImmutableArray<ConceptMatch> Found { get; init; } = [];

    /// <summary>In all glossaries that are shown, whatever the filters.</summary>
    public int Total { get; init; }

    /// <summary>The entry that is chosen, as it is now; null for none, and for one that is gone.</summary>
    public ConceptEntry? Chosen { get; init; }

    /// <summary>Where <see cref="Chosen"/> stands in <see cref="Found"/>; -1 when it does not.</summary>
    public int ChosenAt { get; init; } = -1;

    /// <summary>When something was typed into the chosen entry's form that is not saved; null for nothing.</summary>
    public DateTimeOffset? UnsavedSince { get; init; }

    /// <summary>Newest first; empty unless the history is shown.</summary>
    public ImmutableArray<HistoryItem> History { get; init; } = [];

    /// <summary>Newest first; empty unless they are shown.</summary>
    public ImmutableArray<ConceptRevision> Deleted { get; init; } = [];

    /// <summary>What could be merged into the chosen entry: what shares a term with it, or what was searched for.</summary>
    public ImmutableArray<ConceptEntry> Candidates { get; init; } = [];

    /// <summary>The entry that would be merged into the chosen one; null until it is chosen.</summary>
    public ConceptEntry? From { get; init; }

    /// <summary>What merging would give; null until both are chosen.</summary>
    public ConceptEntry? Merged { get; init; }

    /// <summary>Null for nothing to say.</summary>
    public GlossaryNotice? Notice { get; init; }

    /// <summary>As people call an entry in the languages that are shown: its first term, else its concept id.</summary>
    public string NameOf(ConceptEntry entry) =>
        (entry.TermsIn(Source).FirstOrDefault() ?? entry.TermsIn(Target).FirstOrDefault())?.Text ?? entry.ConceptId;
}
