using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>The overloads of Queryable that have a SQL form, each by name and shape, and what to write instead of the others.</summary>
/// <remarks>A shape has one sign per parameter after the source: L and a number for a lambda of so many parameters, S a sequence, C a comparer,
/// n an int, R a Range, I an Index, v any other value. re-linq goes by name alone and takes overloads it cannot handle.</remarks>
internal static class OperatorTable
{
    private const string InMemory = "switch to memory with AsEnumerable() first";

    private static readonly FrozenDictionary<string, string[]> shapes = new Dictionary<string, string[]>
    {
        ["Where"] = ["L1"], ["Select"] = ["L1"], ["SelectMany"] = ["L1", "L1L2"], ["OfType"] = [""], ["Cast"] = [""], ["AsQueryable"] = [""],
        ["Join"] = ["SL1L1L2"], ["GroupJoin"] = ["SL1L1L2"], ["LeftJoin"] = ["SL1L1L2"], ["RightJoin"] = ["SL1L1L2"],
        ["GroupBy"] = ["L1", "L1L1", "L1L2", "L1L1L2"],
        ["OrderBy"] = ["L1"], ["OrderByDescending"] = ["L1"], ["ThenBy"] = ["L1"], ["ThenByDescending"] = ["L1"], ["Reverse"] = [""],
        ["Take"] = ["n"], ["Skip"] = ["n"], ["TakeLast"] = ["n"], ["SkipLast"] = ["n"], ["Distinct"] = [""], ["DistinctBy"] = ["L1"],
        ["Union"] = ["S"], ["Concat"] = ["S"], ["Intersect"] = ["S"], ["Except"] = ["S"], ["DefaultIfEmpty"] = ["", "v", "n"],
        ["Any"] = ["", "L1"], ["All"] = ["L1"], ["Count"] = ["", "L1"], ["LongCount"] = ["", "L1"], ["Contains"] = ["v"],
        ["Sum"] = ["", "L1"], ["Average"] = ["", "L1"], ["Min"] = ["", "L1"], ["Max"] = ["", "L1"],
        ["First"] = ["", "L1"], ["FirstOrDefault"] = ["", "L1"], ["Single"] = ["", "L1"], ["SingleOrDefault"] = ["", "L1"],
        ["Last"] = ["", "L1"], ["LastOrDefault"] = ["", "L1"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> hints = new Dictionary<string, string>
    {
        ["TakeWhile"] = $"use Where, or {InMemory}",
        ["SkipWhile"] = $"use Where, or {InMemory}",
        ["Zip"] = $"use Join on a key, or {InMemory}",
        ["SequenceEqual"] = "compare with Except in both directions, or read both sequences into memory",
        ["Aggregate"] = $"use Sum, Min, Max, Count or GroupBy, or {InMemory}",
        ["AggregateBy"] = "use GroupBy and an aggregate of the group",
        ["UnionBy"] = $"the second sequence must be a query too: read both into memory, or {InMemory}",
        ["Append"] = $"use Concat with another query, or {InMemory}",
        ["Prepend"] = $"use Concat with another query, or {InMemory}",
        ["Chunk"] = $"use Skip and Take page by page, or {InMemory}",
        ["Index"] = $"select a row number, or {InMemory}",
        ["Shuffle"] = $"order by a random value, or {InMemory}",
    }.ToFrozenDictionary();

    public static bool Allows(MethodInfo method) =>
        shapes.TryGetValue(method.Name, out var allowed) && allowed.Contains(ShapeOf(method));

    public static string ShapeOf(MethodInfo method)
    {
        var definition = method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
        return string.Concat(definition.GetParameters().Skip(1).Select(p => SignOf(p.ParameterType)));
    }

    public static LinqTranslationException Refusal(MethodCallExpression call)
    {
        var shape = ShapeOf(call.Method);
        var hint = shapes.ContainsKey(call.Method.Name) || !hints.ContainsKey(call.Method.Name)
            ? OverloadHint(shape)
            : hints[call.Method.Name];
        return new LinqTranslationException(LinqTranslationException.UnknownOperator, NameOf(call.Method), hint, ExpressionText.Of(call));
    }

    public static LinqTranslationException DelegateArgument(MethodCallExpression call, Expression argument) => new(
        LinqTranslationException.UnknownOperator, NameOf(call.Method),
        $"'{ExpressionText.Of(argument)}' is a compiled delegate; declare it as Expression<Func<..>> or write the lambda in place", ExpressionText.Of(call));

    public static LinqTranslationException ForeignOperator(MethodCallExpression call) => new(
        LinqTranslationException.UnknownOperator, NameOf(call.Method),
        "it is not an operator of Queryable or of this provider; compose it of those operators instead of putting the call itself into the tree", ExpressionText.Of(call));

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static string OverloadHint(string shape) => shape switch
    {
        _ when shape.Contains('C') => $"a comparer runs in memory only; leave it out and compare by the column's collation, or {InMemory}",
        _ when shape.Contains("L2", StringComparison.Ordinal) => $"the overload with the item's position has none; use Skip and Take or a row number, or {InMemory}",
        _ => InMemory,
    };

    private static string SignOf(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Expression<>))
        {
            type = type.GetGenericArguments()[0];
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return $"L{type.GetGenericArguments().Length - 1}";
        }

        return type switch
        {
            _ when type == typeof(int) => "n",
            _ when type == typeof(Range) => "R",
            _ when type == typeof(Index) => "I",
            { IsGenericType: true } when type.Name.StartsWith("IEqualityComparer", StringComparison.Ordinal) || type.Name.StartsWith("IComparer", StringComparison.Ordinal) => "C",
            { IsGenericType: true } when typeof(System.Collections.IEnumerable).IsAssignableFrom(type) => "S",
            _ => "v",
        };
    }
}
