using System.Reflection;

namespace Alchemy.Internals;

/// <summary>What the fluent calls said about one type. Null means: convention decides.</summary>
internal sealed class EntityConfiguration
{
    /// <summary>Names tables and columns that nobody named.</summary>
    public Func<string, string> Naming { get; set; } = name => name;

    public string? TableName { get; set; }

    public string? Schema { get; set; }

    public Table? Table { get; set; }

    public List<string> Key { get; } = [];

    public HashSet<string> Ignored { get; } = [];

    public List<ISchemaItem> SchemaItems { get; } = [];

    public Dictionary<string, PropertyConfiguration> Properties { get; } = [];

    public Dictionary<string, NavigationConfiguration> Navigations { get; } = [];

    /// <summary>True for a member that was given a type: it is a column, whatever its class.</summary>
    public bool IsColumn(string member) => Properties.GetValueOrDefault(member)?.Type is not null;

    public PropertyConfiguration Property(MemberInfo member) => Get(Properties, member.Name);

    public NavigationConfiguration Navigation(MemberInfo member) => Get(Navigations, member.Name);

    private static T Get<T>(Dictionary<string, T> map, string name) where T : new()
    {
        if (!map.TryGetValue(name, out var value))
        {
            map.Add(name, value = new T());
        }

        return value;
    }
}

/// <summary>What was said about a column.</summary>
internal sealed class PropertyConfiguration
{
    public string? ColumnName { get; set; }

    public SqlType? Type { get; set; }

    public bool? IsNullable { get; set; }

    public bool? AutoIncrement { get; set; }

    public string? ServerDefault { get; set; }
}

/// <summary>What was said about a navigation.</summary>
internal sealed class NavigationConfiguration
{
    public List<string> ForeignKeys { get; } = [];

    public string? InverseName { get; set; }

    public bool? DeleteOrphans { get; set; }
}
