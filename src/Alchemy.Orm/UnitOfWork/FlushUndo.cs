namespace Alchemy.Internals;

/// <summary>Everything a flush does in memory, so that a failed one can be undone: generated keys, foreign keys, other ends, states. The program's own edits stay.</summary>
internal sealed class FlushUndo
{
    private readonly List<Step> _steps = [];

    private enum StepKind : byte
    {
        Value,
        Items,
        Return,
        Leave,
        Participation,
    }

    /// <summary>Makes room for so many steps more.</summary>
    public void Reserve(int steps) => _steps.EnsureCapacity(_steps.Count + steps);

    /// <summary>Sets a value of an object.</summary>
    public void Set(StateEntry state, EntityAttribute attribute, object? value)
    {
        var former = attribute.GetValue(state);
        // Objects are told by reference: records may be equal and are still two rows.
        if (attribute is NavigationAttribute ? !ReferenceEquals(former, value) : !Equals(former, value))
        {
            _steps.Add(new Step(StepKind.Value, state, attribute, former));
            attribute.SetValue(state, value);
        }
    }

    /// <summary>Notes the members of a collection.</summary>
    public void NoteItems(StateEntry state, CollectionAttribute collection) => _steps.Add(new Step(StepKind.Items, state, collection, collection.Adapter.Items(state)));

    /// <summary>Notes what a state is, to be that again in its place of the session.</summary>
    public void NoteReturn(StateEntry state) => _steps.Add(new Step(StepKind.Return, state, null, state.Status is EntityState.Pending && state.Collections is null ? null : new StateMark(state)));

    /// <summary>Notes that a state will have a place that it must leave first.</summary>
    public void NoteLeave(StateEntry state) => _steps.Add(new Step(StepKind.Leave, state, null, null));

    /// <summary>Notes that a frame came to know the object by this flush.</summary>
    public void NoteParticipation(StateEntry state, TransactionFrame frame) => _steps.Add(new Step(StepKind.Participation, state, null, frame));

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
        switch (step.Kind)
        {
            case StepKind.Value:
                step.Attribute!.SetValue(step.State, step.Value);
                break;
            case StepKind.Items:
                ((CollectionAttribute)step.Attribute!).Adapter.Reset(step.State, (object[])step.Value!);
                break;
            case StepKind.Return:
                StateMark.Restore(step.State, (StateMark?)step.Value);
                states.TryTrack(step.State);
                break;
            case StepKind.Leave:
                states.Untrack(step.State);
                break;
            case StepKind.Participation:
                ((TransactionFrame)step.Value!).Forget(step.State);
                break;
        }
    }

    private readonly record struct Step(StepKind Kind, StateEntry State, EntityAttribute? Attribute, object? Value);
}
