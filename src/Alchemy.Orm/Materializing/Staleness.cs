namespace Alchemy.Internals;

/// <summary>What becomes of navigations when a stale object's columns are read again.</summary>
internal static class Staleness
{
    /// <summary>A reference that leads to another row than its foreign key says is not loaded any more; nor are collections, unless the program has taken something out of them.</summary>
    public static void ForgetMovedReferences(StateEntry state)
    {
        foreach (var relationship in state.Mapper.Relationships)
        {
            var navigation = relationship.Attribute;
            if (navigation is CollectionAttribute collection)
            {
                // What the program has put in beside what was loaded stays, as an addition; a removal can only be told from what was loaded.
                var items = collection.Adapter.Items(state);
                if (state.KnownItems(collection.Index) is { } loaded && !loaded.Except(items, ReferenceEqualityComparer.Instance).Any())
                {
                    collection.Adapter.Reset(state, [.. items.Except(loaded, ReferenceEqualityComparer.Instance).OfType<object>()]);
                    state.MarkUnloaded(collection.Index);
                }
            }
            else if (navigation.GetValue(state) is { } target && !RelationshipKeys.PointsTo(state, relationship, target))
            {
                EntityBinding.SetLoaded(state, navigation, null);
                state.MarkUnloaded(navigation.Index);
            }
        }
    }
}
