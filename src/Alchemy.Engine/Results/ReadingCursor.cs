using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The rows of a statement that a connection is reading: errors are translated, and the connection ends it when it is closed first.</summary>
internal sealed class ReadingCursor(Connection connection, StatementExecutor executor, Cursor cursor, ExecutedStatement statement) : IDisposable
{
    private bool _ended;

    /// <summary>The row that is being read.</summary>
    public Cursor Row => cursor;

    public bool Read()
    {
        connection.ThrowIfClosed();
        try
        {
            return !_ended && cursor.Read();
        }
        catch (Exception error)
        {
            executor.FailReading(error, statement);
            throw;
        }
    }

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        connection.ThrowIfClosed();
        try
        {
            return !_ended && await cursor.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            executor.FailReading(error, statement);
            throw;
        }
    }

    public ValueTask<bool> ReadCore(IOBehavior io, CancellationToken cancellationToken) => io is IOBehavior.Synchronous ? new(Read()) : ReadAsync(cancellationToken);

    public void Dispose() => DisposeCore(IOBehavior.Synchronous).Completed();

    public async ValueTask DisposeCore(IOBehavior io)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        connection.Ended(this);
        try
        {
            await cursor.DisposeCore(io).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            executor.FailReading(error, statement);
            throw;
        }
    }
}
