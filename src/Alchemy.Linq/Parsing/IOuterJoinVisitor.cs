using Remotion.Linq;

namespace Alchemy.Internals;

/// <summary>A model visitor that understands <see cref="OuterJoinClause"/>.</summary>
internal interface IOuterJoinVisitor
{
    void VisitOuterJoinClause(OuterJoinClause clause, QueryModel queryModel, int index);
}
