namespace Alchemy.Internals;

/// <summary>What a session knew of an object beside its values.</summary>
internal sealed class StateMark(StateEntry state)
{
    private readonly EntityState _status = state.Status;
    private readonly bool _isMarkedDeleted = state.IsMarkedDeleted;
    private readonly object? _snapshot = state.Snapshot;
    private readonly object?[]? _shadow = state.ShadowSnapshot;
    private readonly AttributeSet _loaded = state.Loaded;
    private readonly Dictionary<int, object[]>? _collections = state.Collections is null ? null : new(state.Collections);

    /// <summary>Brings a state back; without a mark it was new.</summary>
    public static void Restore(StateEntry state, StateMark? mark)
    {
        state.Status = mark?._status ?? EntityState.Pending;
        state.IsMarkedDeleted = mark?._isMarkedDeleted ?? false;
        (state.Snapshot, state.ShadowSnapshot, state.Loaded, state.Collections) = (mark?._snapshot, mark?._shadow, mark?._loaded ?? default, mark?._collections);
    }
}
