using Alchemy.Internals;
using System.Linq.Expressions;

namespace Alchemy.Tests;

/// <summary>A plan that is the text of the model.</summary>
internal sealed class TextPlan(string text, Guard[] guards) : PlanBase(guards)
{
    public string Text => text;

    public static TextPlan Unguarded(PlanRequest request) => new(request.Model.ToString(), []);

    public static PlanCache<TextPlan> NewCache(PlanCacheOptions? options = null) => new(Unguarded, options);
}

internal static class Cached
{
    public static (TextPlan Plan, object?[] Values) Look(this PlanCache<TextPlan> cache, Expression query)
    {
        var plan = cache.Get(query, out var values);
        using (values)
        {
            return (plan, values.Span.ToArray());
        }
    }

    public static (TextPlan Plan, object?[] Values) Look(this PlanCache<TextPlan> cache, IQueryable query) => cache.Look(query.Expression);

    public static string Parse(IQueryable query) => Parse(query.Expression);

    public static string Parse(Expression query) => TextPlan.NewCache().Look(query).Plan.Text;
}
