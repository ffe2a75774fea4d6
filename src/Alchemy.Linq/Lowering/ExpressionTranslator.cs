using System.Linq.Expressions;
using Remotion.Linq.Clauses.Expressions;

namespace Alchemy.Internals;

using BinaryExpression = System.Linq.Expressions.BinaryExpression;
using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>Translates an expression over the sources of a query into the shape that it has in SQL.</summary>
internal sealed partial class ExpressionTranslator(LoweringContext context, QueryModelTranslator scope)
{
    /// <summary>What an expression stands for.</summary>
    /// <exception cref="Alchemy.Linq.LinqTranslationException">It has no SQL form.</exception>
    public Shape Translate(Expression node) => node switch
    {
        QuerySourceReferenceExpression source => scope.Resolve(source.ReferencedQuerySource),
        SlotExpression slot => new SlotShape(slot),
        ConstantExpression constant => new ConstantShape(constant),
        ShapeExpression shape => shape.Shape,
        MemberExpression member => Once(member, Member),
        SubQueryExpression query => Once(query, SubQuery),
        NewExpression creation => DateMethods.Translate(this, creation) as Shape ?? Composite(creation, []),
        MemberInitExpression { NewExpression: var creation, Bindings: var bindings } when bindings.All(b => b is MemberAssignment) => Composite(creation, bindings.Cast<MemberAssignment>()),
        ConditionalExpression choice => Conditional(choice),
        UnaryExpression unary => Unary(unary),
        BinaryExpression binary => Binary(binary),
        MethodCallExpression call => Call(call),
        _ => throw context.Refuse(node, node.NodeType.ToString(), "the database has nothing like it; compute it in the final Select, or in memory after AsEnumerable()"),
    };

    /// <summary>The value of an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="like">The value that it meets, whose SQL type a captured value takes; null for the CLR type's own.</param>
    public ColumnElement Value(Expression node, ColumnElement? like = null) => Value(Translate(node), node, like);

    public ColumnElement Value(Shape shape, Expression node, ColumnElement? like = null) => shape switch
    {
        ScalarShape scalar when like is not null && DateMethods.IsSpan(scalar.Type) && DateMethods.IsColumn(like) != DateMethods.IsColumn(scalar.Element)
            => throw context.Refuse(node, "A computed span of time beside a span that is a column", "one is a number of ticks and the other what the database keeps; compare them in memory after AsEnumerable()"),
        ScalarShape scalar => scalar.Element,
        SlotShape { Slot: var slot } when DateMethods.IsSpan(slot.Type) && (like is null || !DateMethods.IsColumn(like)) => context.Bind(slot, SqlTypes.BigInteger, "ticks", value => (value as TimeSpan?)?.Ticks),
        SlotShape { Slot: var slot } => context.Bind(slot, TypeLike(slot.Type, like, node), like: like),
        ConstantShape { Value: null } => Constant.Null,
        ConstantShape { Value: bool value } => value ? Constant.True : Constant.False,
        // A number that a rewrite of the query has put in.
        ConstantShape { Value: { } known } constant when SqlTypes.TryOf(constant.Type) is { } type => new LiteralValue(known, type),
        FirstItemShape first => FirstValue(first, first.Item, node),
        EntityShape { Mapper.Key: [var key] } entity => entity.Column(key),
        _ => throw context.Refuse(node, node.Type.Name, "a single value is needed here: name a member of it"),
    };

