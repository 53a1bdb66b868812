namespace Workbench.Storage.Lite;

/// <summary>
/// LiteDB's write-ahead log. LiteDB's commit returns when a queue of its own has the pages, hides what goes wrong there, and
/// flushes once a page. This stream watches instead: a page whose byte 18 is set ends a transaction, a failed write is
/// remembered, and a flush does nothing, so that the writer can wait for the one page and sync once.
/// </summary>
/// <remarks>
/// In the file each page is followed by its <see cref="PageSeal"/>. A power cut may leave the confirming page of a transaction
/// without an earlier one; LiteDB would take it for whole.
/// </remarks>
internal sealed class LogStream(string path, IoFaults? faults) : PageStream(path, faults)
{
    /// <summary>Where a page of LiteDB 5.0 says that it ends its transaction (<c>IsConfirmed</c>).</summary>
    public const int ConfirmedByte = 18;

    /// <summary>What a page takes in the file.</summary>
    public const int StoredPageSize = PageSize + PageSeal.Size;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _changed = new();
    private readonly byte[] _stored = new byte[StoredPageSize];
    private long _confirmed;
    private Exception? _failure;

    /// <summary>In pages as LiteDB knows them; one that was not written to its end does not count.</summary>
    public override long Length => StoredLength / StoredPageSize * PageSize;

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

    public override void SetLength(long value) => StoredLength = value / PageSize * StoredPageSize;

    /// <summary>Cuts the log at its first page that is not as it was written. Nothing acknowledged lies behind one: see <see cref="PageSeal"/>.</summary>
    /// <returns>How many pages were cut off.</returns>
    public long CutAtFirstBrokenPage()
    {
        var pages = Length / PageSize;
        for (var index = 0L; index < pages; index++)
        {
            ReadStored(_stored, index * StoredPageSize);
            if (!PageSeal.Fits(_stored, index))
            {
                SetLength(index * PageSize);
                return pages - index;
            }
        }

        SetLength(pages * PageSize);
        return 0;
    }

    /// <exception cref="InvalidDataException">A page is not as it was written.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var total = 0;
        for (; total + PageSize <= count && Position < Length; total += PageSize)
        {
            var index = PageAt(Position);
            ReadStored(_stored, index * StoredPageSize);
            if (!PageSeal.Fits(_stored, index))
            {
                throw new InvalidDataException($"Page {index} of the log is broken.");
            }

            _stored.AsSpan(0, PageSize).CopyTo(buffer.AsSpan(offset + total));
            Position += PageSize;
        }

        return total;
    }

    /// <summary>
    /// A failure is kept from LiteDB, whose transaction would throw again when it is collected and take the process with it. It
    /// is told to the one who waits, and nothing is written behind it.
    /// </summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        for (var written = 0; written < count; written += PageSize)
        {
            if (!HasFailed)
            {
                WritePage(buffer.AsSpan(offset + written, PageSize), PageAt(Position));
            }

            Position += PageSize;
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

    private void WritePage(ReadOnlySpan<byte> page, long index)
    {
        try
        {
            page.CopyTo(_stored);
            PageSeal.Write(_stored, index);
            WriteStored(_stored, index * StoredPageSize);
            if (page[ConfirmedByte] != 0)
            {
                lock (_lock)
                {
                    _confirmed++;
                }

                _changed.Set();
            }
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown on at WaitForTransaction.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            lock (_lock)
            {
                _failure = failure;
            }

            _changed.Set();
        }
    }

    private static long PageAt(long position) => position % PageSize == 0
        ? position / PageSize
        : throw new NotSupportedException($"LiteDB reads and writes the log in pages; {position} is inside of one.");
}
