using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/oracle/test_compiler.py, CompileTest: SELECT.</summary>
[TestFixture]
public sealed class OracleSelectFacts : FactFixture
{
    private static readonly StandardDialect Old = new OracleDialect(new Version(11, 2));

    private readonly Table _t = Numbers("sometable", "col1", "col2");

    private Select Ordered => Sql.Select(_t).OrderBy(_t.C("col2"));

    [Test]
    public void Row_limits()
    {
        Fact(604, FactDialects.Oracle, Ordered.Limit(10).Offset(20).WithForUpdate(), "SELECT sometable.col1, sometable.col2 FROM sometable ORDER BY sometable.col2 OFFSET __[POSTCOMPILE_param_1] ROWS FETCH FIRST __[POSTCOMPILE_param_2] ROWS ONLY FOR UPDATE");
        Fact(623, FactDialects.Oracle, Ordered.Limit(10).Offset(20), "SELECT sometable.col1, sometable.col2 FROM sometable ORDER BY sometable.col2 OFFSET __[POSTCOMPILE_param_1] ROWS FETCH FIRST __[POSTCOMPILE_param_2] ROWS ONLY");
        Fact(625, FactDialects.Oracle, Sql.Select(Sql.Select(_t).Limit(10).Offset(20).Subquery()), "SELECT anon_1.col1, anon_1.col2 FROM (SELECT sometable.col1 AS col1, sometable.col2 AS col2 FROM sometable OFFSET __[POSTCOMPILE_param_1] ROWS FETCH FIRST __[POSTCOMPILE_param_2] ROWS ONLY) anon_1");
        Fact(752, FactDialects.Oracle, Sql.Select(Sql.Select(_t).Subquery()), "SELECT anon_1.col1, anon_1.col2 FROM (SELECT sometable.col1 AS col1, sometable.col2 AS col2 FROM sometable) anon_1");
    }

    [Test]
    public void Row_numbers_on_old_servers()
    {
        Fact(614, Old, Sql.Select(_t).Limit(10).Offset(20), "SELECT anon_1.col1, anon_1.col2 FROM (SELECT anon_2.col1 AS col1, anon_2.col2 AS col2, ROWNUM AS ora_rn FROM (SELECT sometable.col1 AS col1, sometable.col2 AS col2 FROM sometable) anon_2 WHERE ROWNUM <= __[POSTCOMPILE_param_1] + __[POSTCOMPILE_param_2]) anon_1 WHERE ora_rn > __[POSTCOMPILE_param_2]", ("param_1", 10), ("param_2", 20));
        Fact(624, Old, Ordered.Limit(10).Offset(20), "SELECT anon_1.col1, anon_1.col2 FROM (SELECT anon_2.col1 AS col1, anon_2.col2 AS col2, ROWNUM AS ora_rn FROM (SELECT sometable.col1 AS col1, sometable.col2 AS col2 FROM sometable ORDER BY sometable.col2) anon_2 WHERE ROWNUM <= __[POSTCOMPILE_param_1] + __[POSTCOMPILE_param_2]) anon_1 WHERE ora_rn > __[POSTCOMPILE_param_2]");
        Fact(800, Old, Sql.Select(_t).Offset(10), "SELECT anon_1.col1, anon_1.col2 FROM (SELECT anon_2.col1 AS col1, anon_2.col2 AS col2, ROWNUM AS ora_rn FROM (SELECT sometable.col1 AS col1, sometable.col2 AS col2 FROM sometable) anon_2) anon_1 WHERE ora_rn > __[POSTCOMPILE_param_1]");
    }

    [Test]
    public void Sets()
    {
        var (t1, t2) = (Numbers("t1", "c1", "c2", "c3"), Numbers("t2", "c1", "c2", "c3"));
        Fact(262, FactDialects.Oracle, Sql.Select(t1).Union(Sql.Select(t2)), "SELECT t1.c1, t1.c2, t1.c3 FROM t1 UNION SELECT t2.c1, t2.c2, t2.c3 FROM t2");
        Fact(263, FactDialects.Oracle, Sql.Select(t1).Except(Sql.Select(t2)), "SELECT t1.c1, t1.c2, t1.c3 FROM t1 MINUS SELECT t2.c1, t2.c2, t2.c3 FROM t2");
    }

    [Test]
    public void Joins()
    {
        var (id, other) = (MyTable.C("myid"), MyOtherTable.C("otherid"));
        var join = MyTable.OuterJoin(MyOtherTable, id == other);
        Fact(681, FactDialects.Oracle, Sql.Select(join.OuterJoin(ThirdTable, ThirdTable.C("userid") == other)), "SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid, myothertable.othername, thirdtable.userid, thirdtable.otherstuff FROM mytable LEFT OUTER JOIN myothertable ON mytable.myid = myothertable.otherid LEFT OUTER JOIN thirdtable ON thirdtable.userid = myothertable.otherid");
        var inner = Sql.Select(MyTable).SelectFrom(join).Subquery();
        Fact(678, FactDialects.Oracle, Sql.Select(ThirdTable).SelectFrom(ThirdTable.OuterJoin(inner, ThirdTable.C("userid") == inner.C("myid"))), "SELECT thirdtable.userid, thirdtable.otherstuff FROM thirdtable LEFT OUTER JOIN (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description FROM mytable LEFT OUTER JOIN myothertable ON mytable.myid = myothertable.otherid) anon_1 ON thirdtable.userid = anon_1.myid");
    }

    [Test]
    public void A_recursive_query_with_an_order_and_a_cycle()
    {
        var part = Named("part", "part", "sub_part", "quantity");
        var included = Sql.Select(part.C("sub_part"), part.C("part"), part.C("quantity")).Where(part.C("part") == "p1").Cte("included_parts", recursive: true)
            .SuffixWith("search depth first by part set ord1").SuffixWith("cycle part set y_cycle to 1 default 0");
        var (alias, p) = (included.As("pr1"), part.As("p"));
        included = included.UnionAll(Sql.Select(p.C("sub_part"), p.C("part"), p.C("quantity")).Where(p.C("part") == alias.C("sub_part")));
        var sum = new FunctionCall("sum", [included.C("quantity")], SqlTypes.Null).As("total_quantity");
        Fact(382, FactDialects.Oracle, Sql.Select(included.C("sub_part"), sum).GroupBy(included.C("sub_part")), "WITH included_parts(sub_part, part, quantity) AS (SELECT part.sub_part AS sub_part, part.part AS part, part.quantity AS quantity FROM part WHERE part.part = :part_1 UNION ALL SELECT p.sub_part AS sub_part, p.part AS part, p.quantity AS quantity FROM part p, included_parts pr1 WHERE p.part = pr1.sub_part) search depth first by part set ord1 cycle part set y_cycle to 1 default 0 SELECT included_parts.sub_part, sum(included_parts.quantity) AS total_quantity FROM included_parts GROUP BY included_parts.sub_part");
    }
}
