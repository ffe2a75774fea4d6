namespace Alchemy;

/// <summary>A statement was executed without a value for one of its bind parameters.</summary>
public sealed class MissingValueException(string parameter)
    : AlchemyException(ErrorCodes.MissingValue, $"Bind parameter '{parameter}' has no value: give one when executing the statement.")
{
    /// <summary>The parameter's name.</summary>
    public string Parameter { get; } = parameter;
}
