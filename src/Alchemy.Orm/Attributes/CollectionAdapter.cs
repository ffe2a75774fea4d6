namespace Alchemy.Internals;

/// <summary>Reads and changes a collection navigation past any change tracking.</summary>
internal abstract class CollectionAdapter
{
    /// <summary>The members in order; empty when the collection is null.</summary>
    public abstract object[] Items(StateEntry state);

    /// <summary>True when the members are exactly these, in any order; null means none.</summary>
    public abstract bool HasItems(StateEntry state, object[]? items);

    /// <summary>Adds a member unless it is there already.</summary>
    public abstract void Add(StateEntry state, object item);

    /// <summary>Removes a member.</summary>
    public abstract void Remove(StateEntry state, object item);

    /// <summary>Makes these the members, in this order.</summary>
    public abstract void Reset(StateEntry state, IReadOnlyList<object> items);

    /// <summary>An adapter for a member of a collection type, or null when the type is not one that can be filled.</summary>
    public static CollectionAdapter? For(MemberStorage storage, Type itemType)
    {
        var collection = typeof(ICollection<>).MakeGenericType(itemType);
        return collection.IsAssignableFrom(storage.Type)
            ? (CollectionAdapter)Activator.CreateInstance(typeof(CollectionAdapter<>).MakeGenericType(itemType), storage)!
            : null;
    }
}

/// <summary>The adapter for <see cref="ICollection{T}"/> and what implements it.</summary>
internal sealed class CollectionAdapter<TItem>(MemberStorage storage) : CollectionAdapter
    where TItem : class
{
    public override object[] Items(StateEntry state)
    {
        var members = Existing(state);
        if (members is null || members.Count == 0)
        {
            return [];
        }

        var items = new object[members.Count];
        var i = 0;
        foreach (var member in members)
        {
            items[i++] = member;
        }

        return items;
    }

    public override bool HasItems(StateEntry state, object[]? items)
    {
        var members = Existing(state);
        var count = items?.Length ?? 0;
        if ((members?.Count ?? 0) != count)
        {
            return false;
        }

        if (count == 0)
        {
            return true;
        }

        var i = 0;
        foreach (var member in members!)
        {
            if (!ReferenceEquals(member, items![i++]))
            {
                return new HashSet<object>(items, ReferenceEqualityComparer.Instance).SetEquals(members);
            }
        }

        return true;
    }

    public override void Add(StateEntry state, object item)
    {
        var items = Items(state);
        if (Array.Exists(items, i => ReferenceEquals(i, item)))
        {
            return;
        }

        if (Ensure(state) is { IsReadOnly: false } members)
        {
            members.Add((TItem)item);
        }
        else
        {
            Reset(state, [.. items, item]);
        }
    }

    // By reference: the class may have an equality of its own, and a hash that has changed with its key.
    public override void Remove(StateEntry state, object item)
    {
        var items = Items(state);
        var at = Array.FindIndex(items, i => ReferenceEquals(i, item));
        if (at >= 0)
        {
            Reset(state, [.. items[..at], .. items[(at + 1)..]]);
        }
    }

    public override void Reset(StateEntry state, IReadOnlyList<object> items)
    {
        var members = items.Count == 0 ? Existing(state) : Ensure(state);
        if (members is { IsReadOnly: true })
        {
            // An array, for example, which the program has put there.
            members = Replace(state);
        }

        members?.Clear();
        foreach (var item in items)
        {
            members!.Add((TItem)item);
        }
    }

    private ICollection<TItem>? Existing(StateEntry state) => (ICollection<TItem>?)storage.Get(state);

    private ICollection<TItem> Ensure(StateEntry state) => Existing(state) ?? Replace(state);

    private ICollection<TItem> Replace(StateEntry state)
    {
        if (!storage.IsWritable)
        {
            throw new MappingException(state.Mapper.ClrType, storage.Member.Name, "the collection is null or read-only and has no setter: initialise it, for example with '= [];'.");
        }

        var created = New(storage.Type);
        storage.Set(state, created);
        return created;
    }

    private static ICollection<TItem> New(Type type) => type switch
    {
        _ when type.IsAssignableFrom(typeof(List<TItem>)) => new List<TItem>(),
        _ when type.IsAssignableFrom(typeof(HashSet<TItem>)) => new HashSet<TItem>(),
        _ => (ICollection<TItem>)Activator.CreateInstance(type)!,
    };
}
