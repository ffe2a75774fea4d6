namespace Alchemy.Internals;

/// <summary>Compares navigations with what the database has of them: which foreign keys follow, who is orphaned, which other ends are out of step.</summary>
/// <param name="states">The session's objects.</param>
internal sealed class RelationshipChanges(SessionStates states)
{
    private readonly Dictionary<(StateEntry Child, Relationship Key), KeySync> _syncs = [];
    private readonly List<(StateEntry? Parent, StateEntry Child, Relationship Relationship)> _removed = [];
    private readonly HashSet<StateEntry> _deleted = new(ReferenceEqualityComparer.Instance);

    /// <summary>The foreign keys to copy.</summary>
    public IEnumerable<KeySync> Syncs => _syncs.Values.Where(s => !_deleted.Contains(s.Child));

    /// <summary>The objects whose rows go, marked ones and orphans.</summary>
    public IReadOnlyCollection<StateEntry> Deleted => _deleted;

    public List<NavigationFix> Fixes { get; } = [];

    /// <param name="changed">Pending objects and persistent ones that differ from their snapshots.</param>
    /// <param name="marked">Objects marked for deletion.</param>
    public void Read(IReadOnlyList<StateEntry> changed, IReadOnlyList<StateEntry> marked)
    {
        foreach (var state in marked)
        {
            Delete(state);
        }

        // References first: what the program has set says more than a collection that may not know of it.
        foreach (var state in changed.Where(s => !_deleted.Contains(s)))
        {
            foreach (var relationship in state.Mapper.References)
            {
                ReadReference(state, relationship);
            }
        }

        foreach (var state in changed.Where(s => !_deleted.Contains(s)))
        {
            foreach (var relationship in state.Mapper.Children)
            {
                ReadCollection(state, relationship, (CollectionAttribute)relationship.Attribute);
            }
        }

        // An orphan's deletion may orphan others, which then stand at the end of the list.
        for (var i = 0; i < _removed.Count; i++)
        {
            Orphan(_removed[i].Parent, _removed[i].Child, _removed[i].Relationship);
        }

        // What goes keeps the members that it had.
        Fixes.RemoveAll(f => _deleted.Contains(f.State));
    }

    // One foreign key may be described from both ends.
    private static Relationship KeyOf(Relationship relationship) => relationship.Attribute is CollectionAttribute ? relationship.Inverse ?? relationship : relationship;

    private void ReadReference(StateEntry state, Relationship relationship)
    {
        var present = relationship.Attribute.GetValue(state);
        var former = state.Snapshot is null ? null : EntityBinding.Original(state, relationship.Attribute);
        if (ReferenceEquals(present, former))
        {
            ReadForeignKey(state, relationship);
            return;
        }

        Leave(state, relationship, former, present);
        if (present is not null)
        {
            var parent = states.Find(present) ?? throw new SessionStateException($"{relationship} of {EntityText.Of(state)} leads to an object that the session does not know.");
            Sync(state, relationship, parent);
            Fix(parent, relationship.Inverse, state.Entity, NavigationFixKind.Add);
        }
        else if (state.Snapshot is null || !ForeignKeyChanged(state, relationship))
        {
            _removed.Add((null, state, relationship));
        }
    }

    // The child is no longer where its reference led, nor where its row says: the two differ when the reference was not loaded.
    private void Leave(StateEntry child, Relationship reference, object? former, object? present)
    {
        Leave(child, reference, former is null ? null : states.Find(former), present);
        Leave(child, reference, FindFormerParent(child, reference), present);
    }

    private void Leave(StateEntry child, Relationship reference, StateEntry? parent, object? present)
    {
        if (parent is not null && !ReferenceEquals(parent.Entity, present))
        {
            Fix(parent, reference.Inverse, child.Entity, NavigationFixKind.Remove);
        }
    }

    // The program has set the foreign key itself: the ends that are here follow.
    private void ReadForeignKey(StateEntry state, Relationship relationship)
    {
        if (state.Snapshot is not null && !ForeignKeyChanged(state, relationship))
        {
            return;
        }

        Leave(state, relationship, former: null, present: null);
        if (FindPresentParent(state, relationship) is { } parent)
        {
            Fix(parent, relationship.Inverse, state.Entity, NavigationFixKind.Add);
            Fix(state, relationship, parent.Entity, NavigationFixKind.Set);
        }
    }

    private StateEntry? FindFormerParent(StateEntry child, Relationship relationship) => child.Snapshot is null ? null : FindParent(child, relationship, EntityBinding.Original);

    private StateEntry? FindPresentParent(StateEntry child, Relationship relationship) => FindParent(child, relationship, static (s, a) => a.GetValue(s));

