using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>The plan caches: one per mapping and dialect, shared by all engines that agree in both. They live as long as the mapping.</summary>
internal static class PlanCaches
{
    private static readonly ConditionalWeakTable<Model, ConcurrentDictionary<Dialect, PlanCache<LinqPlan>>> caches = [];
    private static readonly ConditionalWeakTable<Model, ConcurrentDictionary<(Dialect Dialect, string Members), PlanCache<BulkPlan>>> bulks = [];

    public static PlanCache<LinqPlan> Of(Model model, Dialect dialect)
        => caches.GetOrCreateValue(model).GetOrAdd(dialect, static (dialect, model) => Create(model, dialect), model);

    /// <summary>The plans of UPDATEs that set given members, or of DELETEs: the members are not in the tree that is the key.</summary>
    public static PlanCache<BulkPlan> OfBulk(Model model, Dialect dialect, IReadOnlyList<string> members)
        => bulks.GetOrCreateValue(model).GetOrAdd((dialect, string.Join(',', members)), static (_, arguments) =>
        {
            var weak = new WeakReference<Model>(arguments.model);
            return new(request => BulkStatement.Plan(request, Alive(weak), arguments.dialect, arguments.members));
        }, (model, dialect, members));

    // The cache must not keep the mapping alive that keeps the cache.
    private static PlanCache<LinqPlan> Create(Model model, Dialect dialect)
    {
        var weak = new WeakReference<Model>(model);
        return new(request => LinqPlanner.Plan(request, Alive(weak), dialect));
    }

    private static Model Alive(WeakReference<Model> model) => model.TryGetTarget(out var alive) ? alive : throw new InvalidOperationException("The mapping of the query is gone.");
}
