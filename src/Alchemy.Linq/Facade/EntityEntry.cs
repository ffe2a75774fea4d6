using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy.Linq;

/// <summary>What a context knows of one object.</summary>
/// <typeparam name="T">The entity's type.</typeparam>
public sealed class EntityEntry<T>
    where T : class
{
    private readonly Session _session;

    internal EntityEntry(Session session, T entity) => (_session, Entity) = (session, entity);

    /// <summary>The object.</summary>
    public T Entity { get; }

    /// <summary>What the next SaveChanges does with it. Found by comparing, each time it is read.</summary>
    public EntryState State => _session.Find(Entity) switch
    {
        null => EntryState.Detached,
        { Status: EntityState.Pending } => EntryState.Added,
        { IsMarkedDeleted: true } => EntryState.Deleted,
        var state => state.Mapper.Binding.IsChanged(state) ? EntryState.Modified : EntryState.Unchanged,
    };

    /// <summary>The value that the database is known to have; for an object without a row, the present one.</summary>
    /// <exception cref="SessionStateException">The context does not know the object.</exception>
    /// <exception cref="MappingException">The member is not mapped.</exception>
    public TValue OriginalValue<TValue>(Expression<Func<T, TValue>> member)
    {
        var state = _session.StateOf(Entity);
        var name = MemberPath.Single(member).Name;
        var attribute = state.Mapper.Attribute(name) ?? throw new MappingException(typeof(T), name, "it is not mapped.");
        return (TValue)(state.Snapshot is null ? attribute.GetValue(state) : EntityBinding.Original(state, attribute))!;
    }

    /// <summary>True when a member differs from what the database is known to have.</summary>
    public bool IsModified<TValue>(Expression<Func<T, TValue>> member) => !Equals(OriginalValue(member), member.Compile(preferInterpretation: true)(Entity));

    /// <summary>True when a navigation's objects are known.</summary>
    public bool IsLoaded<TValue>(Expression<Func<T, TValue>> navigation) => _session.IsLoaded(Entity, navigation);

    /// <summary>Loads a navigation that was not loaded.</summary>
    public void Load<TValue>(Expression<Func<T, TValue>> navigation) => _session.Load(Entity, navigation);

    /// <summary>Loads a navigation that was not loaded.</summary>
    public Task LoadAsync<TValue>(Expression<Func<T, TValue>> navigation, CancellationToken cancellationToken = default) => _session.LoadAsync(Entity, navigation, cancellationToken);

    /// <summary>Reads the row again; what the program has changed stays.</summary>
    public void Refresh() => _session.Refresh(Entity);

    /// <summary>Forgets the object; its unsaved changes are not written.</summary>
    public void Detach() => _session.Evict(Entity);
}

/// <summary>What the next SaveChanges does with an object.</summary>
public enum EntryState
{
    /// <summary>Nothing: the context does not know it.</summary>
    Detached,

    /// <summary>Nothing: it is as in the database.</summary>
    Unchanged,

    /// <summary>It inserts it.</summary>
    Added,

    /// <summary>It updates it.</summary>
    Modified,

    /// <summary>It deletes it.</summary>
    Deleted,
}
