namespace Alchemy.Internals;

/// <summary>Everything a flush does in memory, so that a failed one can be undone: generated keys, foreign keys, other ends, states. The program's own edits stay.</summary>
internal sealed class FlushUndo
{
    private readonly List<Step> _steps = [];

    /// <summary>Sets a value of an object.</summary>
    public void Set(StateEntry state, EntityAttribute attribute, object? value)
    {
        var former = attribute.GetValue(state);
        // Objects are told by reference: records may be equal and are still two rows.
        if (attribute is NavigationAttribute ? !ReferenceEquals(former, value) : !Equals(former, value))
        {
            _steps.Add(new Step(state, attribute, former));
            attribute.SetValue(state, value);
        }
    }

    /// <summary>Notes the members of a collection.</summary>
    public void NoteItems(StateEntry state, CollectionAttribute collection) => _steps.Add(new Step(state, collection, collection.Adapter.Items(state)));

    /// <summary>Notes what a state is before it leaves its place in the session.</summary>
    public void NoteState(StateEntry state) => _steps.Add(new Step(state, null, state.Status is EntityState.Pending && state.Collections is null ? null : new StateMark(state)));

    public void Revert(SessionStates states)
    {
        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            Revert(_steps[i], states);
        }

        _steps.Clear();
    }

    private static void Revert(Step step, SessionStates states)
    {
        switch (step.Attribute)
        {
            case null:
                states.Untrack(step.State);
                StateMark.Restore(step.State, (StateMark?)step.Value);
                states.TryTrack(step.State);
                break;
            case CollectionAttribute collection:
                collection.Adapter.Reset(step.State, (object[])step.Value!);
                break;
            default:
                step.Attribute.SetValue(step.State, step.Value);
                break;
        }
    }

    private readonly record struct Step(StateEntry State, EntityAttribute? Attribute, object? Value);
}
