using Alchemy.Internals;

namespace Alchemy;

/// <summary>How one CLR type is kept in one table. Made and configured by its <see cref="Alchemy.Model"/> when it is first needed.</summary>
public sealed class Mapper : IInspectable
{
    private readonly Dictionary<string, EntityAttribute> _byName;
    private readonly Dictionary<Column, ScalarAttribute> _byColumn;
    private readonly Lazy<IReadOnlyList<Relationship>> _relationships;
    private readonly Lazy<EntityBinding> _binding;
    private readonly Dictionary<ScalarAttribute, int> _ordinals;
    private Relationship[]? _references;
    private Relationship[]? _parents;
    private Relationship[]? _children;
    private Relationship[]? _selfReferences;
    private RowStatements? _statements;
    private InsertShapes? _inserts;

    internal Mapper(Model model, EntityDescriptor descriptor, Table table, IReadOnlyList<EntityAttribute> attributes, Func<Mapper, IReadOnlyList<Relationship>> relationships)
    {
        (Model, Descriptor, Table, Attributes) = (model, descriptor, table, attributes);
        Scalars = [.. attributes.OfType<ScalarAttribute>()];
        Key = [.. table.PrimaryKey.Select(c => Scalars.First(s => ReferenceEquals(s.Column, c)))];
        Collections = [.. attributes.OfType<CollectionAttribute>()];
        ShadowCount = attributes.Count(a => a.IsShadow);
        _ordinals = Scalars.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        _byName = attributes.ToDictionary(a => a.Name);
        _byColumn = Scalars.ToDictionary(s => s.Column);
        _binding = new(() => (EntityBinding)Activator.CreateInstance(typeof(SnapshotBinding<,>).MakeGenericType(ClrType, KeyShape.TypeOf(this)), this)!);
        _relationships = new(() => relationships(this));
    }

    /// <summary>The model it belongs to.</summary>
    public Model Model { get; }

    /// <summary>The CLR type.</summary>
    public Type ClrType => Descriptor.ClrType;

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>Every mapped member; the index of each is its place here.</summary>
    public IReadOnlyList<EntityAttribute> Attributes { get; }

    /// <summary>The attributes that are columns, in the order of the table's columns.</summary>
    public IReadOnlyList<ScalarAttribute> Scalars { get; }

    /// <summary>The attributes of the primary key, in order.</summary>
    public IReadOnlyList<ScalarAttribute> Key { get; }

    /// <summary>The navigations.</summary>
    public IReadOnlyList<Relationship> Relationships => _relationships.Value;

    /// <summary>The navigations to one object.</summary>
    internal Relationship[] References => _references ??= [.. Relationships.Where(r => r.Attribute is ReferenceAttribute)];

    /// <summary>The navigations to many objects.</summary>
    internal Relationship[] Children => _children ??= [.. Relationships.Where(r => r.Attribute is CollectionAttribute)];

    /// <summary>The relationships whose foreign key is in this type's table.</summary>
    internal Relationship[] Parents => _parents ??= [.. Relationships.Where(r => r.Direction is RelationshipDirection.ManyToOne)];

    /// <summary>Those of <see cref="Parents"/> that lead to the same type.</summary>
    internal Relationship[] SelfReferences => _selfReferences ??= [.. Parents.Where(r => r.Target == r.Owner)];

    /// <summary>How objects of the type are created, read, compared and restored.</summary>
    public EntityBinding Binding => _binding.Value;

    /// <summary>The statements that write rows of the type.</summary>
    internal RowStatements Statements => _statements ?? LazyInitializer.EnsureInitialized(ref _statements, () => new RowStatements(this));

    /// <summary>The shapes of new rows.</summary>
    internal InsertShapes Inserts => _inserts ?? LazyInitializer.EnsureInitialized(ref _inserts, () => new InsertShapes(this));

    internal EntityDescriptor Descriptor { get; }

    internal IReadOnlyList<CollectionAttribute> Collections { get; }

    internal int ShadowCount { get; }

    /// <summary>The attribute of that name, or null.</summary>
    public EntityAttribute? Attribute(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The attribute that holds a column's value, or null when none does.</summary>
    public ScalarAttribute? AttributeOf(Column column) => _byColumn.GetValueOrDefault(column);

    /// <summary>The attribute's place among <see cref="Scalars"/>: the columns of a query that reads the entity stand in that order.</summary>
    internal int OrdinalOf(ScalarAttribute attribute) => _ordinals[attribute];

    /// <summary>The relationship of a navigation.</summary>
    /// <exception cref="MappingException">The type has no navigation of that name.</exception>
    public Relationship Relationship(string navigation) => Relationships.FirstOrDefault(r => r.Attribute.Name == navigation)
        ?? throw new MappingException(ClrType, navigation, "there is no navigation of this name.");

    /// <summary>What it is.</summary>
    Inspection IInspectable.Inspect() => Inspection.Of(
        "mapped type", ClrType.Name, [("table", Table.FullName), ("key", string.Join(", ", Key.Select(k => k.Name)))],
        [
            .. Scalars.Select(a => Inspection.Of("attribute", a.Name, [("clr type", a.Type.Name), ("column", a.Column.Name), ("type", a.Column.Type.ToString())])),
            .. Relationships.Select(r => ((IInspectable)r).Inspect()),
        ]);

    /// <inheritdoc/>
    public override string ToString() => $"{ClrType.Name} -> {Table.Name}";
}
