namespace Alchemy.Internals;

/// <summary>Makes the objects of a written plan what the database now has: persistent, under their keys, with both ends of navigations in step.</summary>
internal sealed class FlushAcceptance(Session session, FlushUndo undo)
{
    private readonly HashSet<StateEntry> _touched = new(ReferenceEqualityComparer.Instance);

    public void Accept(FlushPlan plan)
    {
        foreach (var fix in plan.Fixes)
        {
            Apply(fix);
        }

        _touched.EnsureCapacity(plan.Changed.Count);
        undo.Reserve(2 * plan.Changed.Count);
        _touched.UnionWith(plan.Actions.Select(a => a.State));
        _touched.UnionWith(plan.Changed);

        // First everything leaves its place, then everything takes its new one: keys may have been exchanged. The way back is the same.
        var deleted = plan.Actions.Where(a => a.Kind is FlushActionKind.Delete).Select(a => a.State).ToHashSet();
        foreach (var state in _touched)
        {
            undo.NoteReturn(state);
        }

        foreach (var state in _touched)
        {
            session.States.Untrack(state);
            undo.NoteLeave(state);
        }

        foreach (var state in _touched)
        {
            Enter(state, deleted.Contains(state));
        }
    }

    private void Enter(StateEntry state, bool isDeleted)
    {
        if (isDeleted)
        {
            (state.Status, state.IsMarkedDeleted) = (EntityState.Deleted, false);
            return;
        }

        if (state.Status is EntityState.Pending)
        {
            state.Born = session.FrameSerial;
            MarkLoaded(state);
        }

        state.Status = EntityState.Persistent;
        KeepReferencesInStep(state);
        state.Mapper.Binding.Accept(state);
        if (!session.States.TryTrack(state))
        {
            throw new SessionStateException($"The session has another object for {EntityText.Of(state)}: change that one, or evict it first.");
        }

        for (var i = 0; i < state.Mapper.Collections.Count; i++)
        {
            var collection = state.Mapper.Collections[i];
            if (collection.Adapter.Items(state) is var items && (items.Length > 0 || state.KnownItems(collection.Index) is not null || state.IsLoaded(collection)))
            {
                state.SetKnownItems(collection.Index, items);
            }
        }
    }

    // A new row has no children that the program does not know.
    private static void MarkLoaded(StateEntry state)
    {
        for (var i = 0; i < state.Mapper.Relationships.Count; i++)
        {
            if (state.Mapper.Relationships[i].Attribute is var attribute && (attribute is CollectionAttribute || attribute.GetValue(state) is not null))
            {
                state.MarkLoaded(attribute.Index);
            }
        }
    }

    // The program set a foreign key: the reference follows where its object is known, and is not loaded any more where not.
    private void KeepReferencesInStep(StateEntry state)
    {
        foreach (var relationship in state.Mapper.References)
        {
            if (relationship.Attribute.GetValue(state) is { } target && !RelationshipKeys.PointsTo(state, relationship, target))
            {
                var known = session.States.Maps.Of(relationship.Target, state.IdentityToken).FindValues(relationship.Target, relationship.Target.Binding.KeyValues(RelationshipKeys.Values(state, relationship.LocalColumns)));
                undo.Set(state, relationship.Attribute, known?.Entity);
                if (known is null)
                {
                    state.MarkUnloaded(relationship.Attribute.Index);
                }
            }
        }
    }

    private void Apply(NavigationFix fix)
    {
        var state = fix.State;
        if (fix.Navigation is ReferenceAttribute)
        {
            undo.Set(state, fix.Navigation, fix.Target);
            _touched.Add(state);
            return;
        }

        var collection = (CollectionAttribute)fix.Navigation;
        // What is not loaded gets no members: they will be there when it is loaded. But what it has by chance must not stay.
        if (fix.Kind is NavigationFixKind.Remove || state.Status is EntityState.Pending || state.IsLoaded(collection))
        {
            undo.NoteItems(state, collection);
            if (fix.Kind is NavigationFixKind.Add)
            {
                collection.Adapter.Add(state, fix.Target!);
            }
            else
            {
                collection.Adapter.Remove(state, fix.Target!);
            }

            _touched.Add(state);
        }
    }
}
