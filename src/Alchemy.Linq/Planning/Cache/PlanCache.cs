using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Finds the plan of a query by its structure, and has it made when there is none. Safe for any number of threads.</summary>
/// <param name="compile">Makes the plan. Called once per structure and set of guards, under that entry's lock, perhaps on another thread with a larger stack.</param>
/// <param name="options">Bounds; null for the defaults.</param>
internal sealed class PlanCache<TPlan>(Func<PlanRequest, TPlan> compile, PlanCacheOptions? options = null)
    where TPlan : PlanBase
{
    private readonly PlanCacheOptions options = options ?? new();
    private readonly EntryMap<TPlan> entries = new((options ?? new()).Capacity);
    private readonly StripedCounter hits = new();
    private long misses, guardMisses, uncacheable;

    public CacheStats Stats => new(hits.Value, Volatile.Read(ref misses), Volatile.Read(ref guardMisses),
        entries.Evictions, Volatile.Read(ref uncacheable), entries.Count);

    /// <summary>The plan of a query and the values of this execution. The caller disposes the values when the command has its parameters.</summary>
    /// <exception cref="LinqTranslationException">The query has no SQL form, or a captured value could not be read.</exception>
    public TPlan Get(Expression query, out SlotValues values)
    {
        var walk = Fingerprinter.Rent(options.IsServerSide);
        try
        {
            if (!walk.TryWalk(query))
            {
                return GetOnDeepStack(query, out values);
            }

            return TryHit(walk, out values) ?? Miss(query, walk, out values);
        }
        finally
        {
            walk.Return();
        }
    }

    /// <summary>Forgets all plans.</summary>
    public void Clear() => entries.Clear();

    private TPlan? TryHit(Fingerprinter walk, out SlotValues values)
    {
        values = default;
        if (walk.Uncacheable || entries.Find(walk, walk.Hash & options.HashMask) is not { Slots: { } slots } entry)
        {
            return null;
        }

        values = Extract(slots, walk);
        if (entry.Find(values.Span) is { } plan)
        {
            entries.Touch(entry);
            hits.Increment();
            return plan;
        }

        values.Dispose();
        return null;
    }

    private static SlotValues Extract(SlotTable slots, Fingerprinter walk)
    {
        var values = SlotValues.Rent(slots.Count);
        try
        {
            slots.Extract(walk.RootBuffer, values.Writable);
            return values;
        }
        catch
        {
            values.Dispose();
            throw;
        }
    }

    private TPlan GetOnDeepStack(Expression query, out SlotValues values)
    {
        if (DeepStack.IsCurrent)
        {
            throw TooDeep(null);
        }

        (var plan, values) = DeepStack.Run(() => (Get(query, out var read), read));
        return plan;
    }

    private TPlan Miss(Expression query, Fingerprinter walk, out SlotValues values)
    {
        if (DeepStack.IsCurrent)
        {
            return PlanOnThisStack(query, walk, out values);
        }

        if (walk.PeakDepth > DeepStack.Threshold)
        {
            return PlanOnDeepStack(query, walk, out values);
        }

        try
        {
            return Plan(query, walk, out values);
        }
        catch (InsufficientExecutionStackException)
        {
            // Less stack was left than the depth needs.
            return PlanOnDeepStack(query, walk, out values);
        }
    }

    private TPlan PlanOnThisStack(Expression query, Fingerprinter walk, out SlotValues values)
    {
        try
        {
            return Plan(query, walk, out values);
        }
        catch (InsufficientExecutionStackException failure)
        {
            throw TooDeep(failure);
        }
    }

    private TPlan PlanOnDeepStack(Expression query, Fingerprinter walk, out SlotValues values)
    {
        (var plan, values) = DeepStack.Run(() => (PlanOnThisStack(query, walk, out var read), read));
        return plan;
    }

    private TPlan Plan(Expression query, Fingerprinter walk, out SlotValues values)
    {
        var entry = walk.Uncacheable ? new CacheEntry<TPlan>(null, 0) : entries.FindOrAdd(walk, walk.Hash & options.HashMask);
        var prepared = entry.Slots is null ? PreparedQuery.From(query, walk) : default;
        entry.Slots ??= prepared.Slots;
        values = Extract(entry.Slots, walk);
        try
        {
            lock (entry.Gate)
            {
                if (entry.Find(values.Span) is { } plan)
                {
                    hits.Increment();
                    return plan;
                }

                return Compile(entry, prepared.Tree is null ? PreparedQuery.From(query, walk) : prepared, values.Span);
            }
        }
        catch
        {
            values.Dispose();
            throw;
        }
    }

    private TPlan Compile(CacheEntry<TPlan> entry, PreparedQuery prepared, ReadOnlySpan<object?> values)
    {
        Count(entry);
        var plan = compile(prepared.ToRequest(values, entry.PlanCount >= options.VariantLimit));
        if (!plan.Accepts(values))
        {
            throw new InvalidOperationException("The plan's guards refuse the values it was made for.");
        }

        entry.Add(plan, options.VariantLimit);
        return plan;
    }

    private void Count(CacheEntry<TPlan> entry)
    {
        if (entry.Key is null)
        {
            Interlocked.Increment(ref uncacheable);
        }
        else if (entry.PlanCount > 0)
        {
            Interlocked.Increment(ref guardMisses);
        }
        else
        {
            Interlocked.Increment(ref misses);
        }
    }

    private static LinqTranslationException TooDeep(Exception? inner) => new(LinqTranslationException.TooDeep, "The query",
        "it is nested too deeply; build conditions as balanced trees or use Contains over a list", "the whole query", inner);
}
