using System.Collections.Concurrent;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>A query compiled for a dialect: the text, the readers of its rows, and what it reads. Kept with the query or in a plan cache; holds no values.</summary>
internal sealed class QueryPlan
{
    private readonly ConcurrentDictionary<Driver, object> _readers = new();

    public QueryPlan(EntityQuery query, CompiledSql sql, IReadOnlyList<NestedPlan>? nested = null)
    {
        (Query, Sql, Nested) = (query, sql, nested ?? []);
        Roots = query.Roots;
        Tables = TableFinder.In(query.Statement);
        Defaults = [.. sql.Binds.Select(b => b.HasValue ? b.Value : null)];
    }

    public EntityQuery Query { get; }

    public CompiledSql Sql { get; }

    /// <summary>The queries for collections in the projection.</summary>
    public IReadOnlyList<NestedPlan> Nested { get; }

    public IReadOnlyList<Mapper> Roots { get; }

    /// <summary>The tables that the query reads, for autoflush.</summary>
    public IReadOnlySet<Table> Tables { get; }

    /// <summary>The values that the statement's binds have of their own.</summary>
    public object?[] Defaults { get; }

    public Func<Cursor, RowContext, T> Reader<T>(Driver driver) => (Func<Cursor, RowContext, T>)_readers.GetOrAdd(driver, static (d, shape) => RowReaderCompiler.Compile<T>(shape, d), Query.Shape);
}
