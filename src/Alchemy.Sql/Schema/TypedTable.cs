using System.Reflection;

namespace Alchemy;

/// <summary>A table whose columns are properties. It holds a <see cref="Alchemy.Table"/>, so a column may be called anything.</summary>
/// <example><code>sealed class UsersTable() : TypedTable("users")
/// {
///     public Column&lt;int&gt; Id => field ??= Int("id", primaryKey: true);
///     public Column&lt;string&gt; Name => field ??= Text("name");
/// }</code></example>
public abstract class TypedTable
{
    private readonly List<ISchemaItem> _items = [];
    private FromClause? _from;
    private bool _reading;

    /// <summary>Creates the table.</summary>
    /// <param name="name">The name in the database.</param>
    /// <param name="metadata">Where it belongs; null for a MetaData of its own.</param>
    /// <param name="schema">The schema, or null.</param>
    protected TypedTable(string name, MetaData? metadata = null, string? schema = null)
    {
        (TableName, MetaData, Schema) = (name, metadata ?? new MetaData(), schema);
        MetaData.Expect(this);
    }

    /// <summary>The name in the database.</summary>
    public string TableName { get; }

    /// <summary>The schema, or null.</summary>
    public string? Schema { get; }

    /// <summary>Where the table belongs.</summary>
    public MetaData MetaData { get; }

    /// <summary>The table, or the alias of it that this instance stands for. Every column property is read once, in order of declaration, before the first use.</summary>
    public FromClause From
    {
        get
        {
            lock (_items)
            {
                return _from ??= Build();
            }
        }
    }

    /// <summary>The table itself, also when this instance stands for an alias.</summary>
    public Table Table => From switch { Table table => table, Alias { Inner: Table table } => table, _ => throw new InvalidStatementException($"'{TableName}' stands for no table.") };

    /// <summary>Lets the typed table stand wherever Core takes a FROM.</summary>
    public static implicit operator FromClause(TypedTable table) => table.From;

    /// <summary><c>left JOIN right ON condition</c></summary>
    public Join Join(FromClause right, ColumnElement on) => From.Join(right, on);

    /// <summary><c>left LEFT OUTER JOIN right ON condition</c></summary>
    public Join OuterJoin(FromClause right, ColumnElement on) => From.OuterJoin(right, on);

    /// <summary>Constraints and indexes of the table; none by default.</summary>
    protected virtual IEnumerable<ISchemaItem> Constraints => [];

    /// <summary>A 32 bit integer column.</summary>
    protected Column<int> Int(string name, bool primaryKey = false, bool? nullable = null) => Define<int>(name, SqlTypes.Integer, primaryKey, nullable);

    /// <summary>A 64 bit integer column.</summary>
    protected Column<long> Long(string name, bool primaryKey = false, bool? nullable = null) => Define<long>(name, SqlTypes.BigInteger, primaryKey, nullable);

    /// <summary>A text column.</summary>
    /// <param name="name">The name in the database.</param>
    /// <param name="length">The most characters; null for no bound.</param>
    /// <param name="primaryKey">Whether it is part of the primary key.</param>
    /// <param name="nullable">Whether NULL is allowed; null means: unless it is part of the primary key.</param>
    protected Column<string> Text(string name, int? length = null, bool primaryKey = false, bool? nullable = null)
        => Define<string>(name, length is null ? SqlTypes.Text : SqlTypes.String(length), primaryKey, nullable);

    /// <summary>An exact decimal column.</summary>
    protected Column<decimal> Decimal(string name, int? precision = null, int? scale = null, bool? nullable = null) => Define<decimal>(name, SqlTypes.Numeric(precision, scale), false, nullable);

    /// <summary>A column of the type that belongs to <typeparamref name="T"/>, or of the type given.</summary>
    protected Column<T> Define<T>(string name, SqlType? type = null, bool primaryKey = false, bool? nullable = null)
    {
        // Another thread waits here until the table is read, and then takes its column.
        lock (_items)
        {
            if (!_reading)
            {
                return From.C<T>(name);
            }

            var column = new Column(name, type ?? SqlTypes.Of<T>(), nullable, primaryKey);
            _items.Add(column);
            return new Column<T>(column);
        }
    }

    internal void StandFor(Alias alias)
    {
        MetaData.Forget(this);
        _from = alias;
    }

    private FromClause Build()
    {
        MetaData.Forget(this);
        _reading = true;
        try
        {
            var properties = GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Column<>))
                .OrderBy(p => p.MetadataToken);
            foreach (var property in properties)
            {
                property.GetValue(this);
            }
        }
        finally
        {
            _reading = false;
        }

        return new Table(TableName, MetaData, Schema, [.. _items, .. Constraints]);
    }
}

/// <summary>Aliases of typed tables.</summary>
public static class TypedTableAliases
{
    /// <summary>A new instance that stands for <c>table AS name</c>; without a name the statement gives one.</summary>
    public static TTable As<TTable>(this TTable table, string? name = null) where TTable : TypedTable, new()
    {
        var alias = new TTable();
        alias.StandFor(table.From.As(name));
        return alias;
    }
}
