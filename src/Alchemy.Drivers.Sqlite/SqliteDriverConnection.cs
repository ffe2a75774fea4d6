using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>An open SQLite connection with its kept statements.</summary>
internal sealed class SqliteDriverConnection : DriverConnection
{
    private const int MostKept = 256;
    private const int BusyMilliseconds = 5000;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<FilledSql, SqliteStatement> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly List<SqliteStatement> _spare = [];

    public SqliteDriverConnection(SqliteConnection connection)
        : base(connection)
    {
        _connection = connection;
        SqliteMeaning.Register(connection);
        // Another writer holds the file for moments only: wait for it before giving up.
        Check(raw.sqlite3_busy_timeout(Handle, BusyMilliseconds));
        foreach (var text in new SqliteDialect().Facts.OnConnect)
        {
            using var statement = new SqliteStatement(this, text);
            statement.Run();
        }
    }

    public sqlite3 Handle => _connection.Handle ?? throw new ConnectionStateException("The SQLite connection is closed.");

    public override Version? ServerVersion => Version.TryParse(_connection.ServerVersion, out var version) ? version : null;

    public override Statement Get(FilledSql sql)
    {
        if (_kept.TryGetValue(sql, out var statement))
        {
            return statement.IsActive ? Spare(sql) : statement;
        }

        if (_kept.Count >= MostKept)
        {
            CloseKept(alsoActive: false);
        }

        statement = new SqliteStatement(this, sql.Text);
        _kept.Add(sql, statement);
        return statement;
    }

    public override Statement Prepare(string text) => new SqliteStatement(this, text);

    /// <summary>SQLite undoes the statement alone, but some errors and <c>RAISE(ROLLBACK)</c> end the whole transaction.</summary>
    public override TransactionFate FateAfter(ErrorFacts error) => raw.sqlite3_get_autocommit(Handle) == 0 ? TransactionFate.Kept : TransactionFate.Ended;

    public override void Return()
    {
        CloseSpare();
        foreach (var statement in _kept.Values)
        {
            statement.Reset();
        }

        if (raw.sqlite3_get_autocommit(Handle) == 0)
        {
            using var rollback = new SqliteStatement(this, "ROLLBACK");
            rollback.Run();
        }
    }

    public override void Dispose()
    {
        CloseSpare();
        CloseKept();
        _connection.Dispose();
    }

    /// <summary>Throws the database's error for a result code, before anything else is called on the connection.</summary>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, Handle);
        }
    }

    // The kept statement is being read: the same text runs beside it.
    private SqliteStatement Spare(FilledSql sql)
    {
        var statement = new SqliteStatement(this, sql.Text);
        _spare.Add(statement);
        return statement;
    }

    private void CloseSpare()
    {
        foreach (var statement in _spare)
        {
            statement.Dispose();
        }

        _spare.Clear();
    }

    private void CloseKept(bool alsoActive = true)
    {
        foreach (var (sql, statement) in _kept)
        {
            if (alsoActive || !statement.IsActive)
            {
                statement.Dispose();
                _kept.Remove(sql);
            }
        }
    }
}
