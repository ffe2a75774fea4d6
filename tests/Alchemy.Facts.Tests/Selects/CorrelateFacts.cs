using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, CorrelateTest.</summary>
[TestFixture]
public sealed class CorrelateFacts : FactFixture
{
    private readonly Table _t1 = Named("t1", "a");
    private readonly Table _t2 = Named("t2", "a");

    private Select Inner => Sql.Select(_t1).Where(_t1.C("a") == _t2.C("a"));

    [Test]
    public void A_table_of_the_select_around_is_found()
    {
        Fact(824, Sql.Select(_t2).Where(_t2.C("a") == Inner.ScalarSubquery()), "SELECT t2.a FROM t2 WHERE t2.a = (SELECT t1.a FROM t1 WHERE t1.a = t2.a)");
        Fact(821, Sql.Select([.. _t2.Columns, Inner.ScalarSubquery()]), "SELECT t2.a, (SELECT t1.a FROM t1 WHERE t1.a = t2.a) AS anon_1 FROM t2");
        Fact(823, Sql.Select(_t2).Having(_t2.C("a") == Inner.ScalarSubquery()), "SELECT t2.a FROM t2 HAVING t2.a = (SELECT t1.a FROM t1 WHERE t1.a = t2.a)");
        Fact(825, Sql.Select(_t1).Where(_t1.C("a") == Sql.Select(_t1.C("a")).ScalarSubquery()), "SELECT t1.a FROM t1 WHERE t1.a = (SELECT t1.a FROM t1)");
    }

    [Test]
    public void A_subquery_in_FROM_sees_no_neighbours()
    {
        Fact(822, All(_t2, Inner.Subquery()), "SELECT t2.a, anon_1.a AS a_1 FROM t2, (SELECT t1.a AS a FROM t1, t2 WHERE t1.a = t2.a) AS anon_1");
        Fact(818, All(_t1, _t2, Inner.Correlate(_t1, _t2).Subquery()), "SELECT t1.a, t2.a AS a_1, anon_1.a AS a_2 FROM t1, t2, (SELECT t1.a AS a FROM t1, t2 WHERE t1.a = t2.a) AS anon_1");
    }

    [Test]
    public void Every_table_may_come_from_outside_where_it_is_said()
    {
        Fact(817, Sql.Select([.. _t1.Columns, .. _t2.Columns, Inner.Correlate(_t1, _t2).ScalarSubquery()]), "SELECT t1.a, t2.a AS a_1, (SELECT t1.a WHERE t1.a = t2.a) AS anon_1 FROM t1, t2");
        Fact(842, Sql.Select(_t1).Where(_t1.C("a") == Sql.Select(_t1.C("a")).CorrelateExcept(_t2).ScalarSubquery()), "SELECT t1.a FROM t1 WHERE t1.a = (SELECT t1.a)");
        Fact(828, Sql.Select(_t2).Having(_t2.C("a") == Inner.Correlate().ScalarSubquery()), "SELECT t2.a FROM t2 HAVING t2.a = (SELECT t1.a FROM t1, t2 WHERE t1.a = t2.a)");
    }

    [Test]
    public void Tables_of_selects_further_out()
    {
        var (parent, child) = (Named("parent", "id"), Named("child", "id", "parent_id", "pos"));
        var first = Sql.Select(child).Where(child.C("parent_id") == parent.C("id")).OrderBy(child.C("pos")).Limit(1).Correlate(parent).Subquery();
        Fact(853, Sql.Select(parent).Where(Sql.Select(Sql.LiteralColumn("*")).SelectFrom(first).Where(first.C("id") == 1).Exists()), "SELECT parent.id FROM parent WHERE EXISTS (SELECT * FROM (SELECT child.id AS id, child.parent_id AS parent_id, child.pos AS pos FROM child WHERE child.parent_id = parent.id ORDER BY child.pos LIMIT :param_1) AS anon_1 WHERE anon_1.id = :id_1)");

        var (x, y, z) = (Named("t1", "x"), Named("t2", "y"), Named("t3", "z"));
        var pair = Sql.Select(x.C("x")).Where(x.C("x") == y.C("y"));
        Fact(854, Sql.Select(x).Where(x.C("x") == Sql.Select(z.C("z")).Where(z.C("z") == pair.ScalarSubquery()).ScalarSubquery()), "SELECT t1.x FROM t1 WHERE t1.x = (SELECT t3.z FROM t3 WHERE t3.z = (SELECT t1.x FROM t1, t2 WHERE t1.x = t2.y))");
        Fact(852, All(x, All(y, pair.Subquery()).Subquery()), "SELECT t1.x, anon_1.y, anon_1.x AS x_1 FROM t1, (SELECT t2.y AS y, anon_2.x AS x FROM t2, (SELECT t1.x AS x FROM t1, t2 WHERE t1.x = t2.y) AS anon_2) AS anon_1");
    }
}
