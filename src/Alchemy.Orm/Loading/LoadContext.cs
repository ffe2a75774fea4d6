namespace Alchemy.Internals;

/// <summary>Runs the loaders of a query, level by level.</summary>
/// <param name="session">The session.</param>
/// <param name="target">The database that the parents came from.</param>
/// <param name="maps">Where objects go: the session's maps, or the result's own.</param>
/// <param name="values">The values of the execution, which filters of collections read; null for none.</param>
internal sealed class LoadContext(Session session, EngineTarget target, IdentityMaps maps, object?[]? values = null)
{
    public IdentityMaps Maps => maps;

    public object?[] Values => values ?? [];

    public object? Token => target.IdentityToken;

    public async ValueTask LoadCore(IOBehavior io, IReadOnlyList<LoaderOption> options, IReadOnlyList<StateEntry> parents, CancellationToken cancellationToken)
    {
        foreach (var option in options)
        {
            if (parents.Count == 0)
            {
                return;
            }

            var loaded = await option.Strategy.LoadCore(io, this, option, parents, cancellationToken).ConfigureAwait(false);
            await LoadCore(io, option.Nested, loaded, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the entities of a statement whose columns are those of the mapper; gives the states in the order of the rows.</summary>
    public async ValueTask<IReadOnlyList<StateEntry>> ReadCore(IOBehavior io, Mapper mapper, Select select, CancellationToken cancellationToken)
    {
        var sql = target.Engine.Compile(select);
        var reader = mapper.Binding.Materializer(target.Engine.Driver).NewReader(0, new MaterializationTarget(maps, target.IdentityToken, session.FrameSerial, KeepsStates: true));
        using var lease = await session.Connections.LeaseCore(io, target.Engine, OperationKind.Read, cancellationToken).ConfigureAwait(false);
        using var cursor = await lease.Connection.OpenCore(io, sql, BindValues.Of(sql, select, []), cancellationToken).ConfigureAwait(false);
        while (await cursor.ReadCore(io, cancellationToken).ConfigureAwait(false))
        {
            _ = reader.Entity(cursor.Row);
        }

        return reader.Read;
    }
}
