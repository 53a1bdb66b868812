using System.CommandLine;
using System.Globalization;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Core.Work.Projects;
using Workbench.Formats;
using Workbench.Formats.Srx;
using Workbench.Storage;

namespace Workbench.Cli;

/// <summary>
/// <c>workbench import FILE… --project NAME --from TAG --to TAG</c>: texts into a project, which is made where there is none of
/// this name. Each file is taken or refused by itself.
/// </summary>
internal sealed class ImportCommand : WorkspaceCommand
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "The texts.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _project = new("--project") { Description = "The project's name; it is made where there is none.", Required = true };
    private readonly Option<string> _from = new("--from") { Description = "The language of the texts, as a BCP 47 tag: en, ko-KP …", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "The language that they are translated into.", Required = true };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "The encoding of the texts, as IANA names it. Without it, it is found." };
    private readonly Option<bool> _json = new("--json") { Description = "As JSON." };

    public ImportCommand()
        : base("import", "Take texts into a project and cut them into segments.")
    {
        Add(_files.WithoutOptions());
        Add(_project);
        Add(_from);
        Add(_to);
        Add(_encoding);
        Add(_json);
    }

    protected override bool MakesWorkspace => true;

    protected override Problem? Check(ParseResult arguments) => ((string?[])[arguments.GetValue(_from), arguments.GetValue(_to)])
        .Where(tag => !LanguageTag.TryParse(tag, out _))
        .Select(tag => new Problem("language-tag", ("tag", tag ?? "")))
        .FirstOrDefault();

    protected override async Task<int> RunAsync(ParseResult arguments, Workspace workspace, CancellationToken cancellationToken)
    {
        var project = await ProjectAsync(arguments, workspace, cancellationToken);
        if (!project.Succeeded)
        {
            return await arguments.RefuseAsync(ExitCode.Refused, project.Problems);
        }

        var exitCode = ExitCode.Done;
        var imported = new List<ImportedDocument>();
        foreach (var file in arguments.GetValue(_files)!)
        {
            var result = await ImportAsync(arguments, workspace, project.Value, file, cancellationToken);
            await arguments.RefuseAsync(ExitCode.Refused, result.Problems);
            if (result.Succeeded)
            {
                imported.Add(result.Value);
            }
            else
            {
                exitCode = ExitCode.Refused;
            }
        }

        await WriteAsync(arguments, imported);

        return exitCode;
    }

    private async ValueTask<Result<Project>> ProjectAsync(ParseResult arguments, Workspace workspace, CancellationToken cancellationToken)
    {
        var (from, to) = (LanguageTag.Of(arguments.GetValue(_from)!), LanguageTag.Of(arguments.GetValue(_to)!));
        var name = arguments.GetValue(_project)!;
        if (await new Shelf(workspace.Store).FindProjectAsync(name, cancellationToken) is not { } project)
        {
            await StarterGlossaryFiles.SeedAsync(workspace, cancellationToken);
            return await new CreateProject(workspace.Store, TimeProvider.System).RunAsync(
                CommandId.New(), workspace.Actor, new NewProject(name, from, to, WordingPolicy.Official), cancellationToken);
        }

        return project.SourceLanguage == from && project.TargetLanguage == to
            ? Result.Success(project)
            : Result.Failure<Project>(new Problem(
                "project-languages", ("name", project.Name), ("source", project.SourceLanguage.Value), ("target", project.TargetLanguage.Value)));
    }

    private async ValueTask<Result<ImportedDocument>> ImportAsync(
        ParseResult arguments, Workspace workspace, Project project, string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            return Result.Failure<ImportedDocument>(new Problem("file-missing", ("file", path)));
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        if (FormatCatalog.DocumentFor(name, bytes) is not { } format)
        {
            return Result.Failure<ImportedDocument>(new Problem("format-unknown", ("file", name)));
        }

        var import = new ImportDocument(workspace.Store, workspace.Blobs, TimeProvider.System);
        var preview = await import.PreviewAsync(
            project,
            format,
            bytes,
            new ReadOptions { FileName = name, Encoding = arguments.GetValue(_encoding) ?? "" },
            new Publication(),
            WorkbenchRules.SegmenterFor(project.SourceLanguage),
            cancellationToken);
        if (!preview.Succeeded)
        {
            return Result.Failure<ImportedDocument>(preview.Problems.AsSpan());
        }

        return await KeepAsync(arguments, import, preview.Value, workspace.Actor, cancellationToken);
    }

    private static async ValueTask<Result<ImportedDocument>> KeepAsync(
        ParseResult arguments, ImportDocument import, ImportPreview preview, ActorId actor, CancellationToken cancellationToken)
    {
        var document = preview.Document;
        using var progress = new ProgressLine(
            arguments.InvocationConfiguration.Error, document.FileName, preview.Units.Length + preview.Segments.Length);
        var warnings = document.ImportWarnings.AsEnumerable();
        if (preview.AsksForEncoding)
        {
            warnings = warnings.Append(new Problem("text-encoding-guessed", ("encoding", document.Encoding)).AsWarning().At(new Place(0, 0, document.FileName)));
        }

        return await import.KeepAsync(preview, actor, progress, cancellationToken) switch
        {
            CommitResult.Rejected rejected => Result.Failure<ImportedDocument>(rejected.Problem),
            CommitResult.Unavailable unavailable => throw new IOException(ProblemText.Of(unavailable.Problem, CultureInfo.CurrentUICulture)),
            _ => Result.Success(new ImportedDocument(document.Key, document.FileName, preview.Segments.Length), [.. warnings]),
        };
    }

    private async Task WriteAsync(ParseResult arguments, List<ImportedDocument> documents)
    {
        if (arguments.GetValue(_json))
        {
            await arguments.WriteJsonAsync(new { documents });
            return;
        }

        foreach (var document in documents)
        {
            await arguments.WriteAsync(Strings.Get(
                "Cli_Imported", CultureInfo.CurrentUICulture, ("file", document.Name), ("count", document.Segments), ("id", document.Id)));
        }
    }

    private sealed record ImportedDocument(string Id, string Name, int Segments);
}
