using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Core.Languages;
using Workbench.Core.Terminology;
using Workbench.TestKit.Terminology;

namespace Workbench.Benchmarks;

/// <summary>
/// What term recognition finds in the open cases beside a plain search for the string and one for whole words, and how long a
/// segment takes with a large glossary.
/// </summary>
internal sealed class TermsBenchmark : IBenchmark
{
    private const int Concepts = 100_000;
    private const int Rounds = 20_000;

    public string Name => "terms";

    public string Summary => "terms found and false alarms in cases, and speed with 100,000 concepts: terms [CASES.json|CASES.tsv …]";

    public async Task RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        foreach (var path in arguments)
        {
            var read = await File.ReadAllTextAsync(path);
            var all = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? RecognitionCase.ReadJson(read) : RecognitionCase.ReadLines(read);
            await output.WriteLineAsync($"{Path.GetFileName(path),-32}{"found",10}{"missed",10}{"false",10}");
            foreach (var language in (LanguageTag[])[LanguageTag.KoreanNorth, LanguageTag.English])
            {
                RecognitionCase[] cases = [.. all.Where(one => one.Language == language && !one.IsUndecidable)];
                await output.WriteLineAsync(Score($"{language} recogniser", cases, one => one.Find()));
                await output.WriteLineAsync($"    not right: {string.Join(' ', cases.Where(one => !one.Spans.SequenceEqual(one.Find())).Select(one => one.Id))}");
                await output.WriteLineAsync(Score($"{language} whole words", cases, one => Places(one, @"(?<!\w)", @"(?!\w)")));
                await output.WriteLineAsync(Score($"{language} the string", cases, one => Places(one, "", "")));
            }
        }

        await output.WriteLineAsync(Speed("English", LanguageTag.English, "foreign trade of the socialist countries expanded the export of nonferrous metal and machine building goods"));
        await output.WriteLineAsync(Speed("Korean", LanguageTag.KoreanNorth, "위대한 령도밑에 나라의 대외무역은 사회주의나라들과의 경제관계를 발전시키며 수출원천을 늘이였다"));
    }

    private static string Score(string name, RecognitionCase[] cases, Func<RecognitionCase, IEnumerable<(int Start, int End)>> find)
    {
        var (found, missed, wrong) = (0, 0, 0);
        foreach (var one in cases)
        {
            var places = find(one).ToHashSet();
            found += one.Spans.Count(places.Contains);
            missed += one.Spans.Count(span => !places.Contains(span));
            wrong += places.Count(place => !one.Spans.Contains(place));
        }

        return string.Create(CultureInfo.InvariantCulture, $"  {name,-30}{found,10}{missed,10}{wrong,10}");
    }

    private static IEnumerable<(int Start, int End)> Places(RecognitionCase one, string left, string right) =>
        one.Terms.SelectMany(term => Regex.Matches(
                one.Text, left + Regex.Escape(term) + right, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            .Select(match => (match.Index, match.Index + match.Length));

    private static string Speed(string name, LanguageTag language, string text)
    {
        var words = text.Split(' ');
        var random = new Random(1);
        var entries = Enumerable.Range(0, Concepts).Select(number => Entry(
            $"c{number}", language, $"{words[random.Next(words.Length)]} {words[random.Next(words.Length)]}{number} {words[random.Next(words.Length)]}"));
        var watch = Stopwatch.StartNew();
        var recognizer = TermRecognizer.Create([.. entries, .. words.Select(word => Entry(word, language, word))], language);
        var built = watch.Elapsed;
        for (var warm = 0; warm < Rounds; warm++)
        {
            recognizer.Recognize(text);
        }

        watch.Restart();
        for (var round = 0; round < Rounds; round++)
        {
            recognizer.Recognize(text);
        }

        var each = watch.Elapsed.TotalMicroseconds / Rounds;
        watch.Restart();
        var changed = recognizer.With(Entry("new", language, "new term"));
        var change = watch.Elapsed.TotalMilliseconds;

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-10} {Concepts} concepts: built in {built.TotalMilliseconds:0} ms, {each:0.0} µs a segment of {text.Length} characters, one change {change:0.00} ms ({changed.Recognize(text).Length} hits)");
    }

    private static ConceptEntry Entry(string id, LanguageTag language, params IEnumerable<TermSection> terms) => new()
    {
        Id = new(id),
        GlossaryId = new("benchmark"),
        ConceptId = id,
        Languages = [new(language, [.. terms])],
    };

    private static ConceptEntry Entry(string id, LanguageTag language, string term) =>
        Entry(id, language, [new TermSection { Text = term, PartOfSpeech = "n" }]);
}
