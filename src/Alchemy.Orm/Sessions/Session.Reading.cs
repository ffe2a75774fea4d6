using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy;

public sealed partial class Session
{
    /// <summary>The object with a key: the one that is here already, or the row's. Null when there is no such row, or it is marked for deletion.</summary>
    /// <param name="key">The values of the key's members, in order.</param>
    /// <exception cref="SessionStateException">The key has another number of members, or values of another type.</exception>
    public T? Get<T>(params object[] key)
        where T : class
        => GetCore<T>(IOBehavior.Synchronous, key, CancellationToken.None).Completed();

    /// <inheritdoc cref="Get{T}(object[])"/>
    public Task<T?> GetAsync<T>(object[] key, CancellationToken cancellationToken = default)
        where T : class
        => GetCore<T>(IOBehavior.Asynchronous, key, cancellationToken).AsTask();

    /// <summary>The results of a query. Changes that it may read are flushed first unless <see cref="SessionOptions.Autoflush"/> is off.</summary>
    /// <exception cref="AutoflushException">Pending changes could not be flushed.</exception>
    public IReadOnlyList<T> Execute<T>(EntityQuery query) => ExecuteCore<T>(IOBehavior.Synchronous, query, CancellationToken.None).Completed();

    /// <inheritdoc cref="Execute{T}(EntityQuery)"/>
    public async Task<IReadOnlyList<T>> ExecuteAsync<T>(EntityQuery query, CancellationToken cancellationToken = default)
        => await ExecuteCore<T>(IOBehavior.Asynchronous, query, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads an object's row again and overwrites everything that the program has not changed.</summary>
    /// <exception cref="StaleDataException">The row is not there any more.</exception>
    public void Refresh(object entity) => RefreshCore(IOBehavior.Synchronous, entity, CancellationToken.None).Completed();

    /// <inheritdoc cref="Refresh"/>
    public Task RefreshAsync(object entity, CancellationToken cancellationToken = default) => RefreshCore(IOBehavior.Asynchronous, entity, cancellationToken).AsTask();

    /// <summary>Loads a navigation of an object that was not loaded; does nothing when it was.</summary>
    /// <exception cref="SessionStateException">The session does not know the object.</exception>
    public void Load<T, TValue>(T entity, Expression<Func<T, TValue>> navigation)
        where T : class
        => LoadCore(IOBehavior.Synchronous, entity, MemberPath.Single(navigation).Name, CancellationToken.None).Completed();

    /// <inheritdoc cref="Load{T, TValue}"/>
    public Task LoadAsync<T, TValue>(T entity, Expression<Func<T, TValue>> navigation, CancellationToken cancellationToken = default)
        where T : class
        => LoadCore(IOBehavior.Asynchronous, entity, MemberPath.Single(navigation).Name, cancellationToken).AsTask();

    /// <summary>True when a navigation's objects are known.</summary>
    /// <exception cref="SessionStateException">The session does not know the object.</exception>
    public bool IsLoaded<T, TValue>(T entity, Expression<Func<T, TValue>> navigation)
        where T : class
    {
        var state = StateOf(entity);
        return state.IsLoaded(state.Mapper.Relationship(MemberPath.Single(navigation).Name).Attribute);
    }

    /// <summary>The tracked object with a key of the key's own type; null when it must be asked for.</summary>
    internal T? FindTracked<T, TKey>(Mapper mapper, TKey key)
        where T : class
        where TKey : notnull
    {
        ThrowIfDisposed();
        return States.Maps.Of(mapper, Target(mapper, OperationKind.Read).IdentityToken) is IdentityMap<TKey> map && map.FindKey(key) is { IsStale: false, IsMarkedDeleted: false } state ? (T)state.Entity : null;
    }

    /// <summary>Executes a planned query.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="plan">The plan, compiled for the target's dialect.</param>
    /// <param name="target">The database.</param>
    /// <param name="binds">One value per bind of the statement.</param>
    /// <param name="values">The values that the projection reads.</param>
    /// <param name="most">The most rows to read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async ValueTask<List<T>> ReadCore<T>(
        IOBehavior io, QueryPlan plan, EngineTarget target, object?[] binds, object?[] values, int most, CancellationToken cancellationToken)
    {
        var context = await ContextCore(io, plan, target, values, cancellationToken).ConfigureAwait(false);
        var results = await ReadRowsCore(io, plan, target, binds, plan.Reader<T>(target.Engine.Driver), context, most, cancellationToken).ConfigureAwait(false);
        foreach (var reader in plan.Query.Loads.Count > 0 ? context.Entities.OfType<EntityReader>() : [])
        {
            var loads = plan.Query.Loads.Where(l => reader.Read is [var first, ..] && first.Mapper == l.Relationship.Owner).ToList();
            await new LoadContext(this, target, context.Maps!, values).LoadCore(io, loads, reader.Read, cancellationToken).ConfigureAwait(false);
        }

        return results;
    }

