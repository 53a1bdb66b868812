using System.CommandLine;
using System.Globalization;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Segmentation;
using Workbench.Formats;
using Workbench.Formats.Srx;

namespace Workbench.Cli;

/// <summary><c>workbench segment FILE --from TAG [--rules FILE.srx] [--json]</c>: the segments that an import would make.</summary>
internal sealed class SegmentCommand : Command
{
    private readonly Argument<FileInfo> _file = new("FILE") { Description = "The text to cut." };
    private readonly Option<string> _from = new("--from") { Description = "Its language, as a BCP 47 tag.", Required = true };
    private readonly Option<FileInfo?> _rules = new("--rules") { Description = "Segmentation rules to use instead of our own, as an SRX file." };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "Its encoding, as IANA names it. Without it, it is found." };
    private readonly Option<bool> _json = new("--json") { Description = "As JSON." };

    public SegmentCommand()
        : base("segment", "Cut a text into segments.")
    {
        Add(_file);
        Add(_from);
        Add(_rules);
        Add(_encoding);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!LanguageTag.TryParse(arguments.GetValue(_from), out var language))
        {
            return await arguments.RefuseAsync(ExitCode.Usage, new Problem("language-tag", ("tag", arguments.GetValue(_from) ?? "")));
        }

        var (file, rulesFile) = (arguments.GetValue(_file)!, arguments.GetValue(_rules));
        foreach (var missing in new[] { file, rulesFile }.Where(one => one is { Exists: false }))
        {
            return await arguments.RefuseAsync(ExitCode.Refused, new Problem("file-missing", ("file", missing!.Name)));
        }

        var rules = ReadRules(rulesFile);
        if (!rules.Succeeded)
        {
            return await arguments.RefuseAsync(ExitCode.Refused, rules.Problems);
        }

        var read = await ReadAsync(file, arguments.GetValue(_encoding) ?? "", cancellationToken);
        if (!read.Succeeded)
        {
            return await arguments.RefuseAsync(ExitCode.Refused, read.Problems);
        }

        var segmenter = Segmenter.Of(rules.Value, language);
        var segments = SeamRepair.Repair(read.Value.Units, language).Units
            .SelectMany(unit => segmenter.Cut(unit.Text))
            .Select((segment, index) => new CutText((index + 1).ToString(CultureInfo.InvariantCulture), segment.Source.Text))
            .ToArray();
        await arguments.RefuseAsync(ExitCode.Done, [.. rules.Problems, .. read.Problems, .. segmenter.Problems]);
        await WriteAsync(arguments, segments);

        return ExitCode.Done;
    }

    private static Result<SegmentationRules> ReadRules(FileInfo? file)
    {
        if (file is null)
        {
            return Result.Success(WorkbenchRules.All);
        }

        using var input = file.OpenRead();
        var read = SrxFormat.Read(input);

        return read.Succeeded ? read : Result.Failure<SegmentationRules>([.. read.Problems.Select(problem => In(file, problem))]);
    }

    private static Problem In(FileInfo file, Problem problem) => problem.At((problem.Place ?? new Place(0)) with { Part = file.Name });

    private static async Task<Result<ReadDocument>> ReadAsync(FileInfo file, string encoding, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        using var input = new MemoryStream(bytes, writable: false);

        return FormatCatalog.DocumentFor(file.Name, bytes) is { } format
            ? await format.ReadAsync(input, new ReadOptions { FileName = file.Name, Encoding = encoding }, cancellationToken)
            : Result.Failure<ReadDocument>(new Problem("format-unknown", ("file", file.Name)));
    }

    private async Task WriteAsync(ParseResult arguments, CutText[] segments)
    {
        if (arguments.GetValue(_json))
        {
            await arguments.WriteJsonAsync(new { segments });
            return;
        }

        foreach (var segment in segments)
        {
            await arguments.WriteAsync($"{segment.Id}\t{segment.Source}");
        }
    }

    private sealed record CutText(string Id, string Source);
}
