using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Tells whether an expression uses a lambda parameter declared outside of it.</summary>
internal sealed class FreeVariables : TreeVisitor
{
    private readonly List<ParameterExpression> bound = [];
    private bool found;

    public static bool IsClosed(Expression e)
    {
        var scan = new FreeVariables();
        scan.Visit(e);
        return !scan.found;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        bound.AddRange(node.Parameters);
        Visit(node.Body);
        bound.RemoveRange(bound.Count - node.Parameters.Count, node.Parameters.Count);
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        found |= !bound.Contains(node);
        return node;
    }
}
