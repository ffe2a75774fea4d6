using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_selectable.py and test_external_traversal.py: FROMs and what is made of them.</summary>
[TestFixture]
public sealed class SelectableFacts : FactFixture
{
    private readonly Table _t1 = Numbers("table1", "col1", "col2", "col3", "colx");

    [Test]
    public void Joins_with_an_alias_of_each_table()
    {
        var (a, b, c, d) = (Numbers("a", "a"), Numbers("b", "b"), Numbers("c", "c"), Numbers("d", "d"));
        var first = a.Join(b, a.C("a") == b.C("b"));
        Fact(3907, first.AliasFlat(), "a AS a_1 JOIN b AS b_1 ON a_1.a = b_1.b");
        Fact(3904, first.Join(c.Join(d, c.C("c") == d.C("d")), b.C("b") == c.C("c")).AliasFlat("foo"), "a AS foo_a JOIN b AS foo_b ON foo_a.a = foo_b.b JOIN (c AS foo_c JOIN d AS foo_d ON foo_c.c = foo_d.d) ON foo_b.b = foo_c.c");
        Fact(3905, Sql.Select(Sql.Select(a.C("a")).Subquery()), "SELECT anon_1.a FROM (SELECT a.a AS a FROM a) AS anon_1");
    }

    [Test]
    public void FROMs_come_with_the_columns()
    {
        var (t1, t2) = (Numbers("t1", "a", "b"), Numbers("t2", "b"));
        Fact(3913, Sql.Select(t1), "SELECT t1.a, t1.b FROM t1");
        Fact(3931, Sql.Select(t2.C("b")), "SELECT t2.b FROM t2");
        Fact(3919, Sql.Select(Sql.Column("c1")), "SELECT c1");
        Fact(3920, Sql.Select(Numbers("t", "c1")), "SELECT t.c1 FROM t");
        Fact(3927, Sql.Select(Numbers("t2", "c1")), "SELECT t2.c1 FROM t2");
    }

    [Test]
    public void Scalar_subqueries()
    {
        var inner = Sql.Select(_t1.C("col1")).Subquery();
        Fact(3944, Sql.Select(inner.C("col1")).ScalarSubquery(), "(SELECT anon_1.col1 FROM (SELECT table1.col1 AS col1 FROM table1) AS anon_1)");
    }

    [Test]
    public void Window_conditions()
    {
        var qt = Named("qt", "i", "p", "o");
        var number = Func.Call<long>("row_number").Over(w => w.PartitionBy(qt.C("p")).OrderBy(qt.C("o")));
        Fact(2165, FactDialects.Default.With(f => f with { Qualify = Support.Yes }), Sql.Select(qt).Qualify(new UntypedColumn(number) == 1), "SELECT qt.i, qt.p, qt.o FROM qt QUALIFY row_number() OVER (PARTITION BY qt.p ORDER BY qt.o) = :param_1", ("param_1", 1));
        Assert.Throws<CompileException>(() => Dialects.PostgreSql.Compile(Sql.Select(qt).Qualify(new UntypedColumn(number) == 1)));
    }

    [Test]
    public void Conditions()
    {
        var (myId, name) = (MyTable.C("myid"), MyTable.C("name"));
        Fact(1444, Sql.And(myId == 12, name == "asdf"), "mytable.myid = :myid_1 AND mytable.name = :name_1");
        Fact(1442, Sql.And(myId == 12, name == "asdf", MyOtherTable.C("othername") == "foo", Sql.Text<bool>("sysdate() = today()")), "mytable.myid = :myid_1 AND mytable.name = :name_1 AND myothertable.othername = :othername_1 AND sysdate() = today()");
        Fact(1443, Sql.And(myId == 12, Sql.Or(MyOtherTable.C("othername") == "asdf", MyOtherTable.C("othername") == "foo", MyOtherTable.C("otherid") == 9), Sql.Text<bool>("sysdate() = today()")), "mytable.myid = :myid_1 AND (myothertable.othername = :othername_1 OR myothertable.othername = :othername_2 OR myothertable.otherid = :otherid_1) AND sysdate() = today()");
        Fact(1458, Sql.Select(myId).Distinct(), "SELECT DISTINCT mytable.myid FROM mytable");
    }

    [Test]
    public void Functions_in_a_subquery()
    {
        var t = Named("t1", "c1");
        var foobar = Func.Call<int>("foobar");
        var inner = Sql.Select(t.C("c1"), foobar).Subquery();
        Fact(2263, FactDialects.Enhanced, Sql.Select(inner).Where(inner.C("c1") == foobar), "SELECT anon_1.c1, anon_1.foobar_1 FROM (SELECT t1.c1 AS c1, foobar() AS foobar_1 FROM t1) AS anon_1 WHERE anon_1.c1 = foobar()");
    }
}
