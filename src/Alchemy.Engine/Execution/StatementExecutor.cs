using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The one place where statements are executed: binding, echo and the mapping of errors happen here and nowhere else.</summary>
/// <param name="engine">The engine.</param>
/// <param name="connection">The connection that executes.</param>
/// <param name="failed">Told of every error of the database, and what it did to an open transaction.</param>
internal sealed class StatementExecutor(Engine engine, DriverConnection connection, Action<TransactionFate> failed)
{
    /// <summary>Executes a statement that returns rows; the cursor's end frees the connection.</summary>
    public async ValueTask<Cursor> OpenCore(IOBehavior io, FilledSql sql, object?[] values, CancellationToken cancellationToken)
    {
        Enter(sql.Text);
        try
        {
            return await Bound(sql, values).OpenCore(io, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (Translate(error, sql.Text) is { } translated)
        {
            throw translated;
        }
        finally
        {
            connection.Exit();
        }
    }

    /// <summary>Executes a statement that returns no rows.</summary>
    public async ValueTask<(int Affected, long? Key)> RunCore(IOBehavior io, FilledSql sql, object?[] values, CancellationToken cancellationToken)
    {
        Enter(sql.Text);
        try
        {
            var statement = Bound(sql, values);
            var affected = await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
            return (affected, statement.TryGetInsertedKey(out var key) ? key : null);
        }
        catch (Exception error) when (Translate(error, sql.Text) is { } translated)
        {
            throw translated;
        }
        finally
        {
            connection.Exit();
        }
    }

    /// <summary>Executes text once.</summary>
    public async ValueTask<int> RunTextCore(IOBehavior io, string text, CancellationToken cancellationToken)
    {
        Enter(text);
        try
        {
            using var statement = connection.Prepare(text);
            return await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (Translate(error, text) is { } translated)
        {
            throw translated;
        }
        finally
        {
            connection.Exit();
        }
    }

    /// <summary>The exception to throw for an error of the database; null when the error is not one of the database's.</summary>
    public Exception? Translate(Exception error, string text)
    {
        if (error is OperationCanceledException canceled)
        {
            // The server may have been in the middle of the statement.
            failed(FateAfter(new ErrorFacts(canceled.Message, Canceled: true)));
            return null;
        }

        if (engine.Driver.Describe(error) is not { } facts)
        {
            return null;
        }

        var kind = engine.Dialect.Facts.Classify(facts);
        if (kind is DatabaseErrorKind.Disconnected)
        {
            engine.DiscardFreeConnections();
        }

        failed(FateAfter(facts));
        return DatabaseException.Create(kind, facts, text, error);
    }

    private void Enter(string text)
    {
        engine.Options.Echo?.WriteLine(text);
        connection.Enter();
    }

    private TransactionFate FateAfter(ErrorFacts error)
        => connection.Ado.State == System.Data.ConnectionState.Open ? connection.FateAfter(error) : TransactionFate.Ended;

    private Statement Bound(FilledSql sql, object?[] values)
    {
        var statement = connection.Get(sql);
        for (var i = 0; i < sql.Parameters.Count; i++)
        {
            var parameter = sql.Parameters[i];
            statement.Set(i, parameter.Type, parameter.Element < 0 ? values[parameter.Bind] : Element(values[parameter.Bind], parameter.Element));
        }

        return statement;
    }

    // Beyond the last element the list was rounded up: the last value is repeated.
    private static object? Element(object? list, int index) => list switch
    {
        System.Collections.IList items => items[Math.Min(index, items.Count - 1)],
        System.Collections.IEnumerable items => items.Cast<object?>().ElementAtOrDefault(index) ?? items.Cast<object?>().Last(),
        _ => throw new InvalidStatementException("The value of an IN parameter is not a list."),
    };
}
