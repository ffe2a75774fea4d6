namespace Alchemy.Internals;

/// <summary>Orders the actions of a flush: parents before children, children's deletions before their parents'. Where nothing else decides: inserts, updates, deletes; tables by their foreign keys; then the order of adding.</summary>
internal sealed class FlushOrder
{
    private readonly Dictionary<StateEntry, FlushAction> _byState;
    private readonly Dictionary<FlushAction, List<FlushAction>> _after = [];
    private readonly Dictionary<FlushAction, int> _waiting = [];
    private readonly TableRanks _ranks;
    private readonly SessionStates _states;
    private readonly Dictionary<Mapper, Dictionary<string, FlushAction>> _inserts = [];

    private FlushOrder(IReadOnlyCollection<FlushAction> actions, SessionStates states)
    {
        _states = states;
        _byState = actions.ToDictionary(a => a.State, (IEqualityComparer<StateEntry>)ReferenceEqualityComparer.Instance);
        _ranks = new TableRanks(actions.Select(a => a.State.Mapper.Table));
        _waiting.EnsureCapacity(actions.Count);
        foreach (var action in actions)
        {
            _waiting.TryAdd(action, 0);
        }

        foreach (var action in actions)
        {
            AddEdges(action, states);
            AddKeyEdge(action, states);
            AddSelfEdges(action);
            if (action.Syncs.Count > 0 && OwnKeys(action).ToList() is { Count: > 0 } own)
            {
                Postpone(action, own);
            }

            if (OwnParents(action).ToList() is { Count: > 0 } parents)
            {
                EmptyFirst(action, parents);
            }
        }
    }

    // Foreign keys by which a new row refers to itself, while the database makes its key.
    private static IEnumerable<KeySync> OwnKeys(FlushAction action)
        => action.Kind is FlushActionKind.Insert && !action.State.Mapper.Binding.HasKey(action.State.Entity)
            ? action.Syncs.Where(s => ReferenceEquals(s.Parent, action.State) && s.IsNullable)
            : [];

    // Foreign keys by which a row that goes refers to itself: MariaDB deletes it only after they are emptied.
    private static IEnumerable<KeySync> OwnParents(FlushAction action)
        => action.Kind is FlushActionKind.Delete
            ? action.State.Mapper.SelfReferences.Where(r => RefersToItself(action.State, r)).Select(r => new KeySync(action.State, r.LocalColumns, null, r.RemoteColumns)).Where(s => s.IsNullable)
            : [];

    private static bool RefersToItself(StateEntry state, Relationship reference)
        => RelationshipKeys.RowValues(state, reference.LocalColumns) is var keys && Array.TrueForAll(keys, k => k is not null) && keys.SequenceEqual(RelationshipKeys.RowValues(state, reference.RemoteColumns));

    private void EmptyFirst(FlushAction action, List<KeySync> keys)
    {
        var emptied = new FlushAction(FlushActionKind.Update, action.State, action.Order);
        keys.ForEach(emptied.Add);
        _waiting.Add(emptied, 0);
        Follow(emptied, action);
    }

    public static IReadOnlyList<FlushAction> Sort(IReadOnlyCollection<FlushAction> actions, SessionStates states)
        => actions.Count < 2 && !actions.Any(a => OwnKeys(a).Any() || OwnParents(a).Any()) ? [.. actions] : new FlushOrder(actions, states).Sort();

    private List<FlushAction> Sort()
    {
        if (_after.Count == 0)
        {
            return [.. _waiting.Keys.OrderBy(Priority)];
        }

        var ready = new PriorityQueue<FlushAction, (int, int, int)>(_waiting.Where(w => w.Value == 0).Select(w => (w.Key, Priority(w.Key))));
        var sorted = new List<FlushAction>(_waiting.Count);
        while (sorted.Count < _waiting.Count)
        {
            if (!ready.TryDequeue(out var next, out _))
            {
                next = BreakCircle(sorted);
            }

            sorted.Add(next);
            foreach (var follower in _after.GetValueOrDefault(next) ?? [])
            {
                if (--_waiting[follower] == 0)
                {
                    ready.Enqueue(follower, Priority(follower));
                }
            }
        }

        return sorted;
    }

