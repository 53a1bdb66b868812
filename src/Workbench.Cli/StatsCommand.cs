using System.CommandLine;
using System.Globalization;
using Workbench.Core;
using Workbench.Core.Documents;
using Workbench.Core.Work;
using Workbench.Storage;

namespace Workbench.Cli;

/// <summary><c>workbench stats [DOCUMENT] [--project NAME] [--json]</c>: segments, words and characters of sources, by state.</summary>
internal sealed class StatsCommand : WorkspaceCommand
{
    private readonly Argument<string?> _document = new("DOCUMENT") { Description = "Its file name, title or id; all without it.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _project = new("--project") { Description = "Only the documents of this project." };
    private readonly Option<bool> _json = new("--json") { Description = "As JSON." };

    public StatsCommand()
        : base("stats", "Count segments, words and characters by state.")
    {
        Add(_document.WithoutOptions());
        Add(_project);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, Workspace workspace, CancellationToken cancellationToken)
    {
        var found = await new Shelf(workspace.Store).FindAsync(
            arguments.GetValue(_project), arguments.GetValue(_document), cancellationToken);
        if (!found.Succeeded)
        {
            return await arguments.RefuseAsync(ExitCode.Refused, found.Problems);
        }

        var count = new CountDocument(workspace.Store);
        var documents = new List<(Project Project, Document Document, StateCounts Counts)>();
        foreach (var (project, document) in found.Value)
        {
            documents.Add((project, document, await count.RunAsync(document.Id, cancellationToken)));
        }

        var total = documents.Aggregate(StateCounts.None, (sum, one) => sum + one.Counts);
        await (arguments.GetValue(_json)
            ? arguments.WriteJsonAsync(new
            {
                documents = documents.Select(one => new DocumentStats(
                    one.Document.Key, one.Document.FileName, one.Project.Name, one.Counts.Total, ByState(one.Counts))),
                total = new { all = total.Total, states = ByState(total) },
            })
            : WriteTableAsync(arguments, documents, total));

        return ExitCode.Done;
    }

    private static Dictionary<string, TextCount> ByState(StateCounts counts) => Enum.GetValues<ShownState>()
        .ToDictionary(StateNames.Of, state => counts[state], StringComparer.Ordinal);

    private static async Task WriteTableAsync(
        ParseResult arguments, List<(Project Project, Document Document, StateCounts Counts)> documents, StateCounts total)
    {
        foreach (var (project, document, counts) in documents)
        {
            await arguments.WriteAsync($"{project.Name} / {document.FileName}");
            await WriteTableAsync(arguments, counts);
        }

        if (documents.Count != 1)
        {
            await arguments.WriteAsync(Strings.Get("Cli_Stats_Total", CultureInfo.CurrentUICulture, ("count", documents.Count)));
            await WriteTableAsync(arguments, total);
        }
    }

    private static async Task WriteTableAsync(ParseResult arguments, StateCounts counts)
    {
        var culture = CultureInfo.CurrentUICulture;
        await arguments.WriteAsync($"  {Word("Cli_Stats_Segments"),12}{Word("Cli_Stats_Words"),12}{Word("Cli_Stats_Characters"),12}");
        foreach (var state in Enum.GetValues<ShownState>().Where(state => counts[state].Segments > 0))
        {
            await arguments.WriteAsync(Line(counts[state], Word($"State_{state}")));
        }

        await arguments.WriteAsync(Line(counts.Total, Word("Cli_Stats_All")));

        string Word(string key) => Strings.Get(key, culture);

        string Line(TextCount count, string name) =>
            string.Create(culture, $"  {count.Segments,12:N0}{count.Words,12:N0}{count.Characters,12:N0}  {name}");
    }

    private sealed record DocumentStats(string Id, string Name, string Project, TextCount All, Dictionary<string, TextCount> States);
}
