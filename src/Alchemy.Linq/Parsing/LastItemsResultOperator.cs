using System.Linq.Expressions;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.ResultOperators;
using Remotion.Linq.Clauses.StreamedData;

namespace Alchemy.Internals;

/// <summary>Takes or skips items at the end of the query, in its order.</summary>
internal sealed class LastItemsResultOperator(Expression count, bool skip) : SequenceTypePreservingResultOperatorBase
{
    /// <summary>How many items, an int.</summary>
    public Expression Count { get; private set; } = count;

    /// <summary>True for SkipLast, false for TakeLast.</summary>
    public bool Skip => skip;

    public override ResultOperatorBase Clone(CloneContext cloneContext) => new LastItemsResultOperator(Count, skip);

    public override void TransformExpressions(Func<Expression, Expression> transformation) => Count = transformation(Count);

    public override StreamedSequence ExecuteInMemory<T>(StreamedSequence input) =>
        throw new NotSupportedException("TakeLast and SkipLast are executed by the database.");

    public override string ToString() => $"{(skip ? "SkipLast" : "TakeLast")}({Count})";
}
