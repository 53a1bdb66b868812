using System.Collections.Immutable;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Work.Glossaries;
using Workbench.Formats;
using Workbench.Web.Session;

namespace Workbench.Web.Glossary.Exchange;

/// <summary>Takes a file of terms in: read, looked at, chosen, written, perhaps taken back.</summary>
public sealed class TermImportModel(IWorkspaceStore store, ImportTerms import, UndoTermBulk undo, CurrentActor actor)
{
    /// <summary>How many rows are written between two redraws.</summary>
    private const int ProgressStep = 50;

    private ReadTerms? _read;

    public event Action? Changed;

    public TermImportState State { get; private set; } = TermImportState.Empty;

    public static string Extensions => string.Join(',', FormatCatalog.Terms.SelectMany(format => format.Extensions));

    /// <param name="bulk">An import of before that can still be taken back, from the address.</param>
    public async Task OpenAsync(TermBulk? bulk, CancellationToken cancellationToken)
    {
        var glossaries = (await store.ListAsync<Core.Terminology.Glossary>(cancellationToken)).OrderBy(glossary => glossary.Name, StringComparer.Ordinal).ToImmutableArray();
        Set(State with
        {
            Glossaries = glossaries,
            Target = glossaries.FirstOrDefault()?.Id,
            Result = bulk is null ? State.Result : State.Result ?? new ImportTermsResult(0, 0, 0, bulk),
        });
    }

    /// <summary>Reads the file and shows what it would change.</summary>
    public async Task ReadAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        _read = null;
        Clear();
        Set(State with { FileName = fileName, IsReading = true });
        var read = FormatOf(fileName) is { } format
            ? await format.ReadAsync(content, new ReadOptions { FileName = fileName }, cancellationToken)
            : Result.Failure<ReadTerms>(new Problem("format-unknown", ("file", fileName)).At(new Place(0, 0, fileName)));
        _read = read.Succeeded ? read.Value : null;
        Set(State with { IsReading = false, Problems = read.Problems });
        await PreviewAsync(cancellationToken);
    }

    /// <summary>Shows why a file is not even read.</summary>
    public void Refuse(string fileName, Problem problem)
    {
        _read = null;
        Clear();
        Set(State with { FileName = fileName, Problems = [problem] });
    }

    /// <param name="target">Null for a new glossary.</param>
    public Task ChooseTargetAsync(GlossaryId? target, CancellationToken cancellationToken)
    {
        Set(State with { Target = target });

        return PreviewAsync(cancellationToken);
    }

    public void Name(string name) => Set(State with { NewName = name });

    public void Show(ImportKind kind) => Set(State with { Shown = kind });

    public void Choose(ImportRow row, ImportChoice choice) => Set(State with { Choices = State.Choices.SetItem(row.Index, choice) });

    public void ChooseAll(Func<ImportRow, ImportChoice> choose) =>
        Set(State with { Choices = State.Preview!.Rows.ToImmutableDictionary(row => row.Index, choose) });

    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (State.Preview is not { } preview || State.Done is not null)
        {
            return;
        }

        Set(State with { Done = 0 });
        var named = preview with { Glossary = preview.Glossary with { Name = GlossaryName() } };
        var progress = new Told(done =>
        {
            if (done % ProgressStep == 0)
            {
                Set(State with { Done = done });
            }
        });
        var result = await import.KeepAsync(actor.Id, named, State.Choices, progress, cancellationToken);
        _read = null;
        Set(State with { Done = null, Result = result, Preview = null, Problems = result.Problem is { } problem ? [problem] : [] });
    }

    public async Task UndoAsync(CancellationToken cancellationToken)
    {
        if (State is { Done: null, Undone: null, Result.Bulk: { } bulk })
        {
            Set(State with { Done = 0 });
            var undone = await undo.RunAsync(actor.Id, bulk, cancellationToken);
            Set(State with { Done = null, Undone = undone, Problems = undone.Problem is { } problem ? [problem] : [] });
        }
    }

    private void Clear() => Set(TermImportState.Empty with { Glossaries = State.Glossaries, Target = State.Target, NewName = State.NewName });

    private static ITermFormat? FormatOf(string fileName) =>
        FormatCatalog.Terms.FirstOrDefault(format => format.Extensions.Contains(Path.GetExtension(fileName).ToLowerInvariant(), StringComparer.Ordinal));

    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        if (_read is not { } read)
        {
            return;
        }

        var glossary = State.Glossaries.FirstOrDefault(known => known.Id == State.Target)
            ?? new Core.Terminology.Glossary { Id = GlossaryId.New(), Name = GlossaryName() };
        var preview = await import.PreviewAsync(glossary, read, cancellationToken);
        Set(State with
        {
            Preview = preview,
            Choices = preview.Rows.ToImmutableDictionary(row => row.Index, ImportChoice.Unasked),
            Shown = Enum.GetValues<ImportKind>().FirstOrDefault(kind => kind != ImportKind.Same && preview.Count(kind) > 0, ImportKind.Same),
        });
    }

    private string GlossaryName() => State.Glossaries.FirstOrDefault(known => known.Id == State.Target)?.Name
        ?? (State.NewName.Trim() is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(State.FileName));

    private void Set(TermImportState state)
    {
        State = state;
        Changed?.Invoke();
    }

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
