namespace Alchemy.Internals;

/// <summary>Everything a flush does in memory, so that a failed one can be undone: generated keys, foreign keys, other ends. The program's own edits stay.</summary>
internal sealed class FlushUndo
{
    private readonly Stack<Action> _steps = new();

    /// <summary>Sets a value of an object.</summary>
    public void Set(StateEntry state, EntityAttribute attribute, object? value)
    {
        var former = attribute.GetValue(state);
        // Objects are told by reference: records may be equal and are still two rows.
        if (attribute is NavigationAttribute ? !ReferenceEquals(former, value) : !Equals(former, value))
        {
            _steps.Push(() => attribute.SetValue(state, former));
            attribute.SetValue(state, value);
        }
    }

    /// <summary>Notes how to undo what is done next.</summary>
    public void Note(Action undo) => _steps.Push(undo);

    public void Revert()
    {
        while (_steps.TryPop(out var undo))
        {
            undo();
        }
    }
}
