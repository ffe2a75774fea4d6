namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_compiler.py, CompileTest.</summary>
[TestFixture]
public sealed class PostgreSqlCompileFacts : FactFixture
{
    private static readonly StandardDialect D = FactDialects.PostgreSql;

    private static UntypedColumn X { get; } = Sql.Column("x", SqlTypes.Array(SqlTypes.Integer));

    private static Table Table1 { get; } = new("table1", new MetaData(), new Column("a", SqlTypes.Integer), new Column("b", SqlTypes.Integer));

    [Test]
    public void Arrays_of_values()
    {
        Fact(195, D, Sql.Array(), "ARRAY[]");
        Fact(196, D, Sql.ArrayOf(SqlTypes.Date), "ARRAY[]::DATE[]");
        Fact(184, D, Func.Call("array_dims", Sql.Array(1, 2) + Sql.Array(3, 4, 5)),
            "array_dims(ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER] || ARRAY[%(param_3)s::INTEGER, %(param_4)s::INTEGER, %(param_5)s::INTEGER])", ("param_1", 1), ("param_2", 2), ("param_3", 3), ("param_4", 4), ("param_5", 5));
        Fact(185, D, Sql.Array(1, 2) == Sql.Array(3, 4, 5),
            "ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER] = ARRAY[%(param_3)s::INTEGER, %(param_4)s::INTEGER, %(param_5)s::INTEGER]");
        Fact(191, D, Sql.Array(1, 2).Contains(Sql.Array(3, 4, 5)),
            "ARRAY[%(param_1)s::INTEGER, %(param_2)s::INTEGER] @> ARRAY[%(param_3)s::INTEGER, %(param_4)s::INTEGER, %(param_5)s::INTEGER]");
        Fact(192, D, Sql.Array("a", "b").Contains(Sql.Array("")), "ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR] @> ARRAY[%(param_3)s::VARCHAR]", ("param_1", "a"), ("param_2", "b"), ("param_3", ""));
        Fact(193, D, Sql.Array("a", "b").Contains(Sql.Array()), "ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR] @> ARRAY[]", ("param_1", "a"), ("param_2", "b"));
        Fact(194, D, Sql.Array("a", "b").Contains(Sql.Array(0)), "ARRAY[%(param_1)s::VARCHAR, %(param_2)s::VARCHAR] @> ARRAY[%(param_3)s::INTEGER]", ("param_1", "a"), ("param_2", "b"), ("param_3", 0));
    }

    [Test]
    public void Any_and_all_elements()
    {
        Fact(198, D, Sql.Value(4, null) == Sql.Any(X), "%(param_1)s::INTEGER = ANY (x)", ("param_1", 4));
        Fact(200, D, !(Sql.Value(5, null) == Sql.Any(X)), "NOT (%(param_1)s::INTEGER = ANY (x))", ("param_1", 5));
        Fact(202, D, Sql.Value(5, null) != Sql.Any(X), "%(param_1)s::INTEGER != ANY (x)", ("param_1", 5));
        Fact(203, D, Sql.Value(6, null) > Sql.All(X), "%(param_1)s::INTEGER > ALL (x)", ("param_1", 6));
        Fact(204, D, Sql.Value(7, null) < Sql.All(X), "%(param_1)s::INTEGER < ALL (x)", ("param_1", 7));
        Fact(205, D, Sql.Value(5, null) == Sql.All(X), "%(param_1)s::INTEGER = ALL (x)", ("param_1", 5));
        Fact(207, D, !(Sql.Value(5, null) == Sql.All(X)), "NOT (%(param_1)s::INTEGER = ALL (x))", ("param_1", 5));
    }

