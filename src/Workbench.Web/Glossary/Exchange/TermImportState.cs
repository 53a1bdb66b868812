using System.Collections.Immutable;
using Workbench.Core.Problems;
using Workbench.Core.Work.Glossaries;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>What the import page shows.</summary>
/// <param name="Target">The glossary that the entries go into; null for a new one of the name <paramref name="NewName"/>.</param>
/// <param name="Choices">By row.</param>
/// <param name="Shown">The rows that are listed.</param>
/// <param name="Done">How many of the chosen rows are written; null while nothing is being written.</param>
/// <param name="Undone">What came of taking it back; null until then.</param>
public sealed record TermImportState(
    ImmutableArray<Core.Terminology.Glossary> Glossaries,
    GlossaryId? Target,
    string NewName,
    string FileName,
    bool IsReading,
    ImmutableArray<Problem> Problems,
    ImportTermsPreview? Preview,
    ImmutableDictionary<int, ImportChoice> Choices,
    ImportKind Shown,
    int? Done,
    ImportTermsResult? Result,
    UndoTermBulkResult? Undone)
{
    public static readonly TermImportState Empty = new(
        [], null, "", "", false, [], null, ImmutableDictionary<int, ImportChoice>.Empty, ImportKind.New, null, null, null);

    public int Chosen => Choices.Values.Count(choice => choice.DoesSomething);

    public IEnumerable<ImportRow> Rows => Preview?.Rows.Where(row => row.Kind == Shown) ?? [];
}
