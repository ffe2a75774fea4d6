using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/oracle/test_compiler.py, CompileTest: joins without the words, and hints about rows.</summary>
[TestFixture]
public sealed class OracleJoinFacts : FactFixture
{
    private static readonly StandardDialect Plus = FactDialects.Oracle.With(f => f with { Joins = JoinForm.Plus });
    private static readonly StandardDialect OldPlus = FactDialects.OldOracle.With(f => f with { Joins = JoinForm.Plus });

    private static ColumnExpression<bool> First => MyTable.C("myid") == MyOtherTable.C("otherid");

    private static ColumnExpression<bool> Third => ThirdTable.C("userid") == MyOtherTable.C("otherid");

    [Test]
    public void Marks_at_the_side_that_may_have_no_row()
    {
        var conditions = Sql.Or(MyTable.C("name") == "fred", MyTable.C("myid") == 10, MyOtherTable.C("othername") != "jack", Sql.Text("EXISTS (select yay from foo where boo = lar)"));
        Fact(676, Plus, All(MyTable, MyOtherTable).Where(conditions).SelectFrom(MyTable.OuterJoin(MyOtherTable, First)), "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername FROM mytable, myothertable WHERE (mytable.name = :name_1 OR mytable.myid = :myid_1 OR myothertable.othername != :othername_1 OR EXISTS (select yay from foo where boo = lar)) AND mytable.myid = myothertable.otherid(+)", ("name_1", "fred"), ("myid_1", 10), ("othername_1", "jack"));
        Fact(680, Plus, Sql.Select(MyTable.OuterJoin(MyOtherTable, First).OuterJoin(ThirdTable, Third)), "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername, thirdtable.userid, thirdtable.otherstuff FROM mytable, myothertable, thirdtable WHERE thirdtable.userid(+) = myothertable.otherid AND mytable.myid = myothertable.otherid(+)");
        Fact(675, Plus, Sql.Select(MyTable.Join(MyOtherTable, First).Join(ThirdTable, Third)), "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername, thirdtable.userid, thirdtable.otherstuff FROM mytable, myothertable, thirdtable WHERE thirdtable.userid = myothertable.otherid AND mytable.myid = myothertable.otherid");
        Fact(677, Plus, Sql.Select(MyTable.C("name")).Where(MyTable.C("name") == "foo"), "SELECT mytable.name FROM mytable WHERE mytable.name = :name_1", ("name_1", "foo"));
        Assert.That(Sql.Select(MyTable.C("myid")).SelectFrom(MyTable.RightJoin(MyOtherTable, First)).ToString(new OracleDialect(new Version(8, 1))), Does.EndWith("FROM mytable, myothertable WHERE mytable.myid(+) = myothertable.otherid"));
    }

    [Test]
    public void In_a_page_and_in_a_subquery()
    {
        Fact(674, OldPlus, Sql.Select(MyTable.Join(MyOtherTable, First).OuterJoin(ThirdTable, Third)).OrderBy(MyTable.C("name")).Limit(10).Offset(5), "SELECT anon_1.myid, anon_1.name, anon_1.description, anon_1.otherid, anon_1.othername, anon_1.userid, anon_1.otherstuff FROM (SELECT anon_2.myid AS myid, anon_2.name AS name, anon_2.description AS description, anon_2.otherid AS otherid, anon_2.othername AS othername, anon_2.userid AS userid, anon_2.otherstuff AS otherstuff, ROWNUM AS ora_rn FROM (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description, myothertable.otherid AS otherid, myothertable.othername AS othername, thirdtable.userid AS userid, thirdtable.otherstuff AS otherstuff FROM mytable, myothertable, thirdtable WHERE thirdtable.userid(+) = myothertable.otherid AND mytable.myid = myothertable.otherid ORDER BY mytable.name) anon_2 WHERE ROWNUM <= __[POSTCOMPILE_param_1] + __[POSTCOMPILE_param_2]) anon_1 WHERE ora_rn > __[POSTCOMPILE_param_2]", ("param_1", 10), ("param_2", 5));
        var inner = Sql.Select(MyTable).SelectFrom(MyTable.OuterJoin(MyOtherTable, First)).Subquery();
        Fact(679, Plus, Sql.Select(ThirdTable).SelectFrom(ThirdTable.OuterJoin(inner, ThirdTable.C("userid") == inner.C("myid"))), "SELECT thirdtable.userid, thirdtable.otherstuff FROM thirdtable, (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description FROM mytable, myothertable WHERE mytable.myid = myothertable.otherid(+)) anon_1 WHERE thirdtable.userid = anon_1.myid(+)");
        var t = Numbers("sometable", "col1", "col2");
        Fact(613, FactDialects.OldOracle.With(f => f with { FirstRowsHint = Support.Yes }), Sql.Select(t).Limit(10).Offset(20), "SELECT anon_1.col1, anon_1.col2 FROM (SELECT /*+ FIRST_ROWS(__[POSTCOMPILE_param_1]) */ anon_2.col1 AS col1, anon_2.col2 AS col2, ROWNUM AS ora_rn FROM (SELECT sometable.col1 AS col1, sometable.col2 AS col2 FROM sometable) anon_2 WHERE ROWNUM <= __[POSTCOMPILE_param_1] + __[POSTCOMPILE_param_2]) anon_1 WHERE ora_rn > __[POSTCOMPILE_param_2]", ("param_1", 10), ("param_2", 20));
    }

    [Test]
    public void Joins_at_the_right_of_a_join()
    {
        var (a, b, c) = (Named("a", "a"), Named("b", "b"), Named("c", "c"));
        var (ab, bc) = (a.C("a") == b.C("b"), b.C("b") == c.C("c"));
        Fact(646, Plus, Sql.Select(a.Join(b.Join(c, bc), ab)), "SELECT a.a, b.b, c.c FROM a, b, c WHERE a.a = b.b AND b.b = c.c");
        Fact(648, Plus, Sql.Select(a.Join(b.OuterJoin(c, bc), ab)), "SELECT a.a, b.b, c.c FROM a, b, c WHERE a.a = b.b AND b.b = c.c(+)");
        // Facts 647, 649 and 650 leave rows out that the join has: here a row of a without one of b.
        Refused("side that may have no row", a.OuterJoin(b.Join(c, bc), ab));
    }

    [Test]
    public void What_the_form_cannot_say_is_refused()
    {
        Refused("about the side that may have no row", MyTable.OuterJoin(MyOtherTable, Sql.And(First, MyTable.C("name") == "foo")));
        Refused("OR, IN or a subquery", MyTable.OuterJoin(MyOtherTable, Sql.Or(First, MyOtherTable.C("othername") == "x")));
        Refused("OR, IN or a subquery", MyTable.OuterJoin(MyOtherTable, Sql.And(First, MyOtherTable.C<string>("othername").In("x"))));
        Refused("reads 3 FROMs", MyTable.CrossJoin(ThirdTable).OuterJoin(MyOtherTable, Sql.And(First, Third)));
        Refused("reads 1 FROMs", MyTable.OuterJoin(MyOtherTable, MyOtherTable.C("othername") == "x"));
        Refused("FULL OUTER JOIN", MyTable.FullJoin(MyOtherTable, First));
    }

    private static void Refused(string feature, Join join) => Assert.That(Assert.Throws<CompileException>(() => Sql.Select(join).ToString(Plus))!.Message, Does.Contain(feature));
}
