using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Segmentation;
using Workbench.Core.Text;
using Workbench.Formats.PlainText;
using Workbench.Formats.Srx;

namespace Workbench.Benchmarks;

/// <summary>
/// How many of the public cases our rules and a plain regular expression reach, how Korean fares with and without full stops, and
/// how fast the rules are in one long paragraph.
/// </summary>
internal sealed partial class SegmentationBenchmark : IBenchmark
{
    private const int ParagraphLength = 1_000_000;

    public string Name => "segmentation";

    public string Summary => "cases reached per language, Korean with and without full stops, and speed: segmentation CONFORMANCE-FOLDER";

    public async Task RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (arguments.Count > 0)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(arguments[0], "segmentation"), "*.json").Order(StringComparer.Ordinal))
            {
                await ScoreAsync(file, output);
            }

            var korean = Texts(await File.ReadAllTextAsync(Path.Combine(arguments[0], "parallel", "pud-en-ko-open.json")), "ko");
            await output.WriteLineAsync(Paragraphs("Korean as written", korean));
            await output.WriteLineAsync(Paragraphs("Korean without full stops", [.. korean.Select(sentence => FullStop.Replace(sentence, ""))]));
        }

        await output.WriteLineAsync(Speed("English", "en", "The country has coal, iron, cokes, etc. It trades with the U.S. Dr. Pak said \"We trade.\" and left. "));
        await output.WriteLineAsync(Speed("Korean", "ko-KP", "위대한 수령님께서는 말씀하시였다. 《신용을 지켜야 합니다.》라고 하시였다. 나라의 대외무역은 발전하였다. "));
        await output.WriteLineAsync(Speed("Korean without full stops", "ko-KP", "위대한 수령님께서는 말씀하시였다 《신용을 지켜야 합니다》라고 하시였다 나라의 대외무역은 발전하였다 "));
        await output.WriteLineAsync(Speed("Japanese", "ja", "これはペンです。それは何ですか？「行こう。」と言った。"));
        await output.WriteLineAsync(Speed("no sentence at all", "en", "word "));
    }

    private static async Task ScoreAsync(string file, TextWriter output)
    {
        using var cases = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var scores = cases.RootElement.EnumerateArray().Select(Score).ToList();
        foreach (var language in scores.GroupBy(score => score.Language, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync(Line($"{Path.GetFileNameWithoutExtension(file)} {language.Key}", [.. language]));
        }

        await output.WriteLineAsync(Line($"{Path.GetFileNameWithoutExtension(file)} all", scores));
    }

    private static string Line(string name, List<(string Language, bool Ours, bool Plain)> scores) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-32}{scores.Count(score => score.Ours),5} of {scores.Count,3}   plain regular expression {scores.Count(score => score.Plain),3}");

    private static (string Language, bool Ours, bool Plain) Score(JsonElement one)
    {
        var language = one.GetProperty("lang").GetString()!;
        var text = one.GetProperty("text").GetString()!;
        var expected = Collapsed(one.GetProperty("expected").EnumerateArray().Select(segment => segment.GetString()!));

        return (language, Collapsed(Ours(text, language)).SequenceEqual(expected), Collapsed(PlainBreak.Split(text)).SequenceEqual(expected));
    }

    /// <summary>The way from a text file to segments, as an import takes it.</summary>
    private static IEnumerable<string> Ours(string text, string language)
    {
        var read = new PlainTextFormat().ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), new ReadOptions(), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.Of(language));

        return SeamRepair.Repair(read.Value.Units, LanguageTag.Of(language)).Units.SelectMany(unit => segmenter.Cut(unit.Text)).Select(segment => segment.Source.Text);
    }

    private static ImmutableArray<string> Collapsed(IEnumerable<string> segments) =>
    [
        .. segments.Select(segment => string.Join(' ', segment.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(segment => segment.Length > 0),
    ];

    private static ImmutableArray<string> Texts(string json, string name)
    {
        using var pairs = JsonDocument.Parse(json);

        return [.. pairs.RootElement.EnumerateArray().Select(pair => pair.GetProperty(name).GetString()!.Trim())];
    }

    private static string Paragraphs(string name, ImmutableArray<string> sentences)
    {
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.KoreanNorth);
        var (found, wrong, missed) = (0, 0, 0);
        foreach (var paragraph in sentences.Chunk(12))
        {
            var ends = Ends(paragraph.Select(sentence => sentence.Length));
            var cut = Ends(segmenter.Cut(InlineText.Of(string.Join(' ', paragraph))).Select(segment => segment.Source.Text.Length));
            found += cut.Count(ends.Contains);
            wrong += cut.Except(ends).Count();
            missed += ends.Except(cut).Count();
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-32}precision {found * 100.0 / (found + wrong):0.0}%, recall {found * 100.0 / (found + missed):0.0}%: {found} found, {wrong} wrong, {missed} missed");
    }

    private static HashSet<int> Ends(IEnumerable<int> lengths)
    {
        var ends = new List<int>();
        foreach (var length in lengths)
        {
            ends.Add((ends.Count == 0 ? 0 : ends[^1] + 1) + length);
        }

        return [.. ends.SkipLast(1)];
    }

    private static string Speed(string name, string language, string sentence)
    {
        var text = new StringBuilder(ParagraphLength + sentence.Length);
        while (text.Length < ParagraphLength)
        {
            text.Append(sentence);
        }

        var paragraph = InlineText.Of(text.ToString(0, ParagraphLength));
        var segmenter = WorkbenchRules.SegmenterFor(LanguageTag.Of(language));
        var clock = Stopwatch.StartNew();
        var count = segmenter.Cut(paragraph).Length;
        var megabytes = Encoding.UTF8.GetByteCount(paragraph.Text) / 1e6;

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-32}{megabytes / clock.Elapsed.TotalSeconds:0.00} MB/s, {count} segments in one paragraph of {megabytes:0.0} MB, {segmenter.Problems.Length} rules stopped");
    }

    /// <summary>What one would write in a line: a mark, then white space.</summary>
    [GeneratedRegex(@"(?<=[.!?])\s+|(?<=[。！？।])", RegexOptions.CultureInvariant)]
    private static partial Regex PlainBreak { get; }

    [GeneratedRegex("""[.?!]+(?=["”'’)》]*$)""", RegexOptions.CultureInvariant)]
    private static partial Regex FullStop { get; }
}
