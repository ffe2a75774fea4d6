using System.Linq.Expressions;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.ResultOperators;
using Remotion.Linq.Clauses.StreamedData;

namespace Alchemy.Internals;

/// <summary>An option of the whole query. Options come first among the result operators of the outermost model, in the order they were written.</summary>
internal sealed class QueryOptionResultOperator(QueryOptionKind kind, Expression? argument) : ResultOperatorBase
{
    public QueryOptionKind Kind => kind;

    /// <summary>Include and ThenInclude: the path as it was written, with slots for captured values. Null otherwise.</summary>
    public LambdaExpression? Path => argument as LambdaExpression;

    /// <summary>TagWith: the slot (or literal null) of the text. Null otherwise.</summary>
    public Expression? Argument => argument is LambdaExpression ? null : argument;

    public override IStreamedDataInfo GetOutputDataInfo(IStreamedDataInfo inputInfo) => inputInfo;

    public override ResultOperatorBase Clone(CloneContext cloneContext) => new QueryOptionResultOperator(kind, argument);

    // A path is read by itself; it does not belong to the query's own sources.
    public override void TransformExpressions(Func<Expression, Expression> transformation)
    {
    }

    public override IStreamedData ExecuteInMemory(IStreamedData input) => input;

    public override string ToString() => $"{kind}({argument})";
}
