using System.Globalization;
using System.Text;
using Workbench.Core.Storage;

namespace Workbench.Torture;

/// <summary>What one writer was told: this text of this segment is in the store, with this version.</summary>
/// <param name="Count">How often the writer has written the segment, from 1; its text says it too.</param>
public sealed record Acknowledgement(string Segment, int Count, EntityVersion Version)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Segment} {Count} {Version.Epoch} {Version.Sequence}");

    /// <summary>Null for a line that the kill cut short.</summary>
    public static Acknowledgement? Read(string line) => line.Split(' ') is [var segment, var count, var epoch, var sequence, "."]
        ? new Acknowledgement(
            segment,
            int.Parse(count, CultureInfo.InvariantCulture),
            new EntityVersion(int.Parse(epoch, CultureInfo.InvariantCulture), long.Parse(sequence, CultureInfo.InvariantCulture)))
        : null;
}

/// <summary>Writes acknowledgements into a pipe at once: what is in the pipe outlives the process.</summary>
public sealed class AcknowledgementWriter(Stream output)
{
    private readonly Lock _lock = new();

    public void Write(Acknowledgement acknowledgement)
    {
        var line = Encoding.ASCII.GetBytes(acknowledgement + " .\n");
        lock (_lock)
        {
            output.Write(line);
            output.Flush();
        }
    }
}
