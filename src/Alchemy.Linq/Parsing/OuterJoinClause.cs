using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;

namespace Alchemy.Internals;

/// <summary>LeftJoin or RightJoin as a clause and a source of its own, without the detour over GroupJoin and DefaultIfEmpty.</summary>
internal sealed class OuterJoinClause(OuterJoinKind kind, string itemName, Type itemType, Expression innerSequence) : IBodyClause, IQuerySource
{
    public OuterJoinKind Kind => kind;

    public string ItemName => itemName;

    public Type ItemType => itemType;

    /// <summary>The joined query root, or a sub-query.</summary>
    public Expression InnerSequence { get; private set; } = innerSequence;

    /// <summary>The key over the sources before the join.</summary>
    public required Expression OuterKey { get; set; }

    /// <summary>The key over this clause's item.</summary>
    public required Expression InnerKey { get; set; }

    public void Accept(IQueryModelVisitor visitor, QueryModel queryModel, int index)
    {
        if (visitor is not IOuterJoinVisitor outerJoins)
        {
            throw new ArgumentException($"{visitor.GetType().Name} does not visit outer joins.", nameof(visitor));
        }

        outerJoins.VisitOuterJoinClause(this, queryModel, index);
    }

    public IBodyClause Clone(CloneContext cloneContext)
    {
        var clone = new OuterJoinClause(kind, itemName, itemType, InnerSequence) { OuterKey = OuterKey, InnerKey = InnerKey };
        cloneContext.QuerySourceMapping.AddMapping(this, new QuerySourceReferenceExpression(clone));
        return clone;
    }

    public void TransformExpressions(Func<Expression, Expression> transformation)
    {
        InnerSequence = transformation(InnerSequence);
        OuterKey = transformation(OuterKey);
        InnerKey = transformation(InnerKey);
    }

    public override string ToString() =>
        $"{(kind == OuterJoinKind.Left ? "left" : "right")} join {itemType.Name} {itemName} in {InnerSequence} on {OuterKey} equals {InnerKey}";
}
