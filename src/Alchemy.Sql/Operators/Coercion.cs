using System.Collections;
using System.Text.RegularExpressions;

namespace Alchemy;

/// <summary>Makes elements of what users give as operands: an element stays, null becomes NULL, any other value becomes a bind parameter.</summary>
internal static partial class Coercion
{
    /// <summary>The operand that stands opposite <paramref name="other"/>: its parameter is named after that column and has its type.</summary>
    public static ColumnElement Operand(object? operand, ColumnElement other) => Element(operand) ?? Value(operand, other);

    /// <summary>The operand of a known type; its parameter has no name of its own.</summary>
    public static ColumnElement Operand(object? operand, SqlType type)
        => Element(operand) ?? new BindParameter("param", TypeOf(operand, type), operand, hasValue: true, unique: true);

    /// <summary>Two operands, of which at least one is an element: the other is named after it.</summary>
    public static (ColumnElement Left, ColumnElement Right) Pair(object? left, object? right) => left is ColumnElement element
        ? (element.Node, Operand(right, element))
        : right is ColumnElement other ? (Operand(left, other), other.Node) : (Literal(left), Literal(right));

    /// <summary>A bind parameter for a value that is compared with <paramref name="other"/>.</summary>
    public static BindParameter Value(object? value, ColumnElement other)
        => new(BindName(other), TypeOf(value, other.Type), value, hasValue: true, unique: true);

    /// <summary>An expanding bind parameter for a list that <paramref name="other"/> is looked for in.</summary>
    public static BindParameter Expanding(ICollection values, ColumnElement other)
    {
        var type = other.Type is NullType && values.Cast<object?>().FirstOrDefault(v => v is not null) is { } first ? TypeOf(first) : other.Type;
        return new(BindName(other), type, values, hasValue: true, unique: true, expanding: true);
    }

    /// <summary>A parameter of the user's own as the list that <paramref name="other"/> is looked for in.</summary>
    public static BindParameter ListParameter(BindParameter list, ColumnElement other)
    {
        SqlType type = other is TupleExpression tuple ? new TupleType([.. tuple.Items.Select(i => i.Type)]) : list.Type is NullType ? other.Type : list.Type;
        return list.IsExpanding && list.Type.Equals(type) ? list : new(list.Key, type, list.Value, list.HasValue, list.IsUnique, expanding: true, list.IsLiteral);
    }

    /// <summary>The type of a parameter of the user's own, or of the values of its list.</summary>
    public static SqlType TypeOfParameter(object? value, bool expanding)
        => (expanding && value is ICollection values ? values.Cast<object?>().FirstOrDefault(v => v is not null) : value) is { } first ? Literal(first).Type : SqlTypes.Null;

    /// <summary>An expanding bind parameter for a list of tuples.</summary>
    public static BindParameter Tuples(ICollection values, TupleExpression tuple)
        => new("param", new TupleType([.. tuple.Items.Select(i => i.Type)]), values, hasValue: true, unique: true, expanding: true);

    /// <summary>A bind parameter for a value that stands alone.</summary>
    public static ColumnElement Literal(object? value) => Argument(value, "param");

    /// <summary>A bind parameter for a value that stands alone, under a name.</summary>
    public static ColumnElement Argument(object? value, string name)
        => Element(value) ?? new BindParameter(Plain(name), TypeOf(value!), value, hasValue: true, unique: true);

    /// <summary>The name of a parameter that stands opposite an element.</summary>
    public static string BindName(ColumnElement other) => other.Node switch
    {
        Label => "param",
        Annotated annotated => BindName(annotated.Element),
        ProxyColumn { From: Subquery or CommonTableExpression, Source.Name: null } => "param",
        NamedColumn column => Plain(column.Key),
        ColumnClause column => Plain(column.Name),
        FunctionCall call => Plain(call.ShortName),
        TableValuedColumn { Name: { } row } => Plain(row),
        _ => "param",
    };

    /// <summary>The type of a parameter for <paramref name="value"/> beside something of type <paramref name="other"/>: that type, unless the value is of quite another kind.</summary>
    public static SqlType TypeOf(object? value, SqlType other)
    {
        if (other.CoerceComparedValue(value) is { } chosen)
        {
            return chosen;
        }

        if (value is null || other.ClrType.IsInstanceOfType(value) && other is not NullType || other is EnumType)
        {
            return other;
        }

        return (SqlTypes.TryOf(value.GetType()) ?? SqlTypes.RangeOf(value.GetType())) is not { } own || IsSameKind(own, other) && Fits(value, other) ? other : own is TextType ? SqlTypes.String() : own;
    }

    private static ColumnElement? Element(object? operand) => operand switch
    {
        ColumnElement element => element.Node,
        SelectBase select => new ScalarSelect(select),
        null => Constant.Null,
        _ => null,
    };

    // A name may stand in the text only as far as every database takes it for a parameter's.
    private static string Plain(string name) => Strange().Replace(name, "_").Trim('_') is { Length: > 0 } plain ? plain : "param";

    [GeneratedRegex(@"[%() $]+")]
    private static partial Regex Strange();

    // What no column of the type holds can still be compared with one.
    private static bool Fits(object value, SqlType other) => (other, value) switch
    {
        (SmallIntegerType, int number) => number is >= short.MinValue and <= short.MaxValue,
        (SmallIntegerType, long number) => number is >= short.MinValue and <= short.MaxValue,
        (DateType, DateTime time) => time.TimeOfDay == TimeSpan.Zero,
        (IntegerType, long number) => number is >= int.MinValue and <= int.MaxValue,
        _ => true,
    };

    // 5 is a DECIMAL beside a DECIMAL, but 2.7 is no INTEGER beside an INTEGER.
    private static bool IsSameKind(SqlType own, SqlType other) => (own, other) switch
    {
        (_, NullType) => false,
        (SmallIntegerType or IntegerType or BigIntegerType, SmallIntegerType or IntegerType or BigIntegerType or NumericType or DoubleType or RealType) => true,
        (NumericType or DoubleType or RealType, NumericType or DoubleType or RealType) => true,
        (DateType or DateTimeType or DateTimeOffsetType or TimeType, DateType or DateTimeType or DateTimeOffsetType or TimeType) => true,
        _ => own.GetType() == other.GetType() || own.ClrType == other.ClrType,
    };

    // A single value is no CLOB. An unknown kind of value is left to the driver.
    private static SqlType TypeOf(object value) => value is string ? SqlTypes.String() : SqlTypes.TryOf(value.GetType()) ?? SqlTypes.Null;
}
