namespace Alchemy;

/// <summary>A session or one of its objects was used in a state that does not allow it.</summary>
public sealed class SessionStateException(string message) : AlchemyException(ErrorCodes.SessionState, message);
