using static Alchemy.Tests.DmlTables;
using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_insert.py, InsertTest, EmptyTest and InsertImplicitReturningTest.</summary>
[TestFixture]
public sealed class InsertFacts : FactFixture
{
    private static readonly Table Defaulted = new("sometable", new MetaData(), Key("id"), new Column("foo", SqlTypes.Integer) { Default = ColumnDefault.Sql(Func.Call<int>("foobar")) });

    private static Select Foos => Sql.Select(MyTable.C("myid")).Where(MyTable.C("name") == "foo");

    [Test]
    public void An_insert_that_is_given_nothing_names_every_column()
    {
        Fact(2809, Sql.Insert(MyTable).Returning(MyTable.C("myid")), "INSERT INTO mytable (myid, name, description) VALUES (:myid, :name, :description) RETURNING mytable.myid",
            ("myid", null), ("name", null), ("description", null));
    }

    [Test]
    public void Values_have_the_names_of_their_columns()
    {
        Fact(2815, FactDialects.Enhanced, Sql.Insert(MyTable).Values(("myid", 3), ("name", "jack")), "INSERT INTO mytable (myid, name) VALUES (:myid, :name)", ("myid", 3), ("name", "jack"));
        Fact(2808, Sql.Insert(MyTable).Values(("myid", 3), ("name", "jack")).ToLiteralString(), "INSERT INTO mytable (myid, name) VALUES (3, 'jack')");
        Fact(2816, FactDialects.Enhanced, Sql.Insert(MyTable).Values(("myid", Func.Call<int>("lala"))), "INSERT INTO mytable (myid) VALUES (lala())");
        Fact(2813, FactDialects.Enhanced, Sql.Insert(MyTable).Values(("myid", Sql.Parameter<int>("userid"))).Values(("name", Sql.Parameter<string>("username"))),
            "INSERT INTO mytable (myid, name) VALUES (:userid, :username)");
    }

    [Test]
    public void Parameters_may_be_named_as_columns()
    {
        var sum = Sql.Value(3) + Sql.Parameter<int>("x");
        var other = Sql.Insert(Foo).Value(Foo.C("x"), Sql.Value(3) + Sql.Parameter<int>("x2"));
        Fact(2769, FactDialects.Enhanced, Sql.Insert(Foo).Value(Foo.C("x"), sum), "INSERT INTO foo (x) VALUES ((:param_1 + :x))", ("param_1", 3), ("x", null));
        Fact(2770, FactDialects.Enhanced, Sql.Insert(Foo).Value(Foo.C("x"), sum).Parameters(Foo.C("y")), "INSERT INTO foo (x, y) VALUES ((:param_1 + :x), :y)");
        Fact(2771, FactDialects.Enhanced, Sql.Insert(Foo).Value(Foo.C("x"), Sql.Parameter<int>("y")), "INSERT INTO foo (x) VALUES (:y)", ("y", null));
        Fact(2772, FactDialects.Enhanced, other, "INSERT INTO foo (x) VALUES ((:param_1 + :x2))");
        Fact(2774, FactDialects.Enhanced, other.Parameters(Foo.C("y")), "INSERT INTO foo (x, y) VALUES ((:param_1 + :x2), :y)", ("param_1", 3), ("x2", null), ("y", null));
        Assert.Throws<CompileException>(() => Sql.Insert(Foo).Value(Foo.C("x"), Sql.Parameter<int>("y")).Value(Foo.C("y"), 5).ToString());
        var t = new Table("t", new MetaData(), Int("x"), Int("y"));
        Fact(2767, FactDialects.Enhanced, Sql.Insert(t).Value(t.C("x"), Sql.Value(3) + Sql.Parameter<int>("x2")), "INSERT INTO t (x) VALUES ((:param_1 + :x2))", ("param_1", 3), ("x2", null));
    }

