using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest, BindParameterTest, OmitFromStatementsTest and OrderByListTest: what the other files of facts leave.</summary>
[TestFixture]
public sealed class ClauseFacts : FactFixture
{
    private static readonly Table Keyed = new("keyed", new MetaData(), new Column("x", SqlTypes.Integer) { Key = "colx" }, new Column("y", SqlTypes.Integer) { Key = "coly" }, new Column("z", SqlTypes.Integer));

    private static readonly UntypedColumn X = Sql.Column("x");

    [Test]
    public void Marks_of_parameters()
    {
        var text = Sql.Text("select :foo, :bar, :bat from sometable");
        Fact(1696, FactDialects.DefaultQmark, text, "select ?, ?, ? from sometable", ("foo", null), ("bar", null), ("bat", null));
        Fact(1697, text, "select :foo, :bar, :bat from sometable", ("foo", null), ("bar", null), ("bat", null));
        Fact(1698, FactDialects.DefaultFormat, text, "select %s, %s, %s from sometable", ("foo", null), ("bar", null), ("bat", null));
        Fact(1699, FactDialects.DefaultNumeric, text, "select :1, :2, :3 from sometable", ("foo", null), ("bar", null), ("bat", null));
        Fact(1700, FactDialects.DefaultPyFormat, text, "select %(foo)s, %(bar)s, %(bat)s from sometable", ("foo", null), ("bar", null), ("bat", null));
        Fact(1396, FactDialects.DefaultPyFormat, Sql.Insert(Keyed), "INSERT INTO keyed (x, y, z) VALUES (%(colx)s, %(coly)s, %(z)s)", ("colx", null), ("coly", null), ("z", null));
        Fact(1397, FactDialects.DefaultPyFormat, Keyed.C("coly") == 5, "keyed.y = %(coly_1)s", ("coly_1", 5));
    }

    [Test]
    public void Division_of_floats()
    {
        var table = Sql.Table("values", Sql.Column("id", SqlTypes.Integer), Sql.Column("val1", SqlTypes.Float()), Sql.Column("val2", SqlTypes.Float()));
        var (id, first, second) = (table.C("id"), table.C("val1"), table.C("val2"));
        Fact(1398, Sql.Select(id, (second - first) / first), "SELECT values.id, (values.val2 - values.val1) / CAST(values.val1 AS FLOAT) AS anon_1 FROM values");
        Fact(1399, Sql.Select(id).Where((second - first) / first > 2.0), "SELECT values.id FROM values WHERE (values.val2 - values.val1) / CAST(values.val1 AS FLOAT) > :param_1", ("param_1", 2.0));
        Fact(1400, Sql.Select(id).Where(first / (second - first) / first > 2.0),
            "SELECT values.id FROM values WHERE (values.val1 / CAST((values.val2 - values.val1) AS FLOAT)) / CAST(values.val1 AS FLOAT) > :param_1", ("param_1", 2.0));
    }

    [Test]
    public void Collations_and_casts()
    {
        Fact(1401, FactDialects.Sqlite, Sql.Cast(Sql.Text("NULL"), SqlTypes.Integer), "CAST(NULL AS INTEGER)");
        Fact(1410, Sql.Select(X.Collate("bar")), "SELECT x COLLATE bar AS anon_1");
        Fact(1411, Sql.Select(X).Where(X.Collate("bar") == "foo"), "SELECT x WHERE (x COLLATE bar) = :param_1", ("param_1", "foo"));
        Fact(1412, Sql.Select(X).OrderBy(X.Collate("bar")), "SELECT x ORDER BY x COLLATE bar");
        Fact(1413, FactDialects.PostgreSql, Sql.Select(X.Collate("bar", "myschema")), "SELECT x COLLATE myschema.bar AS anon_1");
    }

    [Test]
    public void Conditions_as_columns()
    {
        var (a, b, c) = (Sql.Column("a"), Sql.Column("b"), Sql.Column("c"));
        Fact(1441, Sql.Select((a & b & c).As("foo")), "SELECT a AND b AND c AS foo");
        ColumnElement Exists(string id) => Sql.Select(Sql.Text("*")).SelectFrom(MyOtherTable).Where(MyOtherTable.C("otherid") == id).Exists();
        Fact(1485, Sql.Select(Sql.Or(Exists("foo"), Exists("bar"))),
            "SELECT (EXISTS (SELECT * FROM myothertable WHERE myothertable.otherid = :otherid_1)) OR (EXISTS (SELECT * FROM myothertable WHERE myothertable.otherid = :otherid_2)) AS anon_1", ("otherid_1", "foo"), ("otherid_2", "bar"));
        Differs(1488, "twice not is not at all", FactDialects.DefaultWithBooleans.Compile(Sql.Select(Sql.Not(Sql.Not(Sql.Select(Sql.LiteralColumn("1")).Exists())))).Text,
            "SELECT NOT (NOT (EXISTS (SELECT 1))) AS anon_1", "SELECT EXISTS (SELECT 1) AS anon_1");
    }

