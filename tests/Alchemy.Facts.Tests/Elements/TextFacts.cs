using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_text.py, BindParamTest, SelectCompositionTest and AsFromTest.</summary>
[TestFixture]
public sealed class TextFacts : FactFixture
{
    private static TextClause Lala { get; } = Sql.Text("select * from foo where lala=:bar and hoho=:whee");

    private static TextSelect Given { get; } = Sql.Text("SELECT x from t").Columns(Sql.Column("x", SqlTypes.Integer));

    private static CommonTableExpression Cte { get; } = Sql.Text("select id, name from user").Columns(Sql.Column("id", SqlTypes.Integer), Sql.Column("name", SqlTypes.String())).Cte("t");

    [Test]
    public void Parameters()
    {
        Fact(4095, FactDialects.PostgreSql, Lala.Bind("bar", 4).Bind("whee", 7),
            "select * from foo where lala=%(bar)s::INTEGER and hoho=%(whee)s::INTEGER", ("bar", 4), ("whee", 7));
        Fact(4102, Lala.Bind("bar", 4).Bind("whee", 7),
            "select * from foo where lala=:bar and hoho=:whee", ("bar", 4), ("whee", 7));
        Fact(4097, FactDialects.PostgreSql, Sql.Text("SELECT * FROM pg_attribute WHERE attrelid = foo::regclass"),
            "SELECT * FROM pg_attribute WHERE attrelid = foo::regclass");
        Fact(4108, Sql.Select(Sql.Text("CURRENT_DATE + s.a AS dates")).SelectFrom(Sql.Text("generate_series(:x, :y, :z) as s(a)").AsFrom()),
            "SELECT CURRENT_DATE + s.a AS dates FROM generate_series(:x, :y, :z) as s(a)", ("x", null), ("y", null), ("z", null));
        Fact(4143, Sql.Extract("year", Sql.Text("some_date + :param")),
            "EXTRACT(year FROM some_date + :param)", ("param", null));
    }

    [Test]
    public void Pieces_of_a_SELECT()
    {
        Fact(4156, Sql.Select(Sql.Text("foobar(a)"), Sql.Text("pk_foo_bar(syslaal)")).SelectFrom(Sql.Text("foobar left outer join lala on foobar.foo = lala.foo").AsFrom()).Where(Sql.Text("a = 12")),
            "SELECT foobar(a), pk_foo_bar(syslaal) FROM foobar left outer join lala on foobar.foo = lala.foo WHERE a = 12");
        Fact(4157, Sql.Select(Sql.Text("col1"), Sql.Text("col2")).SelectFrom(Sql.Text("tablename").AsFrom()),
            "SELECT col1, col2 FROM tablename");
        Fact(4164, Sql.Select(Sql.Column("column1"), Sql.Column("column2")).SelectFrom(Sql.Text("table1").AsFrom()).Where(Sql.Text("column1=12")).Where(Sql.Text("column2=19")).OrderBy(Sql.Column("column1")),
            "SELECT column1, column2 FROM table1 WHERE column1=12 AND column2=19 ORDER BY column1");
        Fact(4146, Sql.Select(MyTable.C("myid"), Sql.Text("whatever")).SelectFrom(MyTable),
            "SELECT mytable.myid, whatever FROM mytable");
        Fact(4152, Sql.Select(MyTable.C("myid"), Sql.Text("whatever")).SelectFrom(MyTable).Union(Sql.Select(MyTable.C("myid"), Sql.Text("whatever")).SelectFrom(MyTable)),
            "SELECT mytable.myid, whatever FROM mytable UNION SELECT mytable.myid, whatever FROM mytable");
        Fact(4144, Sql.Select([.. MyTable.Columns, MyOtherTable.C("otherid"), Sql.Text("sysdate(), foo, bar, lala")]).Where(Sql.Text("foo.id = foofoo(lala)")).Where(Sql.Text("datetime(foo) = Today")).Where(MyTable.C("myid") == MyOtherTable.C("otherid")),
            "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, sysdate(), foo, bar, lala FROM mytable, myothertable WHERE foo.id = foofoo(lala) AND datetime(foo) = Today AND mytable.myid = myothertable.otherid");
    }

    [Test]
    public void A_SELECT_given_as_text()
    {
        Fact(4092, Sql.Select(Given.Scalar<int>()),
            "SELECT (SELECT x from t) AS anon_1");
        Fact(4093, Sql.Select(Given.Subquery()),
            "SELECT anon_1.x FROM (SELECT x from t) AS anon_1");
        Fact(4088, Sql.Select(MyTable).Where(MyTable.C("myid") == Cte.C("id")),
            "WITH t AS (select id, name from user) SELECT mytable.myid, mytable.name, mytable.description FROM mytable, t WHERE mytable.myid = t.id");
    }
}
