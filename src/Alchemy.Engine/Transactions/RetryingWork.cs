using Alchemy.Internals;

namespace Alchemy;

/// <summary>Work in a transaction that is run again when the database chose it to lose.</summary>
public static class RetryingWork
{
    extension(Engine engine)
    {
        /// <summary>Runs work in a transaction of its own and commits it. When the database rolled it back because of a deadlock or because it could not be serialized with another, it is run again from its beginning.</summary>
        /// <remarks>The work may run several times: it must do nothing outside of the database that cannot be done twice. A connection that is lost before COMMIT is a reason to try again too; one that is lost
        /// by COMMIT is not, because nobody knows whether the database has kept the work.</remarks>
        /// <param name="work">The work; it does not commit.</param>
        /// <param name="options">How often; null for <see cref="RetryOptions.Default"/>.</param>
        /// <exception cref="DatabaseException">The last try failed, or an error came that another try does not help.</exception>
        /// <example><code>engine.RunInTransaction(connection => connection.Execute(Sql.Update(accounts).Set(accounts.Balance, accounts.Balance - 10)));</code></example>
        public T RunInTransaction<T>(Func<Connection, T> work, RetryOptions? options = null)
            => RunCore(engine, IOBehavior.Synchronous, (connection, _) => new ValueTask<T>(work(connection)), options ?? RetryOptions.Default, CancellationToken.None).Completed();

        /// <inheritdoc cref="RunInTransaction{T}(Engine, Func{Connection, T}, RetryOptions?)"/>
        public void RunInTransaction(Action<Connection> work, RetryOptions? options = null) => engine.RunInTransaction(
            connection =>
            {
                work(connection);
                return 0;
            },
            options);

        /// <inheritdoc cref="RunInTransaction{T}(Engine, Func{Connection, T}, RetryOptions?)"/>
        public Task<T> RunInTransactionAsync<T>(Func<Connection, CancellationToken, Task<T>> work, RetryOptions? options = null, CancellationToken cancellationToken = default)
            => RunCore(engine, IOBehavior.Asynchronous, async (connection, token) => await work(connection, token).ConfigureAwait(false), options ?? RetryOptions.Default, cancellationToken).AsTask();
    }

    private static async ValueTask<T> RunCore<T>(Engine engine, IOBehavior io, Func<Connection, CancellationToken, ValueTask<T>> work, RetryOptions options, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var (isCommitting, pause) = (false, TimeSpan.Zero);
            try
            {
                return await TriedCore(engine, io, options.Transaction, work, () => isCommitting = true, cancellationToken).ConfigureAwait(false);
            }
            catch (DatabaseException lost) when (tried < options.Tries && lost.IsTransient && !(isCommitting && lost.Kind is DatabaseErrorKind.Disconnected))
            {
                // Waits when the connection has gone back, and with it the locks that the other transaction may want.
                pause = options.Pause(tried);
            }

            await PauseCore(io, pause, options.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<T> TriedCore<T>(Engine engine, IOBehavior io, TransactionOptions? options, Func<Connection, CancellationToken, ValueTask<T>> work, Action committing, CancellationToken cancellationToken)
    {
        var connection = await engine.ConnectCore(io, cancellationToken).ConfigureAwait(false);
        try
        {
            // Giving the connection back rolls back what is open.
            var transaction = await connection.BeginCore(io, options, cancellationToken).ConfigureAwait(false);
            var result = await work(connection, cancellationToken).ConfigureAwait(false);
            committing();
            await transaction.CommitCore(io, cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            await connection.DisposeCore(io).ConfigureAwait(false);
        }
    }

    private static async ValueTask PauseCore(IOBehavior io, TimeSpan pause, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (io is IOBehavior.Synchronous)
        {
            cancellationToken.WaitHandle.WaitOne(pause);
        }
        else
        {
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
