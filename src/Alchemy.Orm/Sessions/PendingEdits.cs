namespace Alchemy.Internals;

/// <summary>The edits of one object that no flush has seen, to be made again after a rollback.</summary>
internal sealed class PendingEdits
{
    private readonly StateEntry _state;
    private readonly List<(EntityAttribute Attribute, object? Value)> _values;
    private readonly List<(CollectionAttribute Collection, object[] Added, object[] Removed)> _collections;
    private readonly bool _isMarkedDeleted;

    private PendingEdits(StateEntry state)
    {
        var mapper = state.Mapper;
        _state = state;
        _values = [.. mapper.Binding.ChangedScalars(state).Select(s => ((EntityAttribute)s, s.GetValue(state)))];
        _values.AddRange(mapper.Attributes.OfType<ReferenceAttribute>().Where(r => !ReferenceEquals(r.GetValue(state), EntityBinding.Original(state, r))).Select(r => ((EntityAttribute)r, r.GetValue(state))));
        _collections = [.. mapper.Collections.Select(c => (c, Less(c.Adapter.Items(state), state.KnownItems(c.Index)), Less(state.KnownItems(c.Index), c.Adapter.Items(state))))];
        _isMarkedDeleted = state.IsMarkedDeleted;
    }

    public static List<PendingEdits> Of(IEnumerable<StateEntry> states) => [.. states.Where(s => s.IsMarkedDeleted || s.Mapper.Binding.IsChanged(s)).Select(s => new PendingEdits(s))];

    public void Apply()
    {
        foreach (var (attribute, value) in _values)
        {
            attribute.SetValue(_state, value);
        }

        foreach (var (collection, added, removed) in _collections)
        {
            Array.ForEach(removed, r => collection.Adapter.Remove(_state, r));
            Array.ForEach(added, a => collection.Adapter.Add(_state, a));
        }

        _state.IsMarkedDeleted |= _isMarkedDeleted && _state.Status is EntityState.Persistent;
    }

    private static object[] Less(object[]? items, object[]? others) => [.. (items ?? []).Except(others ?? [], ReferenceEqualityComparer.Instance).OfType<object>()];
}
