using System.Diagnostics;
using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>Ends a statement when its token asks or its time is over. SQLite asks while it works, on the statement's own thread: no other statement of the connection can be met by mistake.</summary>
internal sealed class SqliteInterruption
{
    private const int OperationsBetween = 1000;
    private readonly sqlite3 _handle;
    private readonly int _busyMilliseconds;
    private CancellationToken _token;
    private TimeSpan? _timeout;
    private long _started;

    /// <param name="handle">The connection.</param>
    /// <param name="busyMilliseconds">How long the connection waits for another writer otherwise.</param>
    public SqliteInterruption(sqlite3 handle, int busyMilliseconds)
    {
        (_handle, _busyMilliseconds) = (handle, busyMilliseconds);
        raw.sqlite3_progress_handler(handle, OperationsBetween, static self => ((SqliteInterruption)self).IsOver ? 1 : 0, this);
    }

    private bool IsOver => _token.IsCancellationRequested || Stopwatch.GetElapsedTime(_started) > _timeout;

    /// <summary>Goes on with a statement; gives SQLITE_INTERRUPT when it was ended.</summary>
    public int Step(sqlite3_stmt statement, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        // Waiting for another writer is not work: SQLite does not ask meanwhile.
        var isShort = timeout > TimeSpan.Zero && timeout.Value.TotalMilliseconds < _busyMilliseconds;
        (_token, _timeout, _started) = (cancellationToken, timeout > TimeSpan.Zero ? timeout : null, Stopwatch.GetTimestamp());
        try
        {
            _ = isShort ? raw.sqlite3_busy_timeout(_handle, (int)timeout!.Value.TotalMilliseconds) : raw.SQLITE_OK;
            return raw.sqlite3_step(statement);
        }
        finally
        {
            _ = isShort ? raw.sqlite3_busy_timeout(_handle, _busyMilliseconds) : raw.SQLITE_OK;
            (_token, _timeout) = (default, null);
        }
    }
}
