namespace Alchemy.Internals;

/// <summary>Orders the actions of a flush: parents before children, children's deletions before their parents'. Where nothing else decides: inserts, updates, deletes; tables by their foreign keys; then the order of adding.</summary>
internal sealed class FlushOrder
{
    private readonly Dictionary<StateEntry, FlushAction> _byState;
    private readonly Dictionary<FlushAction, List<FlushAction>> _after = [];
    private readonly Dictionary<FlushAction, int> _waiting = [];
    private readonly TableRanks _ranks;
    private readonly Dictionary<Mapper, Dictionary<string, FlushAction>> _inserts = [];

    private FlushOrder(IReadOnlyCollection<FlushAction> actions, SessionStates states)
    {
        _byState = actions.ToDictionary(a => a.State, (IEqualityComparer<StateEntry>)ReferenceEqualityComparer.Instance);
        _ranks = new TableRanks(actions.Select(a => a.State.Mapper.Table));
        foreach (var action in actions)
        {
            _waiting.TryAdd(action, 0);
        }

        foreach (var action in actions)
        {
            AddEdges(action, states);
            AddSelfEdges(action);
        }
    }

    public static IReadOnlyList<FlushAction> Sort(IReadOnlyCollection<FlushAction> actions, SessionStates states)
        => actions.Count < 2 ? [.. actions] : new FlushOrder(actions, states).Sort();

    private List<FlushAction> Sort()
    {
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

        foreach (var sync in action.Syncs)
        {
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
        else if (action.State.Mapper.Binding.HasKey(action.State.Entity) && states.Maps.Of(action.State.Mapper, action.State.IdentityToken) is var map)
        {
            // A new object takes the key of one that goes.
            var holder = map.FindValues(action.State.Mapper, [.. action.State.Mapper.Key.Select(k => k.GetValue(action.State))]);
            Edge(holder is null ? null : _byState.GetValueOrDefault(holder), action, FlushActionKind.Insert);
        }
    }

    // Rows of one table that refer to each other by values that the program has set.
    private void AddSelfEdges(FlushAction action)
    {
        foreach (var relationship in action.State.Mapper.Relationships.Where(r => r.Direction is RelationshipDirection.ManyToOne && r.Target == r.Owner))
        {
            var values = RelationshipKeys.Values(action.State, relationship.LocalColumns);
            if (action.Kind is FlushActionKind.Insert && Array.TrueForAll(values, v => v is not null) && InsertsByKey(action.State.Mapper).GetValueOrDefault(KeyText(values)) is { } parent)
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
    {
        foreach (var relationship in state.Mapper.Relationships.Where(r => r.Direction is RelationshipDirection.ManyToOne))
        {
            if (relationship.RemoteColumns.SequenceEqual(relationship.Target.Table.PrimaryKey)
                && states.Maps.Of(relationship.Target, state.IdentityToken) is { Count: > 0 } map
                && map.FindValues(relationship.Target, relationship.Target.Binding.KeyValues([.. relationship.LocalColumns.Select(c => EntityBinding.Original(state, RelationshipKeys.AttributeOf(state.Mapper, c)))])) is { } parent
                && !ReferenceEquals(parent, state))
            {
                yield return parent;
            }
        }
    }

    private void Edge(FlushAction? first, FlushAction? then, FlushActionKind thenKind)
    {
        if (first is null || then is null || ReferenceEquals(first, then) || then.Kind != thenKind || thenKind is FlushActionKind.Insert && first.Kind is FlushActionKind.Update)
        {
            return;
        }

        if (!_after.TryGetValue(first, out var followers))
        {
            _after.Add(first, followers = []);
        }

        followers.Add(then);
        _waiting[then]++;
    }

    // New rows that need each other: one is written with NULL in a foreign key, which a later update fills.
    private FlushAction BreakCircle(List<FlushAction> sorted)
    {
        var done = new HashSet<FlushAction>(sorted);
        var stuck = _waiting.Keys.Where(a => !done.Contains(a)).OrderBy(Priority).ToList();
        foreach (var action in stuck.Where(a => a.Kind is FlushActionKind.Insert))
        {
            var blocking = action.Syncs.Where(s => s.Parent is { } p && _byState.GetValueOrDefault(p) is { Kind: FlushActionKind.Insert } insert && !done.Contains(insert)).ToList();
            if (blocking.Count == _waiting[action] && blocking.TrueForAll(s => s.IsNullable))
            {
                var later = new FlushAction(FlushActionKind.Update, action.State, action.Order);
                foreach (var sync in blocking)
                {
                    action.Remove(sync);
                    later.Add(sync);
                    var insert = _byState[sync.Parent!];
                    _after[insert].Remove(action);
                    _waiting.TryAdd(later, 0);
                    Edge(insert, later, FlushActionKind.Update);
                }

                _waiting[action] = 0;
                Edge(action, later, FlushActionKind.Update);
                return action;
            }
        }

        throw new FlushCycleException(stuck.Select(a => a.State));
    }
}
