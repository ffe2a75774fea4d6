namespace Alchemy.Internals;

/// <summary>One query structure and its plans. Plans and slots are replaced whole, so readers need no lock.</summary>
internal sealed class CacheEntry<TPlan>(TreeKey? key, ulong hash)
    where TPlan : PlanBase
{
    private volatile TPlan[] plans = [];
    private volatile SlotTable? slots;

    /// <summary>Null for a query that is planned once and not kept.</summary>
    public TreeKey? Key => key;

    public ulong Hash => hash;

    /// <summary>Held while a plan is made, so that it is made once.</summary>
    public Lock Gate { get; } = new();

    public long LastUsed { get; set; }

    public SlotTable? Slots
    {
        get => slots;
        set => slots = value;
    }

    public int PlanCount => plans.Length;

    public TPlan? Find(ReadOnlySpan<object?> values)
    {
        foreach (var plan in plans)
        {
            if (plan.Accepts(values))
            {
                return plan;
            }
        }

        return null;
    }

    /// <summary>Adds the newest plan in front; the oldest goes when there are too many. Call under <see cref="Gate"/>.</summary>
    public void Add(TPlan plan, int limit) => plans = [plan, .. plans.Take(limit)];
}
