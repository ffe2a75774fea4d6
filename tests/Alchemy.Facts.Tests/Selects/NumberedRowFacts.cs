using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/mssql/test_compiler.py, test/dialect/oracle/test_compiler.py: rows that are numbered because the server has no OFFSET.</summary>
[TestFixture]
public sealed class NumberedRowFacts : FactFixture
{
    private static readonly StandardDialect Old = new SqlServerDialect(new Version(10, 0)).With(f => f with { ParameterStyle = ParameterStyle.Colon });

    private static readonly StandardDialect OldOracle = new OracleDialect(new Version(11, 2));

    private readonly Table _t = Numbers("t", "x", "y");

    private Select Five => Sql.Select(_t).Where(_t.C("x") == 5).OrderBy(_t.C("y"));

    [Test]
    public void SqlServer()
    {
        Fact(608, FactDialects.SqlServer, Five.Limit(10).Offset(20), "SELECT t.x, t.y FROM t WHERE t.x = :x_1 ORDER BY t.y OFFSET :param_1 ROWS FETCH FIRST :param_2 ROWS ONLY");
        Fact(609, Old, Five.Limit(10).Offset(20), "SELECT anon_1.x, anon_1.y FROM (SELECT t.x AS x, t.y AS y, ROW_NUMBER() OVER (ORDER BY t.y) AS mssql_rn FROM t WHERE t.x = :x_1) AS anon_1 WHERE mssql_rn > :param_1 AND mssql_rn <= :param_2 + :param_1", ("x_1", 5), ("param_1", 20), ("param_2", 10));
        Fact(748, Old, Five.Limit(10).Offset(Sql.LiteralColumn("20")), "SELECT anon_1.x, anon_1.y FROM (SELECT t.x AS x, t.y AS y, ROW_NUMBER() OVER (ORDER BY t.y) AS mssql_rn FROM t WHERE t.x = :x_1) AS anon_1 WHERE mssql_rn > 20 AND mssql_rn <= :param_1 + 20");
        Fact(629, FactDialects.SqlServer, Five.Limit(10), "SELECT TOP __[POSTCOMPILE_param_1] t.x, t.y FROM t WHERE t.x = :x_1 ORDER BY t.y");
        var (t1, t2) = (Numbers("t1", "x", "y"), Numbers("t2", "x", "y"));
        var order = Sql.Select(t2.C("y")).Where(t1.C("x") == t2.C("x")).ScalarSubquery();
        Fact(611, Old, Sql.Select(t1).Where(t1.C("x") == 5).OrderBy(order).Limit(10).Offset(20), "SELECT anon_1.x, anon_1.y FROM (SELECT t1.x AS x, t1.y AS y, ROW_NUMBER() OVER (ORDER BY (SELECT t2.y FROM t2 WHERE t1.x = t2.x)) AS mssql_rn FROM t1 WHERE t1.x = :x_1) AS anon_1 WHERE mssql_rn > :param_1 AND mssql_rn <= :param_2 + :param_1");
    }

    [Test]
    public void Labels_are_not_known_in_the_window()
    {
        var foo = Func.Call<int>("foo", _t.C("x"));
        var (x, y) = (foo.Node.As("x"), foo.Node.As("y"));
        Fact(669, Old, Sql.Select(x).OrderBy(x.Desc()).Offset(1), "SELECT anon_1.x FROM (SELECT foo(t.x) AS x, ROW_NUMBER() OVER (ORDER BY foo(t.x) DESC) AS mssql_rn FROM t) AS anon_1 WHERE mssql_rn > :param_1");
        Fact(670, Old, Sql.Select(y).OrderBy(y.Desc()).Offset(1), "SELECT anon_1.y FROM (SELECT foo(t.x) AS y, ROW_NUMBER() OVER (ORDER BY foo(t.x) DESC) AS mssql_rn FROM t) AS anon_1 WHERE mssql_rn > :param_1");
    }

    [Test]
    public void ORDER_BY_in_a_subquery()
    {
        var my = Numbers("mytable", "myid");
        Select Over(Select inner)
        {
            var foo = inner.OrderBy(my.C("myid")).Subquery("foo");
            return Sql.Select(Sql.LiteralColumn("*")).SelectFrom(foo).Where(foo.C("myid") == my.C("myid"));
        }

        Fact(655, FactDialects.SqlServer, Over(Sql.Select(my.C("myid")).Limit(10)), "SELECT * FROM (SELECT TOP __[POSTCOMPILE_param_1] mytable.myid AS myid FROM mytable ORDER BY mytable.myid) AS foo, mytable WHERE foo.myid = mytable.myid");
        Fact(656, FactDialects.SqlServer, Over(Sql.Select(my.C("myid")).Limit(10).Offset(10)), "SELECT * FROM (SELECT mytable.myid AS myid FROM mytable ORDER BY mytable.myid OFFSET :param_1 ROWS FETCH FIRST :param_2 ROWS ONLY) AS foo, mytable WHERE foo.myid = mytable.myid");
    }

    [Test]
    public void Oracle()
    {
        var t = Sql.Table("sometable", Sql.Column<int>("col1"), Sql.Column<int>("col2"));
        Assert.That(OldOracle.Compile(Sql.Select(t).Limit(10).Offset(20)).ToString(), Does.Contain("ora_rn"));
    }
}
