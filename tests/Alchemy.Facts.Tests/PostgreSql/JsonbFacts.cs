namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_types.py, JSONBTest.</summary>
[TestFixture]
public sealed class JsonbFacts : FactFixture
{
    private static Table Table { get; } = new("test_table", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true), new Column("test_column", SqlTypes.Jsonb));

    private static UntypedColumn Doc => Table.C("test_column");

    private static UntypedColumn Any => Sql.Any(Sql.Array(7));

    private static object[] Path { get; } = ["foo", 1];

    private static Select Where(ColumnElement condition) => Sql.Select(Table).Where(condition);

    [Test]
    public void Paths_and_text()
    {
        Fact(4784, FactDialects.PostgreSql, Where(Doc[Path] != Any),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column #> %(test_column_1)s) != ANY (ARRAY[%(param_1)s::INTEGER])");
        Fact(4785, FactDialects.PostgreSql, Where(Doc[Path] == Any),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column #> %(test_column_1)s) = ANY (ARRAY[%(param_1)s::INTEGER])");
        Fact(4786, FactDialects.PostgreSql, Where(Doc[Path] != null),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column #> %(test_column_1)s) IS NOT NULL");
        Fact(4787, FactDialects.PostgreSql, Where(Doc[Path] == null),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column #> %(test_column_1)s) IS NULL");
        Fact(4788, FactDialects.PostgreSql, Where(Doc[Path].AsText() == null),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column #>> %(test_column_1)s) IS NULL");
        Fact(4789, FactDialects.PostgreSql, Where(Doc["bar"].AsText() != Any),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column ->> %(test_column_1)s::TEXT) != ANY (ARRAY[%(param_1)s::INTEGER])", ("test_column_1", "bar"), ("param_1", 7));
        Fact(4790, FactDialects.PostgreSql, Where(Doc["bar"].AsText() == Any),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column ->> %(test_column_1)s::TEXT) = ANY (ARRAY[%(param_1)s::INTEGER])", ("test_column_1", "bar"), ("param_1", 7));
        Fact(4791, FactDialects.PostgreSql, Where(Doc["bar"].AsText() == null),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column ->> %(test_column_1)s::TEXT) IS NULL", ("test_column_1", "bar"));
        Fact(4792, FactDialects.PostgreSql, Where(Doc["bar"].AsText().Cast(SqlTypes.Integer) == 5),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE CAST((test_table.test_column ->> %(test_column_1)s::TEXT) AS INTEGER) = %(param_1)s::INTEGER", ("test_column_1", "bar"), ("param_1", 5));
    }

    [Test]
    public void Operators()
    {
        Fact(4793, FactDialects.PostgreSql, Where(Doc.DeletePath(new[] { "a", "b" })),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column #- CAST(ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR] AS TEXT[])", ("param_1", "a"), ("param_2", "b"));
        Fact(4795, FactDialects.PostgreSql, Where(Doc.ContainedBy(new Dictionary<string, string?> { ["foo"] = "1", ["bar"] = null })),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column <@ %(test_column_1)s::JSONB");
        Fact(4796, FactDialects.PostgreSql, Where(Doc.ContainedBy(Any)),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column <@ ANY (ARRAY[%(param_1)s::INTEGER])", ("param_1", 7));
        Fact(4797, FactDialects.PostgreSql, Where(Doc.HasKey("data")),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column ? %(test_column_1)s::VARCHAR", ("test_column_1", "data"));
        Fact(4798, FactDialects.PostgreSql, Where(Doc.HasKey(Any)),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column ? ANY (ARRAY[%(param_1)s::INTEGER])", ("param_1", 7));
        Fact(4799, FactDialects.PostgreSql, Where(Doc.HasAll(new Dictionary<string, object> { ["name"] = "r1" })),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column ?& %(test_column_1)s::JSONB");
        Fact(4800, FactDialects.PostgreSql, Where(Doc.HasAll(Any)),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column ?& ANY (ARRAY[%(param_1)s::INTEGER])", ("param_1", 7));
        Fact(4801, FactDialects.PostgreSql, Where(Doc.HasAny(Any)),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column ?| ANY (ARRAY[%(param_1)s::INTEGER])", ("param_1", 7));
        Fact(4802, FactDialects.PostgreSql, Where(Doc.HasAny(Sql.Array("name", "data"))),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column ?| ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR]", ("param_1", "name"), ("param_2", "data"));
        Fact(4803, FactDialects.PostgreSql, Where(Doc.Contains(new Dictionary<string, string> { ["k1"] = "r1v1" })),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column @> %(test_column_1)s::JSONB");
        Fact(4804, FactDialects.PostgreSql, Where(Doc.Contains(Any)),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column @> ANY (ARRAY[%(param_1)s::INTEGER])", ("param_1", 7));
        Fact(4805, FactDialects.PostgreSql, Where(Doc.PathExists("$.k1")),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column @? %(test_column_1)s", ("test_column_1", "$.k1"));
        Fact(4806, FactDialects.PostgreSql, Where(Doc.PathExists(Any)),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column @? ANY (ARRAY[%(param_1)s::INTEGER])", ("param_1", 7));
        Fact(4807, FactDialects.PostgreSql, Where(Doc.PathMatch("$.k1[0] > 2")),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column @@ %(test_column_1)s", ("test_column_1", "$.k1[0] > 2"));
        Fact(4808, FactDialects.PostgreSql, Where(Doc.PathMatch(Any)),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column @@ ANY (ARRAY[%(param_1)s::INTEGER])", ("param_1", 7));
    }

    [Test]
    public void Subscripts()
    {
        Fact(4809, FactDialects.PostgreSql, Where(Doc["bar"].Cast(SqlTypes.Integer) == 5),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE CAST(test_table.test_column[%(test_column_1)s::TEXT] AS INTEGER) = %(param_1)s::INTEGER", ("test_column_1", "bar"), ("param_1", 5));
        Fact(4810, FactDialects.PostgreSql, Where(Doc["bar"] != 42),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column[%(test_column_1)s::TEXT] != %(param_1)s::INTEGER", ("test_column_1", "bar"), ("param_1", 42));
        Fact(4811, FactDialects.PostgreSql, Where(Doc["bar"] != Any),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column[%(test_column_1)s::TEXT] != ANY (ARRAY[%(param_1)s::INTEGER])", ("test_column_1", "bar"), ("param_1", 7));
        Fact(4812, FactDialects.PostgreSql, Where(Doc["bar"] == 42),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column[%(test_column_1)s::TEXT] = %(param_1)s::INTEGER", ("test_column_1", "bar"), ("param_1", 42));
        Fact(4813, FactDialects.PostgreSql, Where(Doc["bar"] == Any),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column[%(test_column_1)s::TEXT] = ANY (ARRAY[%(param_1)s::INTEGER])", ("test_column_1", "bar"), ("param_1", 7));
        Fact(4814, FactDialects.PostgreSql, Where(Doc["bar"] != null),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column[%(test_column_1)s::TEXT] IS NOT NULL", ("test_column_1", "bar"));
        Fact(4815, FactDialects.PostgreSql, Where(Doc["bar"] == null),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE test_table.test_column[%(test_column_1)s::TEXT] IS NULL", ("test_column_1", "bar"));
    }
}
