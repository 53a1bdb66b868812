using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Core.Work;
using Workbench.Formats;
using Workbench.Storage;

namespace Workbench.Cli;

/// <summary><c>workbench export DOCUMENT [--format F] [--output PATH]</c>: the translation alone, or both languages side by side.</summary>
internal sealed class ExportCommand : WorkspaceCommand
{
    private readonly Argument<string> _document = new("DOCUMENT") { Description = "Its file name, title or id." };
    private readonly Option<string?> _project = new("--project") { Description = "The project to look in; all without it." };
    private readonly Option<string?> _format = new("--format")
    {
        Description = $"One of {string.Join(", ", ExportFormats.Names)}. Without it as the name of the output says, else {ExportFormats.Translation}.",
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "A file, a folder, or - for the output. Without it, here, under a name that says what it is." };
    private readonly Option<string?> _states = new("--states") { Description = $"Only these, by comma: {string.Join(", ", Enum.GetValues<ShownState>().Select(StateNames.Of))}." };
    private readonly Option<UntranslatedText> _untranslated = new("--untranslated") { Description = "Translation alone: what stands where there is none." };
    private readonly Option<StatementPlace> _statement = new("--statement") { Description = "Translation alone: where it says what it is." };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "Translation alone: another encoding than the original's, such as utf-8." };
    private readonly Option<bool> _noNotes = new("--no-notes") { Description = "Both languages: without notes." };
    private readonly Option<bool> _noGlossary = new("--no-glossary") { Description = "Both languages: without the terms that occur." };
    private readonly Option<bool> _unverified = new("--unverified") { Description = "Both languages: unverified cells of the glossary too, marked." };
    private readonly Option<string?> _translator = new("--translator") { Description = "Who translated, as the file names them." };
    private readonly Option<string?> _language = new("--language") { Description = "The language of headings and statements: en, ko." };

    public ExportCommand()
        : base("export", "Write a translation, or both languages side by side.")
    {
        foreach (var option in (Option[])[_project, _format, _output, _states, _untranslated, _statement, _encoding, _noNotes, _noGlossary, _unverified, _translator, _language])
        {
            Add(option);
        }

        Add(_document.WithoutOptions());
    }

    protected override Problem? Check(ParseResult arguments)
    {
        if (arguments.GetValue(_format) is { } format && ExportFormats.Find(format) is null)
        {
            return new Problem("export-format-unknown", ("format", format), ("known", string.Join(", ", ExportFormats.Names)));
        }

        if (arguments.GetValue(_encoding) is { } encoding && !FormatCatalog.KnowsEncoding(encoding))
        {
            return new Problem("text-encoding-unknown", ("encoding", encoding));
        }

        return StateNames.ParseList(arguments.GetValue(_states) ?? "").Unknown is { } unknown
            ? new Problem("state-unknown", ("state", unknown))
            : null;
    }

    protected override async Task<int> RunAsync(ParseResult arguments, Workspace workspace, CancellationToken cancellationToken)
    {
        var found = await new Shelf(workspace.Store).FindOneAsync(
            arguments.GetValue(_project), arguments.GetValue(_document)!, cancellationToken);
        if (!found.Succeeded)
        {
            return await arguments.RefuseAsync(ExitCode.Refused, found.Problems);
        }

        // Made whole before anything is written: a failure leaves no half file.
        using var buffer = new MemoryStream();
        var (name, warnings) = ExportFormats.Choose(arguments.GetValue(_format), arguments.GetValue(_output)) is { } format
            ? await WriteBilingualAsync(arguments, workspace, found.Value, format, buffer, cancellationToken)
            : await WriteTranslationAsync(arguments, workspace, found.Value, buffer, cancellationToken);
        await arguments.RefuseAsync(ExitCode.Done, warnings);
        await SaveAsync(arguments, buffer, name, cancellationToken);

        return ExitCode.Done;
    }

    private async Task<(string Name, ImmutableArray<Problem> Warnings)> WriteBilingualAsync(
        ParseResult arguments, Workspace workspace, Document document, IBilingualFormat format, Stream output, CancellationToken cancellationToken)
    {
        var options = new BilingualOptions
        {
            States = States(arguments),
            WithNotes = !arguments.GetValue(_noNotes),
            WithGlossary = !arguments.GetValue(_noGlossary),
            WithUnverified = arguments.GetValue(_unverified),
            Translator = arguments.GetValue(_translator),
            InterfaceLanguage = Language(arguments),
        };
        using var glossaries = await GlossaryIndex.OpenAsync(workspace.Store, cancellationToken);
        var project = (await workspace.Store.FindAsync(document.ProjectId, cancellationToken))!;
        var terms = glossaries.RecognizerFor(project.SourceLanguage, project.Glossaries.AsSpan());
        var collected = await new ExportBilingual(workspace.Store, TimeProvider.System)
            .RunAsync(document.Id, options, terms, workspace.Actor, cancellationToken);
        await format.WriteAsync(collected, options, output, cancellationToken);

        return (ExportFileName.Of(collected, format.Extension), []);
    }

    private async Task<(string Name, ImmutableArray<Problem> Warnings)> WriteTranslationAsync(
        ParseResult arguments, Workspace workspace, Document document, Stream output, CancellationToken cancellationToken)
    {
        var options = new TranslationOptions
        {
            States = States(arguments),
            Untranslated = arguments.GetValue(_untranslated),
            Statement = arguments.GetValue(_statement),
            Encoding = arguments.GetValue(_encoding) ?? "",
            Translator = arguments.GetValue(_translator),
            InterfaceLanguage = Language(arguments),
        };
        var export = new ExportDocument(workspace.Store, workspace.Blobs, FormatCatalog.Documents, TimeProvider.System);
        var translated = await export.CollectAsync(document.Id, options, workspace.Actor, cancellationToken);

        return (ExportFileName.Of(translated), await export.WriteAsync(translated, output, cancellationToken));
    }

    private async Task SaveAsync(ParseResult arguments, MemoryStream content, string name, CancellationToken cancellationToken)
    {
        var output = arguments.GetValue(_output);
        if (output == "-")
        {
            await using var standard = Console.OpenStandardOutput();
            await standard.WriteAsync(content.ToArray(), cancellationToken);
            return;
        }

        var path = string.IsNullOrEmpty(output) ? name : Directory.Exists(output) ? Path.Combine(output, name) : output;
        await File.WriteAllBytesAsync(path, content.ToArray(), cancellationToken);
        await arguments.WriteAsync(path);
    }

    private ImmutableArray<ShownState> States(ParseResult arguments) => arguments.GetValue(_states) is { } list
        ? StateNames.ParseList(list).States
        : [.. Enum.GetValues<ShownState>()];

    private string Language(ParseResult arguments) =>
        arguments.GetValue(_language) is { Length: > 0 } language ? language : CultureInfo.CurrentUICulture.Name is { Length: > 0 } own ? own : "en";
}
