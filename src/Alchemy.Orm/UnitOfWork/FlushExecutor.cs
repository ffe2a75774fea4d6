namespace Alchemy.Internals;

/// <summary>Writes the rows of a plan, then takes over what the database gave. If it throws, <paramref name="undo"/> knows what to put back.</summary>
/// <param name="session">The session.</param>
/// <param name="undo">Where every change in memory is noted.</param>
internal sealed class FlushExecutor(Session session, FlushUndo undo)
{
    public async ValueTask ExecuteCore(IOBehavior io, FlushPlan plan, CancellationToken cancellationToken)
    {
        foreach (var state in plan.Actions.Select(a => a.State).Concat(plan.Changed).Concat(plan.Fixes.Select(f => f.State)))
        {
            if (session.Frame is { } frame && frame.Note(state))
            {
                undo.Note(() => frame.Forget(state));
            }
        }

        foreach (var action in plan.Actions)
        {
            foreach (var sync in action.Syncs)
            {
                CopyKey(sync);
            }

            await ExecuteCore(io, action, cancellationToken).ConfigureAwait(false);
        }

        new FlushAcceptance(session, undo).Accept(plan);
    }

    private void CopyKey(KeySync sync)
    {
        for (var i = 0; i < sync.ForeignKey.Count; i++)
        {
            var value = sync.Parent is { } parent ? RelationshipKeys.AttributeOf(parent.Mapper, sync.ParentKey[i]).GetValue(parent) : null;
            undo.Set(sync.Child, RelationshipKeys.AttributeOf(sync.Child.Mapper, sync.ForeignKey[i]), value);
        }
    }

    private ValueTask ExecuteCore(IOBehavior io, FlushAction action, CancellationToken cancellationToken) => action.Kind switch
    {
        FlushActionKind.Insert => InsertCore(io, action.State, cancellationToken),
        FlushActionKind.Update => UpdateCore(io, action, cancellationToken),
        FlushActionKind.Delete => DeleteCore(io, action.State, cancellationToken),
    };

    private async ValueTask InsertCore(IOBehavior io, StateEntry state, CancellationToken cancellationToken)
    {
        var target = session.Target(state.Mapper, OperationKind.Write, state);
        state.IdentityToken = target.IdentityToken;
        var values = new GeneratedValues(state, undo, target.Engine.Dialect.Features);
        var statement = state.Mapper.Statements.Insert(values.Given, values.Returned);
        var (sql, given) = statement.For(target.Engine, [.. values.Given.Select(a => a.GetValue(state))]);
        var lease = await session.Connections.LeaseCore(io, target.Engine, cancellationToken).ConfigureAwait(false);
        if (!sql.ReturnsRows)
        {
            var (_, key) = await lease.Connection.RunCore(io, sql, given, cancellationToken).ConfigureAwait(false);
            values.TakeInsertedKey(key);
            return;
        }

        using var cursor = await lease.Connection.OpenCore(io, sql, given, cancellationToken).ConfigureAwait(false);
        if (!await cursor.ReadCore(io, cancellationToken).ConfigureAwait(false))
        {
            throw new StaleDataException(state, "INSERT", 1, 0);
        }

        values.TakeReturned(cursor.Row, statement.Returned);
    }

    private async ValueTask UpdateCore(IOBehavior io, FlushAction action, CancellationToken cancellationToken)
    {
        var state = action.State;
        // A foreign key may have come out as it was; a row that is new in this flush has nothing to compare with.
        var set = state.Snapshot is null
            ? [.. state.Mapper.Scalars.Where(s => action.Syncs.Exists(k => k.ForeignKey.Contains(s.Column)))]
            : state.Mapper.Binding.ChangedScalars(state).ToList();
        if (set.Count == 0)
        {
            return;
        }

        var values = set.Select(a => a.GetValue(state)).Concat(state.Mapper.Key.Select(k => state.Snapshot is null ? k.GetValue(state) : EntityBinding.Original(state, k)));
        await RunOneCore(io, state, state.Mapper.Statements.Update(set), [.. values], "UPDATE", cancellationToken).ConfigureAwait(false);
    }

    private ValueTask DeleteCore(IOBehavior io, StateEntry state, CancellationToken cancellationToken)
        => RunOneCore(io, state, state.Mapper.Statements.Delete, [.. state.Mapper.Key.Select(k => EntityBinding.Original(state, k))], "DELETE", cancellationToken);

    private async ValueTask RunOneCore(IOBehavior io, StateEntry state, RowStatement statement, object?[] values, string operation, CancellationToken cancellationToken)
    {
        var target = session.Target(state.Mapper, OperationKind.Write, state);
        var (sql, given) = statement.For(target.Engine, values);
        var lease = await session.Connections.LeaseCore(io, target.Engine, cancellationToken).ConfigureAwait(false);
        var (affected, _) = await lease.Connection.RunCore(io, sql, given, cancellationToken).ConfigureAwait(false);
        if (affected != 1)
        {
            throw new StaleDataException(state, operation, 1, affected);
        }
    }
}
