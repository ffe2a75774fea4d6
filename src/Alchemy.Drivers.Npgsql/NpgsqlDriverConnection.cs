using Alchemy.Internals;
using Npgsql;

namespace Alchemy.Drivers;

/// <summary>An open PostgreSQL connection with its kept statements.</summary>
internal sealed class NpgsqlDriverConnection(NpgsqlConnection connection) : DriverConnection(connection)
{
    private const int MostKept = 256;
    private readonly Dictionary<FilledSql, Statement> _kept = new(ReferenceEqualityComparer.Instance);
    private bool _mayHaveTransaction;

    public override Version? ServerVersion => connection.PostgreSqlVersion;

    public override Statement Get(FilledSql sql)
    {
        if (_kept.TryGetValue(sql, out var statement))
        {
            return statement;
        }

        if (_kept.Count >= MostKept)
        {
            CloseKept();
        }

        statement = New(sql.Text);
        _kept.Add(sql, statement);
        return statement;
    }

    public override Statement Prepare(string text)
    {
        // Text may be a BEGIN, and Npgsql does not tell whether a transaction is open.
        _mayHaveTransaction = true;
        return New(text);
    }

    /// <summary>PostgreSQL refuses everything after an error of the server's, and answers COMMIT with a rollback and no error.</summary>
    public override TransactionFate FateAfter(ErrorFacts error) => error.SqlState is not null || error.Canceled ? TransactionFate.Failed : TransactionFate.Kept;

    public override void Return()
    {
        if (_mayHaveTransaction)
        {
            using var rollback = new NpgsqlCommand("ROLLBACK", connection);
            rollback.ExecuteNonQuery();
            _mayHaveTransaction = false;
        }
    }

    public override void Dispose()
    {
        CloseKept();
        connection.Dispose();
    }

    private AdoStatement New(string text) => new(new NpgsqlCommand(text, connection), NpgsqlValues.Parameter, NpgsqlValues.Convert);

    private void CloseKept()
    {
        foreach (var statement in _kept.Values)
        {
            statement.Dispose();
        }

        _kept.Clear();
    }
}
