using Microsoft.Win32.SafeHandles;

namespace Workbench.Storage.Lite;

/// <summary>
/// A file as LiteDB reads and writes it: whole pages at positions. What LiteDB flushes is on the disk when the flush returns.
/// </summary>
internal class PageStream : Stream
{
    /// <summary>The size of a page of LiteDB 5.</summary>
    public const int PageSize = 8192;

    private readonly SafeFileHandle _file;
    private readonly IoFaults? _faults;

    /// <param name="faults">Null outside tests.</param>
    public PageStream(string path, IoFaults? faults)
    {
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _faults = faults;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => StoredLength;

    public override long Position { get; set; }

    /// <summary>The length of the file itself, in bytes.</summary>
    protected long StoredLength
    {
        get => RandomAccess.GetLength(_file);
        set => RandomAccess.SetLength(_file, value);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = ReadStored(buffer.AsSpan(offset, count), Position);
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        WriteStored(buffer.AsSpan(offset, count), Position);
        Position += count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void SetLength(long value) => StoredLength = value;

    public override void Flush() => Sync();

    /// <summary>Returns when everything written is on the disk.</summary>
    public void Sync()
    {
        _faults?.BeforeSync();
        RandomAccess.FlushToDisk(_file);
    }

    /// <returns>How much was there; less than asked for only at the end of the file.</returns>
    protected int ReadStored(Span<byte> buffer, long position)
    {
        var total = 0;
        while (total < buffer.Length && RandomAccess.Read(_file, buffer[total..], position + total) is > 0 and var read)
        {
            total += read;
        }

        return total;
    }

    protected void WriteStored(ReadOnlySpan<byte> buffer, long position)
    {
        _faults?.BeforeWrite();
        RandomAccess.Write(_file, buffer, position);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Lets a test make the disk fail.</summary>
internal class IoFaults
{
    public virtual void BeforeWrite()
    {
    }

    public virtual void BeforeSync()
    {
    }
}
