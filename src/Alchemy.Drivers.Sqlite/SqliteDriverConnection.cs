using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>An open SQLite connection with its kept statements.</summary>
internal sealed class SqliteDriverConnection : DriverConnection
{
    private const int MostKept = 256;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<FilledSql, SqliteStatement> _kept = new(ReferenceEqualityComparer.Instance);

    public SqliteDriverConnection(SqliteConnection connection)
        : base(connection)
    {
        _connection = connection;
        SqliteMeaning.Register(connection);
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
            return statement.IsActive ? new SqliteStatement(this, sql.Text) : statement;
        }

        if (_kept.Count >= MostKept)
        {
            CloseKept();
        }

        statement = new SqliteStatement(this, sql.Text);
        _kept.Add(sql, statement);
        return statement;
    }

    public override Statement Prepare(string text) => new SqliteStatement(this, text);

    public override void Return()
    {
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

    private void CloseKept()
    {
        foreach (var statement in _kept.Values)
        {
            statement.Dispose();
        }

        _kept.Clear();
    }
}
