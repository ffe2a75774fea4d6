using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>The plan caches: one per mapping and dialect, shared by all engines that agree in both. They live as long as the mapping.</summary>
internal static class PlanCaches
{
    private static readonly ConditionalWeakTable<Model, ConcurrentDictionary<(string Dialect, Version? Version), PlanCache<LinqPlan>>> caches = [];

    public static PlanCache<LinqPlan> Of(Model model, Dialect dialect)
        => caches.GetOrCreateValue(model).GetOrAdd((dialect.Name, dialect.ServerVersion), static (_, arguments) => Create(arguments.model, arguments.dialect), (model, dialect));

    // The cache must not keep the mapping alive that keeps the cache.
    private static PlanCache<LinqPlan> Create(Model model, Dialect dialect)
    {
        var weak = new WeakReference<Model>(model);
        return new(request => LinqPlanner.Plan(request, weak.TryGetTarget(out var alive) ? alive : throw new InvalidOperationException("The mapping of the query is gone."), dialect));
    }
}