    [Test]
    public void Columns_known_by_their_names()
    {
        var foo = Sql.Column("foo", SqlTypes.Text);
        Fact(1450, Sql.Select(foo), "SELECT foo");
        Fact(1451, Sql.Select(Func.Call("substr", foo, 2, 3)).ScalarSubquery().As("my_substr"), "(SELECT substr(foo, :substr_2, :substr_3) AS substr_1)", ("substr_2", 2), ("substr_3", 3));
        Fact(1452, Sql.Select(foo).ScalarSubquery(), "(SELECT foo)");
        var table = new Table("mytable", new MetaData(), new Column("col1", SqlTypes.String()) { Key = "this_is_the_key" });
        Fact(1565, Sql.Select(table.C("this_is_the_key")), "SELECT mytable.col1 FROM mytable");
        Fact(1566, Sql.Select(Sql.Select(table.C("this_is_the_key")).Subquery()), "SELECT anon_1.col1 FROM (SELECT mytable.col1 AS col1 FROM mytable) AS anon_1");
        Fact(1456, Sql.Select(Sql.Select(MyTable.C("myid").Distinct()).Subquery()), "SELECT anon_2.anon_1 FROM (SELECT DISTINCT mytable.myid AS anon_1 FROM mytable) AS anon_2");
    }

    [Test]
    public void Labels_compared()
    {
        var label = Func.Call("lala", MyTable.C("myid")).As("foo");
        Fact(1539, Sql.Select(label).Where(label == 5), "SELECT lala(mytable.myid) AS foo FROM mytable WHERE lala(mytable.myid) = :param_1", ("param_1", 5));
        Fact(1540, Sql.Column("foo", SqlTypes.String()).As("bar") + "foo", "foo || :param_1", ("param_1", "foo"));
    }

    [Test]
    public void Labels_sorted()
    {
        var (foo, bar) = ((MyTable.C("myid") + 12).As("foo"), Func.Call("somefunc", MyTable.C("name")).As("bar"));
        const string inOrder = "the words stand in the order that databases take";
        static ColumnElement Sorted(ColumnElement item) => item.NullsFirst().Asc();
        Differs(1593, inOrder, Dialects.Standard.Compile(Sql.Select(foo, bar).OrderBy(foo, Sorted(bar))).Text, "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY foo, bar NULLS FIRST ASC",
            "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY foo, bar ASC NULLS FIRST");
        Differs(1594, inOrder, Dialects.Standard.Compile(Sql.Select(foo, bar).OrderBy(Func.Call("hoho", foo), Sorted(bar))).Text, "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY hoho(mytable.myid + :myid_1), bar NULLS FIRST ASC",
            "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY hoho(mytable.myid + :myid_1), bar ASC NULLS FIRST");
        var (lx, ly) = ((MyTable.C("myid") + MyTable.C("myid")).As("lx"), (Func.Call("lower", MyTable.C("name")) + MyTable.C("description")).As("ly"));
        Differs(1595, inOrder, Dialects.Standard.Compile(Sql.Select(lx, ly).OrderBy(lx, Sorted(ly))).Text, "SELECT mytable.myid + mytable.myid AS lx, lower(mytable.name) || mytable.description AS ly FROM mytable ORDER BY lx, ly NULLS FIRST ASC",
            "SELECT mytable.myid + mytable.myid AS lx, lower(mytable.name) || mytable.description AS ly FROM mytable ORDER BY lx, ly ASC NULLS FIRST");
        Differs(1596, inOrder, Dialects.Standard.Compile(Sql.Select(foo, bar).OrderBy(MyTable.C("myid").As("foo"), Sorted(MyTable.C("name").As("bar")))).Text, "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable.myid, mytable.name NULLS FIRST ASC",
            "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable.myid, mytable.name ASC NULLS FIRST");
        Differs(1597, inOrder, Dialects.Standard.Compile(Sql.Select(foo, bar).OrderBy(Sorted(MyTable.As().C("name").As("bar")))).Text, "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable_1.name NULLS FIRST ASC",
            "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable_1.name ASC NULLS FIRST");
        Differs(1598, inOrder, Dialects.Standard.Compile(Sql.Select(foo, bar).OrderBy(Sorted(((Label)bar.Node).Element.As("bar")))).Text, "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY bar NULLS FIRST ASC",
            "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY bar ASC NULLS FIRST");
        Fact(1103, Sql.Select(Sql.Value(1, null)).OrderBy([.. new[] { Int("x"), Int("y") }.Select(c => c.Desc().NullsFirst())]), "SELECT :param_1 AS anon_1 ORDER BY x DESC NULLS FIRST, y DESC NULLS FIRST", ("param_1", 1));
    }