    [Test]
    public void Defaults_are_written_into_the_statement()
    {
        var foo = new Table("foo", new MetaData(), Int("id"));
        var t = new Table("test", new MetaData(),
            new Column("col1", SqlTypes.Integer) { Default = ColumnDefault.Sql(Func.Call<int>("foo", 1)) },
            new Column("col2", SqlTypes.Integer) { Default = ColumnDefault.Sql(Sql.Select(Func.Coalesce(Func.Max(foo.C<int>("id"))))) });
        Fact(2785, FactDialects.Enhanced, Sql.Insert(t).Values(), "INSERT INTO test (col1, col2) VALUES (foo(:foo_1), (SELECT coalesce(max(foo.id)) AS coalesce_1 FROM foo))", ("foo_1", 1));
        Fact(2781, FactDialects.Enhanced, Sql.Insert(Defaulted).Values(), "INSERT INTO sometable (foo) VALUES (foobar())");
    }

    [Test]
    public void Words_come_after_INSERT()
    {
        var insert = Sql.Insert(MyTable).PrefixWith("A", "mysql").PrefixWith("B", "mysql").PrefixWith("C").PrefixWith("D");
        Fact(2818, FactDialects.Enhanced, insert, "INSERT C D INTO mytable (myid, name, description) VALUES (:myid, :name, :description)");
        Fact(2819, FactDialects.MySql, insert, "INSERT A B C D INTO mytable (myid, name, description) VALUES (%s, %s, %s)");
    }

    [Test]
    public void A_row_of_defaults_is_said_in_each_dialect()
    {
        var table = new Table("mytable", new MetaData(), Int("myid"));
        Fact(2727, FactDialects.Default.With(f => f with { EmptyInsert = EmptyInsert.EmptyLists }), Sql.Insert(table).Values(), "INSERT INTO mytable () VALUES ()");
        Fact(2735, FactDialects.Default.With(f => f with { EmptyInsert = EmptyInsert.DefaultKeyword }), Sql.Insert(table).DefaultValues(), "INSERT INTO mytable (myid) VALUES (DEFAULT)");
        Fact(2729, Sql.Insert(table).Values(new Dictionary<string, object?> { ["myid"] = 3 }), "INSERT INTO mytable (myid) VALUES (:myid)", ("myid", 3));
        Fact(106, Sql.Insert(table).DefaultValues(), "INSERT INTO mytable DEFAULT VALUES");
        Fact(105, Sql.Insert(table).Values(("myid", null)).ToLiteralString(), "INSERT INTO mytable (myid) VALUES (NULL)");
    }

    [Test]
    public void The_rows_of_a_select_go_in()
    {
        var two = Sql.Select(MyTable.C("myid"), MyTable.C("name")).Where(MyTable.C("name") == "foo");
        var swapped = Sql.Select(MyTable.C("name"), MyTable.C("myid")).Where(MyTable.C("name") == "foo");
        Fact(2802, FactDialects.Enhanced, Sql.Insert(MyOtherTable).FromSelect(["othername", "otherid"], swapped),
            "INSERT INTO myothertable (othername, otherid) SELECT mytable.name, mytable.myid FROM mytable WHERE mytable.name = :name_1", ("name_1", "foo"));
        Fact(2755, FactDialects.PostgreSql, Sql.Insert(MyOtherTable).FromSelect(["otherid", "othername"], two),
            "INSERT INTO myothertable (otherid, othername) SELECT mytable.myid, mytable.name FROM mytable WHERE mytable.name = %(name_1)s::VARCHAR", ("name_1", "foo"));
    }

