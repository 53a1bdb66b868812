using Workbench.Core.Storage;

namespace Workbench.Web.Editor;

/// <summary>The documents that pages show now: all pages of one document share its read model, and the last one to leave closes it.</summary>
public sealed class OpenDocuments(IWorkspaceStore store) : IDisposable
{
    private readonly Dictionary<DocumentId, Shared> _open = [];
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <returns>Null when there is no such document. Each one that is given has to be given back with <see cref="ReleaseAsync"/>.</returns>
    public async ValueTask<OpenDocument?> AcquireAsync(DocumentId id, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_open.TryGetValue(id, out var shared))
            {
                if (await OpenDocument.OpenAsync(store, id, cancellationToken) is not { } opened)
                {
                    return null;
                }

                _open[id] = shared = new Shared(opened);
            }

            shared.Users++;

            return shared.Document;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask ReleaseAsync(DocumentId id)
    {
        await _gate.WaitAsync();
        try
        {
            if (_open.TryGetValue(id, out var shared) && --shared.Users == 0)
            {
                shared.Document.Dispose();
                _open.Remove(id);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Shared(OpenDocument document)
    {
        public OpenDocument Document { get; } = document;

        public int Users { get; set; }
    }
}
