using System.Runtime.CompilerServices;
using Alchemy.Internals;

namespace Alchemy;

public sealed partial class Session
{
    /// <summary>The results of a planned query, each made when its row is read; the connection is given back when the reading ends, whatever ends it.</summary>
    /// <remarks>Navigations to load need all rows first, and a private database has one connection, which the loop's body may want: there the rows are read before the first is given.</remarks>
    /// <param name="plan">The plan, compiled for the target's dialect.</param>
    /// <param name="target">The database.</param>
    /// <param name="binds">One value per bind of the statement.</param>
    /// <param name="values">The values that the projection reads.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async IAsyncEnumerable<T> StreamCore<T>(QueryPlan plan, EngineTarget target, object?[] binds, object?[] values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (plan.Query.Loads.Count > 0 || target.Engine.HasOneConnection)
        {
            foreach (var item in await ReadCore<T>(IOBehavior.Asynchronous, plan, target, binds, values, int.MaxValue, cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            yield break;
        }

        var context = await ContextCore(IOBehavior.Asynchronous, plan, target, values, cancellationToken).ConfigureAwait(false);
        var read = plan.Reader<T>(target.Engine.Driver);
        var generation = States.Maps.Generation;
        using var lease = await Connections.LeaseCore(IOBehavior.Asynchronous, target.Engine, KindOf(plan), cancellationToken).ConfigureAwait(false);
        using var cursor = await lease.Connection.OpenCore(IOBehavior.Asynchronous, plan.Sql, binds, cancellationToken).ConfigureAwait(false);
        while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            ThrowIfDisposed();
            if (generation != States.Maps.Generation)
            {
                // The loop's body has cleared the session: what comes now is tracked anew.
                (generation, context) = (States.Maps.Generation, context with { Entities = Readers(plan, target, Into(plan, target)) });
            }

            yield return read(cursor.Row, context);
            // A driver that has rows in store does not look.
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
