using Microsoft.Extensions.Logging;

namespace Workbench.Storage;

/// <summary>What the store says about itself. Numbers and failures, never a text.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "A commit failed; the database is opened again")]
    public static partial void CommitFailed(this ILogger logger, Exception failure);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "A batch of {Count} commits failed; they are tried one by one")]
    public static partial void BatchFailed(this ILogger logger, Exception failure, int count);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Error, Message = "A checkpoint failed; the log is kept")]
    public static partial void CheckpointFailed(this ILogger logger, Exception failure);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Error, Message = "A listener failed on change {Sequence}")]
    public static partial void ListenerFailed(this ILogger logger, Exception failure, long sequence);
}
