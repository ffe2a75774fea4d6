using System.Linq.Expressions;
using Remotion.Linq.Clauses;
using Remotion.Linq.Parsing.Structure.IntermediateModel;

namespace Alchemy.Internals;

/// <summary>Parses DistinctBy.</summary>
internal sealed class DistinctByNode : ResultOperatorExpressionNodeBase
{
    private readonly LambdaExpression key;

    public DistinctByNode(MethodCallExpressionParseInfo parseInfo, LambdaExpression key)
        : base(parseInfo, null, null) => this.key = key;

    public override Expression Resolve(ParameterExpression inputParameter, Expression expressionToBeResolved, ClauseGenerationContext clauseGenerationContext) =>
        Source.Resolve(inputParameter, expressionToBeResolved, clauseGenerationContext);

    protected override ResultOperatorBase CreateResultOperator(ClauseGenerationContext clauseGenerationContext) =>
        new DistinctByResultOperator(new ExpressionResolver(this).GetResolvedExpression(key.Body, key.Parameters[0], clauseGenerationContext));
}
