using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/dialect/postgresql/test_compiler.py: ONLY and DISTINCT ON.</summary>
[TestFixture]
public sealed class PostgreSqlSelectFacts : FactFixture
{
    private static readonly StandardDialect Pg = FactDialects.PostgreSql;

    [Test]
    public void ONLY()
    {
        var (a, b) = (Numbers("testtbl1", "id"), Numbers("testtbl2", "id"));
        Fact(522, Pg, Sql.Select(a).WithHint(a, "ONLY", "postgresql"), "SELECT testtbl1.id FROM ONLY testtbl1");
        var alias = a.As("foo");
        Fact(523, Pg, Sql.Select(alias).WithHint(alias, "ONLY", "postgresql"), "SELECT foo.id FROM ONLY testtbl1 AS foo");
        Fact(524, Pg, All(a, b).WithHint(a, "ONLY", "postgresql"), "SELECT testtbl1.id, testtbl2.id AS id_1 FROM ONLY testtbl1, testtbl2");
        Fact(525, Pg, All(a, b).WithHint(b, "ONLY", "postgresql"), "SELECT testtbl1.id, testtbl2.id AS id_1 FROM testtbl1, ONLY testtbl2");
        Fact(526, Pg, All(a, b).WithHint(a, "ONLY", "postgresql").WithHint(b, "ONLY", "postgresql"), "SELECT testtbl1.id, testtbl2.id AS id_1 FROM ONLY testtbl1, ONLY testtbl2");
        var inSchema = Sql.Table("testtbl3", "testschema", Sql.Column<int>("id"));
        Fact(529, Pg, Sql.Select(inSchema).WithHint(inSchema, "ONLY", "postgresql"), "SELECT testschema.testtbl3.id FROM ONLY testschema.testtbl3");
        Assert.Throws<CompileException>(() => Pg.Compile(Sql.Select(a).WithHint(a, "FAKE", "postgresql")));
    }

    [Test]
    public void DISTINCT_ON_of_several_sources()
    {
        var t = Sql.Table("t", Sql.Column<int>("id"), Sql.Column<string>("a"), Sql.Column<string>("b"));
        var (anonymous, named) = (Sql.Select(t).Subquery(), Sql.Select(t).Subquery("sq"));
        Fact(937, Pg, Sql.Select(t.C("id"), anonymous.C("id")).DistinctOn(anonymous.C("id")).Where(t.C("id") == anonymous.C("id")), "SELECT DISTINCT ON (anon_1.id) t.id, anon_1.id AS id_1 FROM t, (SELECT t.id AS id, t.a AS a, t.b AS b FROM t) AS anon_1 WHERE t.id = anon_1.id");
        Fact(939, Pg, Sql.Select(t.C("id"), named.C("id")).DistinctOn(named.C("id")).Where(t.C("id") == named.C("id")), "SELECT DISTINCT ON (sq.id) t.id, sq.id AS id_1 FROM t, (SELECT t.id AS id, t.a AS a, t.b AS b FROM t) AS sq WHERE t.id = sq.id");
        var alias = t.As();
        Fact(941, Pg, Sql.Select(alias).DistinctOn(alias.C("a")).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT DISTINCT ON (t_1.a) t_1.id AS t_1_id, t_1.a AS t_1_a, t_1.b AS t_1_b FROM t AS t_1");
        Fact(949, Pg, Sql.Select(t).Distinct().WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT DISTINCT t.id AS t_id, t.a AS t_a, t.b AS t_b FROM t");
    }
}
