using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>A native prepared statement, bound by position.</summary>
internal sealed class SqliteStatement : Statement
{
    private readonly SqliteDriverConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly bool _isSpare;
    private bool _isActive;
    private bool _changed;

    /// <param name="connection">The connection.</param>
    /// <param name="text">One statement.</param>
    /// <param name="isSpare">True to close it when its rows have been read.</param>
    public SqliteStatement(SqliteDriverConnection connection, string text, bool isSpare = false)
    {
        (_connection, _isSpare) = (connection, isSpare);
        connection.Check(raw.sqlite3_prepare_v2(connection.Handle, text, out _statement, out var rest));
        if (_statement.IsInvalid || !string.IsNullOrWhiteSpace(rest))
        {
            _statement.Dispose();
            throw new InvalidStatementException(string.IsNullOrWhiteSpace(rest)
                ? "The text holds no statement."
                : $"The text holds several statements, and SQLite executes one at a time: execute '{rest.Trim()}' by itself.");
        }
    }

    public override bool IsActive => _isActive;

    public override void Set<T>(int ordinal, SqlType type, T value) => _connection.Check(SqliteValues.Bind(_statement, ordinal + 1, type, value));

    /// <summary>Goes to the first row, as other databases do: an INSERT with RETURNING is done before its rows are read, and fails here.</summary>
    public override ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        _isActive = true;
        _connection.Began(this);
        try
        {
            var code = _connection.Step(_statement, Timeout, cancellationToken);
            return new(new SqliteCursor(_connection, this, _statement, code == raw.SQLITE_ROW));
        }
        catch
        {
            End();
            throw;
        }
    }

    public override ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken)
    {
        return new(Run(cancellationToken));
    }

    /// <summary>Executes to the end, so that nothing stays locked.</summary>
    public int Run(CancellationToken cancellationToken = default)
    {
        var before = raw.sqlite3_total_changes(_connection.Handle);
        try
        {
            while (_connection.Step(_statement, Timeout, cancellationToken) == raw.SQLITE_ROW)
            {
            }

            // DDL leaves the count of the statement before it.
            _changed = raw.sqlite3_total_changes(_connection.Handle) != before;
            return _changed ? raw.sqlite3_changes(_connection.Handle) : 0;
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public override bool TryGetInsertedKey(out long key)
    {
        key = raw.sqlite3_last_insert_rowid(_connection.Handle);
        return _changed;
    }

    /// <summary>Ends reading, if it has not ended: the statement can be executed again, or is closed when it is a spare one.</summary>
    public void End()
    {
        if (!_connection.Ended(this))
        {
            return;
        }

        _isActive = false;
        _ = raw.sqlite3_reset(_statement);
        if (_isSpare)
        {
            Dispose();
        }
    }

    public override void Dispose() => _statement.Dispose();
}
