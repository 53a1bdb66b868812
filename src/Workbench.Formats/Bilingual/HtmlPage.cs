using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workbench.Core;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;

namespace Workbench.Formats.Bilingual;

/// <summary>
/// One page that needs nothing else: no script, no network, its own Content-Security-Policy. Source and target side by side,
/// terms explained on hover and on keyboard focus, fit for paper and for the dark.
/// </summary>
public sealed class HtmlPage : IBilingualFormat
{
    private static readonly string Style = ReadStyle();

    public string Id => "html-page";

    public string Extension => ".html";

    public string MediaType => "text/html";

    public async ValueTask WriteAsync(
        BilingualDocument document, BilingualOptions options, Stream output, CancellationToken cancellationToken)
    {
        var page = new Page(document, options).Write();

        await output.WriteAsync(Encoding.UTF8.GetBytes(page), cancellationToken);
    }

    /// <summary>Nothing may load or run; the one style is named by its hash, so that not even a style can be slipped in.</summary>
    private static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("Workbench.Formats.Bilingual.HtmlPage.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed class Page(BilingualDocument document, BilingualOptions options)
    {
        private readonly StringBuilder _html = new();
        private readonly CultureInfo _culture = ExportHead.CultureOf(options.InterfaceLanguage);
        private readonly ExportHead _head = ExportHead.Of(document, options);
        private readonly LanguageTag _source = document.Project.SourceLanguage;
        private readonly LanguageTag _target = document.Project.TargetLanguage;
        private readonly OrderedDictionary<ConceptEntryId, ExplainedConcept> _concepts =
            new(ExplainedConcept.Of(document, options).Select(concept => KeyValuePair.Create(concept.Id, concept)));

        private int _tips;

        public string Write()
        {
            Head();
            Raw("<body>\n");
            About();
            Raw("<main>\n");
            Table();
            Glossary();
            Raw("</main>\n</body>\n</html>\n");
            return _html.ToString();
        }

        private void Head()
        {
            Raw($"<!DOCTYPE html>\n<html lang=\"{Html.Escape(options.InterfaceLanguage)}\">\n<head>\n<meta charset=\"utf-8\" />\n");
            Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\" />\n");
            Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<meta name=\"color-scheme\" content=\"light dark\" />\n");
            Raw("<meta name=\"referrer\" content=\"no-referrer\" />\n");
            Raw($"<title>{Html.Title(_head.Title)}</title>\n<style>{Style}</style>\n</head>\n");
        }

        private void About()
        {
            Raw($"<header>\n<p class=\"kind\">{Word("Export_Kind")}</p>\n<h1{In(_source)}>{Html.Text(_head.Title)}</h1>\n<dl class=\"facts\">\n");
            foreach (var fact in _head.Facts)
            {
                Raw($"<div><dt>{Html.Text(fact.Label)}</dt><dd>{Html.Linked(fact.Value)}</dd></div>\n");
            }

            Raw("</dl>\n<div class=\"statements\">\n");
            foreach (var statement in _head.Statements)
            {
                Raw($"<p>{Html.Text(statement)}</p>\n");
            }

            Raw("</div>\n</header>\n");
        }

