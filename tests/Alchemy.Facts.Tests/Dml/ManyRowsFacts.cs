using static Alchemy.Tests.DmlTables;
using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_insert.py, MultirowTest and the many rows of InsertTest.</summary>
[TestFixture]
public sealed class ManyRowsFacts : FactFixture
{
    [Test]
    public void Each_row_has_parameters_of_its_own()
    {
        var one = Sql.Insert(MyOtherTable).Values([MyOtherTable.C("othername")], [["foo"]]);
        var two = Sql.Insert(MyOtherTable).Values([MyOtherTable.C("othername")], [["foo"], ["bar"]]);
        Fact(2758, FactDialects.PostgreSql, one, "INSERT INTO myothertable (othername) VALUES (%(othername_m0)s::VARCHAR)", ("othername_m0", "foo"));
        Fact(2752, FactDialects.PostgreSql, two, "INSERT INTO myothertable (othername) VALUES (%(othername_m0)s::VARCHAR), (%(othername_m1)s::VARCHAR)", ("othername_m0", "foo"), ("othername_m1", "bar"));
        Fact(2753, two.ToLiteralString(FactDialects.PostgreSql), "INSERT INTO myothertable (othername) VALUES ('foo'), ('bar')");
        Fact(2832, FactDialects.Default.With(f => f with { ParameterStyle = ParameterStyle.Format }),
            Sql.Insert(MyTable).Values([.. MyTable.Columns], [[1, "a", "b"], [2, "c", "d"], [3, "e", "f"]]),
            "INSERT INTO mytable (myid, name, description) VALUES (%s, %s, %s), (%s, %s, %s), (%s, %s, %s)",
            ("myid_m0", 1), ("name_m0", "a"), ("description_m0", "b"), ("myid_m1", 2), ("name_m1", "c"), ("description_m1", "d"), ("myid_m2", 3), ("name_m2", "e"), ("description_m2", "f"));
    }

    [Test]
    public void Rows_are_added_to_rows()
        => Fact(2827, FactDialects.PostgreSql, Sql.Insert(MyTable).Values([Row(("myid", 1), ("name", "d1"))]).Values([Row(("name", "d2"), ("myid", 2)), Row(("myid", 3), ("name", "d3"))]),
            "INSERT INTO mytable (myid, name) VALUES (%(myid_m0)s::INTEGER, %(name_m0)s::VARCHAR), (%(myid_m1)s::INTEGER, %(name_m1)s::VARCHAR), (%(myid_m2)s::INTEGER, %(name_m2)s::VARCHAR)",
            ("myid_m0", 1), ("name_m0", "d1"), ("myid_m1", 2), ("name_m1", "d2"), ("myid_m2", 3), ("name_m2", "d3"));

    [Test]
    public void Rows_have_values_and_expressions_at_any_place()
    {
        var t = new Table("t", new MetaData(), Key("id"), Int("x"), Int("y"), Int("z"));
        ColumnElement Sum() => Func.Call<int>("sum", 1, 2);
        var insert = Sql.Insert(t).Values([t.C("x"), t.C("y"), t.C("z")], [[1, Sum(), 2], [Sum(), 2, 3], [Sum(), 2, Func.Call<int>("foo", 10)]]);
        Fact(2779, FactDialects.PostgreSql, insert,
            "INSERT INTO t (x, y, z) VALUES (%(x_m0)s::INTEGER, sum(%(sum_1)s::INTEGER, %(sum_2)s::INTEGER), %(z_m0)s::INTEGER), (sum(%(sum_3)s::INTEGER, %(sum_4)s::INTEGER), %(y_m1)s::INTEGER, %(z_m1)s::INTEGER), (sum(%(sum_5)s::INTEGER, %(sum_6)s::INTEGER), %(y_m2)s::INTEGER, foo(%(foo_1)s::INTEGER))",
            ("x_m0", 1), ("sum_1", 1), ("sum_2", 2), ("z_m0", 2), ("sum_3", 1), ("sum_4", 2), ("y_m1", 2), ("z_m1", 3), ("sum_5", 1), ("sum_6", 2), ("y_m2", 2), ("foo_1", 10));
        Fact(2780, FactDialects.Sqlite, insert, "INSERT INTO t (x, y, z) VALUES (?, sum(?, ?), ?), (sum(?, ?), ?, ?), (sum(?, ?), ?, foo(?))");
        Fact(2777, FactDialects.Sqlite.With(f => f with { ParameterStyle = ParameterStyle.Numbered }), insert,
            "INSERT INTO t (x, y, z) VALUES ($1, sum($2, $3), $4), (sum($5, $6), $7, $8), (sum($9, $10), $11, foo($12))");
        Fact(2778, FactDialects.Sqlite.With(f => f with { ParameterStyle = ParameterStyle.NumberedColon }), insert,
            "INSERT INTO t (x, y, z) VALUES (:1, sum(:2, :3), :4), (sum(:5, :6), :7, :8), (sum(:9, :10), :11, foo(:12))");
    }

