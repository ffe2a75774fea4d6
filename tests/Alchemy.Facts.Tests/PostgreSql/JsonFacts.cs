namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_types.py, JSONTest, and test/sql/test_operators.py, JSONIndexOpTest.</summary>
[TestFixture]
public sealed class JsonFacts : FactFixture
{
    private static Table Table { get; } = new("test_table", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true), new Column("test_column", SqlTypes.Json));

    private static UntypedColumn Doc => Table.C("test_column");

    private static UntypedColumn Any => Sql.Any(Sql.Array(7));

    private static UntypedColumn X { get; } = Sql.Column("x", SqlTypes.Json);

    private static UntypedColumn Y { get; } = Sql.Column("y", SqlTypes.Integer);

    private static Select Where(ColumnElement condition) => Sql.Select(Table).Where(condition);

    [Test]
    public void Arrows()
    {
        Fact(4826, FactDialects.PostgreSql, Where(Doc["bar"] != 42),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column -> %(test_column_1)s::TEXT) != %(param_1)s::INTEGER", ("test_column_1", "bar"), ("param_1", 42));
        Fact(4827, FactDialects.PostgreSql, Where(Doc["bar"] != Any),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column -> %(test_column_1)s::TEXT) != ANY (ARRAY[%(param_1)s::INTEGER])", ("test_column_1", "bar"), ("param_1", 7));
        Fact(4828, FactDialects.PostgreSql, Where(Doc["bar"] == 42),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column -> %(test_column_1)s::TEXT) = %(param_1)s::INTEGER", ("test_column_1", "bar"), ("param_1", 42));
        Fact(4829, FactDialects.PostgreSql, Where(Doc["bar"] == Any),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column -> %(test_column_1)s::TEXT) = ANY (ARRAY[%(param_1)s::INTEGER])", ("test_column_1", "bar"), ("param_1", 7));
        Fact(4830, FactDialects.PostgreSql, Where(Doc["bar"] != null),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column -> %(test_column_1)s::TEXT) IS NOT NULL", ("test_column_1", "bar"));
        Fact(4831, FactDialects.PostgreSql, Where(Doc["bar"] == null),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE (test_table.test_column -> %(test_column_1)s::TEXT) IS NULL", ("test_column_1", "bar"));
        Fact(4832, FactDialects.PostgreSql, Where(Doc["bar"].Cast(SqlTypes.Integer) == 5),
            "SELECT test_table.id, test_table.test_column FROM test_table WHERE CAST((test_table.test_column -> %(test_column_1)s::TEXT) AS INTEGER) = %(param_1)s::INTEGER", ("test_column_1", "bar"), ("param_1", 5));
        Fact(4816, FactDialects.PostgreSql, Sql.Select(Doc["foo"]),
            "SELECT test_table.test_column -> %(test_column_1)s::TEXT AS anon_1 FROM test_table", ("test_column_1", "foo"));
    }

    [Test]
    public void Elements_read_as_a_type()
    {
        Fact(5157, FactDialects.PostgreSql, Sql.Column("q", SqlTypes.Json)["q"],
            "q -> %(q_1)s::TEXT", ("q_1", "q"));
        Fact(5158, FactDialects.PostgreSql, Sql.Column("q", SqlTypes.Json)["q"].AsInteger(),
            "CAST(q ->> %(q_1)s::TEXT AS INTEGER)", ("q_1", "q"));
    }

    [Test]
    public void Arrays_of_a_type_of_ones_own()
    {
        Fact(5155, FactDialects.PostgreSql, 7 < Sql.Any(Sql.Column("q", SqlTypes.Array(SqlTypes.Integer))),
            "%(param_1)s::INTEGER < ANY (q)", ("param_1", 7));
        Fact(5156, FactDialects.PostgreSql, Sql.Column("q", SqlTypes.Array(SqlTypes.Integer))[6],
            "q[%(q_1)s::INTEGER]", ("q_1", 6));
    }

    [Test]
    public void Without_a_database()
    {
        Fact(3548, FactDialects.DefaultWithArrows, X[Y],
            "x -> y");
        Fact(3549, FactDialects.DefaultWithArrows, X[Y + 8] != null,
            "(x -> (y + :y_1)) IS NOT NULL", ("y_1", 8));
        Fact(3550, FactDialects.DefaultWithArrows, X[8] != null,
            "(x -> :x_1) IS NOT NULL", ("x_1", 8));
        Fact(3551, FactDialects.DefaultWithArrows, X[Y + 8],
            "x -> (y + :y_1)", ("y_1", 8));
        Fact(3553, FactDialects.DefaultWithArrows, X[new object[] { "a", "b", 3, 4, "d" }],
            "x #> :x_1");
    }
}
