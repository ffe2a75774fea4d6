using System.Data.Common;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>An open connection to SQL Server with its kept commands.</summary>
internal sealed class SqlClientDriverConnection(DbConnection connection, SqlClientProvider provider) : DriverConnection(connection)
{
    // An error may have ended the transaction, and a ROLLBACK without one is an error too.
    private const string RollbackIfOpen = "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION";
    private readonly StatementCache _kept = new();
    private readonly SqlClientBinder _binder = new(provider.SetType);
    private bool _mayHaveTransaction;

    /// <summary>Azure SQL calls itself version 12, whatever it can: it gets the SQL that 2014 knows.</summary>
    public override Dialect CreateDialect() => new SqlServerDialect(Version.Parse(Ado.ServerVersion));

    public override Statement Get(FilledSql sql) => _kept.Find(sql) ?? _kept.Add(sql, New(sql.Text, sql.Parameters));

    public override Statement Prepare(string text)
    {
        // Text may begin a transaction. Without parameters it is sent as it is: inside of sp_executesql a BEGIN TRANSACTION would be an error.
        _mayHaveTransaction = true;
        return New(text, []);
    }

    /// <summary>SqlClient has batches from version 5.2 on.</summary>
    public override StatementBatch? CreateBatch(IReadOnlyList<CompiledSql> statements)
        => Ado.CanCreateBatch ? new AdoBatch(Ado.CreateBatch(), _binder, (command, sql) => Declare(command.Parameters, sql.Parameters), reader => new SqlClientCursor(reader)) : null;

    /// <summary>
    /// After a violated constraint the server says that it has ended the statement alone: then the transaction goes on. It does not say so where the error came out of a trigger, or ended the batch, which may or may not have rolled everything back:
    /// such a transaction takes a rollback only.
    /// </summary>
    public override TransactionFate FateAfter(ErrorFacts error) => error.Number switch
    {
        // A deadlock; a trigger's own ROLLBACK; an uncommittable transaction at the end of a batch.
        1205 or 3609 or 3998 => TransactionFate.Ended,
        null when !error.Canceled => TransactionFate.Kept,
        _ => error.Message.EndsWith(SqlClientErrors.StatementAlone, StringComparison.Ordinal) ? TransactionFate.Kept : TransactionFate.Failed,
    };

    public override async ValueTask ReturnCore(IOBehavior io)
    {
        if (_mayHaveTransaction)
        {
            using var rollback = Ado.CreateCommand();
            rollback.CommandText = RollbackIfOpen;
            _ = io is IOBehavior.Synchronous ? rollback.ExecuteNonQuery() : await rollback.ExecuteNonQueryAsync().ConfigureAwait(false);
            _mayHaveTransaction = false;
        }
    }

    // The commands hold nothing of the server's.
    public override void Dispose() => Ado.Dispose();

    protected override DatabaseAddress ReadAddress()
    {
        var parts = Ado.DataSource.Split(',');
        return new DatabaseAddress(Ado.Database, parts[0], parts.Length > 1 && int.TryParse(parts[1], out var port) ? port : null);
    }

    // A command is not prepared: the server keeps the plan of a text with the same declared parameters by itself, and a handle more would have to be closed.
    private AdoStatement New(string text, IReadOnlyList<FilledParameter> parameters)
    {
        var command = Ado.CreateCommand();
        command.CommandText = text;
        Declare(command.Parameters, parameters);
        return new AdoStatement(command, _binder, isKept: false, reader => new SqlClientCursor(reader));
    }

    private void Declare(DbParameterCollection parameters, IReadOnlyList<FilledParameter> markers)
    {
        foreach (var marker in markers)
        {
            var parameter = provider.Ado.Factory.CreateParameter()!;
            parameter.ParameterName = marker.Marker;
            parameters.Add(parameter);
        }
    }
}
