namespace Alchemy;

/// <summary>A sequence: counts for the tables that ask it. Among the items of a column it gives the column's default.</summary>
/// <example><code>var ids = new Sequence("ids") { Start = 100, MetaData = metadata };
/// Sql.Select(ids.NextValue())</code></example>
/// <param name="name">The name.</param>
/// <param name="schema">The schema, or null for the connection's own.</param>
public sealed class Sequence(string name, string? schema = null) : CountingOptions, IColumnItem
{
    private readonly MetaData? _metadata;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The schema, or null for that of the MetaData or connection.</summary>
    public string? Schema => schema ?? _metadata?.Schema;

    /// <summary>The type of its values; null for the database's own choice.</summary>
    public SqlType? DataType { get; init; }

    /// <summary>True when a database that can count without it does so.</summary>
    public bool Optional { get; init; }

    /// <summary>Where it belongs: it is created and dropped with the tables there.</summary>
    public MetaData? MetaData
    {
        get => _metadata;
        init
        {
            _metadata = value;
            value?.Add(this);
        }
    }

    /// <summary>The next value: <c>nextval('ids')</c>, <c>NEXT VALUE FOR ids</c>, <c>ids.nextval</c>.</summary>
    public ColumnExpression<long> NextValue() => new NextValue(this).Typed<long>();

    internal Sequence CopyFor(MetaData metadata, string? schema) => metadata.Sequences.FirstOrDefault(s => s.Name == Name && s.Schema == (schema ?? metadata.Schema)) ?? new(Name, schema)
    {
        DataType = DataType, Optional = Optional, Start = Start, Increment = Increment, MinValue = MinValue, MaxValue = MaxValue, NoMinValue = NoMinValue,
        NoMaxValue = NoMaxValue, Cycle = Cycle, Cache = Cache, Order = Order, MetaData = metadata,
    };

    void IColumnItem.Attach(Column column) => column.Add(this);
}
