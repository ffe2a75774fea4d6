using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest; test/dialect/mssql and mysql/test_compiler.py: LIMIT, OFFSET, FETCH and TOP.</summary>
[TestFixture]
public sealed class RowLimitFacts : FactFixture
{
    private static Select One => Sql.Select(Sql.LiteralColumn("1"));

    private static UntypedColumn Q => Sql.LiteralColumn("Q");

    private static UntypedColumn Y => Sql.LiteralColumn("Y");

    [Test]
    public void LIMIT_of_expressions()
    {
        Fact(1550, One.Limit(Q).Offset(Y), "SELECT 1 LIMIT Q OFFSET Y");
        Fact(1551, One.Limit(Sql.Column("Q")).Offset(Sql.Column("Y")), "SELECT 1 LIMIT \"Q\" OFFSET \"Y\"");
        Fact(1504, One.Limit(1).Scalar<int>(), "(SELECT 1 LIMIT :param_1)", ("param_1", 1));
        Fact(1505, One.Offset(1).Scalar<int>(), "(SELECT 1 LIMIT -1 OFFSET :param_1)");
        Fact(1506, One.Fetch(1).Scalar<int>(), "(SELECT 1 FETCH FIRST :param_1 ROWS ONLY)");
    }

    [Test]
    public void FETCH()
    {
        Fact(1499, One.Offset(10), "SELECT 1 LIMIT -1 OFFSET :param_1");
        Fact(1498, One.Fetch(5), "SELECT 1 FETCH FIRST :param_1 ROWS ONLY");
        Fact(1493, One.Fetch(0).Offset(0), "SELECT 1 OFFSET :param_1 ROWS FETCH FIRST :param_2 ROWS ONLY");
        Fact(1495, One.Fetch(5, percent: true).Offset(10), "SELECT 1 OFFSET :param_1 ROWS FETCH FIRST :param_2 PERCENT ROWS ONLY", ("param_1", 10), ("param_2", 5));
        Fact(1496, One.Fetch(5, percent: true, withTies: true).Offset(10), "SELECT 1 OFFSET :param_1 ROWS FETCH FIRST :param_2 PERCENT ROWS WITH TIES");
        Fact(1497, One.Fetch(5, withTies: true).Offset(10), "SELECT 1 OFFSET :param_1 ROWS FETCH FIRST :param_2 ROWS WITH TIES");
        Fact(1501, One.Fetch(Q).Offset(Y), "SELECT 1 OFFSET Y ROWS FETCH FIRST Q ROWS ONLY");
        Fact(1502, One.Fetch(Sql.Column("Q")).Offset(Sql.Column("Y")), "SELECT 1 OFFSET \"Y\" ROWS FETCH FIRST \"Q\" ROWS ONLY");
        Fact(1503, One.Fetch(Sql.Parameter("Q", value: 3)).Offset(Sql.Parameter("Y", value: 7)), "SELECT 1 OFFSET :Y ROWS FETCH FIRST :Q ROWS ONLY", ("Q", 3), ("Y", 7));
    }

    [Test]
    public void SqlServer_takes_TOP_or_OFFSET()
    {
        var t = Sql.Table("t", Sql.Column("a"));
        var ordered = Sql.Select(t).OrderBy(t.C("a"));
        Fact(442, FactDialects.SqlServer, ordered.Fetch(0).Offset(0), "SELECT t.a FROM t ORDER BY t.a OFFSET :param_1 ROWS FETCH FIRST :param_2 ROWS ONLY");
        Fact(443, FactDialects.SqlServer, ordered.Fetch(5, percent: true), "SELECT TOP __[POSTCOMPILE_param_1] PERCENT t.a FROM t ORDER BY t.a");
        Fact(444, FactDialects.SqlServer, ordered.Fetch(5, withTies: true), "SELECT TOP __[POSTCOMPILE_param_1] WITH TIES t.a FROM t ORDER BY t.a");
        Fact(446, FactDialects.SqlServer, ordered.Fetch(5), "SELECT t.a FROM t ORDER BY t.a OFFSET 0 ROWS FETCH FIRST :param_1 ROWS ONLY");
        Fact(447, FactDialects.SqlServer, ordered.Fetch(5, percent: true, withTies: true), "SELECT TOP __[POSTCOMPILE_param_1] PERCENT WITH TIES t.a FROM t ORDER BY t.a");
        Fact(448, FactDialects.SqlServer, ordered.Offset(10), "SELECT t.a FROM t ORDER BY t.a OFFSET :param_1 ROWS");
        Fact(450, FactDialects.SqlServer, ordered.Fetch(Q).Offset(Y), "SELECT t.a FROM t ORDER BY t.a OFFSET Y ROWS FETCH FIRST Q ROWS ONLY");
        Fact(451, FactDialects.SqlServer, ordered.Fetch(Sql.Column("Q")).Offset(Sql.Column("Y")), "SELECT t.a FROM t ORDER BY t.a OFFSET [Y] ROWS FETCH FIRST [Q] ROWS ONLY");
        Fact(452, FactDialects.SqlServer, ordered.Fetch(Sql.Parameter("Q", value: 3)).Offset(Sql.Parameter("Y", value: 7)), "SELECT t.a FROM t ORDER BY t.a OFFSET :Y ROWS FETCH FIRST :Q ROWS ONLY");
    }

    [Test]
    public void MySql_writes_the_offset_first()
    {
        var t = Sql.Table("t", Sql.Column("col1"), Sql.Column("col2"));
        Fact(1315, FactDialects.MySql, Sql.Select(t).Limit(10).Offset(20), "SELECT t.col1, t.col2 FROM t LIMIT %s, %s");
        Fact(1316, FactDialects.MySql, Sql.Select(t).Limit(10), "SELECT t.col1, t.col2 FROM t LIMIT %s");
        Fact(1317, FactDialects.MySql, Sql.Select(t).Offset(10), "SELECT t.col1, t.col2 FROM t LIMIT %s, 18446744073709551615");
    }
}
