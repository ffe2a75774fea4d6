using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>Replaces each largest closed term by a slot. Literal null, true and false stay: they are part of the key.</summary>
internal sealed class SlotRewriter : TreeVisitor
{
    private readonly HashSet<Expression> closed;
    private readonly SlotTable.Builder slots = new();
    private bool building;

    private SlotRewriter(HashSet<Expression> closed) => this.closed = closed;

    public static (Expression Tree, SlotTable Slots) Rewrite(Expression tree, Func<MemberInfo, bool>? isServerSide)
    {
        var rewriter = new SlotRewriter(ClosedTerms.Of(tree, isServerSide));
        var result = rewriter.Visit(tree);
        return (result, rewriter.slots.Build());
    }

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
    {
        if (node is null or ConstantExpression)
        {
            return node;
        }

        if (node.NodeType == ExpressionType.Lambda)
        {
            return base.Visit(node);
        }

        var around = building;
        building = around && (node.NodeType is ExpressionType.New or ExpressionType.MemberInit or ExpressionType.NewArrayInit
            or ExpressionType.ListInit or ExpressionType.Conditional or ExpressionType.Convert);
        var result = closed.Contains(node) && !(around && CreatesItem(node)) ? slots.Add(node) : base.Visit(node);
        building = around;
        return result;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var around = building;
        building = true;
        var result = base.VisitLambda(node);
        building = around;
        return result;
    }

    // The constructor call of an initialiser is no value of its own: only its arguments may be slots.
    protected override Expression VisitMemberInit(MemberInitExpression node) =>
        node.Update((NewExpression)VisitNew(node.NewExpression), Visit(node.Bindings, VisitMemberBinding));

    protected override Expression VisitListInit(ListInitExpression node) =>
        node.Update((NewExpression)VisitNew(node.NewExpression), Visit(node.Initializers, VisitElementInit));

    /// <summary>The result of a lambda makes a new object for every row, even if none of its parts depends on the row.</summary>
    private static bool CreatesItem(Expression node) => node switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert => CreatesItem(convert.Operand),
        ConditionalExpression choice => CreatesItem(choice.IfTrue) || CreatesItem(choice.IfFalse),
        NewExpression or MemberInitExpression or ListInitExpression or NewArrayExpression => !node.Type.IsValueType,
        _ => false,
    };
}
