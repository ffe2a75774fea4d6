namespace Alchemy;

/// <summary>A navigation between two mapped types: its columns on both sides, its other end, and what happens to orphans.</summary>
public sealed class Relationship : IInspectable
{
    internal Relationship(Mapper owner, NavigationAttribute attribute, Mapper target, RelationshipDirection direction, IReadOnlyList<Column> local, IReadOnlyList<Column> remote, bool deleteOrphans)
        => (Owner, Attribute, Target, Direction, LocalColumns, RemoteColumns, DeleteOrphans) = (owner, attribute, target, direction, local, remote, deleteOrphans);

    /// <summary>The type that has the navigation.</summary>
    public Mapper Owner { get; }

    /// <summary>The navigation.</summary>
    public NavigationAttribute Attribute { get; }

    /// <summary>The type that it leads to.</summary>
    public Mapper Target { get; }

    /// <summary>Which side holds the foreign key.</summary>
    public RelationshipDirection Direction { get; }

    /// <summary>The columns of <see cref="Owner"/>: the foreign key (many to one) or the key (one to many).</summary>
    public IReadOnlyList<Column> LocalColumns { get; }

    /// <summary>The columns of <see cref="Target"/> that are equal to <see cref="LocalColumns"/>.</summary>
    public IReadOnlyList<Column> RemoteColumns { get; }

    /// <summary>The navigation at the other end, or null.</summary>
    public Relationship? Inverse => InverseName is null ? null : Target.Relationship(InverseName);

    internal string? InverseName { get; init; }

    /// <summary>True when a child that loses its parent is deleted; otherwise its foreign key becomes NULL.</summary>
    public bool DeleteOrphans { get; }

    /// <summary>True when the foreign key cannot be NULL.</summary>
    public bool IsRequired => ForeignKey.All(c => !c.IsNullable);

    /// <summary>The foreign key's columns.</summary>
    public IReadOnlyList<Column> ForeignKey => Direction is RelationshipDirection.ManyToOne ? LocalColumns : RemoteColumns;

    /// <summary>What it is.</summary>
    Inspection IInspectable.Inspect() => Inspection.Of("relationship", Attribute.Name,
    [
        ("target", Target.ClrType.Name), ("direction", Direction is RelationshipDirection.ManyToOne ? "many to one" : "one to many"), ("required", IsRequired),
        ("foreign key", string.Join(", ", ForeignKey.Select(c => c.Name))), ("inverse", Inverse?.Attribute.Name), ("deletes orphans", DeleteOrphans ? true : null),
    ]);

    /// <inheritdoc/>
    public override string ToString() => $"{Owner.ClrType.Name}.{Attribute.Name}";
}

/// <summary>Which side of a relationship holds the foreign key.</summary>
public enum RelationshipDirection
{
    /// <summary>The owner of the navigation holds it: a reference.</summary>
    ManyToOne,

    /// <summary>The target holds it: a collection.</summary>
    OneToMany,
}
