namespace Alchemy.Internals;

/// <summary>The objects that a session knows: persistent ones by key, pending ones by reference.</summary>
internal sealed class SessionStates(Model model)
{
    private static readonly List<object> Nothing = [];
    private readonly Dictionary<object, StateEntry> _pending = new(ReferenceEqualityComparer.Instance);

    // Objects that were deleted before they were ever written; held so that nothing adds them again without a word.
    private readonly HashSet<object> _forgotten = new(ReferenceEqualityComparer.Instance);

    public IdentityMaps Maps { get; } = new();

    public ICollection<StateEntry> Pending => _pending.Values;

    public IEnumerable<StateEntry> All => Maps.States.Concat(_pending.Values);

    /// <summary>The state of an object, or null when the session does not know it.</summary>
    /// <exception cref="UnmappedTypeException">Its type is not mapped.</exception>
    public StateEntry? Find(object entity)
        => _pending.TryGetValue(entity, out var pending) ? pending : Maps.Find(model.Mapper(entity.GetType()), entity);

    /// <summary>Puts a state where its status says; false when another object has its key.</summary>
    public bool TryTrack(StateEntry state)
    {
        switch (state.Status)
        {
            case EntityState.Pending:
                return _pending.TryAdd(state.Entity, state);
            case EntityState.Persistent:
                return Maps.Of(state.Mapper, state.IdentityToken).TryAdd(state);
            case EntityState.Transient or EntityState.Deleted or EntityState.Detached:
            default:
                return true;
        }
    }

    public void Untrack(StateEntry state)
    {
        if (!_pending.Remove(state.Entity))
        {
            Maps.Of(state.Mapper, state.IdentityToken).Remove(state);
        }
    }

    /// <summary>Adds an object and every object it leads to that is not known yet.</summary>
    public StateEntry Add(object entity)
    {
        _forgotten.Remove(entity);
        var root = AddOne(entity);
        Cascade(root);
        return root;
    }

    /// <summary>Adds the unknown objects that an object's navigations lead to.</summary>
    public void Cascade(StateEntry root)
    {
        // Most objects lead nowhere new: only those that do need a queue.
        Queue<StateEntry>? queue = null;
        for (var state = root; state is not null; state = queue is { Count: > 0 } ? queue.Dequeue() : null)
        {
            foreach (var target in Targets(state))
            {
                if (Find(target) is null)
                {
                    if (_forgotten.Contains(target))
                    {
                        throw new SessionStateException($"A new {target.GetType().Name} was deleted before it was written, but {EntityText.Of(state)} still leads to it: take it out there, or add it again.");
                    }

                    (queue ??= []).Enqueue(AddOne(target));
                }
            }
        }
    }

    /// <summary>Forgets an object that was added and not yet written.</summary>
    public void Forget(StateEntry state)
    {
        Untrack(state);
        state.Status = EntityState.Transient;
        _forgotten.Add(state.Entity);
    }

    public void Clear()
    {
        _forgotten.Clear();
        foreach (var state in All)
        {
            state.Status = EntityState.Detached;
        }

        Maps.Clear();
        _pending.Clear();
    }

    private StateEntry AddOne(object entity)
    {
        var state = new StateEntry(model.Mapper(entity.GetType()), entity) { Status = EntityState.Pending };
        _pending.Add(entity, state);
        return state;
    }

    /// <summary>The objects that navigations lead to, except where the database has them too: one of those that is not known was evicted or deleted.</summary>
    public static List<object> Targets(StateEntry state)
    {
        List<object>? targets = null;
        for (var i = 0; i < state.Mapper.Relationships.Count; i++)
        {
            var relationship = state.Mapper.Relationships[i];
            if (relationship.Attribute is CollectionAttribute collection)
            {
                foreach (var item in collection.Adapter.Items(state).Except(state.KnownItems(collection.Index) ?? [], ReferenceEqualityComparer.Instance))
                {
                    (targets ??= []).Add(item ?? throw new SessionStateException($"{relationship} holds a null: a collection navigation has objects only."));
                }
            }
            else if (relationship.Attribute.GetValue(state) is { } target && (state.Snapshot is null || !ReferenceEquals(target, EntityBinding.Original(state, relationship.Attribute))))
            {
                (targets ??= []).Add(target);
            }
        }

        return targets ?? Nothing;
    }
}
