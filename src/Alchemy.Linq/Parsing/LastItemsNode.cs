using System.Linq.Expressions;
using Remotion.Linq.Clauses;
using Remotion.Linq.Parsing.Structure.IntermediateModel;

namespace Alchemy.Internals;

/// <summary>Parses TakeLast and SkipLast.</summary>
internal sealed class LastItemsNode : ResultOperatorExpressionNodeBase
{
    private readonly Expression count;
    private readonly bool skip;

    public LastItemsNode(MethodCallExpressionParseInfo parseInfo, Expression count)
        : base(parseInfo, null, null)
    {
        this.count = count;
        skip = parseInfo.ParsedExpression.Method.Name == nameof(Queryable.SkipLast);
    }

    public override Expression Resolve(ParameterExpression inputParameter, Expression expressionToBeResolved, ClauseGenerationContext clauseGenerationContext) =>
        Source.Resolve(inputParameter, expressionToBeResolved, clauseGenerationContext);

    protected override ResultOperatorBase CreateResultOperator(ClauseGenerationContext clauseGenerationContext) => new LastItemsResultOperator(count, skip);
}