    /// <summary>Runs an UPDATE or DELETE over many rows of a type; its tracked objects are stale afterwards. Gives the number of rows.</summary>
    internal async ValueTask<int> RunCore(IOBehavior io, Mapper mapper, EngineTarget target, CompiledSql sql, object?[] binds, CancellationToken cancellationToken)
    {
        await AutoflushCore(io, TableFinder.In(sql.Statement), cancellationToken).ConfigureAwait(false);
        using var lease = await Connections.LeaseCore(io, target.Engine, OperationKind.Write, cancellationToken).ConfigureAwait(false);
        var (affected, _) = await lease.Connection.RunCore(io, sql, binds, cancellationToken).ConfigureAwait(false);
        foreach (var state in States.Maps.Of(mapper).SelectMany(m => m.States))
        {
            state.IsStale = true;
        }

        return affected;
    }

    /// <summary>All that must be there before the first row is read: flushed changes, the collections of the projection, the readers of its entities.</summary>
    private async ValueTask<RowContext> ContextCore(IOBehavior io, QueryPlan plan, EngineTarget target, object?[] values, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        await AutoflushCore(io, plan.Tables, cancellationToken).ConfigureAwait(false);
        var nested = new NestedRows[plan.Nested.Count];
        for (var i = 0; i < nested.Length; i++)
        {
            nested[i] = await plan.Nested[i].ReadCore(this, io, target, values, cancellationToken).ConfigureAwait(false);
        }

        var into = Into(plan, target);
        return new RowContext(Readers(plan, target, into), values, nested, into.Maps);
    }

    private MaterializationTarget Into(QueryPlan plan, EngineTarget target)
    {
        var loads = plan.Query.Loads.Count > 0;
        return new MaterializationTarget(plan.Query.IsTracking ? States.Maps : loads ? new IdentityMaps() : null, target.IdentityToken, FrameSerial, KeepsStates: loads);
    }

    private static EntityReader?[] Readers(QueryPlan plan, EngineTarget target, MaterializationTarget into)
    {
        var items = plan.Query.Shape.Items;
        var entities = new EntityReader?[items.Count];
        for (var i = 0; i < entities.Length; i++)
        {
            entities[i] = items[i] is EntityItem entity ? entity.Mapper.Binding.Materializer(target.Engine.Driver).NewReader(entity.Ordinal, into) : null;
        }

        return entities;
    }

    // Rows are locked where they are written.
    private static OperationKind KindOf(QueryPlan plan) => plan.Sql.Statement is Select { ForUpdate: not null } ? OperationKind.Write : OperationKind.Read;

    private async ValueTask<List<T>> ReadRowsCore<T>(
        IOBehavior io, QueryPlan plan, EngineTarget target, object?[] binds, Func<Drivers.Cursor, RowContext, T> read, RowContext context, int most, CancellationToken cancellationToken)
    {
        var results = new List<T>();
        using var lease = await Connections.LeaseCore(io, target.Engine, KindOf(plan), cancellationToken).ConfigureAwait(false);
        using var cursor = await lease.Connection.OpenCore(io, plan.Sql, binds, cancellationToken).ConfigureAwait(false);
        if (io is IOBehavior.Synchronous)
        {
            while (results.Count < most && cursor.Read())
            {
                results.Add(read(cursor.Row, context));
            }
        }
        else
        {
            while (results.Count < most && await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                results.Add(read(cursor.Row, context));
            }
        }

        return results;
    }