    private (int Kind, int Rank, int Order) Priority(FlushAction action)
        => ((int)action.Kind, action.Kind is FlushActionKind.Delete ? -_ranks.Of(action.State.Mapper.Table) : _ranks.Of(action.State.Mapper.Table), action.Order);

    private void AddEdges(FlushAction action, SessionStates states)
    {
        if (action.Kind is FlushActionKind.Delete)
        {
            foreach (var parent in FormerParents(action.State, states))
            {
                // The child's row goes before the row it refers to.
                Edge(action, _byState.GetValueOrDefault(parent), FlushActionKind.Delete);
            }

            return;
        }

        for (var i = 0; i < action.Syncs.Count; i++)
        {
            var sync = action.Syncs[i];
            if (sync.Parent is { } parent && !ReferenceEquals(parent, action.State) && _byState.GetValueOrDefault(parent) is { Kind: FlushActionKind.Insert } insert)
            {
                Edge(insert, action, action.Kind);
            }
        }

        if (action.State.Snapshot is not null)
        {
            foreach (var parent in FormerParents(action.State, states))
            {
                Edge(action, _byState.GetValueOrDefault(parent), FlushActionKind.Delete);
            }
        }
    }

    // The key of a new or re-keyed row may be one that another row gives up.
    private void AddKeyEdge(FlushAction action, SessionStates states)
    {
        var (state, mapper) = (action.State, action.State.Mapper);
        if (action.Kind is not FlushActionKind.Delete && (state.Snapshot is null ? mapper.Binding.HasKey(state.Entity) : mapper.Key.Any(action.Changed.Contains))
            && states.Maps.Of(mapper, state.IdentityToken).FindValues(mapper, [.. mapper.Key.Select(k => k.GetValue(state))]) is { } holder
            && _byState.GetValueOrDefault(holder) is { } other && (other.Kind is FlushActionKind.Delete || mapper.Key.Any(other.Changed.Contains)))
        {
            Edge(other, action, action.Kind);
        }
    }

    // Rows of one table that refer to each other by values that the program has set.
    private void AddSelfEdges(FlushAction action)
    {
        if (action.Kind is not FlushActionKind.Insert)
        {
            return;
        }

        foreach (var relationship in action.State.Mapper.SelfReferences)
        {
            var values = RelationshipKeys.Values(action.State, relationship.LocalColumns);
            if (Array.TrueForAll(values, v => v is not null) && InsertsByKey(action.State.Mapper).GetValueOrDefault(KeyText(values)) is { } parent)
            {
                Edge(parent, action, FlushActionKind.Insert);
            }
        }
    }

    private Dictionary<string, FlushAction> InsertsByKey(Mapper mapper)
    {
        if (!_inserts.TryGetValue(mapper, out var inserts))
        {
            _inserts.Add(mapper, inserts = []);
            foreach (var action in _byState.Values.Where(a => a.Kind is FlushActionKind.Insert && a.State.Mapper == mapper && mapper.Binding.HasKey(a.State.Entity)))
            {
                inserts[KeyText([.. mapper.Key.Select(k => k.GetValue(action.State))])] = action;
            }
        }

        return inserts;
    }

    private static string KeyText(object?[] values) => string.Join('\u001f', values);

    // The objects that the row's foreign keys led to, as the database has them.
    private static IEnumerable<StateEntry> FormerParents(StateEntry state, SessionStates states)
        => state.Mapper.Parents.Select(r => FormerParent(state, r, states)).OfType<StateEntry>();

    private static StateEntry? FormerParent(StateEntry state, Relationship reference, SessionStates states)
        => reference.RemoteColumns.SequenceEqual(reference.Target.Table.PrimaryKey)
            && states.Maps.Of(reference.Target, state.IdentityToken) is { Count: > 0 } map
            && map.FindValues(reference.Target, reference.Target.Binding.KeyValues([.. reference.LocalColumns.Select(c => EntityBinding.Original(state, RelationshipKeys.AttributeOf(state.Mapper, c)))])) is { } parent
            && !ReferenceEquals(parent, state) ? parent : null;

