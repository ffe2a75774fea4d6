namespace Alchemy.Internals;

/// <summary>Brings a session's objects back to the moment when a transaction or savepoint was opened.</summary>
/// <param name="states">The session's objects.</param>
/// <param name="frame">What was rolled back; null when there was no transaction, so that only edits are discarded.</param>
/// <param name="keepEdits">True to make edits again that no flush has seen.</param>
internal sealed class FrameRollback(SessionStates states, TransactionFrame? frame, bool keepEdits)
{
    public void Execute()
    {
        var known = states.All.ToList();
        var edits = keepEdits ? PendingEdits.Of(known.Where(s => s.Snapshot is not null)) : [];
        // What the program has evicted meanwhile is its own; what is still pending, no flush has seen.
        var noted = frame?.Mementos.Where(m => m.Key.Status is not EntityState.Detached && !(keepEdits && m.Key.Status is EntityState.Pending)).ToList() ?? [];
        var took = noted.Select(m => m.Key).ToHashSet();
        foreach (var state in took)
        {
            states.Untrack(state);
        }

        foreach (var (state, memento) in noted.AsEnumerable().Reverse())
        {
            memento.Restore(state);
        }

        foreach (var state in known.Where(s => !took.Contains(s)))
        {
            Discard(state);
        }

        // Only now: a key may have been taken by an object that has gone meanwhile.
        foreach (var state in took)
        {
            states.TryTrack(state);
        }

        edits.ForEach(e => e.Apply());
    }

    // The transaction wrote nothing of this object: what is unflushed goes, what was loaded inside may be gone.
    private void Discard(StateEntry state)
    {
        if (state.Status is EntityState.Pending)
        {
            if (!keepEdits)
            {
                states.Untrack(state);
                state.Status = EntityState.Transient;
            }

            return;
        }

        if (!keepEdits && (state.IsMarkedDeleted || state.Mapper.Binding.IsChanged(state)))
        {
            StateMemento.Committed(state).Restore(state);
        }

        state.IsStale |= frame is not null && state.Born >= frame.Serial;
    }
}
