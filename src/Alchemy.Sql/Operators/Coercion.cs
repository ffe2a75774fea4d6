using System.Collections;

namespace Alchemy;

/// <summary>Makes elements of what users give as operands: an element stays, null becomes NULL, any other value becomes a bind parameter.</summary>
internal static class Coercion
{
    /// <summary>The operand that stands opposite <paramref name="other"/>: its parameter is named after that column and has its type.</summary>
    public static ColumnElement Operand(object? operand, ColumnElement other) => operand switch
    {
        ColumnElement element => element.Node,
        SelectBase select => new ScalarSelect(select),
        null => Constant.Null,
        _ => Value(operand, other),
    };

    /// <summary>The operand of a known type; its parameter has no name of its own.</summary>
    public static ColumnElement Operand(object? operand, SqlType type) => operand switch
    {
        ColumnElement element => element.Node,
        SelectBase select => new ScalarSelect(select),
        null => Constant.Null,
        _ => new BindParameter("param", type, operand, hasValue: true, unique: true),
    };

    /// <summary>A bind parameter for a value that is compared with <paramref name="other"/>.</summary>
    public static BindParameter Value(object? value, ColumnElement other)
        => new(BindName(other), TypeOf(value, other), value, hasValue: true, unique: true);

    /// <summary>An expanding bind parameter for a list that <paramref name="other"/> is looked for in.</summary>
    public static BindParameter Expanding(ICollection values, ColumnElement other)
        => new(BindName(other), other.Type, values, hasValue: true, unique: true, expanding: true);

    /// <summary>A bind parameter for a value that stands alone.</summary>
    public static ColumnElement Literal(object? value) => value switch
    {
        ColumnElement element => element.Node,
        SelectBase select => new ScalarSelect(select),
        null => Constant.Null,
        _ => new BindParameter("param", TypeOf(value), value, hasValue: true, unique: true),
    };

    private static string BindName(ColumnElement other) => other.Node switch
    {
        Label label => label.Name,
        NamedColumn column => column.Name,
        FunctionCall call => call.FunctionName,
        _ => "param",
    };

    private static SqlType TypeOf(object? value, ColumnElement other)
        => other.Type is NullType && value is not null ? TypeOf(value) : other.Type;

    // A single value is no CLOB.
    private static SqlType TypeOf(object value) => value is string ? SqlTypes.String() : SqlTypes.Of(value.GetType());
}
