using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Work;
using Workbench.Formats;
using Workbench.Formats.Srx;
using Workbench.Web.Session;

namespace Workbench.Web.Import;

/// <param name="Project">Null while nothing is imported.</param>
/// <param name="Selected">The number of the file that is shown; 0 for none.</param>
/// <param name="Notice">What is to be said of all files; null for nothing.</param>
public sealed record ImportState(Project? Project, ImmutableArray<ImportFile> Files, int Selected, Problem? Notice)
{
    public static readonly ImportState None = new(Project: null, [], Selected: 0, Notice: null);

    public ImportFile? Shown => Files.FirstOrDefault(file => file.Number == Selected);

    public bool IsMoving => Files.Any(file => file.IsMoving);

    public bool IsKeeping => Files.Any(file => file.Stage == ImportStage.Keeping);

    public int Count(ImportStage stage) => Files.Count(file => file.Stage == stage);
}

/// <summary>
/// An import from the choice of files to the documents: reads each as it comes, shows what would be kept, and keeps what the person
/// wants. A refused file stops no other. Whatever is cancelled leaves nothing behind.
/// </summary>
public sealed class ImportModel(IWorkspaceStore store, IBlobStore blobs, CurrentActor actor, TimeProvider clock) : IDisposable
{
    /// <summary>Bytes of the largest file.</summary>
    public const int MaxFileBytes = 50 * Megabyte;

    /// <summary>Bytes of all files of one import: they are in memory until they are kept.</summary>
    public const int MaxBytes = 200 * Megabyte;

    public const int MaxFiles = 100;

    private const int Megabyte = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private CancellationTokenSource _cancelling = new();
    private int _lastNumber;

    public event Action? Changed;

    public ImportState State { get; private set; } = ImportState.None;

    public void Begin(Project project)
    {
        Stop();
        Show(_ => ImportState.None with { Project = project });
    }

    /// <summary>Cancels whatever is under way. Documents that are there already stay.</summary>
    public void End()
    {
        Stop();
        Show(_ => ImportState.None);
    }

    public void Select(int number) => Show(state => state with { Selected = number });

    public void Remove(int number) => Show(state =>
    {
        var left = state.Files.RemoveAll(file => file.Number == number);

        return state with { Files = left, Selected = state.Selected == number ? left.LastOrDefault()?.Number ?? 0 : state.Selected };
    });

    /// <summary>Takes over files and reads them, one after the other. Returns when all are read or refused.</summary>
    public async Task AddAsync(IReadOnlyCollection<IncomingFile> incoming)
    {
        if (FindNotice(incoming) is { } notice)
        {
            Show(state => state with { Notice = notice });
            return;
        }

        var cancelled = _cancelling.Token;
        var added = incoming.Select(file => (File: file, Number: ++_lastNumber)).ToList();
        Show(state => state with
        {
            Files = [.. state.Files, .. added.Select(one => new ImportFile { Number = one.Number, Name = one.File.Name, Size = one.File.Size })],
            Selected = added[0].Number,
            Notice = null,
        });
        foreach (var (file, number) in added)
        {
            await UnlessCancelledAsync(() => TakeAsync(number, file, cancelled), cancelled);
        }
    }

    /// <summary>Reads a file anew in the encoding that a person chose.</summary>
    public Task ChooseEncodingAsync(int number, string encoding) =>
        UnlessCancelledAsync(() => ReadAsync(number, encoding, _cancelling.Token), _cancelling.Token);

    /// <summary>Keeps every file that is ready.</summary>
    /// <returns>The documents that are there now.</returns>
    public async Task<ImmutableArray<Document>> KeepAsync()
    {
        var kept = ImmutableArray.CreateBuilder<Document>();
        var cancelled = _cancelling.Token;
        foreach (var file in State.Files.Where(file => file.Stage == ImportStage.Ready))
        {
            await UnlessCancelledAsync(() => KeepAsync(file.Number, kept, cancelled), cancelled);
        }

        return kept.ToImmutable();
    }

    public void TakeSharedPublication(int number)
    {
        var from = State.Files.First(file => file.Number == number);
        foreach (var file in State.Files.Where(file => file.Number != number))
        {
            file.Publication.TakeShared(from.Publication);
        }
    }

    public void Dispose()
    {
        Stop();
        _oneAtATime.Dispose();
    }

    private Problem? FindNotice(IReadOnlyCollection<IncomingFile> incoming)
    {
        if (incoming.Count == 0 || State.Files.Length + incoming.Count > MaxFiles)
        {
            return new Problem("import-too-many", ("limit", MaxFiles));
        }

        var all = State.Files.Sum(file => file.IsComing ? file.Size : file.Bytes.Length) + incoming.Where(file => file.Size <= MaxFileBytes).Sum(file => file.Size);

        return all > MaxBytes ? new Problem("import-too-much", ("limit", MaxBytes / Megabyte)) : null;
    }

    private async Task TakeAsync(int number, IncomingFile file, CancellationToken cancelled)
    {
        if (file.Size > MaxFileBytes)
        {
            Update(number, one => one.Refuse(new Problem("file-too-large", ("limit", MaxFileBytes / Megabyte)).At(new Place(0, 0, file.Name))));
            return;
        }

        try
        {
            var bytes = await UploadAsync(number, file, cancelled);
            Update(number, one => one with { Bytes = bytes });
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or Microsoft.JSInterop.JSException)
        {
            Update(number, one => one.Refuse(new Problem("import-unreadable").At(new Place(0, 0, file.Name))));
            return;
        }

        await ReadAsync(number, encoding: "", cancelled);
    }

