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
