using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>The source of a query, by identity: the queryable object itself, and the session behind it, are gone.</summary>
internal sealed class QueryRootExpression(object identity, Type type) : Expression
{
    public object RootIdentity => identity;

    public override Type Type => type;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override bool CanReduce => false;

    public override string ToString() => identity is Type t ? t.Name : identity.ToString() ?? "query";

    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
}
