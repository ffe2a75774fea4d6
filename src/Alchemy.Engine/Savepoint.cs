namespace Alchemy;

/// <summary>A place inside a transaction that can be rolled back to. Disposing it without a release rolls back to it.</summary>
public sealed class Savepoint : IDisposable
{
    private readonly Transaction _transaction;
    private readonly Connection _connection;
    private readonly string _name;
    private bool _ended;

    internal Savepoint(Transaction transaction, Connection connection, string name)
    {
        (_transaction, _connection, _name) = (transaction, connection, name);
        connection.ExecuteText(Facts.Savepoint(name));
    }

    private DialectFacts Facts => _connection.Engine.Dialect.Facts;

    /// <summary>Keeps what was done since; it is committed with the transaction.</summary>
    public void Release()
    {
        End();
        if (Facts.ReleaseSavepoint(_name) is { } text)
        {
            _connection.ExecuteText(text);
        }
    }

    /// <summary>Undoes what was done since.</summary>
    public void Rollback()
    {
        End();
        if (_transaction.IsLost)
        {
            _transaction.ThrowIfFailed();
        }

        _connection.Send(Facts.RollbackToSavepoint(_name));
        _transaction.Recovered();
    }

    /// <summary>Rolls back unless released.</summary>
    public void Dispose()
    {
        // What the database has rolled back as a whole has no savepoints any more; the transaction's own end says so.
        if (!_ended && _transaction is { IsOpen: true, IsLost: false })
        {
            Rollback();
        }
    }

    private void End()
    {
        _transaction.ThrowIfEnded();
        if (_ended)
        {
            throw new ConnectionStateException("The savepoint has ended: make another.");
        }

        _ended = true;
    }
}
