namespace Alchemy;

/// <summary>Nothing is known of what was to be inspected.</summary>
public sealed class NotInspectableException(Type type) : AlchemyException(
    ErrorCodes.NotInspectable, $"There is nothing to tell of a {type.Name}: give Inspect.Of an engine, a table, a statement or a part of one, or implement IInspectable.")
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;
}
