using Alchemy.Internals;

namespace Alchemy;

/// <summary>An attribute that is a column's value.</summary>
public sealed class ScalarAttribute : EntityAttribute
{
    internal ScalarAttribute(string name, int index, AttributeStorage storage, Column column, ValueComparison comparison)
        : base(name, index, storage) => (Column, Comparison) = (column, comparison);

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>How two values are compared and kept for comparison.</summary>
    internal ValueComparison Comparison { get; }
}