    [Test]
    public void Defaults_are_made_for_each_row()
    {
        var counter = 0;
        var t = new Table("table_w_defaults", new MetaData(), Key("id"), new Column("x", SqlTypes.Integer) { Default = ColumnDefault.Call(() => ++counter) }, Int("y"),
            new Column("z", SqlTypes.Integer) { Default = ColumnDefault.Call(() => 5) });
        var insert = Sql.Insert(t).Values([t.C("id")], [[1], [2], [3]]);
        Fact(2833, FactDialects.Default.With(f => f with { ParameterStyle = ParameterStyle.Format }), insert, "INSERT INTO table_w_defaults (id, x, z) VALUES (%s, %s, %s), (%s, %s, %s), (%s, %s, %s)");
        Assert.That(FactDialects.Default.Compile(insert).Parameters, Does.ContainKey("id_m0").And.ContainKey("x").And.ContainKey("z").And.ContainKey("x_m1").And.ContainKey("z_m2"));
        Assert.That(counter, Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public void What_the_database_gives_is_left_out()
    {
        var t = new Table("sometable", new MetaData(), Int("id"), Str("data"), new Column("foo", SqlTypes.Integer, serverDefault: "foobar()"));
        Fact(2838, FactDialects.PostgreSql, Sql.Insert(t).Values([t.C("id"), t.C("data")], [[1, "data1"], [2, "data2"], [3, "data3"]]),
            "INSERT INTO sometable (id, data) VALUES (%(id_m0)s::INTEGER, %(data_m0)s::VARCHAR), (%(id_m1)s::INTEGER, %(data_m1)s::VARCHAR), (%(id_m2)s::INTEGER, %(data_m2)s::VARCHAR)");
        var f = new Table("sometable", new MetaData(), Key("id"), Str("data"), Int("foo"));
        ColumnElement Call(string name) => Func.Call<int>(name);
        Fact(2842, FactDialects.PostgreSql,
            Sql.Insert(f).Values([.. f.Columns], [[1, "foo", Call("foob")], [2, "bar", Call("foob")], [3, "bar", Call("bar")], [4, "bar", 15], [5, "bar", Call("foob")]]),
            "INSERT INTO sometable (id, data, foo) VALUES (%(id_m0)s::INTEGER, %(data_m0)s::VARCHAR, foob()), (%(id_m1)s::INTEGER, %(data_m1)s::VARCHAR, foob()), (%(id_m2)s::INTEGER, %(data_m2)s::VARCHAR, bar()), (%(id_m3)s::INTEGER, %(data_m3)s::VARCHAR, %(foo_m3)s::INTEGER), (%(id_m4)s::INTEGER, %(data_m4)s::VARCHAR, foob())");
        var made = new Table("sometable", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true) { Default = ColumnDefault.Sql(Func.Call<int>("foobar")) }, Str("data"));
        Fact(2839, FactDialects.Sqlite, Sql.Insert(made).Parameters(made.C("data")), "INSERT INTO sometable (id, data) VALUES (foobar(), ?)", ("data", null));
    }

    [Test]
    public void Keys_come_from_a_sequence()
    {
        var t = new Table("t", new MetaData(), new Column("id", SqlTypes.Integer, new Sequence("id_seq")), Str("data"), new PrimaryKeyConstraint(["id"]));
        var many = Sql.Insert(t).Values([t.C("data")], [["d1"], ["d2"], ["d3"]]);
        var copied = Sql.Insert(t).FromSelect([t.C("data")], Sql.Select(t.C("data")));
        Fact(2811, FactDialects.PostgreSql, many, "INSERT INTO t (id, data) VALUES (nextval('id_seq'), %(data_m0)s::VARCHAR), (nextval('id_seq'), %(data_m1)s::VARCHAR), (nextval('id_seq'), %(data_m2)s::VARCHAR)", ("data_m0", "d1"), ("data_m1", "d2"), ("data_m2", "d3"));
        Fact(2812, FactDialects.Sqlite, many, "INSERT INTO t (data) VALUES (?), (?), (?)", ("data_m0", "d1"), ("data_m1", "d2"), ("data_m2", "d3"));
        Fact(2803, FactDialects.PostgreSql, copied, "INSERT INTO t (data, id) SELECT t.data, nextval('id_seq') AS next_value_1 FROM t");
        Assert.That(copied.ToString(Dialects.Sqlite), Is.EqualTo("INSERT INTO t (data) SELECT t.data FROM t"));
    }

    [Test]
    public void Rows_of_different_columns_are_refused()
    {
        var error = Assert.Throws<InvalidStatementException>(() => Sql.Insert(MyTable).Values([Row(("myid", 1), ("name", "a")), Row(("myid", 2))]));
        Assert.That(error!.Message, Does.Contain("Row 1").And.Contain("(myid)").And.Contain("(myid, name)"));
        Assert.Throws<UnknownColumnException>(() => Sql.Insert(MyTable).Values([Row(("unknown", 1))]));
        Assert.Throws<InvalidStatementException>(() => Sql.Insert(MyTable).Values([MyTable.C("myid")], []));
    }

    [Test]
    public void Oracle_selects_the_rows_before_23()
    {
        var insert = Sql.Insert(MyOtherTable).Values([.. MyOtherTable.Columns], [[1, "a"], [2, "b"]]);
        Assert.That(insert.ToString(Dialects.Oracle), Is.EqualTo("INSERT INTO myothertable (otherid, othername) SELECT :otherid_m0, :othername_m0 FROM DUAL UNION ALL SELECT :otherid_m1, :othername_m1 FROM DUAL"));
        Assert.That(insert.ToString(new OracleDialect(new Version(23, 4))), Does.EndWith("VALUES (:otherid_m0, :othername_m0), (:otherid_m1, :othername_m1)"));
    }

    private static Dictionary<string, object?> Row(params (string Column, object? Value)[] values) => values.ToDictionary(v => v.Column, v => v.Value);
}
