namespace Alchemy.Internals;

/// <summary>Loads a navigation with one query per 500 keys.</summary>
internal sealed class SelectInLoader : LoaderStrategy
{
    private const int KeysPerQuery = 500;

    internal override async ValueTask<IReadOnlyList<StateEntry>> LoadCore(
        IOBehavior io, LoadContext context, LoaderOption option, IReadOnlyList<StateEntry> parents, CancellationToken cancellationToken)
    {
        var relationship = option.Relationship;
        var wanted = parents.Where(p => p.IsStale || !p.IsLoaded(relationship.Attribute)).ToList();
        var byKey = wanted.GroupBy(p => LocalKey(p, relationship)).Where(g => g.Key.IsComplete).ToDictionary(g => g.Key, g => g.ToList());
        var found = new Dictionary<RowKey, List<StateEntry>>();
        var missing = byKey.Keys.Where(k => !TryTakeKnown(context, relationship, k, found)).ToList();
        foreach (var keys in missing.Chunk(KeysPerQuery))
        {
            foreach (var state in await context.ReadCore(io, relationship.Target, Statement(option, keys, context.Values), cancellationToken).ConfigureAwait(false))
            {
                Add(found, RemoteKey(state, relationship), state);
            }
        }

        foreach (var parent in wanted)
        {
            Attach(parent, option, found.GetValueOrDefault(LocalKey(parent, relationship)) ?? []);
        }

        return relationship.Attribute is CollectionAttribute collection
            ? [.. parents.SelectMany(p => collection.Adapter.Items(p)).Distinct(ReferenceEqualityComparer.Instance).Select(i => Find(context, relationship, i!)).OfType<StateEntry>()]
            : [.. parents.Select(p => relationship.Attribute.GetValue(p)).OfType<object>().Distinct(ReferenceEqualityComparer.Instance).Select(i => Find(context, relationship, i!)).OfType<StateEntry>()];
    }

    private static StateEntry? Find(LoadContext context, Relationship relationship, object entity) => context.Maps.Of(relationship.Target, context.Token).Find(entity);

    // A foreign key counts as the program has set it; a primary key that was edited is still the old one in the rows that refer to it.
    private static RowKey LocalKey(StateEntry parent, Relationship relationship) => new(relationship.Direction is RelationshipDirection.OneToMany
        ? RelationshipKeys.RowValues(parent, relationship.LocalColumns)
        : RelationshipKeys.Values(parent, relationship.LocalColumns));

    private static RowKey RemoteKey(StateEntry target, Relationship relationship) => new(relationship.Direction is RelationshipDirection.ManyToOne
        ? RelationshipKeys.RowValues(target, relationship.RemoteColumns)
        : RelationshipKeys.Values(target, relationship.RemoteColumns));

    // A reference to a row that is here already needs no query.
    private static bool TryTakeKnown(LoadContext context, Relationship relationship, RowKey key, Dictionary<RowKey, List<StateEntry>> found)
    {
        if (relationship.Direction is RelationshipDirection.OneToMany || !relationship.RemoteColumns.SequenceEqual(relationship.Target.Table.PrimaryKey)
            || context.Maps.Of(relationship.Target, context.Token).FindValues(relationship.Target, relationship.Target.Binding.KeyValues(key.Values)) is not { IsStale: false } known)
        {
            return false;
        }

        Add(found, key, known);
        return true;
    }

    private static void Add(Dictionary<RowKey, List<StateEntry>> found, RowKey key, StateEntry state)
    {
        if (!found.TryGetValue(key, out var states))
        {
            found.Add(key, states = []);
        }

        states.Add(state);
    }

    private static Select Statement(LoaderOption option, RowKey[] keys, object?[] values)
    {
        var (relationship, target) = (option.Relationship, option.Relationship.Target);
        var columns = option.Filter?.RemoteColumns ?? relationship.RemoteColumns;
        var condition = columns.Count == 1
            ? columns[0].InList(keys.Select(k => k.Values[0]).ToList())
            : BooleanClauseList.Or(keys.Select(k => BooleanClauseList.And(columns.Select((c, i) => (ColumnElement)c.Condition(SqlOperator.Equal, k.Values[i])))));
        if (option.Filter is { } filter)
        {
            return filter.Statement(condition, values);
        }

        var select = Sql.Select([.. target.Scalars.Select(s => s.Column)]).Where(condition);
        // Collections come in the order of their keys, so that a program sees the same order each time.
        return relationship.Direction is RelationshipDirection.OneToMany ? select.OrderBy([.. target.Table.PrimaryKey]) : select;
    }

    private static void Attach(StateEntry parent, LoaderOption option, List<StateEntry> targets)
    {
        var relationship = option.Relationship;
        if (relationship.Attribute is CollectionAttribute collection)
        {
            // What the program has put in before loading is an addition.
            object[] rows = [.. targets.Where(t => !t.IsMarkedDeleted).Select(t => t.Entity)];
            var added = collection.Adapter.Items(parent).Except(parent.KnownItems(collection.Index) ?? [], ReferenceEqualityComparer.Instance).Except(rows, ReferenceEqualityComparer.Instance);
            collection.Adapter.Reset(parent, [.. rows, .. added.OfType<object>()]);
            parent.SetKnownItems(collection.Index, rows);
            if (option.Filter is null)
            {
                // What a filter has left out is still to be loaded.
                parent.MarkLoaded(collection.Index);
            }

            SetInverse(parent, relationship, targets);
        }
        else if (ReferenceEquals(relationship.Attribute.GetValue(parent), EntityBinding.Original(parent, relationship.Attribute)))
        {
            EntityBinding.SetLoaded(parent, relationship.Attribute, targets.FirstOrDefault()?.Entity);
        }
    }

    private static void SetInverse(StateEntry parent, Relationship relationship, List<StateEntry> targets)
    {
        if (relationship.Inverse is { Attribute: ReferenceAttribute reference })
        {
            foreach (var target in targets.Where(t => !t.IsLoaded(reference) && reference.GetValue(t) is null))
            {
                EntityBinding.SetLoaded(target, reference, parent.Entity);
            }
        }
    }
}
