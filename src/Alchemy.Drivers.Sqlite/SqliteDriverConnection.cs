using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>An open SQLite connection with its kept statements.</summary>
internal sealed class SqliteDriverConnection : DriverConnection
{
    private const int BusyMilliseconds = 5000;
    private readonly SqliteConnection _connection;
    private readonly StatementCache _kept = new();
    private readonly HashSet<SqliteStatement> _active = [];
    private SqliteInterruption? _interruption;

    public SqliteDriverConnection(SqliteConnection connection)
        : base(connection)
    {
        _connection = connection;
        SqliteMeaning.Register(connection);
        SqliteTimes.Register(connection);
        // Another writer holds the file for moments only: wait for it before giving up.
        Check(raw.sqlite3_busy_timeout(Handle, BusyMilliseconds));
    }

    public sqlite3 Handle => _connection.Handle ?? throw new ConnectionStateException("The SQLite connection is closed.");

    public override Dialect CreateDialect() => new SqliteDialect(Version.TryParse(_connection.ServerVersion, out var version) ? version : null);

    public override Statement Get(FilledSql sql) => _kept.Find(sql) switch
    {
        null => _kept.Add(sql, new SqliteStatement(this, sql.Text)),
        { IsActive: true } => Spare(sql.Text),
        var kept => kept,
    };

    public override Statement Prepare(string text) => new SqliteStatement(this, text);

    /// <summary>SQLite undoes the statement alone, but some errors and <c>RAISE(ROLLBACK)</c> end the whole transaction.</summary>
    public override TransactionFate FateAfter(ErrorFacts error) => raw.sqlite3_get_autocommit(Handle) == 0 ? TransactionFate.Kept : TransactionFate.Ended;

    public override ValueTask ReturnCore(IOBehavior io)
    {
        EndActive();
        if (raw.sqlite3_get_autocommit(Handle) == 0)
        {
            using var rollback = new SqliteStatement(this, "ROLLBACK");
            rollback.Run();
        }

        return default;
    }

    protected override DatabaseAddress ReadAddress() => new(_connection.DataSource is { Length: > 0 } file ? file : ":memory:");

    /// <summary>A session has nothing but its transaction and what PRAGMA has set.</summary>
    public override ValueTask<bool> ResetCore(IOBehavior io) => new(true);

    public override void Dispose()
    {
        EndActive();
        _kept.Dispose();
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

    /// <summary>Goes on with a statement, as far as its next row or its end.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="timeout">How long that may take; null or negative for ever.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="SqliteException">The statement failed, or its time is over.</exception>
    public int Step(sqlite3_stmt statement, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var code = cancellationToken.CanBeCanceled || timeout > TimeSpan.Zero
            ? (_interruption ??= new SqliteInterruption(Handle, BusyMilliseconds)).Step(statement, timeout, cancellationToken)
            : raw.sqlite3_step(statement);
        if (code == raw.SQLITE_INTERRUPT && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The statement was interrupted because its token was canceled.", cancellationToken);
        }

        Check(code);
        return code;
    }

    /// <summary>A statement is going to be read: it must have ended before the next user comes.</summary>
    public void Began(SqliteStatement statement) => _active.Add(statement);

    /// <summary>A statement ends; false when it has ended before.</summary>
    public bool Ended(SqliteStatement statement) => _active.Remove(statement);

    // The kept statement is being read: the same text runs beside it. Its values may be refused, so it is noted before it begins.
    private SqliteStatement Spare(string text)
    {
        var statement = new SqliteStatement(this, text, isSpare: true);
        Began(statement);
        return statement;
    }

    private void EndActive()
    {
        foreach (var statement in _active.ToArray())
        {
            statement.End();
        }
    }
}
