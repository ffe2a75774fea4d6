namespace Alchemy;

/// <summary>The typed handle of a table's or alias' column.</summary>
/// <typeparam name="T">The CLR type of its values, never nullable.</typeparam>
public sealed class Column<T>(NamedColumn column) : ColumnExpression<T>(column)
{
    /// <summary>The untyped column.</summary>
    public NamedColumn Untyped => (NamedColumn)Node;
}
