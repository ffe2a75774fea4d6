using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Method calls.</summary>
internal sealed partial class ExpressionTranslator
{
    public LoweringContext Context => context;

    public Alchemy.Linq.LinqTranslationException Refuse(Expression node, string @operator, string hint) => context.Refuse(node, @operator, hint);

    /// <summary>Text joined to text; null counts as empty, as in C#.</summary>
    public ColumnElement Concatenation(IReadOnlyList<Expression> parts)
        => parts.Select(Text).Aggregate((left, right) => new Alchemy.BinaryExpression(SqlOperator.Concat, left, right, SqlTypes.Text));

    /// <summary>Two values that meet: a captured one takes the other's SQL type.</summary>
    public (ColumnElement Left, ColumnElement Right) Pair(Expression leftNode, Expression rightNode)
    {
        var (left, right) = (Translate(leftNode), Translate(rightNode));
        var like = (left as ScalarShape ?? right as ScalarShape)?.Element;
        return (Value(left, leftNode, like), Value(right, rightNode, like));
    }

    private ColumnElement Text(Expression node)
    {
        // Adding a number to text boxes it.
        var bare = node is System.Linq.Expressions.UnaryExpression { NodeType: ExpressionType.Convert } boxed && boxed.Type == typeof(object) ? boxed.Operand : node;
        var shape = Translate(bare);
        if (shape is SlotShape { Slot: var slot })
        {
            return context.Bind(slot, SqlTypes.Text, "text", v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }

        var value = Value(shape, bare);
        var text = value.Type.ClrType == typeof(string) ? value : IsInteger(value.Type.ClrType) ? value.Cast(SqlTypes.Text)
            : throw context.Refuse(node, "Text of " + bare.Type.Name, "only text and whole numbers have the same text in the database as in C#; build it in the final Select");
        return context.IsNullable(text) ? new FunctionCall("coalesce", [text, new LiteralValue("", SqlTypes.Text)], SqlTypes.Text, nullable: false) : text;
    }

    private Shape Call(MethodCallExpression node)
    {
        if (ConditionMethods.Translate(this, node) is not null)
        {
            return Truth(node);
        }

        if (ValueMethods.Translate(this, node) is { } value)
        {
            return value;
        }

        // ToList and the like leave a sequence what it is.
        if (node.Method.DeclaringType == typeof(Enumerable) && node.Method.Name is "ToList" or "ToArray" or "AsEnumerable" or "ToHashSet" && Translate(node.Arguments[0]) is CollectionShape or QueryShape or JoinedGroupShape or GroupShape)
        {
            return Translate(node.Arguments[0]);
        }

        throw context.Refuse(node, $"{node.Method.DeclaringType?.Name}.{node.Method.Name}", "the method has no SQL form; compute it in the final Select, or in memory after AsEnumerable()");
    }
}
