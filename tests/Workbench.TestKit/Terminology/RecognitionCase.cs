using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;

namespace Workbench.TestKit.Terminology;

/// <summary>A sentence with the places where terms are to be found in it.</summary>
/// <param name="Terms">What the case asks for: only hits of these concepts count.</param>
/// <param name="Entries">The whole glossary of the case.</param>
public sealed record RecognitionCase(
    string Id, LanguageTag Language, string Text, ImmutableArray<string> Terms, ImmutableArray<ConceptEntry> Entries, ImmutableArray<(int Start, int End)> Spans)
{
    /// <summary>A homograph that only its meaning decides: written down, not scored.</summary>
    public bool IsUndecidable { get; init; }

    /// <summary>Where the recogniser finds the terms of the case.</summary>
    public ImmutableArray<(int Start, int End)> Find() =>
    [
        .. TermRecognizer.Create(Entries, Language).Recognize(Text)
            .Where(hit => Terms.Contains(hit.Concept.ConceptId, StringComparer.Ordinal))
            .Select(hit => (hit.Span.Start, hit.Span.End)).Distinct().Order(),
    ];

    /// <summary>The cases that came with the brief.</summary>
    public static ImmutableArray<RecognitionCase> ReadJson(string json)
    {
        using var read = JsonDocument.Parse(json);

        return [.. read.RootElement.GetProperty("cases").EnumerateArray().Select(One)];
    }

    /// <summary>Our own cases: a line each, the places marked in the text.</summary>
    public static ImmutableArray<RecognitionCase> ReadLines(string text) =>
    [
        .. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => Line(line.TrimEnd('\r').Split('\t'))),
    ];

    private static RecognitionCase One(JsonElement item)
    {
        var term = item.GetProperty("term").GetString()!;
        var language = LanguageOf(item.GetProperty("lang").GetString()!);
        var options = item.TryGetProperty("options", out var given) ? given : default;
        var (sensitive, pos) = (Option("caseSensitive") is { ValueKind: JsonValueKind.True }, Option("pos")?.GetString() ?? "n");
        string[] forms = Option("forms") is { } listed ? [.. listed.EnumerateArray().Select(form => form.GetString()!)] : [term];
        string[] others = Option("glossary") is { } glossary ? [.. glossary.EnumerateArray().Select(form => form.GetString()!).Where(form => form != term)] : [];

        return new RecognitionCase(
            item.GetProperty("id").GetString()!,
            language,
            item.GetProperty("text").GetString()!,
            [term],
            [Entry(term, language, pos, sensitive, forms), .. others.Select(other => Entry(other, language, "n", false, other))],
            [.. item.GetProperty("spans").EnumerateArray().Select(span => (span[0].GetInt32(), span[1].GetInt32()))])
        {
            IsUndecidable = item.TryGetProperty("undecidable", out var undecidable) && undecidable.GetBoolean(),
        };

        JsonElement? Option(string name) =>
            options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value) ? value : null;
    }

    private static RecognitionCase Line(string[] cells)
    {
        var (id, language) = (cells[0], LanguageOf(cells[1]));
        var terms = cells[2].Split(';').Select(term => term.Split(':')).ToArray();
        var marked = Regex.Unescape(cells[3].Replace("[", @"\u0001", StringComparison.Ordinal).Replace("]", @"\u0002", StringComparison.Ordinal));
        var (text, spans, start) = (new System.Text.StringBuilder(), ImmutableArray.CreateBuilder<(int Start, int End)>(), 0);
        foreach (var unit in marked)
        {
            switch (unit)
            {
                case '\u0001':
                    start = text.Length;
                    break;
                case '\u0002':
                    spans.Add((start, text.Length));
                    break;
                default:
                    text.Append(unit);
                    break;
            }
        }

        return new RecognitionCase(
            id,
            language,
            text.ToString(),
            [.. terms.Select(term => term[0])],
            [.. terms.Select(term => Entry(term[0], language, term.Skip(1).FirstOrDefault(mark => mark != "case") ?? "n", term.Contains("case"), term[0]))],
            spans.ToImmutable())
        {
            IsUndecidable = id.EndsWith('?'),
        };
    }

    private static LanguageTag LanguageOf(string language) => language == "ko" ? LanguageTag.KoreanNorth : LanguageTag.English;

    private static ConceptEntry Entry(string id, LanguageTag language, string pos, bool caseSensitive, params string[] forms) => new()
    {
        Id = new(id),
        GlossaryId = new("test"),
        ConceptId = id,
        Languages = [new(language, [.. forms.Select(form => new TermSection { Text = form, PartOfSpeech = pos, CaseSensitive = caseSensitive })])],
    };
}
