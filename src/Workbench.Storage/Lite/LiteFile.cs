using LiteDB;
using LiteDB.Engine;
using Workbench.Core.Storage;

namespace Workbench.Storage.Lite;

/// <summary>LiteDB on our own streams: what makes a commit of LiteDB 5.0.20 durable.</summary>
internal sealed class LiteFile : IDisposable
{
    private readonly PageStream _data;
    private readonly LogStream _log;
    private long _durableLength;

    private LiteFile(PageStream data, LogStream log, LiteDatabase database)
    {
        (_data, _log, Database) = (data, log, database);
    }

    public LiteDatabase Database { get; }

    /// <summary>How much waits in the log for <see cref="Checkpoint"/>, in bytes.</summary>
    public long LogLength => _log.Length;

    /// <exception cref="WorkspaceInUseException">It is open already.</exception>
    /// <exception cref="WorkspaceDamagedException">The file is no database, or a broken one.</exception>
    public static LiteFile Open(DataFolder folder, IoFaults? faults)
    {
        PageStream? data = null;
        LogStream? log = null;
        LiteDatabase? database = null;
        try
        {
            data = new PageStream(folder.Database, faults);
            log = new LogStream(folder.DatabaseLog, faults);
            ForgetUnfinishedBirth(data, log);
            log.CutAtFirstBrokenPage();
            log.Sync(); // What LiteDB is about to believe must not be lost later.
            database = OpenDatabase(data, log);
            var file = new LiteFile(data, log, database);
            file.Settle();
            FolderSync.Sync(folder.Path);
            return file;
        }
        catch (IOException taken) when (FolderLock.IsTaken(taken))
        {
            Close();
            throw new WorkspaceInUseException(folder.Path, taken);
        }
        catch (Exception damage) when (damage is LiteException or InvalidCastException or ArgumentException)
        {
            Close();
            throw new WorkspaceDamagedException(Path.GetFileName(folder.Database), damage);
        }
        catch
        {
            Close();
            throw;
        }

        void Close()
        {
            if (database is not null)
            {
                Quietly(database.Dispose);
            }

            log?.Dispose();
            data?.Dispose();
        }
    }

    /// <summary>Ends the transaction of this thread. It is on the disk when this returns.</summary>
    /// <exception cref="IOException">It may not be.</exception>
    public void Commit()
    {
        var before = _log.Confirmed;
        Database.Commit();
        _log.WaitForTransaction(before);
        _log.Sync();
        _durableLength = _log.Length;
    }

    /// <summary>Moves the log into the data file. The log is synced before and cut after, so one of the two is always whole.</summary>
    public void Checkpoint()
    {
        _log.Sync();
        if (_log.Length > 0)
        {
            Database.Checkpoint();
            _data.Sync();
            _log.Sync();
        }

        _durableLength = _log.Length;
    }

    /// <summary>Closes after a failure: what was not synced is cut off, so that the next opening finds what was acknowledged.</summary>
    public void Abandon()
    {
        CloseQuietly();
        try
        {
            if (_log.Length > _durableLength)
            {
                _log.SetLength(_durableLength);
                _log.Sync();
            }
        }
        catch (IOException)
        {
            // The tail stays. It holds what was never acknowledged, whole or not at all.
        }
        finally
        {
            CloseStreams();
        }
    }

    public void Dispose()
    {
        CloseQuietly();
        CloseStreams();
    }

    private static LiteDatabase OpenDatabase(PageStream data, LogStream log)
    {
        var engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = log, Collation = Collation.Binary });
        var database = new LiteDatabase(engine, new BsonMapper { TrimWhitespace = false, EmptyStringToNull = false });
        return database;
    }

    private void Settle()
    {
        if (Database.CheckpointSize != 0)
        {
            var before = _log.Confirmed;
            Database.CheckpointSize = 0; // Checkpoints are ours.
            _log.WaitForTransaction(before);
        }

        Checkpoint();
    }

    /// <summary>A file that is shorter than its first page was being made when the machine stopped: nothing is in it.</summary>
    private static void ForgetUnfinishedBirth(PageStream data, LogStream log)
    {
        if (data.Length is > 0 and < PageStream.PageSize && log.Length == 0)
        {
            data.SetLength(0);
        }
    }

    private void CloseQuietly()
    {
        Quietly(() => Database.Rollback()); // An open transaction of this thread, if there is one, lets go of its pages.
        Quietly(Database.Dispose);
    }

    /// <summary>An engine that has failed may fail again when it is let go. What counts is on the disk.</summary>
    private static void Quietly(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is LiteException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It was told when it failed first.
        }
    }

    private void CloseStreams()
    {
        _log.Dispose();
        _data.Dispose();
    }
}