    [Test]
    public void Defaults_join_the_rows_of_a_select()
    {
        var constant = new Table("sometable", new MetaData(), Key("id"), new Column("foo", SqlTypes.Integer) { Default = ColumnDefault.Call(() => 12) });
        Fact(2798, FactDialects.Enhanced, Sql.Insert(Defaulted).FromSelect(["id"], Foos, includeDefaults: false),
            "INSERT INTO sometable (id) SELECT mytable.myid FROM mytable WHERE mytable.name = :name_1", ("name_1", "foo"));
        Fact(2807, FactDialects.Enhanced, Sql.Insert(Defaulted).FromSelect(["id"], Foos),
            "INSERT INTO sometable (id, foo) SELECT mytable.myid, foobar() AS foobar_1 FROM mytable WHERE mytable.name = :name_1", ("name_1", "foo"));
        Fact(2796, FactDialects.Enhanced, Sql.Insert(constant).FromSelect(["id"], Foos), "INSERT INTO sometable (id, foo) SELECT mytable.myid, :foo AS anon_1 FROM mytable WHERE mytable.name = :name_1");
        Fact(2799, FactDialects.Enhanced, Sql.Insert(constant).FromSelect(["id", "foo"], Sql.Select(MyTable.C("myid"), MyTable.C("myid").As("q")).Where(MyTable.C("name") == "foo")),
            "INSERT INTO sometable (id, foo) SELECT mytable.myid, mytable.myid AS q FROM mytable WHERE mytable.name = :name_1", ("name_1", "foo"));
    }

    [Test]
    public void Common_table_expressions_stand_before_or_after_INSERT()
    {
        var cte = Sql.Select(MyTable.C("name")).Where(MyTable.C("name") == "bar").Cte();
        var insert = Sql.Insert(MyOtherTable).FromSelect(["otherid", "othername"], Sql.Select(MyTable.C("myid"), MyTable.C("name")).Where(MyTable.C("name") == cte.C("name")));
        Fact(2790, FactDialects.Enhanced, insert,
            "WITH anon_1 AS (SELECT mytable.name AS name FROM mytable WHERE mytable.name = :name_1) INSERT INTO myothertable (otherid, othername) SELECT mytable.myid, mytable.name FROM mytable, anon_1 WHERE mytable.name = anon_1.name", ("name_1", "bar"));
        Fact(2788, FactDialects.Default.With(f => f with { InsertCte = InsertCte.BeforeSelect }), insert,
            "INSERT INTO myothertable (otherid, othername) WITH anon_1 AS (SELECT mytable.name AS name FROM mytable WHERE mytable.name = :name_1) SELECT mytable.myid, mytable.name FROM mytable, anon_1 WHERE mytable.name = anon_1.name", ("name_1", "bar"));
        var c = Sql.Select(MyTable).Cte("c");
        Fact(2791, FactDialects.Enhanced, Sql.Insert(MyTable).FromSelect([.. MyTable.Columns], Sql.Select(c)),
            "WITH c AS (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description FROM mytable) INSERT INTO mytable (myid, name, description) SELECT c.myid, c.name, c.description FROM c");
    }

    [Test]
    public void Columns_can_be_named_whose_values_come_later()
    {
        var (composite, keyed, t) = (new Table("t", new MetaData(), Key("x"), Key("y")), Keyed("t", "x", "q"), Keyed("t", "x", "q"));
        Fact(2759, FactDialects.Enhanced, Sql.Insert(composite).Parameters(composite.C("x")), "INSERT INTO t (x) VALUES (:x)", ("x", null));
        Fact(2763, FactDialects.Enhanced, Sql.Insert(keyed).Parameters(keyed.C("q")), "INSERT INTO t (q) VALUES (:q)", ("q", null));
        Fact(2760, FactDialects.PostgreSql, Sql.Insert(composite).Parameters(composite.C("x")), "INSERT INTO t (x) VALUES (%(x)s::INTEGER)", ("x", null));
        Fact(2764, FactDialects.PostgreSql, Sql.Insert(keyed).Parameters(keyed.C("q")), "INSERT INTO t (q) VALUES (%(q)s::INTEGER)", ("q", null));
        Fact(2746, FactDialects.PostgreSql, Sql.Insert(t), "INSERT INTO t (x, q) VALUES (%(x)s::INTEGER, %(q)s::INTEGER)", ("x", null), ("q", null));
        Fact(2749, FactDialects.PostgreSql, Sql.Insert(t).Returning(t.C("x")), "INSERT INTO t (x, q) VALUES (%(x)s::INTEGER, %(q)s::INTEGER) RETURNING t.x", ("x", null), ("q", null));
    }

    private static Table Keyed(string name, string key, string other) => new(name, new MetaData(), new Column(key, SqlTypes.Integer, primaryKey: true, autoIncrement: false), Int(other));
}
