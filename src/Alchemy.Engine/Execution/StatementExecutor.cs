using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The one place where statements are executed: rewriting, binding, the telling of it and the mapping of errors happen here and nowhere else.</summary>
/// <param name="connection">The connection that executes; it hears of every error of the database, and what it did to an open transaction.</param>
/// <param name="driver">The driver's connection.</param>
internal sealed class StatementExecutor(Connection connection, DriverConnection driver)
{
    private Engine Engine => connection.Engine;

    private StatementObserver Observer => connection.Engine.Observer;

    /// <summary>Executes a statement that returns rows; the cursor's end frees the connection.</summary>
    public async ValueTask<ReadingCursor> OpenCore<TValues>(IOBehavior io, FilledSql sql, TValues values, CancellationToken cancellationToken)
        where TValues : struct, IStatementValues
    {
        for (var isRepeated = false; ; isRepeated = true)
        {
            var run = Start(Rewritten(sql), values);
            ReadingCursor rows;
            try
            {
                rows = new ReadingCursor(connection, this, await Bound(run.Statement.Sql!, values).OpenCore(io, cancellationToken).ConfigureAwait(false), run.Statement);
            }
            catch (Exception error)
            {
                if (!IsToBeRepeated(error, run, isRepeated))
                {
                    throw;
                }

                continue;
            }
            finally
            {
                driver.Exit();
            }

            TellOpened(rows, run);
            return rows;
        }
    }

    /// <summary>Executes a statement that returns no rows.</summary>
    public async ValueTask<(int Affected, long? Key)> RunCore<TValues>(IOBehavior io, FilledSql sql, TValues values, CancellationToken cancellationToken)
        where TValues : struct, IStatementValues
    {
        var run = Start(Rewritten(sql), values);
        (int Affected, long? Key) done;
        try
        {
            var statement = Bound(run.Statement.Sql!, values);
            var affected = await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
            done = (affected, statement.TryGetInsertedKey(out var key) ? key : null);
        }
        catch (Exception error)
        {
            Fail(error, run);
            throw;
        }
        finally
        {
            driver.Exit();
        }

        Observer.Succeeded(connection, driver, run, done.Affected);
        return done;
    }

