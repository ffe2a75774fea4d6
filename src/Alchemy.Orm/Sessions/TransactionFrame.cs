namespace Alchemy.Internals;

/// <summary>What a transaction or savepoint has to give back when it is rolled back: each object that took part, as it was when the frame was opened.</summary>
/// <param name="outer">The frame around it; null for the transaction's own.</param>
/// <param name="serial">Its number within the session; objects loaded in it carry the number.</param>
/// <param name="savepoint">The savepoint's level; 0 for the transaction.</param>
internal sealed class TransactionFrame(TransactionFrame? outer, int serial, int savepoint)
{
    // In order: an object that was deleted and added again has two states, and the first one speaks last.
    private readonly OrderedDictionary<StateEntry, StateMemento> _mementos = new(ReferenceEqualityComparer.Instance);

    public TransactionFrame? Outer => outer;

    public int Serial => serial;

    public int Savepoint => savepoint;

    public IReadOnlyDictionary<StateEntry, StateMemento> Mementos => _mementos;

    /// <summary>Notes an object before a flush changes what the database has of it; false when it was noted before.</summary>
    public bool Note(StateEntry state) => !_mementos.ContainsKey(state) && _mementos.TryAdd(state, StateMemento.Committed(state));

    /// <summary>The flush has failed: the object did not take part.</summary>
    public void Forget(StateEntry state) => _mementos.Remove(state);

    /// <summary>Notes an object with what is pending on it.</summary>
    public void NotePending(StateEntry state) => _mementos[state] = StateMemento.Present(state);

    /// <summary>The frame ended well: what it noted first, the frame around it needs to know.</summary>
    public void MergeIntoOuter()
    {
        foreach (var (state, memento) in _mementos)
        {
            outer!._mementos.TryAdd(state, memento);
        }
    }
}
