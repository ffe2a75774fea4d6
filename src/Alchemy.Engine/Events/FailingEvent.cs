namespace Alchemy;

/// <summary>A statement has failed, and a handler may change what the caller gets.</summary>
public sealed class FailingEvent
{
    internal FailingEvent(Connection connection, string text, Exception original, Exception error, bool isDisconnect)
        => (Connection, Text, Original, Error, IsDisconnect) = (connection, text, original, error, isDisconnect);

    /// <summary>The connection that executed it.</summary>
    public Connection Connection { get; }

    /// <summary>The SQL text, with markers in place of values.</summary>
    public string Text { get; }

    /// <summary>The error as it came: the provider's, when the database refused the statement. It may hold values of rows.</summary>
    public Exception Original { get; }

    /// <summary>What the caller gets: a <see cref="DatabaseException"/> when the database refused the statement. A handler that puts another in its place gives it this one as its inner exception, so that nothing is lost.</summary>
    public Exception Error { get; set; }

    /// <summary>True when the connection is lost: it is closed, and so are those that lie free in the pool. A handler may know better than the engine.</summary>
    public bool IsDisconnect { get; set; }
}