    // The object that the foreign key leads to, from either end of the relationship.
    private StateEntry? FindParent(StateEntry child, Relationship relationship, Func<StateEntry, EntityAttribute, object?> value)
    {
        var (parent, key) = relationship.Direction is RelationshipDirection.ManyToOne ? (relationship.Target, relationship.RemoteColumns) : (relationship.Owner, relationship.LocalColumns);
        return states.Maps.Of(parent, child.IdentityToken) is { Count: > 0 } map && key.SequenceEqual(parent.Table.PrimaryKey)
            ? map.FindValues(parent, parent.Binding.KeyValues([.. relationship.ForeignKey.Select(c => value(child, RelationshipKeys.AttributeOf(child.Mapper, c)))]))
            : null;
    }

    private void ReadCollection(StateEntry owner, Relationship relationship, CollectionAttribute collection)
    {
        var known = owner.KnownItems(collection.Index) ?? [];
        var present = collection.Adapter.Items(owner);
        foreach (var item in present.Except(known, ReferenceEqualityComparer.Instance))
        {
            var child = states.Find(item!) ?? throw new SessionStateException($"{relationship} of {EntityText.Of(owner)} holds an object that the session does not know.");
            if (_deleted.Contains(child) || _syncs.TryGetValue((child, KeyOf(relationship)), out var said) && said.Parent is not null && !ReferenceEquals(said.Parent, owner))
            {
                // The child goes, or its own reference leads elsewhere: that decides, and this collection is not its place.
                Fix(owner, relationship, item!, NavigationFixKind.Remove);
                continue;
            }

            Sync(child, relationship, owner);
            foreach (var other in new[] { FindFormerParent(child, relationship), FindPresentParent(child, relationship) }.OfType<StateEntry>().Where(p => !ReferenceEquals(p, owner)))
            {
                Fix(other, relationship, child.Entity, NavigationFixKind.Remove);
            }

            Fix(child, relationship.Inverse, owner.Entity, NavigationFixKind.Set);
        }

        foreach (var item in known.Except(present, ReferenceEqualityComparer.Instance))
        {
            if (states.Find(item!) is { } child)
            {
                _removed.Add((owner, child, relationship));
            }
        }
    }

    // The child has lost a parent; unless it has another by now, its foreign key is emptied or its row goes.
    // A collection may still hold a child that has moved since it was read: that one's parent is another already.
    private void Orphan(StateEntry? parent, StateEntry child, Relationship relationship)
    {
        var key = KeyOf(relationship);
        if (_deleted.Contains(child) || _syncs.ContainsKey((child, key)) || child.Snapshot is null || ForeignKeyChanged(child, relationship)
            || parent is not null && !ReferenceEquals(FindFormerParent(child, relationship), parent))
        {
            return;
        }

        if (relationship.DeleteOrphans || relationship.Inverse?.DeleteOrphans == true)
        {
            Delete(child);
        }
        else if (relationship.IsRequired)
        {
            throw new OrphanException(child, relationship);
        }
        else
        {
            Sync(child, relationship, null);
            Fix(child, relationship.Attribute is CollectionAttribute ? relationship.Inverse : null, null, NavigationFixKind.Set);
        }
    }

    private void Delete(StateEntry state)
    {
        if (!_deleted.Add(state))
        {
            return;
        }

        foreach (var relationship in state.Mapper.Relationships)
        {
            if (relationship.Attribute is CollectionAttribute collection)
            {
                var items = collection.Adapter.Items(state).Union(state.KnownItems(collection.Index) ?? [], ReferenceEqualityComparer.Instance);
                _removed.AddRange(items.Select(i => states.Find(i!)).OfType<StateEntry>().Select(child => ((StateEntry?)state, child, relationship)));
            }
            else
            {
                Leave(state, relationship, relationship.Attribute.GetValue(state), null);
            }
        }
    }

    private static bool ForeignKeyChanged(StateEntry child, Relationship relationship)
        => relationship.ForeignKey.Any(c => RelationshipKeys.AttributeOf(child.Mapper, c) is var a && !a.Comparison.AreEqual(a.GetValue(child), EntityBinding.Original(child, a)));

    private void Sync(StateEntry child, Relationship relationship, StateEntry? parent)
    {
        var parentKey = relationship.Attribute is CollectionAttribute ? relationship.LocalColumns : relationship.RemoteColumns;
        _syncs[(child, KeyOf(relationship))] = new KeySync(child, relationship.ForeignKey, parent, parentKey);
    }

    private void Fix(StateEntry state, Relationship? relationship, object? target, NavigationFixKind kind)
    {
        if (relationship is not null)
        {
            Fixes.Add(new NavigationFix(state, relationship.Attribute, target, kind));
        }
    }
}
