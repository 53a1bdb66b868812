namespace Workbench.Web.Session;

/// <summary>As long as a page is looked at. Its token stays good after that, cancelled, where the one of a disposed source throws.</summary>
internal sealed class PageLife : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public PageLife() => Gone = _source.Token;

    /// <summary>Cancelled when the page is left.</summary>
    public CancellationToken Gone { get; }

    public void Dispose()
    {
        _source.Cancel();
        _source.Dispose();
    }
}