    /// <summary>The number of rows of Take or Skip.</summary>
    public ColumnElement Count(Expression node) => node is SlotExpression slot
        ? context.Bind(slot, SqlTypes.Integer, "count", value => Math.Max(0, Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)))
        : throw context.Refuse(node, "Take or Skip", "the number of rows must be known before the query runs");

    /// <summary>Equality of join keys, part by part. As in LINQ a null key finds no partner; parts of a composite key compare as values.</summary>
    public ColumnElement JoinCondition(Shape outer, Shape inner, Expression node)
    {
        if (outer is CompositeShape left && inner is CompositeShape right && left.Parts.Count() == right.Parts.Count())
        {
            return BooleanClauseList.And(left.Parts.Zip(right.Parts, (l, r) => Equality(l, r, node, node, equal: true)));
        }

        if (outer is EntityShape || inner is EntityShape)
        {
            return Equality(outer, inner, node, node, equal: true);
        }

        var value = Value(outer, node);
        return value.Condition(SqlOperator.Equal, Value(inner, node, value));
    }

    private SqlType TypeLike(Type clr, ColumnElement? like, Expression node)
    {
        var type = Nullable.GetUnderlyingType(clr) ?? clr;
        // A value that was boxed on its way has the type of what it is for.
        if (like is not null && (like.Type.ClrType == type || type == typeof(object) || like.Type is EnumType || IsInteger(like.Type.ClrType) && IsInteger(type) && Size(type) <= Size(like.Type.ClrType)))
        {
            return like.Type;
        }

        return SqlTypes.TryOf(type) ?? throw context.Refuse(node, $"A captured {type.Name}", "the type is none of SQL's: capture one of its members instead");
    }

    private static bool IsInteger(Type type) => type == typeof(byte) || type == typeof(short) || type == typeof(int) || type == typeof(long);

    private static int Size(Type type) => type == typeof(long) ? 8 : type == typeof(int) ? 4 : 2;

    private CompositeShape Composite(NewExpression creation, IEnumerable<MemberAssignment> bindings)
        => new(creation, [.. creation.Arguments.Select(Translate)], [.. bindings.Select(b => (b.Member, Translate(b.Expression)))]);

    private ScalarShape Conditional(ConditionalExpression node)
    {
        var (whenTrue, whenFalse) = (Translate(node.IfTrue), Translate(node.IfFalse));
        var like = whenTrue as ScalarShape ?? whenFalse as ScalarShape;
        var (yes, no) = (Choice(whenTrue, node, like), Choice(whenFalse, node, like));
        return new ScalarShape(new Case([Condition(node.Test)], [yes], no), node.Type);
    }

    // The key of an entity is not the entity.
    private ColumnElement Choice(Shape shape, Expression node, ScalarShape? like) => shape is not EntityShape
        ? Value(shape, node, like?.Element)
        : throw context.Refuse(node, "A choice between entities", "compare or select members of them, or choose in the final Select");

    private Shape Unary(UnaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs:
                return Converted(Translate(node.Operand), node);
            case ExpressionType.Not when node.Type == typeof(bool):
                return Truth(node);
            case ExpressionType.Not when node.Type == typeof(bool?):
                // The opposite of unknown is unknown.
                return new ScalarShape(Negation.Of(Value(node.Operand)), node.Type);
            case ExpressionType.Negate or ExpressionType.NegateChecked:
                var operand = Value(node.Operand);
                return new ScalarShape(new Alchemy.UnaryExpression(SqlOperator.Negate, operand), node.Type);
            case ExpressionType.Quote:
                return Translate(node.Operand);
            default:
                throw context.Refuse(node, node.NodeType.ToString(), "the database has no such operator; compute it in the final Select, or in memory after AsEnumerable()");
        }
    }

    private Shape Converted(Shape shape, UnaryExpression node)
    {
        var (from, to) = (Nullable.GetUnderlyingType(shape.Type) ?? shape.Type, Nullable.GetUnderlyingType(node.Type) ?? node.Type);
        if (shape is FirstItemShape { Item: ScalarShape } first && from != to)
        {
            shape = new ScalarShape(FirstValue(first, first.Item, node), first.Type);
        }

        if (shape is not ScalarShape scalar)
        {
            return shape;
        }

        if (from == to || to.IsAssignableFrom(from) || from.IsEnum || to.IsEnum || IsInteger(from) && IsInteger(to) && Size(from) <= Size(to))
        {
            return new ScalarShape(scalar.Element, node.Type);
        }

        return SqlTypes.TryOf(to) is { } type && SqlTypes.TryOf(from) is not null
            ? new ScalarShape((IsInteger(to) && !IsInteger(from) ? Whole(scalar.Element) : scalar.Element).Cast(type), node.Type)
            : throw context.Refuse(node, $"Conversion to {to.Name}", "the database has no such type");
    }

    // C# cuts a fraction off.
    private ColumnElement Whole(ColumnElement element)
        => context.Dialect.Features.IntegerCast is IntegerCast.Rounds && (element.Type is NumericType || element.Type.ClrType == typeof(double) || element.Type.ClrType == typeof(float)) ? new FunctionCall("trunc", [element], element.Type, element.IsNullable) : element;

    private Shape Binary(BinaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Equal or ExpressionType.NotEqual
                or ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual:
            case ExpressionType.And or ExpressionType.Or or ExpressionType.ExclusiveOr when node.Type == typeof(bool):
                return Truth(node);
            case ExpressionType.Coalesce:
                return Coalesce(node);
            default:
                return Operators.TryGetValue(node.NodeType, out var op)
                    ? Arithmetic(node, op)
                    : throw context.Refuse(node, node.NodeType.ToString(), "the database has no such operator; compute it in the final Select, or in memory after AsEnumerable()");
        }
    }

    private static readonly Dictionary<ExpressionType, SqlOperator> Operators = new()
    {
        [ExpressionType.Add] = SqlOperator.Add, [ExpressionType.AddChecked] = SqlOperator.Add,
        [ExpressionType.Subtract] = SqlOperator.Subtract, [ExpressionType.SubtractChecked] = SqlOperator.Subtract,
        [ExpressionType.Multiply] = SqlOperator.Multiply, [ExpressionType.MultiplyChecked] = SqlOperator.Multiply,
        [ExpressionType.Divide] = SqlOperator.Divide, [ExpressionType.Modulo] = SqlOperator.Modulo,
        [ExpressionType.And] = SqlOperator.BitwiseAnd, [ExpressionType.Or] = SqlOperator.BitwiseOr,
    };

    private ScalarShape Arithmetic(BinaryExpression node, SqlOperator op)
    {
        if (node.Type == typeof(string))
        {
            return new ScalarShape(Concatenation([node.Left, node.Right]), node.Type);
        }

        if (DateMethods.Translate(this, node) is { } time)
        {
            return time;
        }

        var type = Nullable.GetUnderlyingType(node.Type) ?? node.Type;
        if (!IsInteger(type) && type != typeof(decimal) && type != typeof(double) && type != typeof(float))
        {
            throw context.Refuse(node, $"{node.NodeType} of {type.Name}", "the database calculates with numbers only; compute it in the final Select, or in memory after AsEnumerable()");
        }

        if (op is SqlOperator.Modulo && (type == typeof(double) || type == typeof(float)))
        {
            throw context.Refuse(node, $"Modulo of {type.Name}", "databases have it for whole numbers and decimals only; convert to decimal, or compute it in the final Select");
        }

        var (leftShape, rightShape) = (Translate(node.Left), Translate(node.Right));
        var like = leftShape as ScalarShape ?? rightShape as ScalarShape;
        var (left, right) = (Wide(Value(leftShape, node.Left, like?.Element), type), Wide(Value(rightShape, node.Right, like?.Element), type));
        var result = type == typeof(decimal) ? SqlTypes.Numeric() : SqlTypes.Of(type);
        return new ScalarShape(new Alchemy.BinaryExpression(op, left, right, result), node.Type);
    }

    // 32 bit columns multiplied as 64 bit must not overflow on the way.
    private static ColumnElement Wide(ColumnElement element, Type type)
        => type == typeof(long) && element.Type is IntegerType or SmallIntegerType && element is not BindParameter ? element.Cast(SqlTypes.BigInteger) : element;

    private ScalarShape Coalesce(BinaryExpression node)
    {
        var left = Choice(Translate(node.Left), node, null);
        return new ScalarShape(new FunctionCall("coalesce", [left, Value(node.Right, left)], left.Type), node.Type);
    }

    /// <summary>A condition as a value that is never NULL.</summary>
    private ScalarShape Truth(Expression node) => Truth(Condition(node), node.Type);

    private ScalarShape Truth(ColumnElement condition, Type type)
        => new(context.IsNullable(condition) || condition is not (Alchemy.BinaryExpression or Exists) ? new Case([condition], [Constant.True], Constant.False) : condition, type);
}
