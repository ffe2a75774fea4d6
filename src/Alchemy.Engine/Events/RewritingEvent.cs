namespace Alchemy;

/// <summary>A statement is about to be executed, and a handler may change its text.</summary>
public sealed class RewritingEvent
{
    internal RewritingEvent(Connection connection, string text, CompiledSql? compiled) => (Connection, Text, Compiled) = (connection, text, compiled);

    /// <summary>The connection that executes it.</summary>
    public Connection Connection { get; }

    /// <summary>The text to send. Its parameters must stay where they are; a handler sees what those before it have set.</summary>
    public string Text { get; set; }

    /// <summary>The compiled statement; null for text such as COMMIT.</summary>
    public CompiledSql? Compiled { get; }
}
