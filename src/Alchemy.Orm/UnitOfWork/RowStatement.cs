using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>An INSERT, UPDATE or DELETE of one row with a given set of columns, made once and used for every object that needs it.</summary>
internal sealed class RowStatement
{
    private readonly ConcurrentDictionary<Engine, (CompiledSql Sql, int[] Places)> _compiled = new();
    private readonly ClauseElement _statement;
    private readonly BindParameter[] _binds;

    private RowStatement(ClauseElement statement, BindParameter[] binds, IReadOnlyList<ScalarAttribute> returned) => (_statement, _binds, Returned) = (statement, binds, returned);

    /// <summary>The attributes whose columns the database gives back.</summary>
    public IReadOnlyList<ScalarAttribute> Returned { get; }

    public static RowStatement Insert(Mapper mapper, IReadOnlyList<ScalarAttribute> given, IReadOnlyList<ScalarAttribute> returned)
    {
        var binds = given.Select(a => Bind(a.Column, "")).ToArray();
        var insert = binds.Length == 0 ? Sql.Insert(mapper.Table).DefaultValues() : Sql.Insert(mapper.Table);
        for (var i = 0; i < binds.Length; i++)
        {
            insert = insert.Value(given[i].Column, binds[i]);
        }

        return new RowStatement(returned.Count == 0 ? insert : insert.Returning([.. returned.Select(r => r.Column)]), binds, returned);
    }

    /// <summary>An INSERT of many rows. They go in by number, so that the keys that the database makes rise in the order of the rows: <c>INSERT … SELECT … FROM (VALUES …) ORDER BY n RETURNING …</c></summary>
    public static RowStatement InsertMany(Mapper mapper, IReadOnlyList<ScalarAttribute> given, IReadOnlyList<ScalarAttribute> returned, int rows)
    {
        var binds = new List<BindParameter>();
        var values = new List<IReadOnlyList<ColumnElement>>();
        for (var row = 0; row < rows; row++)
        {
            var place = row;
            BindParameter[] own = [.. given.Select(a => Bind(a.Column, $"r{place}_"))];
            binds.AddRange(own);
            values.Add([new LiteralValue(row, SqlTypes.Integer), .. own]);
        }

        var source = new Values("given", ["n", .. given.Select((_, i) => $"c{i}")], values);
        var insert = Sql.Insert(mapper.Table).FromSelect([.. given.Select(a => a.Column)], Sql.Select([.. given.Select((_, i) => source.Columns[i + 1])]).OrderBy(source.Columns[0]));
        return new RowStatement(returned.Count == 0 ? insert : insert.Returning([.. returned.Select(r => r.Column)]), [.. binds], returned);
    }

    public static RowStatement Update(Mapper mapper, IReadOnlyList<ScalarAttribute> set)
    {
        var binds = set.Select(a => Bind(a.Column, "")).Concat(mapper.Key.Select(k => Bind(k.Column, "key_"))).ToArray();
        var update = Sql.Update(mapper.Table);
        for (var i = 0; i < set.Count; i++)
        {
            update = update.Set(set[i].Column, binds[i]);
        }

        return new RowStatement(update.Where(KeyIs(mapper, binds.AsSpan(set.Count))), binds, []);
    }

    public static RowStatement Delete(Mapper mapper)
    {
        var binds = mapper.Key.Select(k => Bind(k.Column, "key_")).ToArray();
        return new RowStatement(Sql.Delete(mapper.Table).Where(KeyIs(mapper, binds)), binds, []);
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

    private (CompiledSql, int[]) Compile(Engine engine)
    {
        // The engine may give the statement of an equal mapping: binds are told by their keys.
        var sql = engine.Compile(_statement);
        var places = sql.Binds.Select((b, i) => (b.Key, i)).ToDictionary(b => b.Key, b => b.i);
        return (sql, [.. _binds.Select(b => places[b.Key])]);
    }

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
