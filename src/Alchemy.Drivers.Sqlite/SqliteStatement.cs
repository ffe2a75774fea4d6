using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>A native prepared statement, bound by position.</summary>
internal sealed class SqliteStatement : Statement
{
    private readonly SqliteDriverConnection _connection;
    private readonly sqlite3_stmt _statement;
    private bool _changed;

    public SqliteStatement(SqliteDriverConnection connection, string text)
    {
        _connection = connection;
        connection.Check(raw.sqlite3_prepare_v2(connection.Handle, text, out _statement, out var rest));
        if (_statement.IsInvalid || !string.IsNullOrWhiteSpace(rest))
        {
            _statement.Dispose();
            throw new InvalidStatementException(string.IsNullOrWhiteSpace(rest)
                ? "The text holds no statement."
                : $"The text holds several statements, and SQLite executes one at a time: execute '{rest.Trim()}' by itself.");
        }
    }

    /// <summary>True while a cursor reads its rows.</summary>
    public bool IsActive { get; private set; }

    public override void Set(int ordinal, SqlType type, object? value) => _connection.Check(SqliteValues.Bind(_statement, ordinal + 1, type, value));

    /// <summary>Goes to the first row, as other databases do: an INSERT with RETURNING is done before its rows are read, and fails here.</summary>
    public override ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IsActive = true;
        try
        {
            var code = raw.sqlite3_step(_statement);
            _connection.Check(code);
            return new(new SqliteCursor(_connection, this, _statement, code == raw.SQLITE_ROW));
        }
        catch
        {
            Reset();
            throw;
        }
    }

    public override ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Run());
    }

    /// <summary>Executes to the end, so that nothing stays locked.</summary>
    public int Run()
    {
        var before = raw.sqlite3_total_changes(_connection.Handle);
        try
        {
            int code;
            do
            {
                _connection.Check(code = raw.sqlite3_step(_statement));
            }
            while (code == raw.SQLITE_ROW);
            // DDL leaves the count of the statement before it.
            _changed = raw.sqlite3_total_changes(_connection.Handle) != before;
            return _changed ? raw.sqlite3_changes(_connection.Handle) : 0;
        }
        finally
        {
            Reset();
        }
    }

    public override bool TryGetInsertedKey(out long key)
    {
        key = raw.sqlite3_last_insert_rowid(_connection.Handle);
        return _changed;
    }

    public void Reset()
    {
        IsActive = false;
        _ = raw.sqlite3_reset(_statement);
    }

    public override void Dispose() => _statement.Dispose();
}
