namespace Alchemy;

/// <summary>Base of every error this library raises on purpose.</summary>
/// <remarks>The message says what happened, where, and what to do; <see cref="Code"/> never changes between versions and ends the message.</remarks>
public abstract class AlchemyException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">The stable code, such as <c>ALQ1001</c>; see <see cref="ErrorCodes"/>.</param>
    /// <param name="message">One or two sentences: what, where, what to do.</param>
    /// <param name="inner">The cause, or null.</param>
    protected AlchemyException(string code, string message, Exception? inner = null)
        : base($"{message} [{code}]", inner) => Code = code;

    /// <summary>The stable code of this kind of error, for example <c>ALQ1001</c>.</summary>
    public string Code { get; }
}
