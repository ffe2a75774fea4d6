using System.Linq.Expressions;

namespace Alchemy;

/// <summary>What the columns of a query's rows become: values and entities, and a function that makes the result of them.</summary>
public sealed class ResultShape
{
    /// <summary>Creates a shape.</summary>
    /// <param name="items">The parts of a row.</param>
    /// <param name="projector">Makes the result of the parts: one parameter per item, of the item's type, then the values of the execution (<c>object?[]</c>). Null when the one item is the result.</param>
    public ResultShape(IReadOnlyList<ResultItem> items, LambdaExpression? projector = null)
    {
        if (projector is null && items.Count != 1)
        {
            throw new InvalidStatementException($"A result of {items.Count} items needs a projector.");
        }

        (Items, Projector) = (items, projector);
    }

    /// <summary>The parts of a row.</summary>
    public IReadOnlyList<ResultItem> Items { get; }

    /// <summary>Makes the result of the parts; null when the one item is the result.</summary>
    public LambdaExpression? Projector { get; }

    /// <summary>The type of a result.</summary>
    public Type Type => Projector?.ReturnType ?? Items[0].ClrType;
}

/// <summary>A part of a row.</summary>
/// <param name="Ordinal">Its first column, from 0.</param>
/// <param name="ClrType">The type of the value.</param>
public abstract record ResultItem(int Ordinal, Type ClrType);

/// <summary>A column's value.</summary>
/// <param name="Ordinal">The column.</param>
/// <param name="ClrType">The CLR type wanted.</param>
/// <param name="Type">The SQL type.</param>
/// <param name="IsNullable">False when it is never NULL.</param>
public sealed record ColumnItem(int Ordinal, Type ClrType, SqlType Type, bool IsNullable) : ResultItem(Ordinal, ClrType);

/// <summary>An entity in as many columns as its mapper has scalars, in their order; null when its key is NULL.</summary>
/// <param name="Ordinal">Its first column.</param>
/// <param name="Mapper">The mapping.</param>
public sealed record EntityItem(int Ordinal, Mapper Mapper) : ResultItem(Ordinal, Mapper.ClrType);

/// <summary>A collection that a query of its own has read; the row holds the key to it.</summary>
/// <param name="Ordinal">The key's first column.</param>
/// <param name="ItemType">The type of the collection's items.</param>
/// <param name="Keys">The columns of the key.</param>
/// <param name="Index">Which of the nested queries.</param>
internal sealed record NestedItem(int Ordinal, Type ItemType, IReadOnlyList<ColumnItem> Keys, int Index) : ResultItem(Ordinal, typeof(List<>).MakeGenericType(ItemType));
