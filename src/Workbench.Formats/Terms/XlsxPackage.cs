using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Workbench.Formats.Xml;

namespace Workbench.Formats.Terms;

/// <summary>
/// An Excel workbook as the zip of XML parts that it is (ECMA-376 part 2), opened without trust: no part and no sum of parts larger than a bound, no DTD,
/// relationships that lead nowhere are nothing. Both namespaces of the standard are understood, as only local names are looked at.
/// </summary>
internal sealed class XlsxPackage(Stream input) : IDisposable
{
    /// <summary>What one part may unpack to, in bytes.</summary>
    public const long MaxPartSize = 200L * InputBytes.Megabyte;

    /// <summary>What all that is read may unpack to, in bytes: a part that is named a thousand times is read a thousand times.</summary>
    public const long MaxSize = 2 * MaxPartSize;

    /// <summary>What a part may unpack to that is kept as a tree, in bytes.</summary>
    private const long MaxTreeSize = 8L * InputBytes.Megabyte;

    private const int MaxParts = 10_000;

    private readonly ZipArchive _zip = Open(input);
    private long _left = MaxSize;

    public void Dispose() => _zip.Dispose();

    /// <summary>The path of the workbook; null when the package has none.</summary>
    public string? Workbook => Targets("").FirstOrDefault(target => target.Type == "officeDocument").Path;

    /// <summary>The parts that one part names, by the id it calls them.</summary>
    /// <param name="part">The path of a part; empty for the package.</param>
    public IEnumerable<(string Id, string Type, string Path)> Targets(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        if (Load($"{folder}_rels/{part[folder.Length..]}.rels") is not { } relations)
        {
            return [];
        }

        return relations.Elements().Where(relation => (string?)relation.Attribute("TargetMode") != "External").Select(relation => (
            (string?)relation.Attribute("Id") ?? "",
            ((string?)relation.Attribute("Type") ?? "").Split('/')[^1],
            Resolve(folder, (string?)relation.Attribute("Target") ?? "")));
    }

    /// <returns>Null when there is no such part.</returns>
    /// <exception cref="XmlException">It is damaged, or a bound was passed.</exception>
    public XElement? Load(string part)
    {
        using var reader = Read(part, MaxTreeSize);
        if (reader is null)
        {
            return null;
        }

        reader.MoveToContent();

        return (XElement)XNode.ReadFrom(reader);
    }

    /// <inheritdoc cref="Load"/>
    public XmlReader? Read(string part) => Read(part, MaxPartSize);

    private XmlReader? Read(string part, long limit)
    {
        if (_zip.GetEntry(part) is not { } entry)
        {
            return null;
        }

        return entry.Length > limit
            ? throw new InvalidDataException($"The part {part} unpacks to {entry.Length} bytes.")
            : SafeXml.CreateReader(new BoundedStream(entry.Open(), limit, Spend));
    }

    private void Spend(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new InvalidDataException($"The package unpacks to more than {MaxSize} bytes.");
        }
    }

    private static ZipArchive Open(Stream input)
    {
        var zip = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);

        return zip.Entries.Count <= MaxParts ? zip : throw new InvalidDataException($"The package has {zip.Entries.Count} parts.");
    }

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target[1..] : folder + target).Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}

/// <summary>Reads on until a bound is passed: what a zip says of its sizes need not be true.</summary>
internal sealed class BoundedStream(Stream inner, long limit, Action<int> spend) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        _read += read;
        spend(read);

        return _read <= limit ? read : throw new InvalidDataException($"A part unpacks to more than {limit} bytes.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
