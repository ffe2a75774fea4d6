namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_types.py, HStoreTest.</summary>
[TestFixture]
public sealed class HStoreFacts : FactFixture
{
    private static Table Table { get; } = new("test_table", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true), new Column("hash", SqlTypes.HStore));

    private static UntypedColumn Hash => Table.C("hash");

    private static UntypedColumn HStore(params object?[] arguments) => Func.Call(SqlTypes.HStore, "hstore", arguments);

    private static Select Where(ColumnElement condition) => Sql.Select(Table).Where(condition);

    [Test]
    public void Functions()
    {
        Fact(4580, FactDialects.PostgreSql, Sql.Select(Func.Call("akeys", Hash)),
            "SELECT akeys(test_table.hash) AS akeys_1 FROM test_table");
        Fact(4581, FactDialects.PostgreSql, Sql.Select(Func.Call("avals", Hash)),
            "SELECT avals(test_table.hash) AS avals_1 FROM test_table");
        Fact(4582, FactDialects.PostgreSql, Sql.Select(Func.Call("delete", Hash, "foo")),
            "SELECT delete(test_table.hash, %(delete_2)s::VARCHAR) AS delete_1 FROM test_table", ("delete_2", "foo"));
        Fact(4583, FactDialects.PostgreSql, Sql.Select(Func.Call("delete", Hash, Sql.Array("foo", "bar"))),
            "SELECT delete(test_table.hash, ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR]) AS delete_1 FROM test_table", ("param_1", "foo"), ("param_2", "bar"));
        Fact(4584, FactDialects.PostgreSql, Sql.Select(Func.Call("delete", Hash, HStore("1", "2"))),
            "SELECT delete(test_table.hash, hstore(%(hstore_1)s::VARCHAR, %(hstore_2)s::VARCHAR)) AS delete_1 FROM test_table", ("hstore_1", "1"), ("hstore_2", "2"));
        Fact(4585, FactDialects.PostgreSql, Sql.Select(HStore("foo", "bar") + Hash),
            "SELECT hstore(%(hstore_1)s::VARCHAR, %(hstore_2)s::VARCHAR) || test_table.hash AS anon_1 FROM test_table", ("hstore_1", "foo"), ("hstore_2", "bar"));
        Fact(4586, FactDialects.PostgreSql, Sql.Select(Func.Call("hstore_to_array", Hash)),
            "SELECT hstore_to_array(test_table.hash) AS hstore_to_array_1 FROM test_table");
        Fact(4587, FactDialects.PostgreSql, Sql.Select(Func.Call("hstore_to_matrix", Hash)),
            "SELECT hstore_to_matrix(test_table.hash) AS hstore_to_matrix_1 FROM test_table");
        Fact(4588, FactDialects.PostgreSql, Sql.Select(Func.Call("slice", Hash, Sql.Array("1", "2"))),
            "SELECT slice(test_table.hash, ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR]) AS slice_1 FROM test_table", ("param_1", "1"), ("param_2", "2"));
        Fact(4589, FactDialects.PostgreSql, Sql.Select(Hash.Concat(HStore(Table.C("id").Cast(SqlTypes.Text), "3"))),
            "SELECT test_table.hash || hstore(CAST(test_table.id AS TEXT), %(hstore_1)s::VARCHAR) AS anon_1 FROM test_table", ("hstore_1", "3"));
    }

    [Test]
    public void Operators()
    {
        Fact(4596, FactDialects.PostgreSql, Where(Hash.ContainedBy(new Dictionary<string, string?> { ["foo"] = "1", ["bar"] = null })),
            "SELECT test_table.id, test_table.hash FROM test_table WHERE test_table.hash <@ %(hash_1)s");
        Fact(4598, FactDialects.PostgreSql, Where(Hash.Contains(new Dictionary<string, string?> { ["foo"] = "1" })),
            "SELECT test_table.id, test_table.hash FROM test_table WHERE test_table.hash @> %(hash_1)s");
        Fact(4599, FactDialects.PostgreSql, Where(Hash.Contains(Sql.Any(Sql.Array("foo")))),
            "SELECT test_table.id, test_table.hash FROM test_table WHERE test_table.hash @> ANY (ARRAY[%(param_1)s::VARCHAR])", ("param_1", "foo"));
        Fact(4602, FactDialects.PostgreSql, Where(Hash["bar"] == Sql.Any(Sql.Array("foo"))),
            "SELECT test_table.id, test_table.hash FROM test_table WHERE test_table.hash[%(hash_1)s::VARCHAR] = ANY (ARRAY[%(param_1)s::VARCHAR])", ("hash_1", "bar"), ("param_1", "foo"));
        Fact(4603, FactDialects.PostgreSql, Where(Hash.HasAll(Sql.Array("1", "2"))),
            "SELECT test_table.id, test_table.hash FROM test_table WHERE test_table.hash ?& ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR]", ("param_1", "1"), ("param_2", "2"));
        Fact(4604, FactDialects.PostgreSql, Where(Hash.HasAll(Sql.Any(Sql.Array("1", "2")))),
            "SELECT test_table.id, test_table.hash FROM test_table WHERE test_table.hash ?& ANY (ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR])", ("param_1", "1"), ("param_2", "2"));
        Fact(4606, FactDialects.PostgreSql, Where(Hash.HasAny(Sql.Any(Sql.Array("1", "2")))),
            "SELECT test_table.id, test_table.hash FROM test_table WHERE test_table.hash ?| ANY (ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR])", ("param_1", "1"), ("param_2", "2"));
        Fact(4607, FactDialects.PostgreSql, Where(Hash.HasKey("foo")),
            "SELECT test_table.id, test_table.hash FROM test_table WHERE test_table.hash ? %(hash_1)s::VARCHAR", ("hash_1", "foo"));
    }
}
