using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Newer operators of Queryable and Enumerable with an exact equivalent among the older ones.</summary>
internal static class OperatorRewrites
{
    /// <summary>The equivalent, or null when the operator stays as it is. Never looks at a value: only at names, types and literal null.</summary>
    public static Expression? TryRewrite(MethodCallExpression call)
    {
        var op = new CallBuilder(call);
        return (call.Method.Name, OperatorTable.ShapeOf(call.Method)) switch
        {
            ("Order", "") => op.Call("OrderBy", [op.ItemType, op.ItemType], op.Source, op.Identity()),
            ("OrderDescending", "") => op.Call("OrderByDescending", [op.ItemType, op.ItemType], op.Source, op.Identity()),
            ("MinBy", "L1") => First(op, "OrderBy"),
            ("MaxBy", "L1") => First(op, "OrderByDescending"),
            ("ElementAt", "n") => op.Call("First", [op.ItemType], op.Skip(op[1])),
            ("ElementAtOrDefault", "n") => op.Call("FirstOrDefault", [op.ItemType], op.Skip(op[1])),
            ("ElementAt", "I") => op.Call("First", [op.ItemType], op.Skip(RangeBounds.OffsetOf(op[1]))),
            ("ElementAtOrDefault", "I") => op.Call("FirstOrDefault", [op.ItemType], op.Skip(RangeBounds.OffsetOf(op[1]))),
            ("Take", "R") => op.Call("Take", [op.ItemType], op.Skip(RangeBounds.StartOf(op[1])), RangeBounds.CountOf(op[1])),
            ("CountBy", "L1C") when op[2] is ConstantExpression { Value: null } => CountBy(op),
            ("ExceptBy", "SL1") => KeyedSet(op, keep: false),
            ("IntersectBy", "SL1") => KeyedSet(op, keep: true),
            ("UnionBy", "SL1") when typeof(IQueryable).IsAssignableFrom(op[1].Type) == (call.Method.DeclaringType == typeof(Queryable)) => UnionBy(op),
            ("FirstOrDefault" or "SingleOrDefault" or "LastOrDefault", "v") => OrDefault(op, op.Source, op[1]),
            ("FirstOrDefault" or "SingleOrDefault" or "LastOrDefault", "L1v") => OrDefault(op, op.Call("Where", [op.ItemType], op.Source, op[1]), op[2]),
            ("GroupBy" or "All" or "DistinctBy", _) when call.Arguments[0] is MethodCallExpression { Arguments.Count: > 0 } source && IsResultOperator(source.Method.Name) => AfterSelect(call, op),
            ("Join" or "GroupJoin" or "LeftJoin" or "RightJoin" or "SelectMany", _) when Selects(call.Arguments[0]) => call.Update(null, [op.AsQueryable(), .. call.Arguments.Skip(1)]),
            ("GroupBy", _) when Selects(call.Arguments[0]) => call.Update(null, [op.Call("Select", [op.ItemType, op.ItemType], op.AsQueryable(), op.Identity()), .. call.Arguments.Skip(1)]),
            _ => null,
        };
    }

    // re-linq puts a selector's body wherever its item is used; a join or a group needs the item itself, which may be missing or made of aggregates.
    private static bool Selects(Expression source) => source is MethodCallExpression { Arguments: [var before, ..], Method: { Name: var name, DeclaringType: var type } }
        && (type == typeof(Queryable) || type == typeof(Enumerable))
        && (name is "Select" || name is "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" && Selects(before));

