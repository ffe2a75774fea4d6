namespace Alchemy;

/// <summary>A statement is about to be executed.</summary>
/// <param name="Connection">The connection that executes it.</param>
/// <param name="Text">The SQL text, with markers in place of values.</param>
/// <param name="Compiled">The compiled statement; null for text such as COMMIT. Its binds show the values that it was compiled with, not those of this execution.</param>
public sealed record ExecutingEvent(Connection Connection, string Text, CompiledSql? Compiled);

/// <summary>A statement was executed.</summary>
/// <param name="Connection">The connection that executed it.</param>
/// <param name="Text">The SQL text, with markers in place of values.</param>
/// <param name="Elapsed">The time from its start to its first answer: reading its rows is not in it.</param>
/// <param name="RowsAffected">Rows changed, or -1 for a statement that returns rows.</param>
public sealed record ExecutedEvent(Connection Connection, string Text, TimeSpan Elapsed, int RowsAffected);

/// <summary>A statement failed.</summary>
/// <param name="Connection">The connection that executed it.</param>
/// <param name="Text">The SQL text, with markers in place of values.</param>
/// <param name="Error">What the caller gets: a <see cref="DatabaseException"/> when the database refused it.</param>
public sealed record FailedEvent(Connection Connection, string Text, Exception Error);
