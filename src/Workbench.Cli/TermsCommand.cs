using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Formats;

namespace Workbench.Cli;

/// <summary><c>workbench terms FILE|--text "…" --from TAG --to TAG [--glossary FILE] [--json]</c>: the glossary's terms in a text.</summary>
internal sealed class TermsCommand : Command
{
    private readonly Argument<FileInfo?> _file = new("FILE") { Description = "A text file in UTF-8.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _text = new("--text") { Description = "The text itself, instead of a file." };
    private readonly Option<string> _from = new("--from") { Description = "The language of the text: en, ko-KP …", Required = true };
    private readonly Option<string?> _to = new("--to") { Description = "The language of the renderings." };
    private readonly Option<FileInfo?> _glossary = new("--glossary")
    {
        Description = "A glossary: .terms, or .csv with language tags in its header. Without it, the starter glossary.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "As JSON. Offsets count UTF-16 code units." };

    public TermsCommand()
        : base("terms", "Find the glossary's terms in a text.")
    {
        Add(_file);
        Add(_text);
        Add(_from);
        Add(_to);
        Add(_glossary);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (file, given) = (arguments.GetValue(_file), arguments.GetValue(_text));
        if (file is null == given is null)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync("Give a FILE or --text.");
            return ExitCode.Usage;
        }

        if (!LanguageTag.TryParse(arguments.GetValue(_from), out var from) || !TryTag(arguments.GetValue(_to), out var to))
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(Say(new Problem(
                "language-tag", ("tag", LanguageTag.TryParse(arguments.GetValue(_from), out _) ? arguments.GetValue(_to)! : arguments.GetValue(_from)!))));
            return ExitCode.Usage;
        }

        foreach (var missing in new[] { file, arguments.GetValue(_glossary) }.Where(one => one is { Exists: false }))
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(Say(new Problem("file-missing", ("file", missing!.Name))));
            return ExitCode.Refused;
        }

        var glossary = await ReadGlossaryAsync(arguments.GetValue(_glossary), cancellationToken);
        if (!glossary.Succeeded)
        {
            foreach (var problem in glossary.Problems)
            {
                await arguments.InvocationConfiguration.Error.WriteLineAsync(Say(problem));
            }

            return ExitCode.Refused;
        }

        var text = given ?? await File.ReadAllTextAsync(file!.FullName, cancellationToken);
        var hits = TermRecognizer.Create(glossary.Value.Entries, from).Recognize(text);
        await (arguments.GetValue(_json) ? arguments.WriteJsonAsync(Answer(hits, text)) : arguments.WriteAsync(AsLines(hits, text, to)));
        return ExitCode.Done;
    }

    private static bool TryTag(string? value, out LanguageTag? tag)
    {
        tag = LanguageTag.TryParse(value, out var parsed) ? parsed : null;
        return value is null || tag is not null;
    }

    private static async Task<Result<ReadTerms>> ReadGlossaryAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return StarterGlossaryFiles.Read();
        }

        var extension = file.Extension.ToLowerInvariant();
        if (extension == GlossaryText.Extension)
        {
            return GlossaryText.Read(await File.ReadAllTextAsync(file.FullName, cancellationToken), file.Name);
        }

        await using var input = file.OpenRead();
        return FormatCatalog.Terms.FirstOrDefault(format => format.Extensions.Contains(extension, StringComparer.Ordinal)) is { } known
            ? await known.ReadAsync(input, new ReadOptions { FileName = file.Name }, cancellationToken)
            : Result.Failure<ReadTerms>(new Problem("format-unknown", ("file", file.Name)));
    }

    private static object Answer(ImmutableArray<TermHit> hits, string text) => new
    {
        hits = hits.Select(hit => new
        {
            start = hit.Span.Start,
            length = hit.Span.Length,
            text = hit.Span.Of(text),
            concept = hit.Concept.ConceptId,
            term = hit.Term.Text,
        }),
    };

    private static string AsLines(ImmutableArray<TermHit> hits, string text, LanguageTag? to) => string.Join(
        Environment.NewLine,
        hits.Select(hit => string.Create(
            CultureInfo.InvariantCulture,
            $"{hit.Span.Start,7}  {hit.Span.Of(text).ReplaceLineEndings(" ")}  {Renderings(hit.Concept, to)}  [{hit.Concept.ConceptId}]")));

    private static string Renderings(ConceptEntry concept, LanguageTag? to) => to is { } language
        ? string.Join("; ", concept.TermsIn(language).Where(term => term.Wording == Wording.Official)
            .Select(term => term.Reliability == Reliability.Unverified ? $"{term.Text} ({Unverified})" : term.Text))
        : "";

    private static string Unverified => ProblemText.Find("Terms_Unverified", CultureInfo.CurrentUICulture) ?? "unverified";

    private static string Say(Problem problem) => ProblemText.Of(problem, CultureInfo.CurrentUICulture);
}
