using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Parsing.ExpressionVisitors;
using Remotion.Linq.Parsing.Structure.IntermediateModel;

namespace Alchemy.Internals;

/// <summary>Parses LeftJoin and RightJoin.</summary>
internal sealed class OuterJoinNode : MethodCallExpressionNodeBase, IQuerySourceExpressionNode
{
    private readonly OuterJoinKind kind;
    private readonly Expression innerSequence;
    private readonly LambdaExpression outerKey;
    private readonly LambdaExpression innerKey;
    private readonly LambdaExpression result;
    private Expression? resolvedResult;

    public OuterJoinNode(
        MethodCallExpressionParseInfo parseInfo, Expression innerSequence, LambdaExpression outerKey, LambdaExpression innerKey, LambdaExpression result)
        : base(parseInfo)
    {
        kind = parseInfo.ParsedExpression.Method.Name == nameof(Queryable.LeftJoin) ? OuterJoinKind.Left : OuterJoinKind.Right;
        this.innerSequence = innerSequence;
        this.outerKey = outerKey;
        this.innerKey = innerKey;
        this.result = result;
    }

    public override Expression Resolve(ParameterExpression inputParameter, Expression expressionToBeResolved, ClauseGenerationContext clauseGenerationContext) =>
        ReplacingExpressionVisitor.Replace(inputParameter, ResolvedResult(clauseGenerationContext), expressionToBeResolved);

    protected override void ApplyNodeSpecificSemantics(QueryModel queryModel, ClauseGenerationContext clauseGenerationContext)
    {
        var item = result.Parameters[1];
        var clause = new OuterJoinClause(kind, item.Name ?? AssociatedIdentifier, item.Type, innerSequence)
        {
            OuterKey = ResolveOuter(outerKey.Parameters[0], outerKey.Body, clauseGenerationContext),
            InnerKey = innerKey.Body,
        };
        clauseGenerationContext.AddContextInfo(this, clause);
        clause.InnerKey = QuerySourceExpressionNodeUtility.ReplaceParameterWithReference(this, innerKey.Parameters[0], innerKey.Body, clauseGenerationContext);
        queryModel.BodyClauses.Add(clause);
        queryModel.SelectClause.Selector = ResolvedResult(clauseGenerationContext);
    }

    private Expression ResolvedResult(ClauseGenerationContext context) => resolvedResult ??= ResolveOuter(
        result.Parameters[0],
        QuerySourceExpressionNodeUtility.ReplaceParameterWithReference(this, result.Parameters[1], result.Body, context),
        context);

    // ExpressionResolver, not Source.Resolve: it also removes the transparent identifiers of joins before this one.
    private Expression ResolveOuter(ParameterExpression parameter, Expression expression, ClauseGenerationContext context) =>
        new ExpressionResolver(this).GetResolvedExpression(expression, parameter, context);
}