    [Test]
    public void Arrays_of_a_tables_column_are_no_second_table()
    {
        var t1 = Sql.Table("t1", Sql.Column<int>("id"), Sql.Column("ancestor_ids", SqlTypes.Array(SqlTypes.Integer)));
        var (a, b) = (t1.As(), t1.As());
        var linted = D.WithPass(FromLinter.Refuse);
        Select Of(Func<UntypedColumn, ColumnElement, ColumnElement> op) => SelectTables.All(t1, a, b).Where(op(a.C("ancestor_ids"), Sql.Array(t1.C("id")))).Where(op(b.C("ancestor_ids"), Sql.Array(t1.C("id"))));
        Fact(682, linted, Of((x, y) => x.Overlaps(y)), "SELECT t1.id, t1.ancestor_ids, t1_1.id AS id_1, t1_1.ancestor_ids AS ancestor_ids_1, t1_2.id AS id_2, t1_2.ancestor_ids AS ancestor_ids_2 FROM t1, t1 AS t1_1, t1 AS t1_2 WHERE t1_1.ancestor_ids && ARRAY[t1.id] AND t1_2.ancestor_ids && ARRAY[t1.id]");
        Fact(683, linted, Of((x, y) => x.ContainedBy(y)), "SELECT t1.id, t1.ancestor_ids, t1_1.id AS id_1, t1_1.ancestor_ids AS ancestor_ids_1, t1_2.id AS id_2, t1_2.ancestor_ids AS ancestor_ids_2 FROM t1, t1 AS t1_1, t1 AS t1_2 WHERE t1_1.ancestor_ids <@ ARRAY[t1.id] AND t1_2.ancestor_ids <@ ARRAY[t1.id]");
        Fact(684, linted, Of((x, y) => x.Contains(y)), "SELECT t1.id, t1.ancestor_ids, t1_1.id AS id_1, t1_1.ancestor_ids AS ancestor_ids_1, t1_2.id AS id_2, t1_2.ancestor_ids AS ancestor_ids_2 FROM t1, t1 AS t1_1, t1 AS t1_2 WHERE t1_1.ancestor_ids @> ARRAY[t1.id] AND t1_2.ancestor_ids @> ARRAY[t1.id]");
    }

    [Test]
    public void Aggregates()
    {
        var comma = Sql.LiteralColumn("','");
        Fact(164, D, Sql.Select(Func.Call("string_agg", Table1.C("a"), comma).AggregateOrderBy(Table1.C("a"))), "SELECT string_agg(table1.a, ',' ORDER BY table1.a) AS string_agg_1 FROM table1");
        Fact(162, D, Sql.Select(Func.Call("string_agg", Table1.C("a"), comma).AggregateOrderBy(Table1.C("a"), Table1.C("b").Desc())), "SELECT string_agg(table1.a, ',' ORDER BY table1.a, table1.b DESC) AS string_agg_1 FROM table1");
        var (numbers, n) = (new TableFunction(Func.Call("generate_series", 1, 100), [], "series"), Sql.Column<int>("series"));
        Fact(175, D, Sql.Select(Func.ArrayAgg(n).Filter(n % 2 == 0)[3]).SelectFrom(numbers),
            "SELECT (array_agg(series) FILTER (WHERE series %% %(series_1)s::INTEGER = %(param_1)s::INTEGER))[%(param_2)s::INTEGER] AS anon_1 FROM generate_series(%(generate_series_1)s::INTEGER, %(generate_series_2)s::INTEGER) AS series",
            ("series_1", 2), ("param_1", 0), ("param_2", 3), ("generate_series_1", 1), ("generate_series_2", 100));
    }

