using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Workbench.Core.Documents;
using Workbench.Core.Quality;

namespace Workbench.Web.Editor;

/// <summary>
/// What stands beside the row in use. On a wide page matches and terms are always there and the rest has tabs; on a narrow one
/// every panel is a tab. Every panel has its fixed place, so nothing jumps when one fills.
/// </summary>
public sealed partial class EditorPanels : ComponentBase
{
    public const string Matches = "matches";
    public const string Terms = "terms";
    public const string Checks = "checks";
    public const string Notes = "notes";
    public const string History = "history";
    public const string Concordance = "concordance";

    private static readonly ImmutableArray<string> All = [Matches, Terms, Checks, Notes, History, Concordance];

    /// <summary>Null while no row is in use.</summary>
    [Parameter]
    public SegmentPanels? Panels { get; set; }

    [Parameter]
    public Project? Project { get; set; }

    [Parameter]
    public ConcordanceState Concordant { get; set; } = ConcordanceState.Empty;

    [Parameter]
    public string Shown { get; set; } = Checks;

    [Parameter]
    public EventCallback<string> ShownChanged { get; set; }

    [Parameter]
    public EventCallback<(string Text, string Origin)> InsertText { get; set; }

    [Parameter]
    public EventCallback<QualityIssue> Select { get; set; }

    [Parameter]
    public EventCallback<(QualityIssue Issue, string Reason)> Ignore { get; set; }

    [Parameter]
    public EventCallback<QualityIssue> Mend { get; set; }

    [Parameter]
    public EventCallback<TermEntry> DismissTerm { get; set; }

    [Parameter]
    public EventCallback<Core.Terminology.TermDismissal> RecallTerm { get; set; }

    [Parameter]
    public EventCallback<IgnoredIssue> Heed { get; set; }

    /// <inheritdoc cref="NotesPanel.AddNote"/>
    [Parameter, EditorRequired]
    public required Func<string, Task<bool>> AddNote { get; set; }

    [Parameter]
    public EventCallback<Revision> Restore { get; set; }

    [Parameter]
    public EventCallback<string> SearchConcordance { get; set; }

    [Parameter]
    public EventCallback<string> Go { get; set; }

    private string? Source => Project?.SourceLanguage.Value;

    private string? Target => Project?.TargetLanguage.Value;

    /// <summary>Which of the tabbed panels is drawn; a wide page has one of them whatever is shown.</summary>
    private string Lower => Shown is Matches or Terms ? Checks : Shown;

    private int CountOf(string panel) => Panels is null ? 0 : panel switch
    {
        Matches => Panels.Matches?.Length ?? 0,
        Terms => Panels.Terms.Length,
        Checks => Panels.Issues.Length,
        Notes => Panels.Notes.Length,
        _ => 0,
    };
}