    [Test]
    public void Limits_in_the_text()
    {
        var (one, two) = (Sql.Select(Sql.LiteralColumn("1")), Sql.Select(Sql.LiteralColumn("2")));
        Fact(79, one.Union(two).Fetch(5).Offset(6).ToLiteralString(Dialects.Standard), "SELECT 1 UNION SELECT 2 OFFSET 6 ROWS FETCH FIRST 5 ROWS ONLY");
        Fact(80, one.Fetch(5).Offset(6).ToLiteralString(Dialects.Standard), "SELECT 1 OFFSET 6 ROWS FETCH FIRST 5 ROWS ONLY");
        Fact(81, one.Union(two).Limit(5).Offset(6).ToLiteralString(Dialects.Standard), "SELECT 1 UNION SELECT 2 LIMIT 5 OFFSET 6");
        var t = new Table("t", new MetaData(), Int("id"), Int("a"), Int("b"));
        Fact(933, Sql.Select(t).DistinctOn(t.C("a") == 10).ToLiteralString(FactDialects.PostgreSql), "SELECT DISTINCT ON (t.a = 10) t.id, t.a, t.b FROM t");
        Fact(1500, one.Fetch(Sql.LiteralColumn("Q") + Sql.LiteralColumn("Z")).Offset(Sql.LiteralColumn("Y") + Sql.LiteralColumn("W")), "SELECT 1 OFFSET Y + W ROWS FETCH FIRST Q + Z ROWS ONLY");
    }

    [Test]
    public void One_parameter_twice()
    {
        var inner = Sql.Select(MyTable.C("myid")).Where(MyTable.C("myid") == 12).ScalarSubquery();
        Fact(69, Sql.Select([.. MyTable.Columns, inner]).Where(MyTable.C("myid") == inner),
            "SELECT mytable.myid, mytable.name, mytable.description, (SELECT mytable.myid FROM mytable WHERE mytable.myid = :myid_1) AS anon_1 FROM mytable WHERE mytable.myid = (SELECT mytable.myid FROM mytable WHERE mytable.myid = :myid_1)", ("myid_1", 12));
        Select Of(int id) => Sql.Select(MyTable).Where(MyTable.C("name").In(Names1) | MyTable.C("name").In(Names2)).Where(MyTable.C("myid") == id);
        var union = Of(8).Union(Of(9)).OrderBy("myid");
        const string Sql1 = "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE (mytable.name IN (:uname_1, :uname_2) OR mytable.name IN (:uname2_1)) AND mytable.myid = :myid_1 UNION SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE (mytable.name IN (:uname_1, :uname_2) OR mytable.name IN (:uname2_1)) AND mytable.myid = :myid_2 ORDER BY myid";
        Fact(73, Dialects.Standard.Compile(union).Text, Sql1);
        Fact(75, Dialects.Sqlite.With(f => f with { ParameterStyle = ParameterStyle.QuestionMark }).Compile(union).Text,
            "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE (mytable.name IN (?, ?) OR mytable.name IN (?)) AND mytable.myid = ? UNION SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE (mytable.name IN (?, ?) OR mytable.name IN (?)) AND mytable.myid = ? ORDER BY myid");
    }

    private static BindParameter Names1 { get; } = Sql.Parameter("uname", value: new[] { "h", "e" }, hasValue: true, expanding: true);

    private static BindParameter Names2 { get; } = Sql.Parameter("uname2", value: new[] { "y" }, hasValue: true, expanding: true);

    [Test]
    public void A_value_filled_in_at_execution()
    {
        var table = new Table("some_table", new MetaData(), Int("id"), Int("x"));
        Fact(4002, FactDialects.Sqlite, Sql.Select(table.C("id")).Where(table.C("x") == Sql.Parameter("q", literal: true)), "SELECT some_table.id FROM some_table WHERE some_table.x = __[POSTCOMPILE_q]", ("q", null));
    }

    [Test]
    public void Lambdas_of_SQLAlchemy_are_plain_expressions()
    {
        Table Of(params string[] columns) => Sql.Table("t1", [.. columns.Select(c => Sql.Column(c))]);
        var (qy, qp, t2) = (Of("q", "y"), Of("q", "p"), Sql.Table("t2", Sql.Column("y")));
        Fact(2908, Sql.Select(qy).Where(qy.C("q") == qy.C("y")), "SELECT t1.q, t1.y FROM t1 WHERE t1.q = t1.y");
        Fact(2959, Sql.Select(Func.Count()).SelectFrom(Sql.Select(qp).Subquery()), "SELECT count(*) AS count_1 FROM (SELECT t1.q AS q, t1.p AS p FROM t1) AS anon_1");
        Fact(2962, Sql.Select(qp).WithFrom(qp.Join(t2, qp.C("q") == t2.C("y"))), "SELECT t1.q, t1.p FROM t1 JOIN t2 ON t1.q = t2.y");
        Fact(3004, FactDialects.DefaultWithBooleans, Sql.Select(X).Where(Sql.Parameter("x")), "SELECT x WHERE :x", ("x", null));
        BindParameter List(string name, params string[] values) => Sql.Parameter(name, value: values, hasValue: true, unique: true, expanding: true);
        Fact(2938, Dialects.Standard.Compile(Sql.Select(Sql.LiteralColumn("1")).Where(Sql.Column("q").In(List("n1", "a", "b", "c"))).Where(Sql.Column("y").In(List("n2", "d", "e", "f")))).Text,
            "SELECT 1 WHERE q IN (:n1_1_1, :n1_1_2, :n1_1_3) AND y IN (:n2_1_1, :n2_1_2, :n2_1_3)");
    }
}
