using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Finds the terms that do not depend on a row: no lambda parameter from outside, no query, nothing server-side.
/// A lambda inside such a term is no obstacle, as long as it only uses its own parameters.</summary>
internal sealed class ClosedTerms(Func<MemberInfo, bool>? isServerSide) : TreeVisitor
{
    private const int Nothing = int.MaxValue;
    private const int Blocked = -1;

    private readonly HashSet<Expression> closed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ParameterExpression, int> levels = [];
    private int level;

    /// <summary>The outermost lambda, by nesting level, whose parameter the term uses.</summary>
    private int uses = Nothing;

    public static HashSet<Expression> Of(Expression tree, Func<MemberInfo, bool>? isServerSide)
    {
        var scan = new ClosedTerms(isServerSide);
        scan.Visit(tree);
        return scan.closed;
    }

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
    {
        if (node is null)
        {
            return null;
        }

        var around = uses;
        uses = Nothing;
        base.Visit(node);
        if (CannotBeValue(node))
        {
            uses = Blocked;
        }

        if (uses == Nothing && node.NodeType is not (ExpressionType.Lambda or ExpressionType.Quote))
        {
            closed.Add(node);
        }

        uses = Math.Min(around, uses);
        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        foreach (var parameter in node.Parameters)
        {
            levels[parameter] = level;
        }

        level++;
        Visit(node.Body);
        level--;
        uses = uses >= level ? Nothing : uses;
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        uses = levels.TryGetValue(node, out var declared) ? declared : Blocked;
        return node;
    }

    private bool CannotBeValue(Expression node) => node switch
    {
        _ when node.Type.IsByRefLike || node.Type == typeof(void) => true,
        RootExpression => false,
        MemberExpression member => ServerSideMembers.Contains(member.Member, isServerSide),
        MethodCallExpression call => ServerSideMembers.Contains(call.Method, isServerSide),
        _ => node.NodeType is ExpressionType.Extension or ExpressionType.Block or ExpressionType.Goto or ExpressionType.Label or ExpressionType.Loop
            or ExpressionType.Switch or ExpressionType.Try or ExpressionType.Dynamic or ExpressionType.RuntimeVariables or ExpressionType.DebugInfo,
    };
}
