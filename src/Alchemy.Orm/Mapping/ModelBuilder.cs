using Alchemy.Internals;

namespace Alchemy;

/// <summary>Collects which types are mapped, and how. <see cref="Build"/> makes the immutable <see cref="Model"/>.</summary>
/// <example><code>var model = new ModelBuilder().Entity&lt;Customer&gt;().Entity&lt;Order&gt;(o => o.Table("orders")).Build();</code></example>
public sealed class ModelBuilder
{
    private readonly Dictionary<Type, EntityConfiguration> _entities = [];
    private readonly MetaData _metadata;
    private Func<string, string> _naming = name => name;

    /// <summary>Begins a model.</summary>
    /// <param name="metadata">Where the tables go; null for a MetaData of the model's own.</param>
    public ModelBuilder(MetaData? metadata = null) => _metadata = metadata ?? new MetaData();

    /// <summary>Maps a type by conventions and attributes, and by what <paramref name="configure"/> says. Types that its navigations lead to are mapped with it.</summary>
    public ModelBuilder Entity<T>(Action<EntityBuilder<T>>? configure = null) where T : class
    {
        configure?.Invoke(new EntityBuilder<T>(Configuration(typeof(T))));
        Configuration(typeof(T));
        return this;
    }

    /// <summary>Maps a type by conventions and attributes.</summary>
    /// <param name="type">The type, a class.</param>
    /// <param name="tableName">The table's name when neither attribute nor configuration says one; null for the type's name.</param>
    public ModelBuilder Entity(Type type, string? tableName = null)
    {
        var configuration = Configuration(type);
        configuration.TableName ??= DescriptorReader.TableAttributeOf(type) is null ? tableName : null;
        return this;
    }

    /// <summary>Names the tables and columns that neither an attribute nor a call names, of every type of the model.</summary>
    /// <param name="naming">Makes the database's name of a type's or member's name, such as <see cref="Naming.SnakeCase"/>.</param>
    /// <example><code>builder.UseNames(Naming.SnakeCase)   // Customer.FirstName is customer.first_name</code></example>
    public ModelBuilder UseNames(Func<string, string> naming)
    {
        _naming = naming;
        return this;
    }

    /// <summary>Makes the model. Types are read and checked when they are first used.</summary>
    public Model Build()
    {
        foreach (var configuration in _entities.Values)
        {
            configuration.Naming = _naming;
        }

        return new(_metadata, new Dictionary<Type, EntityConfiguration>(_entities), _naming);
    }

    private EntityConfiguration Configuration(Type type)
    {
        if (!_entities.TryGetValue(type, out var configuration))
        {
            _entities.Add(type, configuration = new EntityConfiguration());
        }

        return configuration;
    }
}
