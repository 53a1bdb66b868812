using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Workbench.Core.Problems;

namespace Workbench.Formats.Xml;

/// <summary>
/// Writes XML to a stream that may only be written to asynchronously, piece by piece. Line ends of the text survive (U+000D is
/// written as a reference), and what XML cannot carry becomes U+FFFD and is counted.
/// </summary>
internal sealed class XmlOutput : IAsyncDisposable
{
    private const int PieceSize = 64 * 1024;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private readonly MemoryStream _piece = new();
    private readonly Stream _output;
    private int _replaced;

    public XmlOutput(Stream output)
    {
        _output = output;
        Writer = XmlWriter.Create(_piece, Settings);
    }

    public XmlWriter Writer { get; }

    /// <summary>What the person should be told: at most that characters were replaced.</summary>
    public ImmutableArray<Problem> Problems =>
        _replaced == 0 ? [] : [new Problem("characters-replaced", ("count", _replaced)).AsWarning()];

    /// <summary>The text as XML can carry it.</summary>
    public string Clean(string text)
    {
        var (clean, replaced) = XmlCharacters.Clean(text);
        _replaced += replaced;

        return clean;
    }

    public void Text(string text) => Writer.WriteString(Clean(text));

    public void Attribute(string name, string value) => Writer.WriteAttributeString(name, Clean(value));

    /// <summary>An attribute that is left out when it is empty.</summary>
    public void OptionalAttribute(string name, string value)
    {
        if (value.Length > 0)
        {
            Attribute(name, value);
        }
    }

    /// <summary>Hands on what has been written once it is worth it; called between elements.</summary>
    public async ValueTask PassOnAsync(CancellationToken cancellationToken)
    {
        if (_piece.Length >= PieceSize)
        {
            await SendAsync(cancellationToken);
        }
    }

    public async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        Writer.WriteEndDocument();
        Writer.Flush();
        _piece.Write("\n"u8);
        await SendAsync(cancellationToken);
        await _output.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Writer.Dispose();
        await _piece.DisposeAsync();
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        Writer.Flush();
        await _output.WriteAsync(_piece.GetBuffer().AsMemory(0, (int)_piece.Length), cancellationToken);
        _piece.SetLength(0);
    }
}
