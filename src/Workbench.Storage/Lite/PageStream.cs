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
    private long _position;

    /// <param name="faults">Null outside tests.</param>
    public PageStream(string path, IoFaults? faults)
    {
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _faults = faults;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => RandomAccess.GetLength(_file);

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = RandomAccess.Read(_file, buffer.AsSpan(offset, count), _position);
        _position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _faults?.BeforeWrite();
        RandomAccess.Write(_file, buffer.AsSpan(offset, count), _position);
        _position += count;
    }

    public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void SetLength(long value) => RandomAccess.SetLength(_file, value);

    public override void Flush() => Sync();

    /// <summary>Returns when everything written is on the disk.</summary>
    public void Sync()
    {
        _faults?.BeforeSync();
        RandomAccess.FlushToDisk(_file);
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
