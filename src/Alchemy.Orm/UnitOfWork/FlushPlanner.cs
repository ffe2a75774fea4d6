namespace Alchemy.Internals;

/// <summary>Makes the plan of a flush: what changed, which rows follow, in which order.</summary>
/// <param name="states">The session's objects.</param>
internal sealed class FlushPlanner(SessionStates states)
{
    private readonly Dictionary<StateEntry, FlushAction> _actions = new(ReferenceEqualityComparer.Instance);

    public FlushPlan Plan()
    {
        var changed = states.Maps.States.Where(s => !s.IsMarkedDeleted && s.Mapper.Binding.IsChanged(s)).ToList();
        // Cascading adds to the pending ones.
        foreach (var state in (StateEntry[])[.. changed, .. states.Pending])
        {
            states.Cascade(state);
        }

        changed.AddRange(states.Pending);
        var marked = states.Maps.States.Where(s => s.IsMarkedDeleted).ToList();
        if (changed.Count == 0 && marked.Count == 0)
        {
            return new FlushPlan([], [], []);
        }

        var relationships = new RelationshipChanges(states);
        relationships.Read(changed, marked);
        _actions.EnsureCapacity(changed.Count);
        AddActions(changed, relationships);
        return new FlushPlan(FlushOrder.Sort(_actions.Values, states), relationships.Fixes, changed);
    }

    private void AddActions(List<StateEntry> changed, RelationshipChanges relationships)
    {
        foreach (var state in relationships.Deleted)
        {
            Add(new FlushAction(FlushActionKind.Delete, state, _actions.Count));
        }

        foreach (var state in changed.Where(s => relationships.Deleted.Count == 0 || !_actions.ContainsKey(s)))
        {
            if (state.Status is EntityState.Pending)
            {
                Add(new FlushAction(FlushActionKind.Insert, state, _actions.Count));
            }
            else if (state.Mapper.Binding.ChangedScalars(state).ToHashSet() is { Count: > 0 } scalars)
            {
                Add(new FlushAction(FlushActionKind.Update, state, _actions.Count) { Changed = scalars });
            }
        }

        foreach (var sync in relationships.Syncs)
        {
            var action = _actions.GetValueOrDefault(sync.Child) ?? Add(new FlushAction(FlushActionKind.Update, sync.Child, _actions.Count));
            action.Add(sync);
        }
    }

    private FlushAction Add(FlushAction action) => _actions[action.State] = action;
}
