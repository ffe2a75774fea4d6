namespace Alchemy.Internals;

/// <summary>What the cache keeps for a query. A plan never holds values, closures or sessions.</summary>
internal abstract class PlanBase(Guard[] guards)
{
    public IReadOnlyList<Guard> Guards => guards;

    /// <summary>True when the plan's SQL is right for these values.</summary>
    public bool Accepts(ReadOnlySpan<object?> values)
    {
        foreach (ref readonly var guard in guards.AsSpan())
        {
            if (!guard.Accepts(values))
            {
                return false;
            }
        }

        return true;
    }
}
