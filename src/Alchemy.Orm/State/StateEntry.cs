using Alchemy.Internals;

namespace Alchemy;

/// <summary>What is known about one object beside the object itself.</summary>
public sealed class StateEntry : IInspectable
{
    private AttributeSet _loaded;

    internal StateEntry(Mapper mapper, object entity) => (Mapper, Entity) = (mapper, entity);

    /// <summary>How the object's type is mapped.</summary>
    public Mapper Mapper { get; }

    /// <summary>The object.</summary>
    public object Entity { get; }

    /// <summary>Where it stands.</summary>
    public EntityState Status { get; internal set; }

    /// <summary>True when the next flush deletes its row.</summary>
    public bool IsMarkedDeleted { get; internal set; }

    /// <summary>True when the database may have newer values: the next query, Get or Refresh that meets the object overwrites what the program has not changed.</summary>
    public bool IsStale { get; internal set; }

    /// <summary>Which of several databases holds the row; null when there is one.</summary>
    public object? IdentityToken { get; internal set; }

    /// <summary>Values of attributes that the class has no member for; null until one is set.</summary>
    internal object?[]? Shadow { get; set; }

    /// <summary>The object as the database has it, as the binding keeps it; null while it has no row.</summary>
    internal object? Snapshot { get; set; }

    internal object?[]? ShadowSnapshot { get; set; }

    /// <summary>The members that the database has of each collection, by the attribute's index; null where not loaded.</summary>
    internal Dictionary<int, object[]>? Collections { get; set; }

    /// <summary>The transaction frame that brought it in.</summary>
    internal int Born { get; set; }

    internal AttributeSet Loaded
    {
        get => _loaded.Copy();
        set => _loaded = value.Copy();
    }

    /// <summary>True when the navigation's members are known: loaded, or the object is new.</summary>
    public bool IsLoaded(NavigationAttribute navigation) => _loaded.Contains(navigation.Index);

    /// <summary>What it is: where the object stands, without its values.</summary>
    Inspection IInspectable.Inspect() => Inspection.Of("object", EntityText.Of(this),
    [
        ("type", Mapper.ClrType.Name), ("status", Status.ToString()), ("marked deleted", IsMarkedDeleted ? true : null), ("stale", IsStale ? true : null),
        ("loaded", string.Join(", ", Mapper.Relationships.Where(r => IsLoaded(r.Attribute)).Select(r => r.Attribute.Name)) is { Length: > 0 } loaded ? loaded : null),
    ]);

    internal void MarkLoaded(int attribute) => _loaded.Add(attribute);

    internal void MarkUnloaded(int attribute)
    {
        _loaded.Remove(attribute);
        Collections?.Remove(attribute);
    }

    /// <summary>The members that the database is known to have: all of them when the collection is loaded, else those that were flushed.</summary>
    internal object[]? KnownItems(int attribute) => Collections?.GetValueOrDefault(attribute);

    internal void SetKnownItems(int attribute, object[] items) => (Collections ??= [])[attribute] = items;
}