    private async Task<ReadOnlyMemory<byte>> UploadAsync(int number, IncomingFile file, CancellationToken cancelled)
    {
        Update(number, one => one with { Stage = ImportStage.Uploading });
        var bytes = new byte[file.Size];
        var length = 0;
        await using var stream = file.Open(cancelled);
        for (int read; length < bytes.Length && (read = await stream.ReadAsync(bytes.AsMemory(length), cancelled)) > 0;)
        {
            length += read;
            Move(number, (int)(length * 100L / bytes.Length));
        }

        return bytes.AsMemory(0, length);
    }

    /// <summary>On another thread: cutting a large text takes seconds, in which the page must answer.</summary>
    private async Task ReadAsync(int number, string encoding, CancellationToken cancelled)
    {
        if (State.Files.FirstOrDefault(file => file.Number == number) is not { } file || State.Project is not { } project)
        {
            return;
        }

        Update(number, one => one with { Stage = ImportStage.Reading, Percent = 0 });
        var read = await Task.Run(() => PreviewAsync(project, file, encoding, cancelled), cancelled);
        Update(number, one => read.Succeeded ? Shown(one, read.Value) : one.Refuse(read.Problems.AsSpan()));
    }

    private async Task<Result<ImportPreview>> PreviewAsync(Project project, ImportFile file, string encoding, CancellationToken cancelled)
    {
        if (FormatCatalog.DocumentFor(file.Name, file.Bytes.Span) is not { } format)
        {
            return Result.Failure<ImportPreview>(new Problem("format-unknown", ("file", file.Name)));
        }

        var options = new ReadOptions { FileName = file.Name, Encoding = encoding };

        var import = new ImportDocument(store, blobs, clock) { Cutting = new Told(percent => Move(file.Number, percent)) };

        return await import.PreviewAsync(
            project, format, file.Bytes, options, new Publication(), WorkbenchRules.SegmenterFor(project.SourceLanguage), cancelled);
    }

    /// <summary>A text that begins with a heading proposes it as its title.</summary>
    private static ImportFile Shown(ImportFile file, ImportPreview preview)
    {
        if (file.Publication.Title.Length == 0 && preview.Segments is [{ IsHeading: true } heading, ..])
        {
            file.Publication.Title = heading.Source.Text;
        }

        return file with
        {
            Stage = preview.AsksForEncoding ? ImportStage.Asks : ImportStage.Ready,
            Preview = preview,
            Problems = [],
        };
    }

    private async Task KeepAsync(int number, ImmutableArray<Document>.Builder kept, CancellationToken cancelled)
    {
        if (State.Files.FirstOrDefault(file => file.Number == number) is not { Stage: ImportStage.Ready, Preview: { } shown } file)
        {
            return;
        }

        Update(number, one => one with { Stage = ImportStage.Keeping, Percent = 0 });
        var preview = shown with { Document = shown.Document with { Publication = file.Publication.ToPublication(), ImportedAt = clock.GetUtcNow() } };
        var all = Math.Max(1, preview.Units.Length + preview.Segments.Length);
        try
        {
            var result = await Task.Run(
                () => new ImportDocument(store, blobs, clock).KeepAsync(preview, actor.Id, new Told(stored => Move(number, (int)(stored * 100L / all))), cancelled).AsTask(),
                cancelled);
            Update(number, one => result.ProblemOf("document-changed") is { } problem
                ? one.Refuse(problem)
                : one with { Stage = ImportStage.Kept, Percent = 100, Bytes = default });
            if (result.IsDurable)
            {
                kept.Add(preview.Document);
            }
        }
        catch (IOException)
        {
            Update(number, one => one.Refuse(new Problem("store-unavailable")));
        }
    }

    /// <summary>One thing after another, and nothing more once the import is cancelled.</summary>
    private async Task UnlessCancelledAsync(Func<Task> act, CancellationToken cancelled)
    {
        try
        {
            await _oneAtATime.WaitAsync(cancelled);
            try
            {
                await act();
            }
            finally
            {
                _oneAtATime.Release();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The person has cancelled, or has left the page.
        }
    }

    /// <summary>A bar that moves by a percent is drawn; anything finer is not.</summary>
    private void Move(int number, int percent)
    {
        if (State.Files.FirstOrDefault(file => file.Number == number) is { } file && file.Percent != percent)
        {
            Update(number, one => one with { Percent = percent });
        }
    }

    private void Update(int number, Func<ImportFile, ImportFile> change) => Show(state => state with
    {
        Files = [.. state.Files.Select(file => file.Number == number ? change(file) : file)],
    });

    /// <summary>Progress comes from other threads than what a person does.</summary>
    private void Show(Func<ImportState, ImportState> change)
    {
        lock (_lock)
        {
            State = change(State);
        }

        Changed?.Invoke();
    }

    private void Stop()
    {
        _cancelling.Cancel();
        _cancelling.Dispose();
        _cancelling = new CancellationTokenSource();
    }

    private sealed class Told(Action<int> act) : IProgress<int>
    {
        public void Report(int value) => act(value);
    }
}
