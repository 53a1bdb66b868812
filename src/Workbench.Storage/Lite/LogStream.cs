namespace Workbench.Storage.Lite;

/// <summary>
/// LiteDB's write-ahead log. LiteDB's commit returns when a queue of its own has the pages, hides what goes wrong there, and
/// flushes once a page. This stream watches instead: a page whose byte 18 is set ends a transaction, a failed write is
/// remembered, and a flush does nothing, so that the writer can wait for the one page and sync once.
/// </summary>
internal sealed class LogStream(string path, IoFaults? faults) : PageStream(path, faults)
{
    /// <summary>Where a page of LiteDB 5.0 says that it ends its transaction (<c>IsConfirmed</c>).</summary>
    public const int ConfirmedByte = 18;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _changed = new();
    private long _confirmed;
    private Exception? _failure;

    /// <summary>How many transactions have been written whole since the log was opened.</summary>
    public long Confirmed
    {
        get
        {
            lock (_lock)
            {
                return _confirmed;
            }
        }
    }

    private bool HasFailed
    {
        get
        {
            lock (_lock)
            {
                return _failure is not null;
            }
        }
    }

    /// <summary>
    /// A failure is kept from LiteDB, whose transaction would throw again when it is collected and take the process with it. It
    /// is told to the one who waits, and nothing is written behind it.
    /// </summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (HasFailed)
        {
            Position += count;
            return;
        }

        try
        {
            base.Write(buffer, offset, count);
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown on at WaitForTransaction.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Position += count;
            lock (_lock)
            {
                _failure = failure;
            }

            _changed.Set();
            return;
        }

        for (var page = offset; page + PageSize <= offset + count; page += PageSize)
        {
            if (buffer[page + ConfirmedByte] != 0)
            {
                lock (_lock)
                {
                    _confirmed++;
                }

                _changed.Set();
            }
        }
    }

    /// <summary>Nothing: <see cref="PageStream.Sync"/> is called once a transaction, by the one who waits for it.</summary>
    public override void Flush()
    {
    }

    /// <summary>Returns when one more transaction than <paramref name="before"/> has been written, though not yet synced.</summary>
    /// <exception cref="IOException">A write failed, or none came.</exception>
    public void WaitForTransaction(long before)
    {
        while (true)
        {
            _changed.Reset();
            lock (_lock)
            {
                if (_failure is { } failure)
                {
                    throw new IOException(failure.Message, failure) { HResult = failure.HResult };
                }

                if (_confirmed > before)
                {
                    return;
                }
            }

            if (!_changed.Wait(Patience))
            {
                throw new IOException("The database did not write its transaction.");
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _changed.Dispose();
        }

        base.Dispose(disposing);
    }
}
