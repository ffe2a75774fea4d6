using System.Linq.Expressions;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.ResultOperators;
using Remotion.Linq.Clauses.StreamedData;

namespace Alchemy.Internals;

/// <summary>Keeps the first item of each key, in the order of the query.</summary>
internal sealed class DistinctByResultOperator(Expression key) : SequenceTypePreservingResultOperatorBase
{
    public Expression Key { get; private set; } = key;

    public override ResultOperatorBase Clone(CloneContext cloneContext) => new DistinctByResultOperator(Key);

    public override void TransformExpressions(Func<Expression, Expression> transformation) => Key = transformation(Key);

    public override StreamedSequence ExecuteInMemory<T>(StreamedSequence input) =>
        throw new NotSupportedException("DistinctBy is executed by the database.");

    public override string ToString() => $"DistinctBy({Key})";
}
