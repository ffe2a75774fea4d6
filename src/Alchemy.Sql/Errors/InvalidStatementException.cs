namespace Alchemy;

/// <summary>An expression, statement or schema object was put together in a way that has no meaning.</summary>
public sealed class InvalidStatementException(string message) : AlchemyException(ErrorCodes.InvalidStatement, message);
