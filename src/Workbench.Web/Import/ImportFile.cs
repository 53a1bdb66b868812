using System.Collections.Immutable;
using Workbench.Core.Problems;
using Workbench.Core.Work;

namespace Workbench.Web.Import;

/// <summary>How far a file of an import has come.</summary>
public enum ImportStage
{
    Waiting,
    Uploading,

    /// <summary>It is being read and cut.</summary>
    Reading,

    /// <summary>A person should say which encoding it is in.</summary>
    Asks,
    Ready,
    Refused,
    Keeping,
    Kept,
}

/// <summary>A file as it comes from a browser.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Open">Reads it, once.</param>
public sealed record IncomingFile(string Name, long Size, Func<CancellationToken, Stream> Open);

/// <summary>One file of an import: from the moment it is chosen to the moment its document is there, or why it is not.</summary>
public sealed record ImportFile
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required long Size { get; init; }

    public ImportStage Stage { get; init; } = ImportStage.Waiting;

    /// <summary>Whole percent of what the stage has to do.</summary>
    public int Percent { get; init; }

    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Null until it is read, and when it is refused.</summary>
    public ImportPreview? Preview { get; init; }

    /// <summary>Why it is refused; empty otherwise.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>What is known of its publication, as the person fills it in.</summary>
    public PublicationForm Publication { get; init; } = new();

    public bool IsMoving => Stage is ImportStage.Waiting or ImportStage.Uploading or ImportStage.Reading or ImportStage.Keeping;

    /// <summary>Whether its bytes are not all here yet.</summary>
    public bool IsComing => Stage is ImportStage.Waiting or ImportStage.Uploading;

    internal ImportFile Refuse(params ReadOnlySpan<Problem> problems) =>
        this with { Stage = ImportStage.Refused, Preview = null, Bytes = default, Problems = [.. problems] };
}
