using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A connection taken out of an engine's pool. Without a transaction each statement commits by itself. Not for two threads at once.</summary>
public sealed class Connection : IDisposable
{
    private readonly DriverConnection _connection;
    private readonly StatementExecutor _executor;
    private readonly HashSet<Result> _reading = [];
    private bool _disposed;

    internal Connection(Engine engine, DriverConnection connection)
        => (Engine, _connection, _executor) = (engine, connection, new StatementExecutor(engine, connection, fate => Transaction?.Met(fate)));

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>The open transaction, or null.</summary>
    public Transaction? Transaction { get; internal set; }

    /// <summary>Executes a statement. Values given here replace those of the statement's parameters of that name.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    /// <exception cref="MissingValueException">A parameter has no value.</exception>
    public Result Execute(ClauseElement statement, params (string Name, object? Value)[] values)
        => ExecuteCore(IOBehavior.Synchronous, statement, values, CancellationToken.None).Completed();

    /// <summary>Executes a statement. Values given here replace those of the statement's parameters of that name.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public Task<Result> ExecuteAsync(ClauseElement statement, (string Name, object? Value)[]? values = null, CancellationToken cancellationToken = default)
        => ExecuteCore(IOBehavior.Asynchronous, statement, values ?? [], cancellationToken).AsTask();

    /// <summary>Executes text as it is, such as a PRAGMA. Never put values into it. Returns the number of rows changed.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public int ExecuteText(string text)
    {
        ThrowIfClosed();
        Transaction?.ThrowIfFailed();
        return Send(text);
    }

    /// <summary>Executes text whatever the transaction's state: for ROLLBACK.</summary>
    internal int Send(string text)
    {
        ThrowIfClosed();
        return _executor.RunTextCore(IOBehavior.Synchronous, text, CancellationToken.None).Completed();
    }

    /// <summary>Begins a transaction; disposing it without a commit rolls it back.</summary>
    /// <exception cref="ConnectionStateException">A transaction is open.</exception>
    public Transaction Begin()
    {
        ThrowIfClosed();
        if (Transaction is not null)
        {
            throw new ConnectionStateException("The connection has an open transaction: commit it or roll it back first, or use Transaction.Savepoint().");
        }

        ExecuteText("BEGIN");
        return Transaction = new Transaction(this);
    }

    /// <summary>Rolls back what is open and gives the connection back to the pool.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            foreach (var result in _reading.ToList())
            {
                result.Dispose();
            }

            // The pool rolls back what is open.
            Transaction = null;
            Engine.Return(_connection);
        }
    }

    internal void Ended(Result result) => _reading.Remove(result);

    internal ValueTask<bool> ReadCore(IOBehavior io, Cursor cursor, string text, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        return _executor.ReadCore(io, cursor, text, cancellationToken);
    }

    private async ValueTask<Result> ExecuteCore(IOBehavior io, ClauseElement statement, (string Name, object? Value)[] given, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        Transaction?.ThrowIfFailed();
        var compiled = Engine.Compile(statement);
        var values = BindValues.Of(compiled, statement, given);
        var filled = compiled.Fill(values);
        if (!compiled.ReturnsRows)
        {
            var (affected, key) = await _executor.RunCore(io, filled, values, cancellationToken).ConfigureAwait(false);
            return new Result(this, compiled, filled.Text, null, affected, compiled.Statement is Insert && affected > 0 ? key : null);
        }

        var cursor = await _executor.OpenCore(io, filled, values, cancellationToken).ConfigureAwait(false);
        var result = new Result(this, compiled, filled.Text, cursor, -1, null);
        _reading.Add(result);
        return result;
    }

    private void ThrowIfClosed()
    {
        if (_disposed)
        {
            throw new ConnectionStateException("The connection was closed: take another with engine.Connect().");
        }
    }
}