        private void Table()
        {
            string[] columns = ["number", "source", "target", "state", .. options.WithNotes ? new[] { "notes" } : []];
            Raw($"<table class=\"text\" role=\"table\">\n<caption>{Word("Export_Table_Caption")}</caption>\n<colgroup>{string.Concat(columns.Select(column => $"<col class=\"{column}\" />"))}</colgroup>\n<thead role=\"rowgroup\">\n");
            Raw($"<tr class=\"running\" aria-hidden=\"true\"><td colspan=\"{columns.Length}\"><span>{Html.Text(_head.Title)}</span><span>{Word(Running)}</span></td></tr>\n");
            Raw("<tr role=\"row\">");
            Column("number", "Export_Column_Number");
            Column("source", "Export_Column_Source", _source);
            Column("target", "Export_Column_Target", _target);
            Column("state", "Export_Column_State");
            if (options.WithNotes)
            {
                Column("notes", "Export_Column_Notes");
            }

            Raw("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
            foreach (var row in document.Rows)
            {
                Row(row);
            }

            Raw("</tbody>\n</table>\n");
        }

        private string Running => LanguageTag.KoreanNorth.Accepts(_target)
            ? "Export_Running_NotPublishersKorean"
            : "Export_Running_Translation";

        private void Column(string name, string key) =>
            Raw($"<th scope=\"col\" role=\"columnheader\" class=\"{name}\">{Word(key)}</th>");

        private void Column(string name, string key, LanguageTag language) =>
            Raw($"<th scope=\"col\" role=\"columnheader\" class=\"{name}\">{Word(key)} · {Html.Text(LanguageNames.Of(language, _culture))}</th>");

        private void Row(BilingualRow row)
        {
            var segment = row.Segment;
            Raw($"<tr role=\"row\" id=\"s{row.Number}\" data-segment=\"{Html.Escape(segment.Id.Value)}\"{(segment.IsHeading ? " class=\"heading\"" : "")}>");
            Raw($"<th scope=\"row\" role=\"rowheader\" class=\"number\"><a href=\"#s{row.Number}\">{row.Number}</a></th>");
            Raw($"<td role=\"cell\" class=\"source\"{In(_source)}>");
            Pieces(ReaderText.Cut(segment.Source, row.Terms));
            Raw($"</td><td role=\"cell\" class=\"target\"{In(_target)}>");
            Pieces(ReaderText.Cut(segment.Target));
            Raw($"</td><td role=\"cell\" class=\"state\"><span class=\"state-mark {segment.Shown}\">{Word($"State_{segment.Shown}")}</span></td>");
            if (options.WithNotes)
            {
                Raw("<td role=\"cell\" class=\"notes\">");
                Raw(string.Concat(row.Notes.Select(note => $"<p dir=\"auto\">{Html.Text(note.Text)}</p>")));
                Raw("</td>");
            }

            Raw("</tr>\n");
        }

        private void Pieces(ImmutableArray<ReaderPiece> pieces)
        {
            foreach (var piece in pieces)
            {
                switch (piece)
                {
                    case ReaderPiece.Plain plain:
                        Raw(Html.Text(plain.Text));
                        break;
                    case ReaderPiece.Code code:
                        Raw($"<span class=\"code\">{Html.Text(code.Token)}</span>");
                        break;
                    case ReaderPiece.Term term:
                        Term(term);
                        break;
                }
            }
        }

        /// <summary>A link to the term's line in the glossary, so that it has a place in the tab order and works by touch; the tip is its description.</summary>
        private void Term(ReaderPiece.Term term)
        {
            var concepts = term.Hits.Select(hit => _concepts.GetValueOrDefault(hit.Concept.Id)).OfType<ExplainedConcept>().ToArray();
            if (concepts.Length == 0)
            {
                Pieces(term.Pieces);
                return;
            }

            var tip = string.Create(CultureInfo.InvariantCulture, $"t{++_tips}");
            Raw($"<span class=\"term\"><a href=\"#{Anchor(concepts[0])}\" aria-describedby=\"{tip}\">");
            Pieces(term.Pieces);
            Raw($"</a><span class=\"tip\" role=\"tooltip\" id=\"{tip}\"{In(options.InterfaceLanguage, rightToLeft: false)}>");
            foreach (var concept in concepts)
            {
                Raw(string.Concat(concept.Renderings.Select(rendering => $"<span class=\"rendering\">{Rendering(rendering, _target)}</span>")));
                Raw(string.Concat(concept.Explanations.Select(explanation => $"<span class=\"soft\">{Rendering(explanation, _source)}</span>")));
                Raw(Line(concept.Definition, concept.DefinitionUnverified, "span"));
                Raw(Line(concept.Note, unverified: false, "span"));
                if (concept is { Renderings.IsEmpty: true, Explanations.IsEmpty: true, Definition: "", Note: "" })
                {
                    Raw($"<span>{Html.Text(concept.Headword)}</span>");
                }
            }

            Raw("</span></span>");
        }

        private void Glossary()
        {
            if (_concepts.Count == 0)
            {
                return;
            }

            Raw($"<section id=\"glossary\" aria-labelledby=\"glossary-title\">\n<h2 id=\"glossary-title\">{Word("Export_Glossary_Title")}</h2>\n<table class=\"glossary\">\n<thead>\n");
            Raw($"<tr class=\"running\" aria-hidden=\"true\"><td colspan=\"5\"><span>{Html.Text(_head.Title)}</span><span>{Word("Export_Glossary_Title")}</span></td></tr>\n<tr>");
            foreach (var key in new[] { "Term", "Rendering", "Explanation", "Definition", "Occurs" })
            {
                Raw($"<th scope=\"col\">{Word($"Export_Glossary_{key}")}</th>");
            }

            Raw("</tr>\n</thead>\n<tbody>\n");
            foreach (var concept in _concepts.Values)
            {
                Raw($"<tr id=\"{Anchor(concept)}\"><th scope=\"row\"{In(_source)}>{Html.Text(concept.Headword)}</th><td>");
                Raw(string.Concat(concept.Renderings.Select(rendering => $"<p class=\"rendering\">{Rendering(rendering, _target)}</p>")));
                Raw("</td><td>");
                Raw(string.Concat(concept.Explanations.Select(explanation => $"<p>{Rendering(explanation, _source)}</p>")));
                Raw($"</td><td>{Line(concept.Definition, concept.DefinitionUnverified, "p")}{Line(concept.Note, unverified: false, "p")}</td><td class=\"occurs\">");
                Raw(string.Join(", ", concept.Numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"<a href=\"#s{number}\">{number}</a>"))));
                Raw("</td></tr>\n");
            }

            Raw("</tbody>\n</table>\n</section>\n");
        }

        private string Rendering(ExplainedTerm term, LanguageTag language)
        {
            var hanja = term.Hanja.Length > 0 ? $" <span class=\"hanja\" lang=\"ko-Hani\">{Html.Text(term.Hanja)}</span>" : "";
            var superseded = term.Superseded ? $" <span class=\"badge\">{Word("Export_Glossary_Superseded")}</span>" : "";

            return $"<span{In(language)}>{Html.Text(term.Text)}</span>{hanja}{superseded}{Badge(term.Unverified)}";
        }

        private string Line(string text, bool unverified, string element) =>
            text.Length == 0 ? "" : $"<{element} dir=\"auto\">{Html.Text(text)}{Badge(unverified)}</{element}>";

        private string Badge(bool unverified) => unverified ? $" <span class=\"badge\">{Word("Export_Glossary_Unverified")}</span>" : "";

        private static string Anchor(ExplainedConcept concept) => $"c-{Html.Name(concept.Id.Value)}";

        private static string In(LanguageTag language) => In(language.Value, language.IsRightToLeft);

        private static string In(string language, bool rightToLeft) =>
            $" lang=\"{Html.Escape(language)}\" dir=\"{(rightToLeft ? "rtl" : "ltr")}\"";

        private string Word(string key) => Html.Text(Strings.Get(key, _culture));

        private void Raw(string html) => _html.Append(html);
    }
}