    private async ValueTask<IReadOnlyList<T>> ExecuteCore<T>(IOBehavior io, EntityQuery query, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        var target = Target(query.Roots, OperationKind.Read);
        var plan = query.PlanFor(target.Engine);
        var binds = BindValues.Of(plan.Sql, query.Statement, []);
        return await ReadCore<T>(io, plan, target, binds, [], int.MaxValue, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask AutoflushCore(IOBehavior io, IReadOnlySet<Table> tables, CancellationToken cancellationToken)
    {
        if (!Options.Autoflush || _flushing || !HasChanges(tables))
        {
            return;
        }

        try
        {
            await FlushCore(io, cancellationToken).ConfigureAwait(false);
        }
        catch (AlchemyException failure)
        {
            throw new AutoflushException(string.Join(", ", tables.Select(t => t.Name)), failure);
        }
    }

    // Added and deleted objects always count; others only when the query reads their tables.
    private bool HasChanges(IReadOnlySet<Table> tables)
        => States.Pending.Count > 0 || States.Maps.All.Any(m => m.States.Any(s => s.IsMarkedDeleted || tables.Contains(s.Mapper.Table) && s.Mapper.Binding.IsChanged(s)));

    private async ValueTask<T?> GetCore<T>(IOBehavior io, object[] key, CancellationToken cancellationToken)
        where T : class
    {
        ThrowIfDisposed();
        var mapper = Model.Mapper<T>();
        var values = mapper.Binding.KeyValues(key);
        var target = Target([mapper], OperationKind.Read);
        var known = States.Maps.Of(mapper, target.IdentityToken).FindValues(mapper, values);
        if (known is { IsStale: false })
        {
            return known.IsMarkedDeleted ? null : (T)known.Entity;
        }

        var rows = await new LoadContext(this, target, States.Maps).ReadCore(io, mapper, ByKey(mapper, values), cancellationToken).ConfigureAwait(false);
        return rows is [{ IsMarkedDeleted: false } row] ? (T)row.Entity : null;
    }

    private async ValueTask RefreshCore(IOBehavior io, object entity, CancellationToken cancellationToken)
    {
        var state = StateOf(entity);
        if (state.Snapshot is null)
        {
            throw new SessionStateException($"{EntityText.Of(state)} has no row yet: flush it first.");
        }

        state.IsStale = true;
        var key = state.Mapper.Key.Select(k => EntityBinding.Original(state, k)).ToArray();
        var rows = await new LoadContext(this, Target(state.Mapper, OperationKind.Read, state), States.Maps).ReadCore(io, state.Mapper, ByKey(state.Mapper, key), cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            throw new StaleDataException(state, "Refresh", 1, 0);
        }
    }

    private async ValueTask LoadCore(IOBehavior io, object entity, string navigation, CancellationToken cancellationToken)
    {
        var state = StateOf(entity);
        var relationship = state.Mapper.Relationship(navigation);
        if (state.Snapshot is not null && !state.IsLoaded(relationship.Attribute))
        {
            await new LoadContext(this, Target(state.Mapper, OperationKind.Read, state), States.Maps)
                .LoadCore(io, [new LoaderOption(relationship, LoaderStrategy.SelectIn, [])], [state], cancellationToken).ConfigureAwait(false);
        }
    }

    private static Select ByKey(Mapper mapper, object?[] values)
        => Sql.Select([.. mapper.Scalars.Select(s => s.Column)])
            .Where(Sql.And([.. mapper.Key.Select((k, i) => (ColumnElement)k.Column.Condition(SqlOperator.Equal, values[i]))]));
}
