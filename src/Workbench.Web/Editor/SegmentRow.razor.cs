using Microsoft.AspNetCore.Components;
using Workbench.Core.Documents;
using Workbench.Core.Languages;

namespace Workbench.Web.Editor;

/// <summary>One segment in the list: its source with terms marked, its target, and how far it has come.</summary>
public sealed partial class SegmentRow : ComponentBase
{
    private SegmentRowView? _drawn;

    [Parameter, EditorRequired]
    public required SegmentRowView Row { get; set; }

    [Parameter, EditorRequired]
    public LanguageTag SourceLanguage { get; set; }

    [Parameter, EditorRequired]
    public LanguageTag TargetLanguage { get; set; }

    [Parameter]
    public EventCallback<SegmentRowView> UndoSeam { get; set; }

    /// <summary>Whether the person's own text stays, seen against what someone else wrote.</summary>
    [Parameter]
    public EventCallback<(SegmentRowView Row, bool Mine)> Resolve { get; set; }

    [Parameter]
    public EventCallback<Alternative> TakeAlternative { get; set; }

    [Parameter]
    public EventCallback<Alternative> DismissAlternative { get; set; }

    protected override bool ShouldRender() => !ReferenceEquals(_drawn, Row);

    protected override void OnAfterRender(bool firstRender) => _drawn = Row;

    private static string Direction(LanguageTag language) => language.IsRightToLeft ? "rtl" : "ltr";
}
