using System.Linq.Expressions;
using System.Reflection;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>Says how one type is mapped, where conventions and attributes do not fit.</summary>
/// <typeparam name="T">The entity's type.</typeparam>
public sealed class EntityBuilder<T> where T : class
{
    private readonly EntityConfiguration _configuration;

    internal EntityBuilder(EntityConfiguration configuration) => _configuration = configuration;

    /// <summary>The table's name, and its schema (null: the connection's own).</summary>
    public EntityBuilder<T> Table(string name, string? schema = null)
    {
        (_configuration.TableName, _configuration.Schema) = (name, schema);
        return this;
    }

    /// <summary>Maps the type to a table that exists as Core object; members meet columns by column name.</summary>
    public EntityBuilder<T> Table(Table table)
    {
        _configuration.Table = table;
        return this;
    }

    /// <summary>The primary key: one member, or <c>new { e.A, e.B }</c>.</summary>
    public EntityBuilder<T> Key<TKey>(Expression<Func<T, TKey>> key)
    {
        _configuration.Key.Clear();
        _configuration.Key.AddRange(MemberPath.Names(key));
        return this;
    }

    /// <summary>Leaves a member out.</summary>
    public EntityBuilder<T> Ignore<TValue>(Expression<Func<T, TValue>> member)
    {
        _configuration.Ignored.Add(MemberPath.Single(member).Name);
        return this;
    }

    /// <summary>Adds a constraint or index to the table.</summary>
    public EntityBuilder<T> With(ISchemaItem item)
    {
        _configuration.SchemaItems.Add(item);
        return this;
    }

    /// <summary>Says how a member is kept in its column.</summary>
    public PropertyBuilder<T> Property<TValue>(Expression<Func<T, TValue>> member) => new(this, _configuration.Property(MemberPath.Single(member)));

    /// <summary>Says how a reference or collection is joined.</summary>
    public NavigationBuilder<T> Navigation<TValue>(Expression<Func<T, TValue>> member) => new(this, _configuration.Navigation(MemberPath.Single(member)));
}

/// <summary>Says how one member is kept in its column.</summary>
/// <typeparam name="T">The entity's type.</typeparam>
public sealed class PropertyBuilder<T> where T : class
{
    private readonly EntityBuilder<T> _entity;
    private readonly PropertyConfiguration _configuration;

    internal PropertyBuilder(EntityBuilder<T> entity, PropertyConfiguration configuration) => (_entity, _configuration) = (entity, configuration);

    /// <summary>The column's name.</summary>
    public PropertyBuilder<T> Column(string name) => Set(() => _configuration.ColumnName = name);

    /// <summary>The column's type.</summary>
    public PropertyBuilder<T> Type(SqlType type) => Set(() => _configuration.Type = type);

    /// <summary>The most characters or bytes.</summary>
    public PropertyBuilder<T> Length(int length) => Set(() => _configuration.Type = SqlTypes.String(length));

    /// <summary>Whether the column is NOT NULL.</summary>
    public PropertyBuilder<T> Required(bool required = true) => Set(() => _configuration.IsNullable = !required);

    /// <summary>Whether the database gives the value of this key.</summary>
    public PropertyBuilder<T> AutoIncrement(bool autoIncrement = true) => Set(() => _configuration.AutoIncrement = autoIncrement);

    /// <summary>The SQL text of the column's DEFAULT.</summary>
    public PropertyBuilder<T> ServerDefault(string sql) => Set(() => _configuration.ServerDefault = sql);

    /// <summary>Back to the entity.</summary>
    public EntityBuilder<T> And => _entity;

    private PropertyBuilder<T> Set(Action set)
    {
        set();
        return this;
    }
}

/// <summary>Says how one navigation is joined.</summary>
/// <typeparam name="T">The entity's type.</typeparam>
public sealed class NavigationBuilder<T> where T : class
{
    private readonly EntityBuilder<T> _entity;
    private readonly NavigationConfiguration _configuration;

    internal NavigationBuilder(EntityBuilder<T> entity, NavigationConfiguration configuration) => (_entity, _configuration) = (entity, configuration);

    /// <summary>The foreign key's members, on the type that holds them: of this type for a reference, of the target for a collection.</summary>
    public NavigationBuilder<T> ForeignKey(params string[] members)
    {
        _configuration.ForeignKeys.Clear();
        _configuration.ForeignKeys.AddRange(members);
        return this;
    }

    /// <summary>The navigation at the other end.</summary>
    public NavigationBuilder<T> Inverse(string member)
    {
        _configuration.InverseName = member;
        return this;
    }

    /// <summary>Deletes children that lose their parent, and a deleted parent's loaded children with it.</summary>
    public NavigationBuilder<T> DeleteOrphans(bool delete = true)
    {
        _configuration.DeleteOrphans = delete;
        return this;
    }

    /// <summary>Back to the entity.</summary>
    public EntityBuilder<T> And => _entity;
}
