using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>An INSERT, UPDATE or DELETE of one row with a given set of columns, made once and used for every object that needs it.</summary>
internal sealed class RowStatement
{
    private readonly ConcurrentDictionary<Engine, (CompiledSql Sql, int[] Places)> _compiled = new();
    private readonly ConcurrentDictionary<Engine, (CompiledSql Sql, RowBinder Bind)> _bound = new();
    private readonly ClauseElement _statement;
    private readonly BindParameter[] _binds;
    private readonly IReadOnlyList<ScalarAttribute> _given;

    private RowStatement(ClauseElement statement, BindParameter[] binds, IReadOnlyList<ScalarAttribute>? given = null) => (_statement, _binds, _given) = (statement, binds, given ?? []);

    public static RowStatement Insert(Mapper mapper, IReadOnlyList<ScalarAttribute> given, IReadOnlyList<ScalarAttribute> returned)
    {
        var binds = given.Select(a => Bind(a.Column, "")).ToArray();
        var insert = binds.Length == 0 ? Sql.Insert(mapper.Table).DefaultValues() : Sql.Insert(mapper.Table);
        for (var i = 0; i < binds.Length; i++)
        {
            insert = insert.Value(given[i].Column, binds[i]);
        }

        return new RowStatement(Returning(insert, returned), binds, given);
    }

    /// <summary>An INSERT of many rows, which go in in their order, so that the keys that the database makes rise in it.</summary>
    /// <param name="mapper">The rows' type.</param>
    /// <param name="given">What each row gives.</param>
    /// <param name="returned">What is returned of each.</param>
    /// <param name="form">How: <see cref="BatchInsert.Arrays"/> takes any number of rows, an array per column.</param>
    /// <param name="rows">How many rows; nothing for arrays.</param>
    public static RowStatement InsertMany(Mapper mapper, IReadOnlyList<ScalarAttribute> given, IReadOnlyList<ScalarAttribute> returned, BatchInsert form, int rows = 0)
    {
        var one = Insert(mapper, given, returned);
        var many = new ManyRowInsert((Insert)one._statement, one._binds);
        var (statement, binds) = form switch
        {
            BatchInsert.Arrays => many.Arrays(),
            BatchInsert.Values => many.Ordered(rows),
            BatchInsert.Rows or BatchInsert.OneByOne => many.Rows(rows),
        };
        return new RowStatement(statement, [.. binds]);
    }

    public static RowStatement Update(Mapper mapper, IReadOnlyList<ScalarAttribute> set)
    {
        var binds = set.Select(a => Bind(a.Column, "")).Concat(mapper.Key.Select(k => Bind(k.Column, "key_"))).ToArray();
        var update = Sql.Update(mapper.Table);
        for (var i = 0; i < set.Count; i++)
        {
            update = update.Set(set[i].Column, binds[i]);
        }

        return new RowStatement(update.Where(KeyIs(mapper, binds.AsSpan(set.Count))), binds);
    }

    public static RowStatement Delete(Mapper mapper)
    {
        var binds = mapper.Key.Select(k => Bind(k.Column, "key_")).ToArray();
        return new RowStatement(Sql.Delete(mapper.Table).Where(KeyIs(mapper, binds)), binds);
    }

    /// <summary>The statement for an engine, with the values in the order that it wants.</summary>
    public (CompiledSql Sql, object?[] Values) For(Engine engine, object?[] values)
    {
        var (sql, places) = _compiled.GetOrAdd(engine, Compile);
        var ordered = new object?[sql.Binds.Count];
        for (var i = 0; i < values.Length; i++)
        {
            ordered[places[i]] = values[i];
        }

        return (sql, ordered);
    }

    /// <summary>The INSERT of one row for an engine, with what binds an object to it.</summary>
    public (CompiledSql Sql, RowBinder Bind) Bound(Engine engine) => _bound.TryGetValue(engine, out var known) ? known : _bound.GetOrAdd(engine, CompileBinder);

    private (CompiledSql, RowBinder) CompileBinder(Engine engine)
    {
        var (sql, places) = _compiled.GetOrAdd(engine, Compile);
        // The order of markers does not depend on the schemas that a connection maps.
        return (sql, RowBinder.Compile(engine.Driver, [.. sql.Fill([]).Parameters.Select(p => _given[Array.IndexOf(places, p.Bind)])]));
    }

    private (CompiledSql, int[]) Compile(Engine engine)
    {
        // The engine may give the statement of an equal mapping: binds are told by their keys.
        var sql = engine.Compile(_statement);
        if (sql.Binds.FirstOrDefault(b => !_binds.Any(own => own.Key == b.Key)) is { } other)
        {
            throw new InvalidStatementException($"Column '{other.Key}' has a default made by the program (Column.Default or Column.OnUpdate): set the value in the entity, or use a SQL expression or a server default.");
        }

        var places = sql.Binds.Select((b, i) => (b.Key, i)).ToDictionary(b => b.Key, b => b.i);
        return (sql, [.. _binds.Select(b => places[b.Key])]);
    }

    private static Insert Returning(Insert insert, IReadOnlyList<ScalarAttribute> returned) => returned.Count == 0 ? insert : insert.Returning([.. returned.Select(r => r.Column)]);

    private static BindParameter Bind(Column column, string prefix) => new(prefix + column.Name, column.Type);

    private static ColumnElement KeyIs(Mapper mapper, ReadOnlySpan<BindParameter> binds)
    {
        var conditions = new ColumnElement[binds.Length];
        for (var i = 0; i < conditions.Length; i++)
        {
            conditions[i] = mapper.Key[i].Column.Condition(SqlOperator.Equal, binds[i]);
        }

        return Sql.And(conditions);
    }
}
