namespace Alchemy.Internals;

/// <summary>The edits of one object that no flush has seen, to be made again after a rollback.</summary>
internal sealed class PendingEdits
{
    private readonly StateEntry _state;
    private readonly List<(EntityAttribute Attribute, object? Value)> _values;
    private readonly List<(CollectionAttribute Collection, object[] Items)> _collections;

    private PendingEdits(StateEntry state)
    {
        var mapper = state.Mapper;
        _state = state;
        _values = [.. mapper.Binding.ChangedScalars(state).Select(s => ((EntityAttribute)s, s.GetValue(state)))];
        _values.AddRange(mapper.Attributes.OfType<ReferenceAttribute>().Where(r => !ReferenceEquals(r.GetValue(state), EntityBinding.Original(state, r))).Select(r => ((EntityAttribute)r, r.GetValue(state))));
        _collections = [.. mapper.Collections.Where(c => !c.Adapter.HasItems(state, state.KnownItems(c.Index))).Select(c => (c, c.Adapter.Items(state)))];
    }

    public static List<PendingEdits> Of(IEnumerable<StateEntry> states) => [.. states.Where(s => s.Mapper.Binding.IsChanged(s)).Select(s => new PendingEdits(s))];

    public void Apply()
    {
        foreach (var (attribute, value) in _values)
        {
            attribute.SetValue(_state, value);
        }

        foreach (var (collection, items) in _collections)
        {
            collection.Adapter.Reset(_state, items);
        }
    }
}