    [Test]
    public void Documents()
    {
        var doc = Sql.Column("x", SqlTypes.Jsonb);
        Fact(423, D, doc["foo"] + " ", "x[%(x_1)s::TEXT] || %(param_1)s::VARCHAR", ("x_1", "foo"), ("param_1", " "));
        Fact(422, D, doc["foo"] + " " + doc["bar"], "x[%(x_1)s::TEXT] || %(param_1)s::VARCHAR || x[%(x_2)s::TEXT]", ("x_1", "foo"), ("param_1", " "), ("x_2", "bar"));
        var jsonb = Sql.Table("data", Sql.Column<int>("id"), Sql.Column("x", SqlTypes.Jsonb));
        Fact(602, D, Sql.Select(jsonb.C("x")["key"]), "SELECT data.x[%(x_1)s::TEXT] AS anon_1 FROM data", ("x_1", "key"));
        Fact(592, D, Sql.Select(Func.Call("jsonb_path_exists", jsonb.C("x"), Sql.Cast("$.data.w", PostgreSqlTypes.JsonPath))), "SELECT jsonb_path_exists(data.x, CAST(%(param_1)s AS JSONPATH)) AS jsonb_path_exists_1 FROM data", ("param_1", "$.data.w"));
        var json = Sql.Table("data", Sql.Column<int>("id"), Sql.Column("x", SqlTypes.Json));
        Fact(594, D, Sql.Select(json.C("x")["key"]), "SELECT data.x -> %(x_1)s::TEXT AS anon_1 FROM data", ("x_1", "key"));
    }

    [Test]
    public void Operators()
    {
        Fact(225, D, Sql.Select(Sql.Column<int>("c1").BitwiseXor(Sql.Column<int>("c2"))), "SELECT c1 # c2 AS anon_1");
        var foo = Sql.Column<string>("foo");
        Fact(557, D, foo.ILike("bar", "\\"), "foo ILIKE %(foo_1)s::VARCHAR ESCAPE '\\'", ("foo_1", "bar"));
        Fact(558, D, foo.ILike("bar", ""), "foo ILIKE %(foo_1)s::VARCHAR ESCAPE ''", ("foo_1", "bar"));
        Fact(559, D, foo.NotILike("bar", "\\"), "foo NOT ILIKE %(foo_1)s::VARCHAR ESCAPE '\\'", ("foo_1", "bar"));
        Fact(560, D, foo.NotILike("bar", ""), "foo NOT ILIKE %(foo_1)s::VARCHAR ESCAPE ''", ("foo_1", "bar"));
        var t = Sql.Table("t", Sql.Column<int>("a"), Sql.Column<int>("b"));
        Fact(742, D, t.C("a").Pow(t.C("b")), "power(t.a, t.b)");
        Fact(740, D, t.C("a").Pow(3), "power(t.a, %(pow_1)s::INTEGER)", ("pow_1", 3));
        Fact(227, D, Sql.Select(Sql.Column("foo").Cast(SqlTypes.Double)), "SELECT CAST(foo AS DOUBLE PRECISION) AS foo");
    }

    [Test]
    public void Values_of_several_ranges()
    {
        var usages = Sql.Table("usages", Sql.Column<int>("id"), Sql.Column("date", SqlTypes.Date), Sql.Column<int>("amount"));
        var periods = new SqlRange<DateOnly>[] { new(new DateOnly(2022, 1, 1), new DateOnly(2023, 1, 1)), new(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1)) };
        Fact(637, D, Sql.Select(Func.Call("sum", usages.C("amount"))).Where(usages.C("date").Op("<@", periods)), "SELECT sum(usages.amount) AS sum_1 FROM usages WHERE usages.date <@ %(date_1)s::DATEMULTIRANGE");
    }

    [Test]
    public void A_type_that_is_read_through_a_function()
    {
        var table = Sql.Table("some_table", Sql.Column("name", SqlTypes.String()), Sql.Column("value", new MyString()));
        Fact(688, D, Sql.Insert(table).Returning(table.C("name"), table.C("value")),
            "INSERT INTO some_table (name, value) VALUES (%(name)s::VARCHAR, %(value)s) RETURNING some_table.name, lower(some_table.value) AS value");
    }

    [Test]
    public void Words_that_are_reserved()
        => Fact(701, D, Sql.Select(new Table("pg_table", new MetaData(), new Column("col1", SqlTypes.Integer), new Column("variadic", SqlTypes.Integer))), "SELECT pg_table.col1, pg_table.\"variadic\" FROM pg_table");

    private sealed record MyString : UserDefinedType<string>
    {
        public override string GetColumnSpec() => "MYSTRING";

        public override ColumnElement? ColumnExpression(ColumnElement column) => Func.Call("lower", column);
    }
}
