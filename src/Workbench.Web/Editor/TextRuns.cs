using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;
using Workbench.Core;

namespace Workbench.Web.Editor;

/// <summary>Draws a text cut into runs. In code, since white space of a markup file would become text.</summary>
public sealed class TextRuns(IStringLocalizer<Strings> strings) : ComponentBase
{
    [Parameter, EditorRequired]
    public ImmutableArray<TextRun> Runs { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var run in Runs)
        {
            if (run.Kind == TextRunKind.Plain)
            {
                builder.AddContent(0, run.Text);
                continue;
            }

            builder.OpenElement(1, "span");
            builder.AddAttribute(2, "class", $"wb-{run.Kind.ToString().ToLowerInvariant()}");
            if (run.Kind == TextRunKind.Term)
            {
                builder.AddAttribute(3, "data-term", run.Term);
                builder.AddAttribute(4, "data-tip", run.Tip);
            }
            else
            {
                builder.AddAttribute(5, "title", run.Kind == TextRunKind.Seam ? strings["Editor_SeamJoined"] : run.Tip);
            }

            builder.AddContent(6, run.Text);
            builder.CloseElement();
        }
    }
}
