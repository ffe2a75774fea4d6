using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The one place where statements are executed: binding, echo, events and the mapping of errors happen here and nowhere else.</summary>
/// <param name="connection">The connection that executes; it hears of every error of the database, and what it did to an open transaction.</param>
/// <param name="driver">The driver's connection.</param>
internal sealed class StatementExecutor(Connection connection, DriverConnection driver)
{
    private Engine Engine => connection.Engine;

    /// <summary>Executes a statement that returns rows; the cursor's end frees the connection.</summary>
    public async ValueTask<ReadingCursor> OpenCore<TValues>(IOBehavior io, FilledSql sql, TValues values, CancellationToken cancellationToken)
        where TValues : struct, IStatementValues
    {
        var started = Start(sql.Text, sql.Compiled);
        ReadingCursor rows;
        try
        {
            rows = new ReadingCursor(connection, this, await Bound(sql, values).OpenCore(io, cancellationToken).ConfigureAwait(false), sql.Text);
        }
        catch (Exception error)
        {
            Fail(error, sql.Text);
            throw;
        }
        finally
        {
            driver.Exit();
        }

        TellOpened(rows, sql.Text, started);
        return rows;
    }

    /// <summary>Executes a statement that returns no rows.</summary>
    public async ValueTask<(int Affected, long? Key)> RunCore<TValues>(IOBehavior io, FilledSql sql, TValues values, CancellationToken cancellationToken)
        where TValues : struct, IStatementValues
    {
        var started = Start(sql.Text, sql.Compiled);
        (int Affected, long? Key) done;
        try
        {
            var statement = Bound(sql, values);
            var affected = await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
            done = (affected, statement.TryGetInsertedKey(out var key) ? key : null);
        }
        catch (Exception error)
        {
            Fail(error, sql.Text);
            throw;
        }
        finally
        {
            driver.Exit();
        }

        Engine.Events.OnExecuted(connection, sql.Text, started, done.Affected);
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
        var text = string.Join(";\n", statements.Select(s => s.Sql.Text).Distinct());
        var started = Start(text, null);
        IReadOnlyList<int> affected;
        try
        {
            foreach (var (sql, values) in statements)
            {
                new BoxedValues(values).Bind(batch.Add(sql), sql);
            }

            affected = await batch.RunCore(io, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Fail(error, text);
            throw;
        }
        finally
        {
            driver.Exit();
        }

        Engine.Events.OnExecuted(connection, text, started, affected.Sum(a => Math.Max(a, 0)));
        return affected;
    }

    /// <summary>Executes text once.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="text">The text.</param>
    /// <param name="done">Notes down what the text did, before anyone hears of it: a handler that throws must not leave a COMMIT unnoticed. Null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<int> RunTextCore(IOBehavior io, string text, Action? done, CancellationToken cancellationToken)
    {
        var started = Start(text, null);
        int affected;
        try
        {
            using var statement = driver.Prepare(text);
            affected = await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Fail(error, text);
            throw;
        }
        finally
        {
            driver.Exit();
        }

        done?.Invoke();
        Engine.Events.OnExecuted(connection, text, started, affected);
        return affected;
    }

    /// <summary>Tells of a failure. Throws the exception to throw in place of an error of the database; returns when the error is not one of the database's.</summary>
    public void Fail(Exception error, string text)
    {
        var translated = Translate(error, text);
        Engine.Events.OnFailed(connection, text, translated ?? error);
        if (translated is not null)
        {
            throw translated;
        }
    }

    private DatabaseException? Translate(Exception error, string text)
    {
        if (error is OperationCanceledException canceled)
        {
            // The server may have been in the middle of the statement.
            connection.Transaction?.Met(FateAfter(new ErrorFacts(canceled.Message, Canceled: true)));
            return null;
        }

        if (Engine.Driver.Describe(error) is not { } facts)
        {
            return null;
        }

        var kind = Engine.Dialect.Facts.Classify(facts);
        if (kind is DatabaseErrorKind.Disconnected)
        {
            Engine.DiscardFreeConnections();
        }

        connection.Transaction?.Met(FateAfter(facts));
        return DatabaseException.Create(kind, facts, text, error);
    }

    private long Start(string text, CompiledSql? compiled)
    {
        Engine.Options.Echo?.WriteLine(text);
        driver.Enter();
        try
        {
            Engine.Events.OnExecuting(connection, text, compiled);
            return Engine.Events.Now();
        }
        catch (Exception stopped)
        {
            driver.Exit();
            Engine.Events.OnFailed(connection, text, stopped);
            throw;
        }
    }

    // The caller never gets rows whose handler threw: they must not stay open.
    private void TellOpened(ReadingCursor rows, string text, long started)
    {
        try
        {
            Engine.Events.OnExecuted(connection, text, started, -1);
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
        values.Bind(statement, sql);
        return statement;
    }
}
