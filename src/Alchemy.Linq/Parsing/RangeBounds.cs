using System.Linq.Expressions;
using System.Reflection;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Offset and limit of a Range or an Index, computed when the query runs: the bounds may be captured.</summary>
internal static class RangeBounds
{
    private const string Hint = "positions from the end need the number of rows; reverse the ordering and use positions from the start, or TakeLast";

    public static Expression StartOf(Expression range) => Call(nameof(Start), range);

    public static Expression CountOf(Expression range) => Call(nameof(Count), range);

    public static Expression OffsetOf(Expression index) => Call(nameof(Offset), index);

    private static MethodCallExpression Call(string name, Expression argument) =>
        Expression.Call(typeof(RangeBounds).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!, argument);

    private static int Start(Range range) => range.Start.IsFromEnd ? throw FromEnd("Queryable.Take(Range)", range.ToString()) : range.Start.Value;

    // ^0 is the end itself: everything from the start on.
    private static int Count(Range range)
    {
        if (range.End.Equals(Index.End))
        {
            return int.MaxValue;
        }

        return range.End.IsFromEnd ? throw FromEnd("Queryable.Take(Range)", range.ToString()) : Math.Max(0, range.End.Value - Start(range));
    }

    private static int Offset(Index index) => index.IsFromEnd ? throw FromEnd("Queryable.ElementAt(Index)", index.ToString()) : index.Value;

    private static LinqTranslationException FromEnd(string name, string bounds) => new(LinqTranslationException.UnknownOperator, name, Hint, bounds);
}
