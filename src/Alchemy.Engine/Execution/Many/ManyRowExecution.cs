using Alchemy.Internals;

namespace Alchemy;

/// <summary>One statement for many rows of values, and many statements in one round trip.</summary>
public static class ManyRowExecution
{
    extension(Connection connection)
    {
        /// <summary>Executes a statement for every row of values, as if one after the other, but in the fewest round trips that the database allows.</summary>
        /// <remarks>
        /// <para>A row is a dictionary from the names of parameters, or an object with properties of their names; for an INSERT that says its columns with <see cref="Insert.Parameters"/> also a tuple or array in their order.
        /// An INSERT that says nothing names the columns that the first row has.</para>
        /// <para>Rows of an INSERT go together: <c>INSERT … SELECT … FROM unnest(…)</c> on PostgreSQL, <c>VALUES (…), (…)</c> elsewhere. What they return comes in the order of the rows, by the key that the database counts up, by a key that the
        /// rows give, or by a column with <see cref="Column.IsInsertSentinel"/>; where none of these is there, and on a database that takes one row at a time, each row is a statement. Other statements are sent in batches, or executed one by one.</para>
        /// <para>Without an open transaction it is one of its own: all of it is kept, or nothing. Inside one, what was written before a row was refused stays until that transaction ends: roll it back, or to a savepoint.</para>
        /// </remarks>
        /// <param name="statement">An INSERT, UPDATE, DELETE or other statement with parameters.</param>
        /// <param name="rows">The rows, read once; none does nothing.</param>
        /// <returns>The rows changed in all; and what they return, in order, held in memory.</returns>
        /// <exception cref="DatabaseException">The database refused a row.</exception>
        /// <exception cref="InvalidStatementException">A row gives other values than the first.</exception>
        /// <exception cref="MissingValueException">A parameter has no value in the rows.</exception>
        /// <example><code>var ids = connection.ExecuteMany(Sql.Insert(users).Returning(users.Id), people.Select(p => new { p.Name, p.Age })).Scalars&lt;int&gt;().ToList();</code></example>
        public Result ExecuteMany<TRow>(ClauseElement statement, IEnumerable<TRow> rows)
            => ExecuteCore(connection, IOBehavior.Synchronous, statement, rows, CancellationToken.None).Completed();

        /// <inheritdoc cref="ExecuteMany{TRow}(Connection, ClauseElement, IEnumerable{TRow})"/>
        public Task<Result> ExecuteManyAsync<TRow>(ClauseElement statement, IEnumerable<TRow> rows, CancellationToken cancellationToken = default)
            => ExecuteCore(connection, IOBehavior.Asynchronous, statement, rows, cancellationToken).AsTask();

        /// <summary>Executes statements in one round trip where the provider can, otherwise one after the other.</summary>
        /// <remarks>Without an open transaction they are one of their own: all of them are kept, or none. Inside one, those before a refused statement stay until it ends.</remarks>
        /// <param name="statements">The statements, in order; their parameters have values.</param>
        /// <returns>One result for each statement, with its rows held in memory.</returns>
        /// <exception cref="DatabaseException">The database refused a statement.</exception>
        /// <example><code>var results = connection.ExecuteBatch(Sql.Update(users).Set(users.Age, 31).Where(users.Id == 1), Sql.Select(Func.Count()).SelectFrom(users));
        /// var count = results[1].Scalar&lt;long&gt;();</code></example>
        public IReadOnlyList<Result> ExecuteBatch(params IReadOnlyList<ClauseElement> statements)
            => BatchCore(connection, IOBehavior.Synchronous, statements, CancellationToken.None).Completed();

        /// <inheritdoc cref="ExecuteBatch(Connection, IReadOnlyList{ClauseElement})"/>
        public Task<IReadOnlyList<Result>> ExecuteBatchAsync(IReadOnlyList<ClauseElement> statements, CancellationToken cancellationToken = default)
            => BatchCore(connection, IOBehavior.Asynchronous, statements, cancellationToken).AsTask();
    }

    private static async ValueTask<Result> ExecuteCore<TRow>(Connection connection, IOBehavior io, ClauseElement statement, IEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        using var source = rows.GetEnumerator();
        if (!source.MoveNext())
        {
            return connection.Buffered(connection.Engine.Compile(statement), [], 0);
        }

        var given = ParameterRows.Of(statement, source);
        var compiled = connection.Engine.Compile(given.Statement);
        var single = new StatementRows(given.Statement, compiled, b => Array.IndexOf([.. given.Names], b.Key) is >= 0 and var place ? place : null);
        var returned = compiled.ReturnsRows ? new List<object?[]>() : null;
        var affected = await InTransactionCore(connection, io, () => RunCore(ManyExecutions.Of(connection, given, single), io, given.Rows, returned, cancellationToken), cancellationToken).ConfigureAwait(false);
        return connection.Buffered(compiled, returned ?? [], affected);
    }

    private static async ValueTask<int> RunCore(ManyExecutions way, IOBehavior io, IEnumerable<object?[]> rows, List<object?[]>? returned, CancellationToken cancellationToken)
    {
        var (affected, sent) = (0, 0);
        foreach (var chunk in rows.Chunk(way.Size(int.MaxValue)))
        {
            for (var (done, size) = (0, 0); done < chunk.Length; done += size, sent += size)
            {
                size = way.Size(chunk.Length - done);
                try
                {
                    affected += await way.RunCore(io, chunk.AsMemory(done, size), returned, cancellationToken).ConfigureAwait(false);
                }
                catch (DatabaseException refused)
                {
                    refused.Rows = sent..(sent + size);
                    throw;
                }
            }
        }

        return affected;
    }

    private static async ValueTask<IReadOnlyList<Result>> BatchCore(Connection connection, IOBehavior io, IReadOnlyList<ClauseElement> statements, CancellationToken cancellationToken)
    {
        var compiled = statements.Select(s => (Compiled: connection.Engine.Compile(s), Values: Array.Empty<object?>())).ToList();
        for (var i = 0; i < compiled.Count; i++)
        {
            compiled[i] = (compiled[i].Compiled, BindValues.Of(compiled[i].Compiled, statements[i], []));
        }

        var rows = compiled.Select(_ => new List<object?[]>()).ToList();
        var affected = await InTransactionCore(connection, io, () => connection.RunBatchCore(io, compiled, (i, cursor) => ManyExecutions.AddCore(io, cursor, compiled[i].Compiled, rows[i], cancellationToken), cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return [.. compiled.Select((c, i) => connection.Buffered(c.Compiled, rows[i], affected[i]))];
    }

    private static async ValueTask<T> InTransactionCore<T>(Connection connection, IOBehavior io, Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await connection.ReadyCore(io, cancellationToken).ConfigureAwait(false);
        if (connection.Transaction is not null)
        {
            return await work().ConfigureAwait(false);
        }

        var transaction = await connection.BeginCore(io, null, cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await work().ConfigureAwait(false);
            await transaction.CommitCore(io, cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            await transaction.DisposeCore(io).ConfigureAwait(false);
        }
    }
}
