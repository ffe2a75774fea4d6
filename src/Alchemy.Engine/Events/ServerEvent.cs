namespace Alchemy;

/// <summary>The engine found that one of its servers does something else than before: a standby is the primary now, a server is lost, or is back.</summary>
/// <param name="Server">The server.</param>
/// <param name="Before">What it did before.</param>
/// <param name="Now">What it does now.</param>
/// <param name="Error">Why it counts as lost; null where it does not, or where a user of a connection got the error.</param>
public sealed record ServerEvent(EngineServer Server, ServerRole Before, ServerRole Now, Exception? Error);
