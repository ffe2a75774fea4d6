namespace Alchemy;

/// <summary>The CHECK that a column's type asks for, where the database has no such type: a value of an enumeration, true or false.</summary>
internal static class TypeCheck
{
    public static CheckConstraint? Of(Column column) => (column.Type is DecoratedType decorated ? decorated.Impl : column.Type) switch
    {
        EnumerationType { CreateConstraint: true } type => Check(column, type, type.Name, type.Values.Select(v => new LiteralValue(v, SqlTypes.Text))),
        BooleanType { CreateConstraint: true } type => Check(column, type, type.ConstraintName, [new LiteralValue(0, SqlTypes.Integer), new LiteralValue(1, SqlTypes.Integer)]),
        _ => null,
    };

    private static CheckConstraint Check(Column column, SqlType type, string? name, IEnumerable<LiteralValue> values)
        => new(new InExpression(column, new TupleExpression([.. values]), negated: false), name) { DdlIf = dialect => !dialect.Types.IsNative(type) };
}
