using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest: hints and prefixes; test/dialect/mssql/test_compiler.py.</summary>
[TestFixture]
public sealed class HintFacts : FactFixture
{
    private static UntypedColumn MyId => MyTable.C("myid");

    [Test]
    public void Hints_at_a_table()
    {
        var s = Sql.Select(MyId).WithHint(MyTable, "test hint {name}");
        Fact(1518, FactDialects.MySql, s, "SELECT mytable.myid FROM mytable test hint mytable");
        Fact(1519, FactDialects.Oracle, s, "SELECT /*+ test hint mytable */ mytable.myid FROM mytable");
        Fact(1520, FactDialects.SqlServer, s, "SELECT mytable.myid FROM mytable test hint mytable");
        var s2 = Sql.Select(MyId).WithHint(MyTable, "index({name} idx)", "oracle").WithHint(MyTable, "WITH HINT INDEX idx", "mssql");
        Fact(1521, FactDialects.MySql, s2, "SELECT mytable.myid FROM mytable");
        Fact(1522, FactDialects.Oracle, s2, "SELECT /*+ index(mytable idx) */ mytable.myid FROM mytable");
        Fact(1523, FactDialects.SqlServer, s2, "SELECT mytable.myid FROM mytable WITH HINT INDEX idx");
        var alias = MyTable.As();
        var s3 = Sql.Select(alias.C("myid")).WithHint(alias, "index({name} hint)");
        Fact(1524, FactDialects.MySql, s3, "SELECT mytable_1.myid FROM mytable AS mytable_1 index(mytable_1 hint)");
        Fact(1525, FactDialects.Oracle, s3, "SELECT /*+ index(mytable_1 hint) */ mytable_1.myid FROM mytable mytable_1");
        Fact(1526, FactDialects.SqlServer, s3, "SELECT mytable_1.myid FROM mytable AS mytable_1 index(mytable_1 hint)");
    }

    [Test]
    public void Hints_in_a_subquery_stay_there()
    {
        var inner = All(MyTable, MyOtherTable).SelectFrom(MyTable.Join(MyOtherTable, MyId == MyOtherTable.C("otherid"))).WithHint(MyTable, "hint1").Subquery();
        var s4 = Sql.Select(ThirdTable).SelectFrom(ThirdTable.Join(inner, inner.C("othername") == ThirdTable.C("otherstuff"))).WithHint(ThirdTable, "hint3");
        Fact(1527, FactDialects.MySql, s4, "SELECT thirdtable.userid, thirdtable.otherstuff FROM thirdtable hint3 INNER JOIN (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description, myothertable.otherid AS otherid, myothertable.othername AS othername FROM mytable hint1 INNER JOIN myothertable ON mytable.myid = myothertable.otherid) AS anon_1 ON anon_1.othername = thirdtable.otherstuff");
        Fact(1528, FactDialects.SqlServer, s4, "SELECT thirdtable.userid, thirdtable.otherstuff FROM thirdtable hint3 JOIN (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description, myothertable.otherid AS otherid, myothertable.othername AS othername FROM mytable hint1 JOIN myothertable ON mytable.myid = myothertable.otherid) AS anon_1 ON anon_1.othername = thirdtable.otherstuff");
        Fact(1529, FactDialects.Oracle, s4, "SELECT /*+ hint3 */ thirdtable.userid, thirdtable.otherstuff FROM thirdtable JOIN (SELECT /*+ hint1 */ mytable.myid AS myid, mytable.name AS name, mytable.description AS description, myothertable.otherid AS otherid, myothertable.othername AS othername FROM mytable JOIN myothertable ON mytable.myid = myothertable.otherid) anon_1 ON anon_1.othername = thirdtable.otherstuff");
    }

