using Alchemy.Internals;
using Npgsql;

namespace Alchemy.Drivers;

/// <summary>An open PostgreSQL connection with its kept statements.</summary>
internal sealed class NpgsqlDriverConnection(NpgsqlConnection connection) : DriverConnection(connection)
{
    private readonly StatementCache _kept = new();
    private bool _mayHaveTransaction;

    public override Dialect CreateDialect() => new PostgreSqlDialect(connection.PostgreSqlVersion);

    public override Statement Get(FilledSql sql) => _kept.Find(sql) ?? _kept.Add(sql, New(sql.Text, isKept: PreparesStatements, AsText(sql.Compiled)));

    public override Statement Prepare(string text)
    {
        // Text may be a BEGIN, and Npgsql does not tell whether a transaction is open.
        _mayHaveTransaction = true;
        return New(text, isKept: false);
    }

    // Npgsql reads columns as text in single commands only.
    public override StatementBatch? CreateBatch(IReadOnlyList<CompiledSql> statements)
        => statements.Any(s => AsText(s) is not null) ? null : new AdoBatch(connection.CreateBatch(), NpgsqlBinder.Instance, cursor: reader => new NpgsqlCursor((NpgsqlDataReader)reader));

    /// <summary>PostgreSQL refuses everything after an error of the server's, and answers COMMIT with a rollback and no error.</summary>
    public override TransactionFate FateAfter(ErrorFacts error) => error.SqlState is not null || error.Canceled ? TransactionFate.Failed : TransactionFate.Kept;

    public override async ValueTask ReturnCore(IOBehavior io)
    {
        if (_mayHaveTransaction)
        {
            using var rollback = new NpgsqlCommand("ROLLBACK", connection);
            _ = io is IOBehavior.Synchronous ? rollback.ExecuteNonQuery() : await rollback.ExecuteNonQueryAsync().ConfigureAwait(false);
            _mayHaveTransaction = false;
        }
    }

    // DISCARD ALL without what makes the server forget kept statements.
    public override async ValueTask<bool> ResetCore(IOBehavior io)
    {
        using var reset = new NpgsqlCommand("SET SESSION AUTHORIZATION DEFAULT; RESET ALL; CLOSE ALL; UNLISTEN *; SELECT pg_advisory_unlock_all(); DISCARD SEQUENCES; DISCARD TEMP", connection);
        _ = io is IOBehavior.Synchronous ? reset.ExecuteNonQuery() : await reset.ExecuteNonQueryAsync().ConfigureAwait(false);
        return true;
    }

    protected override DatabaseAddress ReadAddress() => new(connection.Database, connection.Host, connection.Port);

    // The server forgets its statements with the connection: to close them one by one would ask it as many times.
    public override void Dispose() => connection.Dispose();

    // Npgsql has the server keep a prepared command beyond the command's end.
    private AdoStatement New(string text, bool isKept, bool[]? asText = null)
        => new(new NpgsqlCommand(text, connection) { UnknownResultTypeList = asText }, NpgsqlBinder.Instance, isKept, reader => new NpgsqlCursor((NpgsqlDataReader)reader), unprepare: command => ((NpgsqlCommand)command).Unprepare());

    // Types of the program's own are read as text: Npgsql knows those only that were there when it first connected.
    private static bool[]? AsText(CompiledSql compiled)
    {
        var asText = compiled.Columns.Select(c => NpgsqlValues.IsText(compiled.Dialect.Types.Stored(c.Type))).ToArray();
        return Array.Exists(asText, t => t) ? asText : null;
    }
}
