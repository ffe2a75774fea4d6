using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A connection taken out of an engine's pool. Without a transaction each statement commits by itself. Not for two threads at once.</summary>
public sealed partial class Connection : IInspectable, IDisposable, IAsyncDisposable
{
    private readonly DriverConnection _connection;
    private readonly StatementExecutor _executor;
    private readonly HashSet<ReadingCursor> _reading = [];
    private bool _disposed;

    internal Connection(Engine engine, EngineServer server, DriverConnection connection, OperationKind kind)
        => (Engine, Server, Kind, _connection, _executor, Options) = (engine, server, kind, connection, new StatementExecutor(this, connection), engine.Options.Execution);

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>The server it leads to.</summary>
    public EngineServer Server { get; }

    /// <summary>What it was taken for. One to read may lead to a standby, and refuses what writes.</summary>
    public OperationKind Kind { get; }

    /// <summary>How the next statements are executed; <see cref="EngineOptions.Execution"/> until it is set. It ends with this connection: the pool's next user does not see it.</summary>
    /// <example><code>connection.Options = new ExecutionOptions { Schemas = tenant };   // keep one SchemaMap per tenant</code></example>
    public ExecutionOptions Options { get; set; }

    /// <summary>Executes a statement. Values given here replace those of the statement's parameters of that name.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    /// <exception cref="MissingValueException">A parameter has no value.</exception>
    public Result Execute(ClauseElement statement, params (string Name, object? Value)[] values)
        => ExecuteCore(IOBehavior.Synchronous, statement, values, CancellationToken.None).Completed();

    /// <summary>Executes a statement. Values given here replace those of the statement's parameters of that name.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public Task<Result> ExecuteAsync(ClauseElement statement, (string Name, object? Value)[]? values = null, CancellationToken cancellationToken = default)
        => ExecuteCore(IOBehavior.Asynchronous, statement, values ?? [], cancellationToken).AsTask();

    /// <summary>Executes a statement by options of its own. Values given here replace those of the statement's parameters of that name.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    /// <exception cref="MissingValueException">A parameter has no value.</exception>
    /// <example><code>connection.Execute(report, connection.Options with { Timeout = TimeSpan.FromMinutes(5) })</code></example>
    public Result Execute(ClauseElement statement, ExecutionOptions options, params (string Name, object? Value)[] values)
        => ExecuteCore(IOBehavior.Synchronous, statement, options, values, CancellationToken.None).Completed();

    /// <inheritdoc cref="Execute(ClauseElement, ExecutionOptions, ValueTuple{string, object}[])"/>
    public Task<Result> ExecuteAsync(ClauseElement statement, ExecutionOptions options, (string Name, object? Value)[]? values = null, CancellationToken cancellationToken = default)
        => ExecuteCore(IOBehavior.Asynchronous, statement, options, values ?? [], cancellationToken).AsTask();

    /// <summary>Executes text as it is, such as a PRAGMA. Never put values into it. Returns the number of rows changed.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public int ExecuteText(string text) => ExecuteTextCore(IOBehavior.Synchronous, text, CancellationToken.None).Completed();

    /// <inheritdoc cref="ExecuteText"/>
    public Task<int> ExecuteTextAsync(string text, CancellationToken cancellationToken = default) => ExecuteTextCore(IOBehavior.Asynchronous, text, cancellationToken).AsTask();

    /// <summary>Closes the connection of the database for good, because the program knows that it is of no use: its session is in a state that nobody should get. An open transaction is lost. What remains to do is to dispose this object.</summary>
    /// <example><code>catch (TimeoutException) { connection.Invalidate(); throw; }</code></example>
    public void Invalidate()
    {
        if (!_disposed)
        {
            Transaction?.Met(TransactionFate.Ended);
            Server.Pool.Discard(_connection, null);
        }
    }

    /// <summary>Rolls back what is open and gives the connection back to the pool.</summary>
    public void Dispose() => DisposeCore(IOBehavior.Synchronous).Completed();

    /// <summary>Rolls back what is open and gives the connection back to the pool.</summary>
    public ValueTask DisposeAsync() => DisposeCore(IOBehavior.Asynchronous);

    /// <summary>What it is.</summary>
    Inspection IInspectable.Inspect() => Inspection.Of("connection", null,
        [("engine", Engine.Name), ("open", !_disposed && _connection.Ado.State is System.Data.ConnectionState.Open), ("in transaction", Transaction is not null), ("open results", _reading.Count)]);

