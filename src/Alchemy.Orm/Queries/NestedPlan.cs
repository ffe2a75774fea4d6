namespace Alchemy.Internals;

/// <summary>A query for the collections that a projection holds: its rows carry the key of the row around them.</summary>
internal abstract class NestedPlan
{
    /// <summary>Reads all collections of an execution.</summary>
    /// <param name="session">The session.</param>
    /// <param name="io">Whether to wait.</param>
    /// <param name="target">The database.</param>
    /// <param name="values">The values of the execution.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public abstract ValueTask<NestedRows> ReadCore(Session session, IOBehavior io, EngineTarget target, object?[] values, CancellationToken cancellationToken);
}

/// <summary>The typed query.</summary>
/// <param name="plan">The plan; its results are <see cref="NestedRow{T}"/>.</param>
/// <param name="binds">Makes the values to bind of those of the execution.</param>
internal sealed class NestedPlan<T>(QueryPlan plan, Func<object?[], object?[]> binds) : NestedPlan
{
    public override async ValueTask<NestedRows> ReadCore(Session session, IOBehavior io, EngineTarget target, object?[] values, CancellationToken cancellationToken)
        => new NestedRows<T>(await session.ReadCore<NestedRow<T>>(io, plan, target, binds(values), values, int.MaxValue, cancellationToken).ConfigureAwait(false));
}

/// <summary>An item of a collection, with the key of the row that the collection belongs to.</summary>
internal sealed record NestedRow<T>(object?[] Key, T Item);