    [Test]
    public void Names_in_hints_are_quoted()
    {
        var t = Named("QuotedName", "col1");
        var alias = t.As("SomeName");
        Fact(1530, FactDialects.Oracle, Sql.Select(t.C("col1")).Where(t.C("col1") > 10).WithHint(t, "{name} idx1"), "SELECT /*+ \"QuotedName\" idx1 */ \"QuotedName\".col1 FROM \"QuotedName\" WHERE \"QuotedName\".col1 > :col1_1");
        Fact(1531, FactDialects.Oracle, Sql.Select(alias.C("col1")).Where(alias.C("col1") > 10).WithHint(alias, "{name} idx1"), "SELECT /*+ \"SomeName\" idx1 */ \"SomeName\".col1 FROM \"QuotedName\" \"SomeName\" WHERE \"SomeName\".col1 > :col1_1");
    }

    [Test]
    public void Hints_of_SqlServer()
    {
        var t = Named("sometable", "somecolumn");
        Fact(728, FactDialects.SqlServer, Sql.Select(t).WithHint(t, "WITH (NOLOCK)"), "SELECT sometable.somecolumn FROM sometable WITH (NOLOCK)");
        var s = Sql.Table("sometable", "test_schema", Sql.Column("somecolumn"));
        Fact(729, FactDialects.SqlServer, Sql.Select(s).WithHint(s, "WITH (NOLOCK)"), "SELECT test_schema.sometable.somecolumn FROM test_schema.sometable WITH (NOLOCK)");
        var (t1, t2) = (Named("t1", "a", "b", "c"), Named("t2", "a", "b", "c"));
        Fact(591, FactDialects.SqlServer, Sql.Select(t1.Join(t2, t1.C("a") == t2.C("a"))).WithHint(t1, "WITH (NOLOCK)"), "SELECT t1.a, t1.b, t1.c, t2.a AS a_1, t2.b AS b_1, t2.c AS c_1 FROM t1 WITH (NOLOCK) JOIN t2 ON t1.a = t2.a");
        var exists = Sql.Select(Sql.LiteralColumn("1")).SelectFrom(MyOtherTable).WithHint(MyOtherTable, "WITH (NOLOCK)").Exists();
        Fact(1491, FactDialects.SqlServer, Sql.Select(MyTable).Where(exists), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE EXISTS (SELECT 1 FROM myothertable WITH (NOLOCK))");
    }

    [Test]
    public void Words_after_SELECT()
    {
        Fact(1705, Sql.Select(MyTable).PrefixWith("SQL_CALC_FOUND_ROWS").PrefixWith("SQL_SOME_WEIRD_MYSQL_THING"), "SELECT SQL_CALC_FOUND_ROWS SQL_SOME_WEIRD_MYSQL_THING mytable.myid, mytable.name, mytable.description FROM mytable");
        Fact(1706, FactDialects.MySql, Sql.Select(MyTable).PrefixWith("SQL_SOME_WEIRD_MYSQL_THING", "mysql"), "SELECT SQL_SOME_WEIRD_MYSQL_THING mytable.myid, mytable.name, mytable.description FROM mytable");
    }

    [Test]
    public void DISTINCT_ON()
    {
        var t = Sql.Table("t", Sql.Column<int>("id"), Sql.Column<string>("a"), Sql.Column<string>("b"));
        Fact(935, FactDialects.PostgreSql, Sql.Select(t).DistinctOn(), "SELECT DISTINCT t.id, t.a, t.b FROM t");
        Fact(923, FactDialects.PostgreSql, Sql.Select(t).DistinctOn(t.C("a"), t.C("b")), "SELECT DISTINCT ON (t.a, t.b) t.id, t.a, t.b FROM t");
        Fact(928, FactDialects.PostgreSql, Sql.Select(t).DistinctOn(t.C("a")).DistinctOn(t.C("a")), "SELECT DISTINCT ON (t.a, t.a) t.id, t.a, t.b FROM t");
        Assert.Throws<CompileException>(() => Dialects.MySql.Compile(Sql.Select(t).DistinctOn(t.C("a"))));
    }
}
