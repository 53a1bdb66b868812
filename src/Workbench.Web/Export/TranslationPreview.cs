using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Work;

namespace Workbench.Web.Export;

/// <summary>Shows how the translation alone would read: the file's name, what it warns of, and its first paragraphs.</summary>
internal static class TranslationPreview
{
    /// <summary>Paragraphs that are shown.</summary>
    private const int Blocks = 60;

    private const string Style = """
        :root { color-scheme: light dark; --paper: #fcfbf9; --ink: #1c2126; --soft: #59616a; --line: #dcd7ce; --band: #f3f0ea; --accent: #25557d; --warn: #8a5a00; }
        @media (prefers-color-scheme: dark) { :root { --paper: #15181c; --ink: #e7e4dd; --soft: #a3abb4; --line: #343a42; --band: #1d2126; --accent: #93c0e4; --warn: #e0b060; } }
        html { background: var(--paper); color: var(--ink); font: 100%/1.6 system-ui, "Segoe UI", "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif; }
        body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem; max-width: 46rem; overflow-wrap: break-word; }
        [lang|="ko"] { word-break: keep-all; overflow-wrap: anywhere; }
        header { margin-bottom: 1.5rem; padding-bottom: .75rem; border-bottom: 1px solid var(--line); font-size: .875rem; color: var(--soft); }
        header p { margin: .125rem 0; }
        .file { color: var(--ink); font-weight: 600; }
        .warning { margin: .75rem 0 0; padding: .5rem .75rem; border-inline-start: 4px solid var(--warn); background: var(--band); color: var(--ink); }
        .statement { margin: 1.5rem 0; padding: .5rem .9rem; border-inline-start: 4px solid var(--accent); background: var(--band); font-size: .9rem; }
        .statement p { margin: .1rem 0; }
        main p { margin: 0 0 .75rem; white-space: pre-wrap; }
        .heading { font-weight: 700; }
        .untouched { color: var(--soft); }
        .empty::before { content: "¶"; color: var(--line); }
        """;

    public static async Task WriteAsync(
        TranslatedDocument translated, ImmutableArray<Problem> warnings, Stream output, CancellationToken cancellationToken)
    {
        var html = new StringBuilder();
        var culture = CultureInfo.CurrentUICulture;
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{culture.Name}\"><head><meta charset=\"utf-8\"><title>{Strings.Get("Export_Preview", culture)}</title><style>{Style}</style></head><body>");
        Header(html, translated, warnings, culture);
        html.Append("<main>");
        Statement(html, translated, StatementPlace.Head, culture);
        foreach (var block in translated.Blocks.Take(Blocks))
        {
            Block(html, block, translated.Project);
        }

        if (translated.Blocks.Length > Blocks)
        {
            Paragraph(html, "untouched", Strings.Get("Export_Preview_More", culture, ("count", translated.Blocks.Length - Blocks)));
        }

        Statement(html, translated, StatementPlace.End, culture);
        html.Append("</main></body></html>");
        await output.WriteAsync(Encoding.UTF8.GetBytes(html.ToString()), cancellationToken);
    }

    private static void Header(StringBuilder html, TranslatedDocument translated, ImmutableArray<Problem> warnings, CultureInfo culture)
    {
        html.Append("<header>");
        Paragraph(html, "file", ExportFileName.Of(translated));
        Paragraph(html, "", Strings.Get(
            "Export_Preview_Translated", culture, ("count", translated.TranslatedCount), ("all", translated.SegmentCount)));
        foreach (var warning in warnings)
        {
            Paragraph(html, "warning", ProblemText.Of(warning, culture));
        }

        html.Append("</header>");
    }

    private static void Statement(StringBuilder html, TranslatedDocument translated, StatementPlace place, CultureInfo culture)
    {
        if (translated.Options.Statement != place || translated.Statement.IsEmpty)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<section class=\"statement\" aria-label=\"{WebUtility.HtmlEncode(Strings.Get("Export_Choose_Statement", culture))}\">");
        foreach (var line in translated.Statement)
        {
            Paragraph(html, "", line);
        }

        html.Append("</section>");
    }

    private static void Block(StringBuilder html, TranslatedBlock block, Project project)
    {
        var kind = block.Unit.Kind == UnitKind.Heading ? "heading" : "";
        var touched = !block.IsTouched ? "untouched" : block.Text.IsEmpty ? "empty" : "";
        Paragraph(html, $"{kind} {touched}".Trim(), block.Text.Text, block.IsTouched ? project.TargetLanguage : project.SourceLanguage);
    }

    private static void Paragraph(StringBuilder html, string kind, string text, LanguageTag? language = null)
    {
        var attributes = language is { } tag ? $" lang=\"{tag}\" dir=\"auto\"" : "";
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"{kind}\"{attributes}>{WebUtility.HtmlEncode(text)}</p>");
    }
}