    /// <summary>Executes statements in one round trip.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="batch">The batch, empty.</param>
    /// <param name="statements">The statements with their values.</param>
    /// <param name="read">Reads the rows of a statement.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<IReadOnlyList<int>> RunBatchCore(
        IOBehavior io, StatementBatch batch, IReadOnlyList<(FilledSql Sql, object?[] Values)> statements, Func<int, Cursor, ValueTask> read, CancellationToken cancellationToken)
    {
        statements = [.. statements.Select(s => (Rewritten(s.Sql), s.Values))];
        var run = StartBatch(statements);
        IReadOnlyList<int> affected;
        try
        {
            foreach (var (sql, values) in statements)
            {
                new BoxedValues(values).Bind(batch.Add(sql), sql);
            }

            batch.Timeout = connection.Options.Timeout;
            affected = await batch.RunCore(io, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Fail(error, run);
            throw;
        }
        finally
        {
            driver.Exit();
        }

        Observer.Succeeded(connection, driver, run, affected.Sum(a => Math.Max(a, 0)));
        return affected;
    }

    /// <summary>Executes text once.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="text">The text.</param>
    /// <param name="done">Notes down what the text did, before anyone hears of it: a handler that throws must not leave a COMMIT unnoticed. Null for nothing.</param>
    /// <param name="timeout">How long it may take; null for the driver's default.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<int> RunTextCore(IOBehavior io, string text, Action? done, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var run = Start(new ExecutedStatement(Engine.Events.OnRewriting(connection, text, null), null, null));
        int affected;
        try
        {
            using var statement = driver.Prepare(run.Statement.Text);
            statement.Timeout = timeout;
            affected = await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Fail(error, run);
            throw;
        }
        finally
        {
            driver.Exit();
        }

        done?.Invoke();
        Observer.Succeeded(connection, driver, run, affected);
        return affected;
    }

    /// <summary>The reading of a statement's rows failed.</summary>
    public void FailReading(Exception error, in ExecutedStatement statement) => Fail(error, new StatementRun(statement, 0, null));

    // The columns of its rows are others than when it was prepared: what is sent again is prepared anew. Nothing was done, and no transaction is lost with it.
    private bool IsToBeRepeated(Exception error, in StatementRun run, bool isRepeated)
    {
        try
        {
            Fail(error, run);
            return false;
        }
        catch (TransientDatabaseException stale) when (stale.Kind is DatabaseErrorKind.StaleStatement && !isRepeated && connection.Transaction is null)
        {
            return true;
        }
    }

    // Throws what the caller is to get in place of the error; returns when that is the error itself.
    private void Fail(Exception error, in StatementRun run)
    {
        var (told, isDisconnect) = Describe(error, run.Statement);
        try
        {
            (told, isDisconnect) = Engine.Events.OnFailing(connection, run.Statement.Text, error, told, isDisconnect);
        }
        finally
        {
            EndFailed(run, told, isDisconnect);
        }

        if (!ReferenceEquals(told, error))
        {
            throw told;
        }
    }

    private (Exception Told, bool IsDisconnect) Describe(Exception error, in ExecutedStatement statement)
    {
        if (error is OperationCanceledException canceled)
        {
            // The server may have been in the middle of the statement.
            connection.Transaction?.Met(FateAfter(new ErrorFacts(canceled.Message, Canceled: true)));
            return (error, false);
        }

        var table = (statement.Compiled?.Statement as DmlStatement)?.Table;
        if (Engine.Driver.Describe(error, table) is not { } facts)
        {
            return (error, false);
        }

        var kind = Engine.Dialect.Facts.Classify(facts);
        connection.Transaction?.Met(FateAfter(facts));
        var isUnknown = connection.Transaction is { } open ? open.IsCommitting : statement.Compiled?.Statement is DmlStatement;
        facts = table is null ? facts : ConstraintNames.Complete(facts, kind, table);
        return (DatabaseException.Create(kind, new DatabaseError(facts, error, statement.Text, statement.Parameters, Engine.Options.ShowsValues, isUnknown) { Remedy = Engine.Dialect.Facts.Remedy(facts) }), kind is DatabaseErrorKind.Disconnected);
    }

    // What was lost is not used again, and its neighbours probably are lost too.
    private void EndFailed(in StatementRun run, Exception told, bool isDisconnect)
    {
        try
        {
            if (isDisconnect)
            {
                connection.Transaction?.Met(TransactionFate.Ended);
                connection.Server.Lost(driver, told);
            }
            else if (told is DatabaseException { Kind: DatabaseErrorKind.ReadOnly })
            {
                connection.Server.IsDoubtful();
            }
        }
        finally
        {
            Observer.Failed(connection, driver, run, told);
        }
    }

    private StatementRun Start<TValues>(FilledSql sql, TValues values)
        where TValues : struct, IStatementValues
        => Start(new ExecutedStatement(sql.Text, sql, Engine.Options.ShowsValues ? values : null));

    private StatementRun StartBatch(IReadOnlyList<(FilledSql Sql, object?[] Values)> statements)
    {
        var texts = statements.Select(s => s.Sql).Distinct().ToList();
        return Start(new ExecutedStatement(string.Join(";\n", texts.Select(s => s.Text).Distinct()), texts is [var only] ? only : null, null, statements.Count));
    }

    private StatementRun Start(in ExecutedStatement statement)
    {
        driver.Enter();
        driver.LastStatement = statement.Text;
        try
        {
            Observer.Starting(connection, statement);
            return Observer.Begin(connection, driver, statement);
        }
        catch (Exception stopped)
        {
            // A handler threw before the statement was sent.
            driver.Exit();
            Observer.Failed(connection, driver, new StatementRun(statement, 0, null), stopped);
            throw;
        }
    }

    // What a handler throws here comes before the statement has begun.
    private FilledSql Rewritten(FilledSql sql) => Engine.Events.IsRewritingHeard ? Engine.Texts.Of(connection, sql) : sql;

    // The caller never gets rows whose handler threw: they must not stay open.
    private void TellOpened(ReadingCursor rows, in StatementRun run)
    {
        try
        {
            Observer.Succeeded(connection, driver, run, -1);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    private TransactionFate FateAfter(ErrorFacts error)
        => driver.Ado.State == System.Data.ConnectionState.Open ? driver.FateAfter(error) : TransactionFate.Ended;

    private Statement Bound<TValues>(FilledSql sql, TValues values)
        where TValues : struct, IStatementValues
    {
        var statement = driver.Get(sql);
        statement.Timeout = connection.Options.Timeout;
        values.Bind(statement, sql);
        return statement;
    }
}
