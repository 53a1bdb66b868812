using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Formats.PlainText;
using Workbench.Formats.Srx;

namespace Workbench.Cli;

/// <summary><c>workbench segment FILE --from TAG [--json]</c>: the segments that an import would make.</summary>
internal sealed class SegmentCommand : Command
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The text to cut." };
    private readonly Option<string> _from = new("--from") { Description = "Its language, as a BCP 47 tag.", Required = true };
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };

    public SegmentCommand()
        : base("segment", "Cut a text into segments.")
    {
        Add(_file);
        Add(_from);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!LanguageTag.TryParse(arguments.GetValue(_from), out var language))
        {
            return Refuse(ExitCode.Usage, new Problem("language-tag", ("tag", arguments.GetValue(_from) ?? "")));
        }

        var file = arguments.GetValue(_file)!;
        if (!file.Exists)
        {
            return Refuse(ExitCode.Usage, new Problem("file-missing", ("file", file.Name)));
        }

        await using var input = file.OpenRead();
        var read = await new PlainTextFormat().ReadAsync(input, new ReadOptions { FileName = file.Name }, cancellationToken);
        if (!read.Succeeded)
        {
            return Refuse(ExitCode.Refused, read.Problems[0]);
        }

        var segmenter = WorkbenchRules.SegmenterFor(language);
        var segments = SeamRepair.Repair(read.Value.Units, language).Units
            .SelectMany(unit => segmenter.Cut(unit.Text))
            .Select((segment, index) => new CutText((index + 1).ToString(CultureInfo.InvariantCulture), segment.Source.Text))
            .ToArray();
        await WriteAsync(segments, arguments.GetValue(_json));

        return ExitCode.Done;
    }

    private static async Task WriteAsync(CutText[] segments, bool json)
    {
        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { segments }, Json));
            return;
        }

        foreach (var segment in segments)
        {
            await Console.Out.WriteLineAsync($"{segment.Id}\t{segment.Source}");
        }
    }

    private static int Refuse(int exitCode, Problem problem)
    {
        Console.Error.WriteLine(ProblemText.Of(problem, CultureInfo.CurrentUICulture));

        return exitCode;
    }

    private sealed record CutText(string Id, string Source);
}
