namespace Alchemy;

/// <summary>A query needed pending changes to be flushed first, and that failed. The cause is the inner exception.</summary>
public sealed class AutoflushException(string query, Exception inner) : AlchemyException(
    ErrorCodes.Autoflush, $"The changes that are pending could not be flushed before the query over {query}: {inner.Message} Correct them, or query inside SessionOptions.Autoflush = false.", inner);
