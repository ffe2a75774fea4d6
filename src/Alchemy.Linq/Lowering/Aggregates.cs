using System.Linq.Expressions;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.ResultOperators;

namespace Alchemy.Internals;

/// <summary>Count, Sum, Min, Max and Average with LINQ's results: the sum of nothing is 0, an average of integers is not an integer.</summary>
internal static class Aggregates
{
    public static ScalarShape Of(ResultOperatorBase terminal, Shape item, ExpressionTranslator expressions, ColumnElement? filter, bool distinct = false)
    {
        var value = expressions.Value(item, Expression.Constant(terminal.ToString()));
        var type = Nullable.GetUnderlyingType(item.Type) ?? item.Type;
        return terminal switch
        {
            SumResultOperator => new ScalarShape(Coalesce(Call(expressions, "sum", value, SumType(value, type), filter, distinct), type), item.Type),
            MinResultOperator => new ScalarShape(Call(expressions, "min", value, value.Type, filter, distinct), item.Type),
            MaxResultOperator => new ScalarShape(Call(expressions, "max", value, value.Type, filter, distinct), item.Type),
            _ => new ScalarShape(Average(expressions, value, type, filter, distinct), AverageType(item.Type)),
        };
    }

    /// <summary>The aggregate of a group.</summary>
    public static ScalarShape OfGroup(ResultOperatorBase terminal, Shape item, ExpressionTranslator expressions, ColumnElement? filter, bool distinct, Expression node) => terminal switch
    {
        CountResultOperator => new ScalarShape(Count(item, expressions, filter, distinct, node), typeof(int)),
        LongCountResultOperator => new ScalarShape(Count(item, expressions, filter, distinct, node), typeof(long)),
        AnyResultOperator => new ScalarShape(Count(item, expressions, filter, distinct: false, node).Condition(SqlOperator.Greater, new LiteralValue(0L, SqlTypes.BigInteger)), typeof(bool)),
        AllResultOperator => new ScalarShape(Count(item, expressions, filter, distinct: false, node).Condition(SqlOperator.Equal, new LiteralValue(0L, SqlTypes.BigInteger)), typeof(bool)),
        SumResultOperator or MinResultOperator or MaxResultOperator or AverageResultOperator => Of(terminal, item, expressions, filter, distinct),
        _ => throw expressions.Refuse(node, terminal.GetType().Name.Replace("ResultOperator", "", StringComparison.Ordinal), "of a group only aggregates (Count, Sum, Min, Max, Average, Any, All) can be computed"),
    };

    /// <summary>The number of items of a sequence.</summary>
    public static ScalarShape Count(QueryModelTranslator query, Type type)
    {
        if (!query.Builder.IsSimple)
        {
            query.PushDown();
        }

        query.Builder.Unordered();
        return new ScalarShape(new ScalarSelect(query.Build([Func.Count().Node]), nullable: false), type);
    }

    public static Type AverageType(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var result = bare == typeof(int) || bare == typeof(long) || bare == typeof(short) ? typeof(double) : bare;
        return bare == type ? result : typeof(Nullable<>).MakeGenericType(result);
    }

    private static ColumnElement Count(Shape item, ExpressionTranslator expressions, ColumnElement? filter, bool distinct, Expression node)
    {
        if (!distinct)
        {
            return Filtered(new FunctionCall("count", [new TextClause("*", SqlTypes.Null)], SqlTypes.BigInteger, nullable: false), filter);
        }

        var value = expressions.Value(item, node);
        var count = Filtered(new FunctionCall("count", [value], SqlTypes.BigInteger, nullable: false, distinct), filter);
        return expressions.Context.IsNullable(value) ? new Alchemy.BinaryExpression(SqlOperator.Add, count, OneForNull(expressions, value, filter), SqlTypes.BigInteger) : count;
    }

    // COUNT(DISTINCT x) passes over NULL, which is a value of its own in C#.
    private static FunctionCall OneForNull(ExpressionTranslator expressions, ColumnElement value, ColumnElement? filter)
    {
        var (zero, one) = (new LiteralValue(0L, SqlTypes.BigInteger), new LiteralValue(1L, SqlTypes.BigInteger));
        return new("coalesce", [Call(expressions, "max", new Case([value.IsNull()], [one], zero), SqlTypes.BigInteger, filter, distinct: false), zero], SqlTypes.BigInteger, nullable: false);
    }

    private static ColumnElement Average(ExpressionTranslator expressions, ColumnElement value, Type type, ColumnElement? filter, bool distinct) => type == typeof(decimal)
        ? Call(expressions, "avg", value, SqlTypes.Numeric(), filter, distinct)
        : Call(expressions, "avg", type == typeof(double) ? value : value.Cast(SqlTypes.Double), SqlTypes.Double, filter, distinct);

    // A database that widens a sum or an average would calculate on with another type than C# has.
    private static ColumnElement Call(ExpressionTranslator expressions, string name, ColumnElement value, SqlType type, ColumnElement? filter, bool distinct)
    {
        var call = Filtered(new FunctionCall(name, [value], type, nullable: true, distinct), filter);
        var widened = expressions.Context.Dialect.Features.AggregateType is AggregateType.Widened
            && (name, type) is ("sum", SmallIntegerType or IntegerType or BigIntegerType) or ("avg", DoubleType);
        return widened ? new Cast(call, type) : call;
    }

    private static ColumnElement Filtered(ColumnElement call, ColumnElement? filter) => filter is null ? call : new FunctionFilter(call, filter);

    // 32 bit columns that C# adds up as 64 bit: their sum has 64 bit.
    private static SqlType SumType(ColumnElement value, Type type) => value.Type switch
    {
        NumericType => SqlTypes.Numeric(),
        IntegerType or SmallIntegerType when type == typeof(long) => SqlTypes.BigInteger,
        var own => own,
    };

    private static FunctionCall Coalesce(ColumnElement sum, Type type)
        => new("coalesce", [sum, new LiteralValue(Convert.ChangeType(0, type, System.Globalization.CultureInfo.InvariantCulture), sum.Type)], sum.Type, nullable: false);
}
