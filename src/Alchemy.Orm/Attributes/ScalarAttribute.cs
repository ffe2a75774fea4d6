using Alchemy.Internals;

namespace Alchemy;

/// <summary>An attribute that is a column's value.</summary>
public sealed class ScalarAttribute : EntityAttribute
{
    private readonly object? _default;

    internal ScalarAttribute(string name, int index, AttributeStorage storage, Column column, ValueComparison comparison)
        : base(name, index, storage) => (Column, Comparison, _default) = (column, comparison, storage.Type.IsValueType ? Activator.CreateInstance(storage.Type) : null);

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>True for null and for the default of the member's type, which a new object has where nothing was set.</summary>
    internal bool IsDefault(object? value) => value is null || value.Equals(_default);

    /// <summary>How two values are compared and kept for comparison.</summary>
    internal ValueComparison Comparison { get; }
}
