namespace Alchemy.Internals;

/// <summary>Gives the binds of a statement the values of an execution.</summary>
internal sealed class SlotFill(IReadOnlyDictionary<BindParameter, SlotBind> slots, object?[] values) : SqlRewriter
{
    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node)
    {
        if (node is not BindParameter bind || !slots.TryGetValue(bind, out var source))
        {
            return null;
        }

        var value = source.Convert is { } convert ? convert(values[source.Slot]) : values[source.Slot];
        return new BindParameter(bind.Key, bind.Type, value, hasValue: true, unique: bind.IsUnique, expanding: bind.IsExpanding);
    }
}
