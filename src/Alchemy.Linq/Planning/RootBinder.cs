using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace Alchemy.Internals;

using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>Replaces literals and captured objects by numbered roots and captured queries by their structure, in the exact order of <see cref="Fingerprinter"/>.
/// Afterwards nothing in the tree is alive, and every lambda has parameter objects of its own, so later passes may move parts freely.</summary>
internal sealed class RootBinder(Fingerprinter walk) : TreeVisitor
{
    private readonly List<(ParameterExpression Old, ParameterExpression Fresh)> scope = [];
    private int root, capture;

    public Expression Bind(Expression query)
    {
        var result = Visit(query);
        if (root != walk.Roots.Length || capture != walk.Captures.Length)
        {
            throw new InvalidOperationException("A node with a Fingerprint of its own does not visit its children in the order of VisitChildren.");
        }

        return result;
    }

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) => node?.NodeType switch
    {
        // The walk does not look into nodes that no query can hold, so neither does this pass.
        ExpressionType.Block or ExpressionType.DebugInfo or ExpressionType.Dynamic or ExpressionType.Goto or ExpressionType.Label
            or ExpressionType.Loop or ExpressionType.RuntimeVariables or ExpressionType.Switch or ExpressionType.Try => node,
        _ => base.Visit(node),
    };

    protected override Expression VisitConstant(ConstantExpression node) => node.Value switch
    {
        null => node,
        bool when node.Type == typeof(bool) => node,
        IQueryable { Provider: IPlannedQueryProvider } query => Query(query, node.Type),
        LambdaExpression lambda => Expression.Quote(Visit(lambda)),
        _ => Root(node),
    };

    protected override Expression VisitMember(MemberExpression node) =>
        CapturedValue.IsCandidate(node) && walk.Captures[capture++] is { } captured ? Structure(captured, node.Type) : base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        CapturedValue.IsCandidate(node, walk.IsServerSide) && walk.Captures[capture++] is { } captured
            ? Structure(captured, node.Type)
            : base.VisitMethodCall(node);

    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType == ExpressionType.Quote ? Expression.Quote(Visit(node.Operand)) : base.VisitUnary(node);

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var outer = scope.Count;
        var fresh = node.Parameters.Select(p => Expression.Parameter(p.Type, p.Name)).ToArray();
        scope.AddRange(node.Parameters.Zip(fresh));
        var body = Visit(node.Body);
        scope.RemoveRange(outer, scope.Count - outer);
        return Expression.Lambda(node.Type, body, node.Name, node.TailCall, fresh);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        for (var i = scope.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(scope[i].Old, node))
            {
                return scope[i].Fresh;
            }
        }

        return node;
    }

    private Expression Structure(object captured, Type type) =>
        captured is IQueryable query ? Query(query, type) : Expression.Quote(Visit((LambdaExpression)captured));

    private Expression Query(IQueryable query, Type type)
    {
        if (CapturedValue.IsRoot(query))
        {
            var sequence = typeof(IQueryable).IsAssignableFrom(type) ? type : typeof(IQueryable<>).MakeGenericType(query.ElementType);
            return new QueryRootExpression(((IQueryRoot)query).RootIdentity, sequence);
        }

        return Visit(query.Expression);
    }

    private RootExpression Root(ConstantExpression node)
    {
        var shared = Fingerprinter.FindShared(walk.Roots, root, node);
        var index = shared < 0 ? root++ : shared;
        if (!ReferenceEquals(walk.Roots[index], node.Value))
        {
            throw new InvalidOperationException("The literals of the query changed while it was being planned.");
        }

        return new RootExpression(index, node.Type);
    }
}
