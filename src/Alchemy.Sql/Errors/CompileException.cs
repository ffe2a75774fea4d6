namespace Alchemy;

/// <summary>A statement cannot be rendered: the dialect lacks the feature, or the statement is incomplete.</summary>
public sealed class CompileException : AlchemyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="feature">What could not be rendered, for example <c>RETURNING</c>.</param>
    /// <param name="dialect">The dialect's name, or null when no dialect could render it.</param>
    /// <param name="reason">Why, and what to do instead.</param>
    /// <param name="soFar">The text rendered before the failure, or null.</param>
    public CompileException(string feature, string? dialect, string reason, string? soFar = null)
        : base(ErrorCodes.Compile, Sentence(feature, dialect, reason, soFar))
        => (Feature, Dialect, StatementSoFar) = (feature, dialect, soFar);

    /// <summary>What could not be rendered.</summary>
    public string Feature { get; }

    /// <summary>The dialect that was asked, or null.</summary>
    public string? Dialect { get; }

    /// <summary>The text rendered before the failure, or null.</summary>
    public string? StatementSoFar { get; }

    private static string Sentence(string feature, string? dialect, string reason, string? soFar)
        => $"{feature} cannot be rendered{(dialect is null ? "" : $" for {dialect}")}: {reason}"
            + (string.IsNullOrWhiteSpace(soFar) ? "" : $" Statement so far: {soFar.Trim()}");
}