    private void Edge(FlushAction? first, FlushAction? then, FlushActionKind thenKind)
    {
        if (first is null || then is null || ReferenceEquals(first, then) || then.Kind != thenKind)
        {
            return;
        }

        Follow(first, then);
    }

    private void Follow(FlushAction first, FlushAction then)
    {
        if (!_after.TryGetValue(first, out var followers))
        {
            _after.Add(first, followers = []);
        }

        followers.Add(then);
        _waiting[then]++;
    }

    private FlushAction BreakCircle(List<FlushAction> sorted)
    {
        var done = new HashSet<FlushAction>(sorted);
        var stuck = _waiting.Keys.Where(a => !done.Contains(a)).OrderBy(Priority).ToList();
        return InsertWithoutKeys(stuck, done) ?? stuck.Select(s => EmptyKeys(s, done)).FirstOrDefault(e => e is not null) ?? Exchange(stuck)
            ?? throw new FlushCycleException(stuck.Select(a => a.State));
    }

    // New rows that need each other: one is written with NULL in a foreign key, which a later update fills.
    private FlushAction? InsertWithoutKeys(List<FlushAction> stuck, HashSet<FlushAction> done)
    {
        foreach (var action in stuck.Where(a => a.Kind is FlushActionKind.Insert))
        {
            var blocking = action.Syncs.Where(s => s.Parent is { } p && _byState.GetValueOrDefault(p) is { Kind: FlushActionKind.Insert } insert && !done.Contains(insert)).ToList();
            if (blocking.Count == _waiting[action] && blocking.TrueForAll(s => s.IsNullable))
            {
                Postpone(action, blocking);
                return action;
            }
        }

        return null;
    }

    private void Postpone(FlushAction action, List<KeySync> syncs)
    {
        var later = new FlushAction(FlushActionKind.Update, action.State, action.Order);
        _waiting.Add(later, 0);
        foreach (var sync in syncs)
        {
            action.Remove(sync);
            later.Add(sync);
            var insert = _byState[sync.Parent!];
            if (_after.GetValueOrDefault(insert)?.Remove(action) == true)
            {
                _waiting[action]--;
            }

            Edge(insert, later, FlushActionKind.Update);
        }

        Edge(action, later, FlushActionKind.Update);
    }

    // Rows that refer to each other and all go: the foreign keys of one are emptied first.
    private FlushAction? EmptyKeys(FlushAction action, HashSet<FlushAction> done)
    {
        var emptied = new FlushAction(FlushActionKind.Update, action.State, action.Order);
        foreach (var relationship in action.State.Mapper.Relationships.Where(r => action.Kind is FlushActionKind.Delete && r.Direction is RelationshipDirection.ManyToOne))
        {
            var sync = new KeySync(action.State, relationship.LocalColumns, null, relationship.RemoteColumns);
            if (sync.IsNullable && FormerParent(action.State, relationship, _states) is { } parent && _byState.GetValueOrDefault(parent) is { Kind: FlushActionKind.Delete } delete
                && !done.Contains(delete) && _after.GetValueOrDefault(action)?.Remove(delete) == true)
            {
                emptied.Add(sync);
                Follow(emptied, delete);
                _waiting[delete]--;
            }
        }

        if (emptied.Syncs.Count == 0)
        {
            return null;
        }

        _waiting.Add(emptied, 0);
        Follow(emptied, action);
        return emptied;
    }

    // Rows that exchange their keys: whether that can be done is for the database to say.
    private FlushAction? Exchange(List<FlushAction> stuck)
    {
        var update = stuck.Exists(a => a.Kind is FlushActionKind.Insert) ? null : stuck.Find(a => a.Kind is FlushActionKind.Update);
        foreach (var followers in _after.Values)
        {
            followers.RemoveAll(f => ReferenceEquals(f, update));
        }

        return update;
    }
}
