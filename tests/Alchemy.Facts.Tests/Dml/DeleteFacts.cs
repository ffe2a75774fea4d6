using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_delete.py; the DELETE of test/dialect/mysql, postgresql and mssql/test_compiler.py.</summary>
[TestFixture]
public sealed class DeleteFacts : FactFixture
{
    private static readonly Table T1 = new("t1", new MetaData(), Int("c1"));
    private static readonly Table T2 = new("t2", new MetaData(), Int("c1"));

    private static Delete Both => Sql.Delete(MyTable).Where(MyTable.C("myid") == MyOtherTable.C("otherid"));

    [Test]
    public void Rows_are_chosen_by_conditions()
    {
        var alias = MyTable.As("t1");
        Fact(2116, Sql.Delete(alias).Where(alias.C("myid") == 7), "DELETE FROM mytable AS t1 WHERE t1.myid = :myid_1", ("myid_1", 7));
        Fact(2117, Sql.Delete(MyTable).Where(MyTable.C("name") == Sql.Select(MyOtherTable.C("othername")).Where(MyOtherTable.C("otherid") == MyTable.C("myid"))),
            "DELETE FROM mytable WHERE mytable.name = (SELECT myothertable.othername FROM myothertable WHERE myothertable.otherid = mytable.myid)");
        Fact(2121, Sql.Delete(MyTable).Where(MyTable.C("name") == "jill").ToLiteralString(), "DELETE FROM mytable WHERE mytable.name = 'jill'");
        Fact(2125, Sql.Delete(MyTable), "DELETE FROM mytable");
        Assert.That(Sql.Delete(MyTable).PrefixWith("A", "mysql").PrefixWith("B").ToString(), Is.EqualTo("DELETE B FROM mytable"));
    }

    [Test]
    public void Other_tables_are_read()
    {
        Fact(2111, FactDialects.Enhanced, Both.Using(MyOtherTable), "DELETE FROM mytable , myothertable WHERE mytable.myid = myothertable.otherid");
        var inner = Sql.Select(Sql.Text<int>("*")).SelectFrom(MyOtherTable).SelectFrom(MyTable).Where(MyOtherTable.C("otherid") == MyTable.C("myid")).Where(MyOtherTable.C("othername") == "x");
        Fact(2115, FactDialects.Enhanced, Both.Where(Sql.Not(inner.Correlate().Exists())),
            "DELETE FROM mytable , myothertable WHERE mytable.myid = myothertable.otherid AND NOT (EXISTS (SELECT * FROM myothertable, mytable WHERE myothertable.otherid = mytable.myid AND myothertable.othername = :othername_1))", ("othername_1", "x"));
        Assert.That(Assert.Throws<CompileException>(() => Both.ToString(Dialects.Sqlite))!.Message, Does.Contain("DELETE over several tables"));
        Assert.Throws<CompileException>(() => Both.ToString(Dialects.Oracle));
    }

    [Test]
    public void Other_tables_are_read_in_each_dialect()
    {
        var alias = T1.As("a1");
        var (plain, aliased) = (Sql.Delete(T1).Where(T1.C("c1") == T2.C("c1")), Sql.Delete(alias).Where(alias.C("c1") == T2.C("c1")));
        Fact(386, FactDialects.MySql, plain, "DELETE FROM t1 USING t1, t2 WHERE t1.c1 = t2.c1");
        Fact(385, FactDialects.SqlServer, plain, "DELETE FROM t1 FROM t1, t2 WHERE t1.c1 = t2.c1");
        Fact(390, FactDialects.MySql, aliased, "DELETE FROM a1 USING t1 AS a1, t2 WHERE a1.c1 = t2.c1");
        Fact(388, FactDialects.SqlServer, aliased, "DELETE FROM a1 FROM t1 AS a1, t2 WHERE a1.c1 = t2.c1");
        Fact(392, FactDialects.PostgreSql, aliased, "DELETE FROM t1 AS a1 USING t2 WHERE a1.c1 = t2.c1");
        Fact(391, FactDialects.MySql, Sql.Delete(alias), "DELETE FROM t1 AS a1");
        Differs(389, "SQL Server takes no alias there: the statement would be refused.", Sql.Delete(alias).ToString(FactDialects.SqlServer), "DELETE FROM t1 AS a1", "DELETE FROM a1 FROM t1 AS a1");
        Assert.That(Sql.Delete(alias).ToString(Dialects.MariaDb), Is.EqualTo("DELETE FROM a1 USING t1 AS a1"));
    }

    [Test]
    public void A_join_is_read()
    {
        var (outer, other) = (MyTable.OuterJoin(MyOtherTable, MyTable.C("myid") == MyOtherTable.C("otherid")), MyOtherTable.OuterJoin(MyTable, MyTable.C("myid") == MyOtherTable.C("otherid")));
        Fact(2112, FactDialects.MySql, Sql.Delete(MyTable).Using(outer).Where(MyOtherTable.C("othername") == null),
            "DELETE FROM mytable USING mytable LEFT OUTER JOIN myothertable ON mytable.myid = myothertable.otherid WHERE myothertable.othername IS NULL");
        Assert.That(Sql.Delete(MyTable).Using(other).Where(MyOtherTable.C("othername") == null).ToString(Dialects.PostgreSql), Is.EqualTo(
            "DELETE FROM mytable USING myothertable LEFT OUTER JOIN mytable ON mytable.myid = myothertable.otherid WHERE myothertable.othername IS NULL"));
    }
}