    // re-linq appends these to the operator before them, and their lambdas would then read the items from before that one.
    private static bool IsResultOperator(string name) => name is not ("Where" or "Select" or "SelectMany" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Join" or "GroupJoin");

    private static MethodCallExpression AfterSelect(MethodCallExpression call, CallBuilder op)
        => call.Update(null, [op.Call("Select", [op.ItemType, op.ItemType], op.Source, op.Identity()), .. call.Arguments.Skip(1)]);

    /// <summary>The item with the least or greatest key. Items without a key come last, as LINQ takes them only when there are no others.</summary>
    private static Expression First(CallBuilder op, string order)
    {
        var key = op.Lambda(1);
        var ordered = op.Source;
        var sort = order;
        if (CanBeNull(key.ReturnType))
        {
            var (parameter, body) = CallBuilder.Refresh(key);
            var rank = Expression.Condition(Expression.Equal(body, Expression.Constant(null, body.Type)), Expression.Constant(1), Expression.Constant(0));
            ordered = op.Call("OrderBy", [op.ItemType, typeof(int)], ordered, op.Quoted(Expression.Lambda(rank, parameter)));
            sort = order.Replace("OrderBy", "ThenBy", StringComparison.Ordinal);
        }

        ordered = op.Call(sort, [op.ItemType, key.ReturnType], ordered, op[1]);
        return op.Call(CanBeNull(op.ItemType) ? "FirstOrDefault" : "First", [op.ItemType], ordered);
    }

    private static Expression CountBy(CallBuilder op)
    {
        var key = op.Lambda(1).ReturnType;
        var group = Expression.Parameter(typeof(IGrouping<,>).MakeGenericType(key, op.ItemType), "g");
        var pair = typeof(KeyValuePair<,>).MakeGenericType(key, typeof(int));
        var body = Expression.New(
            pair.GetConstructor([key, typeof(int)])!,
            [Expression.Property(group, "Key"), Expression.Call(typeof(Enumerable), "Count", [op.ItemType], group)],
            pair.GetProperty("Key")!, pair.GetProperty("Value")!);
        return op.Call("Select", [group.Type, pair], op.Call("GroupBy", [op.ItemType, key], op.Source, op[1]), op.Quoted(Expression.Lambda(body, group)));
    }

    private static Expression KeyedSet(CallBuilder op, bool keep)
    {
        var key = op.Lambda(2);
        var (parameter, body) = CallBuilder.Refresh(key);
        var owner = typeof(IQueryable).IsAssignableFrom(op[1].Type) ? typeof(Queryable) : typeof(Enumerable);
        Expression isMember = Expression.Call(owner, "Contains", [body.Type], op[1], body);
        var predicate = Expression.Lambda(keep ? isMember : Expression.Not(isMember), parameter);
        var filtered = op.Call("Where", [op.ItemType], op.Source, op.Quoted(predicate));
        return op.Call("DistinctBy", [op.ItemType, key.ReturnType], filtered, op[2]);
    }

    // The items of the first query come before those of the second, in either query the first of a key.
    private static Expression UnionBy(CallBuilder op)
    {
        var key = op.Lambda(2);
        var (first, firstKey) = (FreshParameters.In(op.Source), FreshParameters.In(op[2]));
        Expression known = op.Call("Select", [op.ItemType, key.ReturnType], first, firstKey);
        var (parameter, body) = CallBuilder.Refresh(key);
        var isNew = Expression.Lambda(Expression.Not(op.Call("Contains", [key.ReturnType], known, body)), parameter);
        var rest = op.Call("DistinctBy", [op.ItemType, key.ReturnType], op.Call("Where", [op.ItemType], op[1], op.Quoted(isNew)), FreshParameters.In(op[2]));
        return op.Call("Concat", [op.ItemType], op.Call("DistinctBy", [op.ItemType, key.ReturnType], op.Source, op[2]), rest);
    }

    // x.FirstOrDefault(d) is x.DefaultIfEmpty(d).First(): the value is returned exactly when there is no row.
    private static Expression OrDefault(CallBuilder op, Expression source, Expression value) =>
        op.Call(op.Name[..^"OrDefault".Length], [op.ItemType], op.Call("DefaultIfEmpty", [op.ItemType], source, value));

    private static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>Builds calls of the class the rewritten operator came from, with quoted lambdas for Queryable.</summary>
    private readonly struct CallBuilder(MethodCallExpression call)
    {
        private readonly Type owner = call.Method.DeclaringType!;

        public string Name => call.Method.Name;

        public Type ItemType => call.Method.GetGenericArguments()[0];

        public Expression Source => call.Arguments[0];

        public Expression this[int argument] => call.Arguments[argument];

        public Expression Call(string name, Type[] types, params Expression[] arguments) => Expression.Call(owner, name, types, arguments);

        public Expression Skip(Expression count) => Call("Skip", [ItemType], Source, count);

        public Expression AsQueryable() => Expression.Call(typeof(Queryable), "AsQueryable", [ItemType], Source);

        public Expression Quoted(LambdaExpression lambda) => owner == typeof(Queryable) ? Expression.Quote(lambda) : lambda;

        public LambdaExpression Lambda(int argument) => LambdaSubstitution.TargetLambda(call.Arguments[argument])
            ?? throw OperatorTable.DelegateArgument(call, call.Arguments[argument]);

        public Expression Identity()
        {
            var parameter = Expression.Parameter(ItemType, "x");
            return Quoted(Expression.Lambda(parameter, parameter));
        }

        /// <summary>A copy with a parameter object of its own, for a lambda used twice.</summary>
        public static (ParameterExpression Parameter, Expression Body) Refresh(LambdaExpression lambda)
        {
            var parameter = Expression.Parameter(lambda.Parameters[0].Type, lambda.Parameters[0].Name);
            return (parameter, LambdaSubstitution.Apply(lambda, new([parameter])));
        }
    }
}
