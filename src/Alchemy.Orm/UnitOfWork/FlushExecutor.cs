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
            session.Note(state, undo);
        }

        for (var i = 0; i < plan.Actions.Count;)
        {
            i += plan.Actions[i].Kind is FlushActionKind.Insert
                ? await InsertCore(io, plan.Actions, i, cancellationToken).ConfigureAwait(false)
                : await ExecuteCore(io, plan.Actions[i], cancellationToken).ConfigureAwait(false);
        }

        new FlushAcceptance(session, undo).Accept(plan);
    }

    private void CopyKeys(FlushAction action)
    {
        for (var i = 0; i < action.Syncs.Count; i++)
        {
            CopyKey(action.Syncs[i]);
        }
    }

    private void CopyKey(KeySync sync)
    {
        for (var i = 0; i < sync.ForeignKey.Count; i++)
        {
            var value = sync.Parent is { } parent ? RelationshipKeys.AttributeOf(parent.Mapper, sync.ParentKey[i]).GetValue(parent) : null;
            undo.Set(sync.Child, RelationshipKeys.AttributeOf(sync.Child.Mapper, sync.ForeignKey[i]), value);
        }
    }

    private async ValueTask<int> ExecuteCore(IOBehavior io, FlushAction action, CancellationToken cancellationToken)
    {
        CopyKeys(action);
        await (action.Kind is FlushActionKind.Delete ? DeleteCore(io, action.State, cancellationToken) : UpdateCore(io, action, cancellationToken)).ConfigureAwait(false);
        return 1;
    }

    // As many of the inserts that follow as one statement can take; gives how many those were.
    private async ValueTask<int> InsertCore(IOBehavior io, IReadOnlyList<FlushAction> actions, int first, CancellationToken cancellationToken)
    {
        var target = session.Target(actions[first].State.Mapper, OperationKind.Write, actions[first].State);
        var rows = new InsertBatch(undo, target.Engine.Dialect.Features);
        for (var i = first; i < actions.Count && actions[i].Kind is FlushActionKind.Insert && rows.Accepts(actions[i]); i++)
        {
            var state = actions[i].State;
            // Another engine's row starts another batch.
            if (i > first && session.Target(state.Mapper, OperationKind.Write, state) != target)
            {
                break;
            }

            state.IdentityToken = target.IdentityToken;
            CopyKeys(actions[i]);
            if (!rows.TryAdd(state))
            {
                break;
            }
        }

        var lease = await session.Connections.LeaseCore(io, target.Engine, OperationKind.Write, cancellationToken).ConfigureAwait(false);
        await rows.WriteCore(io, lease.Connection, target.Engine, cancellationToken).ConfigureAwait(false);
        return rows.Count;
    }

    private async ValueTask UpdateCore(IOBehavior io, FlushAction action, CancellationToken cancellationToken)
    {
        var state = action.State;
        // A foreign key may have come out as it was; a row that is new in this flush has nothing to compare with.
        var set = state.Snapshot is null
            ? [.. state.Mapper.Scalars.Where(s => action.Syncs.Any(k => k.ForeignKey.Contains(s.Column)))]
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
        var lease = await session.Connections.LeaseCore(io, target.Engine, OperationKind.Write, cancellationToken).ConfigureAwait(false);
        var (affected, _) = await lease.Connection.RunCore(io, sql, given, cancellationToken).ConfigureAwait(false);
        if (affected != 1)
        {
            throw new StaleDataException(state, operation, 1, affected);
        }
    }
}
