using Alchemy.Internals;

namespace Alchemy;

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