    internal async ValueTask DisposeCore(IOBehavior io)
    {
        if (!_disposed)
        {
            try
            {
                await EndReadingCore(io).ConfigureAwait(false);
                await LeaveCleanCore(io).ConfigureAwait(false);
            }
            finally
            {
                await GiveBackCore(io).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whose work it does; null when nobody asks.</summary>
    internal EngineScope? Scope { get; set; }

    /// <summary>Executes text whatever the transaction's state: for ROLLBACK. Then, before any event, <paramref name="done"/> is called.</summary>
    internal ValueTask<int> SendCore(IOBehavior io, string text, Action? done, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        ThrowIfLost();
        cancellationToken.ThrowIfCancellationRequested();
        return _executor.RunTextCore(io, text, done, timeout, cancellationToken);
    }

    /// <summary>Executes a compiled statement that returns rows.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="compiled">The statement.</param>
    /// <param name="values">One value per <see cref="CompiledSql.Binds"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal ValueTask<ReadingCursor> OpenCore(IOBehavior io, CompiledSql compiled, object?[] values, CancellationToken cancellationToken)
        => OpenCore(io, compiled.Fill(values, Options.Schemas), new BoxedValues(values), cancellationToken);

    /// <summary>Executes a statement that returns rows.</summary>
    internal async ValueTask<ReadingCursor> OpenCore<TValues>(IOBehavior io, FilledSql sql, TValues values, CancellationToken cancellationToken)
        where TValues : struct, IStatementValues
    {
        ThrowIfWriting(sql.Compiled);
        await ReadyCore(io, cancellationToken).ConfigureAwait(false);
        var rows = await _executor.OpenCore(io, sql, values, cancellationToken).ConfigureAwait(false);
        _reading.Add(rows);
        return rows;
    }

    /// <summary>Executes a compiled statement that returns no rows: how many it changed, and the key of the inserted one where the driver can tell.</summary>
    internal ValueTask<(int Affected, long? Key)> RunCore(IOBehavior io, CompiledSql compiled, object?[] values, CancellationToken cancellationToken)
        => RunCore(io, compiled.Fill(values, Options.Schemas), new BoxedValues(values), cancellationToken);

    /// <summary>Executes a statement that returns no rows: how many it changed, and the key of the inserted one where the driver can tell.</summary>
    internal ValueTask<(int Affected, long? Key)> RunCore<TValues>(IOBehavior io, FilledSql sql, TValues values, CancellationToken cancellationToken)
        where TValues : struct, IStatementValues
    {
        ThrowIfWriting(sql.Compiled);
        // Without a state machine of its own where statements commit by themselves.
        return BeginsByItself ? BegunCore(io, sql, values, cancellationToken) : RunReadyCore(io, sql, values, cancellationToken);
    }

    private async ValueTask<(int Affected, long? Key)> BegunCore<TValues>(IOBehavior io, FilledSql sql, TValues values, CancellationToken cancellationToken)
        where TValues : struct, IStatementValues
    {
        await ReadyCore(io, cancellationToken).ConfigureAwait(false);
        return await _executor.RunCore(io, sql, values, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<(int Affected, long? Key)> RunReadyCore<TValues>(IOBehavior io, FilledSql sql, TValues values, CancellationToken cancellationToken)
        where TValues : struct, IStatementValues
    {
        ThrowIfUnusable();
        cancellationToken.ThrowIfCancellationRequested();
        return _executor.RunCore(io, sql, values, cancellationToken);
    }

    /// <summary>The text of a statement without lists, for this connection.</summary>
    internal FilledSql Fill(CompiledSql compiled) => compiled.Fill([], Options.Schemas);

    /// <summary>Whether these statements are sent in one round trip; else they are executed one by one.</summary>
    internal bool HasBatches(IReadOnlyList<CompiledSql> statements)
    {
        using var batch = _connection.CreateBatch(statements);
        return batch is not null;
    }

    /// <summary>Executes statements in one round trip where the provider can.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="statements">The statements with their values.</param>
    /// <param name="read">Reads the rows of a statement: gets its place, from 0.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The rows that each statement changed; -1 for one that returns rows.</returns>
    internal async ValueTask<IReadOnlyList<int>> RunBatchCore(
        IOBehavior io, IReadOnlyList<(CompiledSql Sql, object?[] Values)> statements, Func<int, Cursor, ValueTask> read, CancellationToken cancellationToken)
    {
        foreach (var (sql, _) in statements)
        {
            ThrowIfWriting(sql);
        }

        await ReadyCore(io, cancellationToken).ConfigureAwait(false);
        if (_connection.CreateBatch([.. statements.Select(s => s.Sql).Distinct()]) is { } batch)
        {
            using (batch)
            {
                return await _executor.RunBatchCore(io, batch, [.. statements.Select(s => (s.Sql.Fill(s.Values, Options.Schemas), s.Values))], read, cancellationToken).ConfigureAwait(false);
            }
        }

        var affected = new int[statements.Count];
        for (var i = 0; i < affected.Length; i++)
        {
            affected[i] = await RunOneCore(io, statements[i], cursor => read(i, cursor), cancellationToken).ConfigureAwait(false);
        }

        return affected;
    }

    /// <summary>The result of rows that were read before.</summary>
    internal Result Buffered(CompiledSql compiled, IReadOnlyList<object?[]> rows, int affected) => compiled.ReturnsRows
        ? new Result(compiled, new BufferedDriver(Engine.Driver), new ReadingCursor(this, _executor, new BufferedCursor(compiled.Columns, rows), new ExecutedStatement(compiled.ToString(), null, null)), affected, null)
        : new Result(compiled, Engine.Driver, null, affected, null);

    internal void Ended(ReadingCursor cursor) => _reading.Remove(cursor);

    internal void ThrowIfClosed()
    {
        if (_disposed)
        {
            throw new ConnectionStateException("The connection was closed: take another with engine.Connect().");
        }
    }

    private void ThrowIfLost()
    {
        if (!_connection.IsOpen)
        {
            throw new ConnectionStateException("The connection to the database was lost or invalidated, and what was open on it is rolled back: dispose it, take another with engine.Connect() and repeat the transaction.");
        }
    }

    // One that fails to end must not keep the others open.
    internal async ValueTask EndReadingCore(IOBehavior io)
    {
        if (_reading.Count > 0)
        {
            try
            {
                await _reading.First().DisposeCore(io).ConfigureAwait(false);
            }
            finally
            {
                await EndReadingCore(io).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask GiveBackCore(IOBehavior io)
    {
        _disposed = true;
        var isOpen = Transaction is not null;
        try
        {
            // The pool rolls back what is open.
            Transaction?.Abandon();
        }
        finally
        {
            try
            {
                await Server.Pool.ReturnCore(io, _connection, isOpen).ConfigureAwait(false);
            }
            finally
            {
                Scope?.Wrote();
            }
        }
    }

    private async ValueTask<int> ExecuteTextCore(IOBehavior io, string text, CancellationToken cancellationToken)
    {
        await ReadyCore(io, cancellationToken).ConfigureAwait(false);
        return await SendCore(io, text, null, Options.Timeout, cancellationToken).ConfigureAwait(false);
    }

    // Nobody else uses the connection meanwhile: it has the statement's options until the first answer.
    private async ValueTask<Result> ExecuteCore(IOBehavior io, ClauseElement statement, ExecutionOptions options, (string Name, object? Value)[] given, CancellationToken cancellationToken)
    {
        var own = Options;
        Options = options;
        try
        {
            return await ExecuteCore(io, statement, given, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Options = own;
        }
    }

    // The primary would take it, and a standby would not: what is tried with one server shall work with several.
    private void ThrowIfWriting(CompiledSql sql)
    {
        if (Kind is OperationKind.Read && sql.Statement is DmlStatement)
        {
            throw new ConnectionStateException($"The connection was taken to read, and may lead to a standby: take one with Connect() or Connect(OperationKind.Write). Statement: {sql.Text}");
        }
    }

    private async ValueTask<int> RunOneCore(IOBehavior io, (CompiledSql Sql, object?[] Values) statement, Func<Cursor, ValueTask> read, CancellationToken cancellationToken)
    {
        if (!statement.Sql.ReturnsRows)
        {
            return (await RunCore(io, statement.Sql, statement.Values, cancellationToken).ConfigureAwait(false)).Affected;
        }

        var rows = await OpenCore(io, statement.Sql, statement.Values, cancellationToken).ConfigureAwait(false);
        try
        {
            await read(rows.Row).ConfigureAwait(false);
        }
        finally
        {
            await rows.DisposeCore(io).ConfigureAwait(false);
        }

        return -1;
    }

    private async ValueTask<Result> ExecuteCore(IOBehavior io, ClauseElement statement, (string Name, object? Value)[] given, CancellationToken cancellationToken)
    {
        ThrowIfUnusable();
        var compiled = Engine.Compile(statement);
        var values = BindValues.Of(compiled, statement, given);
        if (compiled.ReturnsRows)
        {
            return new Result(compiled, Engine.Driver, await OpenCore(io, compiled, values, cancellationToken).ConfigureAwait(false), -1, null);
        }

        var (affected, key) = await RunCore(io, compiled, values, cancellationToken).ConfigureAwait(false);
        return new Result(compiled, Engine.Driver, null, affected, compiled.Statement is Insert && affected > 0 ? key : null);
    }
}
