using System.Linq.Expressions;

namespace Alchemy.Internals;

using BinaryExpression = System.Linq.Expressions.BinaryExpression;
using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>Conditions with C#'s meaning of null. Negation is pushed to the leaves, so that everywhere else NULL may stand for false.</summary>
internal sealed partial class ExpressionTranslator
{
    /// <summary>A condition for WHERE, HAVING or ON: true exactly where the expression is true in C#.</summary>
    public ColumnElement Condition(Expression node, bool negated = false)
    {
        switch (node)
        {
            case UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool):
                return Condition(not.Operand, !negated);
            case UnaryExpression { NodeType: ExpressionType.Convert } convert when (Nullable.GetUnderlyingType(convert.Type) ?? convert.Type) == typeof(bool):
                return Condition(convert.Operand, negated);
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both when IsTruth(both.Type):
                return negated ? BooleanClauseList.Or(Both(both, negated)) : BooleanClauseList.And(Both(both, negated));
            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either when IsTruth(either.Type):
                return negated ? BooleanClauseList.And(Both(either, negated)) : BooleanClauseList.Or(Both(either, negated));
            case BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.ExclusiveOr } comparison:
                return Equality(Translate(comparison.Left), Translate(comparison.Right), comparison.Left, comparison.Right, (comparison.NodeType is ExpressionType.Equal) != negated);
            case BinaryExpression { NodeType: ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual } relation:
                return Relation(relation, negated);
            case ConditionalExpression choice:
                return BooleanClauseList.Or([
                    BooleanClauseList.And([Condition(choice.Test), Condition(choice.IfTrue, negated)]),
                    BooleanClauseList.And([Condition(choice.Test, negated: true), Condition(choice.IfFalse, negated)])]);
            case ConstantExpression { Value: bool value }:
                return value != negated ? Constant.True : Constant.False;
            case MethodCallExpression call when ConditionMethods.Translate(this, call) is { } condition:
                return negated ? Not(condition) : condition;
            default:
                return Leaf(node, negated);
        }
    }

    /// <summary>The opposite of a condition, where NULL counts as false.</summary>
    public ColumnElement Not(ColumnElement condition)
    {
        switch (condition.Node)
        {
            case Grouping group:
                return Not(group.Element);
            case BooleanClauseList { Operator: SqlOperator.And } all:
                return BooleanClauseList.Or(all.Clauses.Select(Not));
            case BooleanClauseList any:
                return BooleanClauseList.And(any.Clauses.Select(Not));
        }

        var opposite = Negation.Of(condition);
        var unknown = Operands(condition).Where(context.IsNullable).Distinct(ReferenceEqualityComparer.Instance).OfType<ColumnElement>().ToList();
        return unknown.Count == 0 ? opposite : BooleanClauseList.Or([opposite, .. unknown.Select(u => (ColumnElement)u.IsNull())]);
    }

    /// <summary>Equality in C#'s meaning: null equals null.</summary>
    public ColumnElement Equality(Shape left, Shape right, Expression leftNode, Expression rightNode, bool equal)
    {
        if (IsNull(left) || IsNull(right))
        {
            return IsNull(left) && IsNull(right) ? Known(equal) : NullTest(IsNull(left) ? right : left, IsNull(left) ? rightNode : leftNode, equal);
        }

        if (left is CompositeShape || right is CompositeShape)
        {
            return CompositeEquality(left, right, leftNode, equal);
        }

        if (EntityOf(left, right) is { } entity)
        {
            return EntityEquality(entity.Mapper, left, right, leftNode, rightNode, equal);
        }

        var like = (left as ScalarShape ?? right as ScalarShape)?.Element;
        return NullSafe(Value(left, leftNode, like), Value(right, rightNode, like), equal);
    }

    private static bool IsTruth(Type type) => type == typeof(bool) || type == typeof(bool?);

    private static ColumnElement Known(bool value) => value ? Constant.True : Constant.False;

    private IEnumerable<ColumnElement> Both(BinaryExpression node, bool negated) => [Condition(node.Left, negated), Condition(node.Right, negated)];

    private ColumnElement NullSafe(ColumnElement left, ColumnElement right, bool equal)
    {
        var (leftNullable, rightNullable) = (context.IsNullable(left), context.IsNullable(right));
        var op = equal
            ? leftNullable && rightNullable ? SqlOperator.IsNotDistinctFrom : SqlOperator.Equal
            : leftNullable || rightNullable ? SqlOperator.IsDistinctFrom : SqlOperator.NotEqual;
        return left.Condition(op, right).Node;
    }

    // A comparison with null is false in C#, so its opposite is true.
    private ColumnElement Relation(BinaryExpression node, bool negated)
    {
        var (leftShape, rightShape) = (Translate(node.Left), Translate(node.Right));
        if (IsNull(leftShape) || IsNull(rightShape))
        {
            return Known(negated);
        }

        var like = (leftShape as ScalarShape ?? rightShape as ScalarShape)?.Element;
        var op = node.NodeType switch
        {
            ExpressionType.LessThan => SqlOperator.Less,
            ExpressionType.LessThanOrEqual => SqlOperator.LessOrEqual,
            ExpressionType.GreaterThan => SqlOperator.Greater,
            _ => SqlOperator.GreaterOrEqual,
        };
        var condition = Value(leftShape, node.Left, like).Condition(op, Value(rightShape, node.Right, like)).Node;
        return negated ? Not(condition) : condition;
    }

    private ColumnElement Leaf(Expression node, bool negated)
    {
        var shape = Translate(node);
        switch (shape)
        {
            // A captured bool?: null is not true.
            case SlotShape { Slot: var slot } when context.IsNull(slot):
                return Known(negated && node.Type == typeof(bool));
            case ScalarShape { Element: Case { Results: [Constant { Kind: ConstantKind.True }], Otherwise: Constant { Kind: ConstantKind.False }, Conditions: [var condition] } }:
                return negated ? Not(condition) : condition;
        }

        var value = Value(shape, node);
        return negated ? Not(value) : value;
    }

    private bool IsNull(Shape shape) => shape switch
    {
        ConstantShape { Value: null } => true,
        SlotShape { Slot: var slot } => context.IsNull(slot),
        _ => false,
    };

    private ColumnElement NullTest(Shape shape, Expression node, bool isNull)
    {
        switch (shape)
        {
            case EntityShape entity:
                var key = entity.Column(entity.Mapper.Key[0]);
                return entity.IsOptional || context.IsNullable(key) ? isNull ? key.IsNull().Node : key.IsNotNull().Node : Known(!isNull);
            case SlotShape:
                return Known(!isNull);
            case CompositeShape { IsOptional: true } composite:
                return composite.Presence is not { } presence ? throw context.Refuse(node, "null", "no column tells a missing object from one of nulls: select the key too")
                    : isNull ? presence.IsNull().Node : presence.IsNotNull().Node;
            case CompositeShape or CollectionShape or QueryShape:
                return Known(!isNull);
            case FirstItemShape { Item: EntityShape or CompositeShape } first:
                return isNull ? Negation.Of(FirstExists(first)) : FirstExists(first);
            default:
                var value = Value(shape, node);
                return context.IsNullable(value) ? isNull ? value.IsNull().Node : value.IsNotNull().Node : Known(!isNull);
        }
    }

    private ColumnElement CompositeEquality(Shape left, Shape right, Expression node, bool equal)
    {
        if (left is not CompositeShape a || right is not CompositeShape b || a.Parts.Count() != b.Parts.Count())
        {
            throw context.Refuse(node, "Equality of objects", "compare their members");
        }

        var parts = a.Parts.Zip(b.Parts, (l, r) => Equality(l, r, node, node, equal));
        return equal ? BooleanClauseList.And(parts) : BooleanClauseList.Or(parts);
    }

    private EntityShape? EntityOf(Shape left, Shape right)
        => left as EntityShape ?? right as EntityShape ?? (left as FirstItemShape)?.Item as EntityShape ?? (right as FirstItemShape)?.Item as EntityShape;

    // Two entities are one when their keys are.
    private ColumnElement EntityEquality(Mapper mapper, Shape left, Shape right, Expression leftNode, Expression rightNode, bool equal)
    {
        var parts = mapper.Key.Select(k => NullSafe(KeyOf(left, k, mapper, leftNode), KeyOf(right, k, mapper, rightNode), equal));
        return equal ? BooleanClauseList.And(parts) : BooleanClauseList.Or(parts);
    }

    private ColumnElement KeyOf(Shape shape, ScalarAttribute key, Mapper mapper, Expression node) => shape switch
    {
        EntityShape entity when entity.Mapper == mapper => entity.Column(key),
        FirstItemShape { Item: EntityShape entity } first when entity.Mapper == mapper => FirstValue(first, new ScalarShape(entity.Column(key), key.Type), node),
        SlotShape { Slot: var slot } when mapper.ClrType.IsAssignableFrom(slot.Type) =>
            context.Bind(slot, key.Column.Type, "." + key.Name, entity => entity is null ? null : ((MemberStorage)key.Storage).GetFrom(entity)),
        _ => throw context.Refuse(node, "Equality of entities", $"the other side is not a {mapper.ClrType.Name}: compare a member of both"),
    };

    // The values whose NULL makes the condition NULL.
    private static IEnumerable<ColumnElement> Operands(ColumnElement condition) => condition.Node switch
    {
        Alchemy.BinaryExpression { Operator: SqlOperator.Is or SqlOperator.IsNot or SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom } => [],
        Alchemy.BinaryExpression binary => Operands(binary.Left).Concat(Operands(binary.Right)),
        Grouping group => Operands(group.Element),
        InExpression list => [list.Left],
        Constant { Kind: not ConstantKind.Null } or LiteralValue => [],
        var value => [value],
    };
}
