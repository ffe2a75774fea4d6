namespace Alchemy;

/// <summary>A transaction on a connection. Disposing it without a commit rolls it back.</summary>
public sealed class Transaction : IDisposable
{
    private readonly Connection _connection;
    private int _savepoints;

    internal Transaction(Connection connection) => _connection = connection;

    /// <summary>True until the transaction is committed or rolled back.</summary>
    public bool IsOpen => ReferenceEquals(_connection.Transaction, this);

    /// <summary><c>COMMIT</c></summary>
    public void Commit() => End("COMMIT");

    /// <summary><c>ROLLBACK</c></summary>
    public void Rollback() => End("ROLLBACK");

    /// <summary>Marks a place to roll back to: <c>SAVEPOINT</c>. Disposing it without a release rolls back to it.</summary>
    public Savepoint Savepoint()
    {
        ThrowIfEnded();
        return new Savepoint(this, _connection, $"alchemy_{++_savepoints}");
    }

    /// <summary>Rolls back unless committed.</summary>
    public void Dispose()
    {
        if (IsOpen)
        {
            Rollback();
        }
    }

    internal void ThrowIfEnded()
    {
        if (!IsOpen)
        {
            throw new ConnectionStateException("The transaction has ended: begin another.");
        }
    }

    private void End(string text)
    {
        ThrowIfEnded();
        _connection.ExecuteText(text);
        _connection.Transaction = null;
    }
}
