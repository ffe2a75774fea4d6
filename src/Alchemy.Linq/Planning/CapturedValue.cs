using System.Linq.Expressions;
using System.Reflection;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Finds the places where a query or a lambda of ours may be captured, and reads what is there.</summary>
internal static class CapturedValue
{
    /// <summary>True when the member is a closed chain (local.query, this.db.Orders, Static.Query) whose type can hold a query or a lambda.</summary>
    public static bool IsCandidate(MemberExpression member) => IsClosedChain(member) && CanHoldStructure(member.Type);

    /// <summary>True for a closed call that returns a query and is not itself an operator: session.Query&lt;T&gt;(), repository.Active(id).</summary>
    public static bool IsCandidate(MethodCallExpression call, Func<MemberInfo, bool>? isServerSide)
    {
        var method = call.Method;
        var owner = method.DeclaringType;
        return owner != typeof(Queryable)
            && owner != typeof(Enumerable)
            && owner != typeof(string)
            && owner != typeof(QueryableOptions)
            && typeof(IQueryable).IsAssignableFrom(method.ReturnType)
            && isServerSide?.Invoke(method) != true
            && FreeVariables.IsClosed(call);
    }

    /// <summary>The captured query or lambda, or null when the value is something else and stays an ordinary captured value.</summary>
    public static object? Read(Expression candidate) => Evaluate(candidate) switch
    {
        // A call that only puts itself into the tree is an operator of ours: inlining it would never end.
        IQueryable { Expression: MethodCallExpression made } when candidate is MethodCallExpression call && made.Method.Equals(call.Method) => null,
        IQueryable { Provider: IPlannedQueryProvider } query => query,
        LambdaExpression lambda => lambda,
        _ => null,
    };

    public static bool IsRoot(IQueryable query) =>
        query is IQueryRoot && query.Expression is ConstantExpression constant && ReferenceEquals(constant.Value, query);

    private static bool IsClosedChain(Expression? e)
    {
        while (e is MemberExpression member)
        {
            e = member.Expression;
        }

        return e is null or ConstantExpression;
    }

    private static bool CanHoldStructure(Type type)
    {
        if (type.IsValueType || type == typeof(string) || type.IsArray)
        {
            return false;
        }

        return typeof(IQueryable).IsAssignableFrom(type)
            || typeof(LambdaExpression).IsAssignableFrom(type)
            || type is { IsInterface: true, IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);
    }

    private static object? Evaluate(Expression e)
    {
        try
        {
            return ValueOf(e);
        }
        catch (Exception failure) when (failure is not LinqTranslationException)
        {
            throw new LinqTranslationException(LinqTranslationException.CapturedValue, "A captured query", failure.Message.TrimEnd('.'), ExpressionText.Of(e), failure);
        }
    }

    private static object? ValueOf(Expression? e)
    {
        switch (e)
        {
            case null:
                return null;
            case ConstantExpression constant:
                return constant.Value;
            case MemberExpression member:
                return ValueOf(member);
            case MethodCallExpression { Object: var target, Arguments: var arguments, Method: var method } when arguments.All(a => a is ConstantExpression or MemberExpression):
                return method.Invoke(ValueOf(target), BindingFlags.DoNotWrapExceptions, null, [.. arguments.Select(ValueOf)], null);
            default:
                return Expression.Lambda<Func<object?>>(Expression.Convert(e, typeof(object))).Compile(preferInterpretation: true)();
        }
    }

    private static object? ValueOf(MemberExpression member)
    {
        var target = ValueOf(member.Expression);
        if (target is null && member.Expression is not null)
        {
            throw new LinqTranslationException(LinqTranslationException.CapturedValue, "A captured query",
                $"'{member.Member.Name}' was read on null", ExpressionText.Of(member));
        }

        return member.Member is FieldInfo field
            ? field.GetValue(target)
            : ((PropertyInfo)member.Member).GetValue(target, BindingFlags.DoNotWrapExceptions, null, null, null);
    }
}
