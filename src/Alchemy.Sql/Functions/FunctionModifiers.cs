namespace Alchemy.Internals;

/// <summary>What stands after a function's call.</summary>
internal static class FunctionModifiers
{
    /// <summary>The aggregate over the rows for which all conditions hold; conditions of an aggregate that is filtered already come to those.</summary>
    public static ColumnElement Filtered(ColumnElement function, IReadOnlyList<ColumnElement> conditions)
    {
        if (conditions.Count == 0)
        {
            return function.Node;
        }

        return function.Node is FunctionFilter filter
            ? new FunctionFilter(filter.Element, BooleanClauseList.And([filter.Criterion, .. conditions]))
            : new FunctionFilter(function, BooleanClauseList.And(conditions));
    }
}
