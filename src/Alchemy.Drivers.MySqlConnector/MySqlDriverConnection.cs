using System.Data.Common;
using System.Text.RegularExpressions;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>An open connection to MySQL or MariaDB with its kept statements.</summary>
internal sealed partial class MySqlDriverConnection(DbConnection connection, MySqlProvider provider) : DriverConnection(connection)
{
    private readonly StatementCache _kept = new();
    private bool _mayHaveTransaction;

    /// <summary>MariaDB says so in its version, behind 5.5.5 for programs that know MySQL only: <c>5.5.5-10.11.6-MariaDB</c>.</summary>
    public override Dialect CreateDialect()
    {
        var text = Ado.ServerVersion;
        var isMariaDb = text.Contains("MariaDB", StringComparison.OrdinalIgnoreCase);
        var number = Number().Matches(text).Select(m => m.Value).FirstOrDefault(v => !(isMariaDb && v == "5.5.5"));
        var version = number is null ? null : Version.Parse(number);
        return isMariaDb ? new MariaDbDialect(version) : new MySqlDialect(version);
    }

    /// <summary>MySQL 5 prepares nothing of XA.</summary>
    public override Statement Get(FilledSql sql) => _kept.Find(sql) ?? _kept.Add(sql, New(sql.Text, sql.Parameters, isKept: PreparesStatements && !sql.Text.StartsWith("XA ", StringComparison.Ordinal)));

    public override Statement Prepare(string text)
    {
        // Text may be a BEGIN.
        _mayHaveTransaction = true;
        return New(text, [], isKept: false);
    }

    /// <summary>MySqlConnector has batches, MySql.Data has none.</summary>
    public override StatementBatch? CreateBatch(IReadOnlyList<CompiledSql> statements)
        => Ado.CanCreateBatch ? new AdoBatch(Ado.CreateBatch(), MySqlBinder.Instance, (command, sql) => Declare(command.Parameters, command.CreateParameter, sql.Parameters), reader => new MySqlCursor(reader)) : null;

    /// <summary>InnoDB undoes the statement alone, but a deadlock (in a Galera cluster also one that COMMIT meets) ends the whole transaction.</summary>
    public override TransactionFate FateAfter(ErrorFacts error) => error.Number is 1213 or 1180 ? TransactionFate.Ended : TransactionFate.Kept;

    public override async ValueTask ReturnCore(IOBehavior io)
    {
        if (_mayHaveTransaction)
        {
            using var rollback = Ado.CreateCommand();
            rollback.CommandText = "ROLLBACK";
            _ = io is IOBehavior.Synchronous ? rollback.ExecuteNonQuery() : await rollback.ExecuteNonQueryAsync().ConfigureAwait(false);
            _mayHaveTransaction = false;
        }
    }

    protected override DatabaseAddress ReadAddress() => new(Ado.Database, Ado.DataSource, provider.PortOf(Ado.ConnectionString));

    // The server forgets its statements with the connection: to close them one by one would ask it as many times.
    public override void Dispose() => Ado.Dispose();

    private AdoStatement New(string text, IReadOnlyList<FilledParameter> parameters, bool isKept)
    {
        if (provider.MisreadsBackslashes && parameters.Count > 0 && text.Contains("\\`", StringComparison.Ordinal))
        {
            throw new InvalidStatementException($"MySql.Data loses the parameters behind a name with a backslash before a backtick or at its end: rename it, or add the package MySqlConnector in its place. Statement: {text}");
        }

        var command = Ado.CreateCommand();
        command.CommandText = text;
        Declare(command.Parameters, command.CreateParameter, parameters);
        return new AdoStatement(command, MySqlBinder.Instance, isKept, reader => new MySqlCursor(reader), insertedKey: provider.LastInsertedId, heedsNothing: provider.HeedsNothing);
    }

    private static void Declare(DbParameterCollection parameters, Func<DbParameter> create, IReadOnlyList<FilledParameter> markers)
    {
        foreach (var marker in markers)
        {
            var parameter = create();
            parameter.ParameterName = marker.Marker;
            MySqlBinder.SetType(parameter, marker.Type.StorageType);
            parameters.Add(parameter);
        }
    }

    [GeneratedRegex(@"\d+(?:\.\d+)+")]
    private static partial Regex Number();
}
