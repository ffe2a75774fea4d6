using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>The rows of a native statement.</summary>
internal sealed class SqliteCursor(SqliteDriverConnection connection, SqliteStatement owner, sqlite3_stmt statement) : Cursor
{
    private bool _done;

    public override int FieldCount => raw.sqlite3_column_count(statement);

    public override ValueTask<bool> ReadCore(IOBehavior io, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_done)
        {
            return new(false);
        }

        var code = raw.sqlite3_step(statement);
        connection.Check(code);
        _done = code == raw.SQLITE_DONE;
        return new(!_done);
    }

    public override string Name(int ordinal) => raw.sqlite3_column_name(statement, ordinal).utf8_to_string();

    public override bool IsNull(int ordinal) => raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_NULL;

    public override object? Value(int ordinal, SqlType type) => SqliteValues.Read(statement, ordinal, type);

    // A statement with RETURNING that is not read to its end would keep the transaction from being committed.
    public override void Dispose()
    {
        try
        {
            while (!_done && owner.IsActive && raw.sqlite3_stmt_readonly(statement) == 0)
            {
                var code = raw.sqlite3_step(statement);
                connection.Check(code);
                _done = code == raw.SQLITE_DONE;
            }
        }
        finally
        {
            owner.Reset();
        }
    }
}
