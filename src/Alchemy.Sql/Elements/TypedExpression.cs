namespace Alchemy;

/// <summary>The handle of any expression that is not a table's column.</summary>
internal sealed class TypedExpression<T>(ColumnElement node) : ColumnExpression<T>(node);
