using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>An open connection to Oracle with its kept commands and its transaction.</summary>
internal sealed partial class OracleDriverConnection : DriverConnection
{
    private const int RolledBack = 2091;
    private static readonly Version FirstWithBoolean = new(23, 0);
    private readonly StatementCache _kept = new();
    private readonly OracleProvider _provider;
    private readonly OracleBinder _binder;
    private readonly Version _version;
    private DbTransaction? _transaction;
    private bool _commitFailed;

    public OracleDriverConnection(DbConnection connection, OracleProvider provider)
        : base(connection)
    {
        // 19.0.0.0.0 has more parts than a version of .NET.
        _version = Version.Parse(Digits().Match(connection.ServerVersion).Value);
        (_provider, _binder) = (provider, new OracleBinder(provider, hasBoolean: _version >= FirstWithBoolean));
    }

    /// <summary>True while a transaction is open: outside of one the provider commits every command.</summary>
    public bool HasTransaction => _transaction is not null;

    protected override string PingText => "SELECT 1 FROM DUAL";

    public override Dialect CreateDialect() => new OracleDialect(_version);

    public override Statement Get(FilledSql sql) => _kept.Find(sql) ?? _kept.Add(sql, New(sql));

    /// <summary>There is no statement that begins a transaction, and one that ends it would leave the provider's object open.</summary>
    public override Statement Prepare(string text) => text switch
    {
        "BEGIN" or "SET TRANSACTION READ WRITE" or "SET TRANSACTION ISOLATION LEVEL READ COMMITTED" when !HasTransaction => Beginning(System.Data.IsolationLevel.ReadCommitted),
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE" when !HasTransaction => Beginning(System.Data.IsolationLevel.Serializable),
        "SET TRANSACTION READ ONLY" when !HasTransaction => new OracleTransactionStatement(BeginReadOnlyCore),
        "COMMIT" when HasTransaction => new OracleTransactionStatement(CommitCore),
        "ROLLBACK" when HasTransaction => new OracleTransactionStatement((io, _) => RollbackCore(io)),
        _ => new AdoStatement(_provider.Command(Ado, text), _binder, isKept: false, Cursor, heedsNothing: true),
    };

    /// <summary>Many rows of values for one statement, which the provider sends together. What a statement returns must be of bounded length then.</summary>
    public override StatementBatch? CreateBatch(IReadOnlyList<CompiledSql> statements)
        => statements is [var only] && (!only.ReturnsRows || only.Statement is Insert && OracleOutputs.AreIn(only) && !only.Columns.Any(c => OracleBinder.IsLong(only.Dialect.Types.Stored(c.Type))))
            ? new OracleArrayBatch(Ado, _provider, _binder)
            : null;

    /// <summary>Oracle undoes the statement alone, also in a deadlock. A COMMIT that failed has kept nothing.</summary>
    public override TransactionFate FateAfter(ErrorFacts error) => _commitFailed || error.Number == RolledBack ? TransactionFate.Ended : TransactionFate.Kept;

    public override ValueTask ReturnCore(IOBehavior io) => HasTransaction ? RollbackCore(io) : default;

    public override void Dispose()
    {
        _kept.Dispose();
        _transaction?.Dispose();
        Ado.Dispose();
    }

    public async ValueTask BeginCore(IOBehavior io, System.Data.IsolationLevel level, CancellationToken cancellationToken)
    {
        _commitFailed = false;
        _transaction = io is IOBehavior.Synchronous ? Ado.BeginTransaction(level) : await Ado.BeginTransactionAsync(level, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask CommitCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var transaction = _transaction!;
        // Whatever becomes of it, it is not committed again: of a second COMMIT nobody would hear that it had nothing left to keep.
        (_transaction, _commitFailed) = (null, true);
        await EndCore(io, transaction, async () =>
        {
            if (io is IOBehavior.Synchronous)
            {
                transaction.Commit();
            }
            else
            {
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        _commitFailed = false;
    }

    public async ValueTask RollbackCore(IOBehavior io)
    {
        var transaction = _transaction!;
        _transaction = null;
        await EndCore(io, transaction, async () =>
        {
            if (io is IOBehavior.Synchronous)
            {
                transaction.Rollback();
            }
            else
            {
                await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    private static async ValueTask EndCore(IOBehavior io, DbTransaction transaction, Func<ValueTask> end)
    {
        try
        {
            await end().ConfigureAwait(false);
        }
        finally
        {
            if (io is IOBehavior.Synchronous)
            {
                transaction.Dispose();
            }
            else
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private OracleTransactionStatement Beginning(System.Data.IsolationLevel level) => new((io, cancellationToken) => BeginCore(io, level, cancellationToken));

    private async ValueTask BeginReadOnlyCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await BeginCore(io, System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        try
        {
            using var command = _provider.Command(Ado, "SET TRANSACTION READ ONLY");
            _ = io is IOBehavior.Synchronous ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await RollbackCore(io).ConfigureAwait(false);
            throw;
        }
    }

    // The provider keeps cursors of the texts that it has sent by itself. Before its version 23.4 it heeds no token.
    private Statement New(FilledSql sql)
    {
        var command = _provider.Command(Ado, sql.Text);
        var outputs = new OracleOutputs(_provider, command, sql, _binder);
        return outputs.Any ? new OracleReturningStatement(this, command, outputs, _binder, sql.Compiled.Statement is Insert) : new AdoStatement(command, _binder, isKept: false, Cursor, heedsNothing: true);
    }

    private OracleCursor Cursor(DbDataReader reader) => new(reader, _provider.Values);

    [GeneratedRegex(@"\d+\.\d+(?:\.\d+)?")]
    private static partial Regex Digits();
}
