namespace Alchemy.Internals;

/// <summary>Takes an object and the unknown ones that it leads to as what the database has of them.</summary>
internal sealed class GraphAttachment(Session session)
{
    private readonly Dictionary<object, StateEntry> _found = new(ReferenceEqualityComparer.Instance);

    public StateEntry Attach(object entity)
    {
        var root = Collect(entity);
        if (root.Status is EntityState.Pending)
        {
            throw new SessionStateException($"{EntityText.Of(root)} cannot be attached: its key is not set; Add inserts it.");
        }

        Track();
        foreach (var state in _found.Values.Where(IsRow))
        {
            SetShadowKeys(state);
        }

        foreach (var state in _found.Values.Where(IsRow))
        {
            Accept(state);
        }

        return root;
    }

    private StateEntry Collect(object entity)
    {
        var root = Find(entity);
        var queue = new Queue<StateEntry>([root]);
        while (queue.TryDequeue(out var state))
        {
            foreach (var target in SessionStates.Targets(state).Where(t => !_found.ContainsKey(t) && session.States.Find(t) is null))
            {
                queue.Enqueue(Find(target));
            }
        }

        return root;
    }

    private StateEntry Find(object entity)
    {
        var mapper = session.Model.Mapper(entity.GetType());
        var state = new StateEntry(mapper, entity) { Status = mapper.Binding.HasKey(entity) ? EntityState.Persistent : EntityState.Pending, Born = session.FrameSerial };
        state.IdentityToken = session.Target(mapper, OperationKind.Read, state).IdentityToken;
        _found.Add(entity, state);
        return state;
    }

    private void Track()
    {
        var tracked = new List<StateEntry>();
        foreach (var state in _found.Values)
        {
            if (!session.States.TryTrack(state))
            {
                tracked.ForEach(session.States.Untrack);
                throw new SessionStateException($"{EntityText.Of(state)} cannot be attached: the session has another object with its key.");
            }

            tracked.Add(state);
        }
    }

    // Foreign keys without a member are known by the navigations alone.
    private void SetShadowKeys(StateEntry state)
    {
        foreach (var relationship in state.Mapper.Relationships)
        {
            if (relationship.Attribute is CollectionAttribute collection)
            {
                foreach (var child in collection.Adapter.Items(state).Select(_found.GetValueOrDefault).OfType<StateEntry>().Where(IsRow))
                {
                    SetShadowKey(child, relationship.ForeignKey, state, relationship.LocalColumns);
                }
            }
            else if (relationship.Attribute.GetValue(state) is { } target && session.States.Find(target) is { } parent && IsRow(parent))
            {
                SetShadowKey(state, relationship.ForeignKey, parent, relationship.RemoteColumns);
            }
        }
    }

    private static void SetShadowKey(StateEntry child, IReadOnlyList<Column> foreignKey, StateEntry parent, IReadOnlyList<Column> key)
    {
        for (var i = 0; i < foreignKey.Count; i++)
        {
            if (RelationshipKeys.AttributeOf(child.Mapper, foreignKey[i]) is { IsShadow: true } shadow)
            {
                shadow.SetValue(child, RelationshipKeys.AttributeOf(parent.Mapper, key[i]).GetValue(parent));
            }
        }
    }

    // What is new is not yet part of what the database has.
    private void Accept(StateEntry state)
    {
        state.Mapper.Binding.Accept(state);
        foreach (var reference in state.Mapper.Attributes.OfType<ReferenceAttribute>())
        {
            if (reference.GetValue(state) is { } target && !IsRow(session.States.Find(target)))
            {
                ((MemberStorage)reference.Storage).SetOn(state.Snapshot!, null);
            }
        }

        foreach (var collection in state.Mapper.Collections)
        {
            state.SetKnownItems(collection.Index, [.. collection.Adapter.Items(state).Where(i => IsRow(session.States.Find(i)))]);
        }
    }

    private static bool IsRow(StateEntry? state) => state?.Status is EntityState.Persistent;
}
