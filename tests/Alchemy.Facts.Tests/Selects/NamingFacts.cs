using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest; test_labels.py; test_selectable.py: the names of columns.</summary>
[TestFixture]
public sealed class NamingFacts : FactFixture
{
    private static UntypedColumn MyId => MyTable.C("myid");

    private static UntypedColumn Name => MyTable.C("name");

    [Test]
    public void Constants_and_their_repetition()
        => Fact(1449, FactDialects.Enhanced, Sql.Select(Constant.Null, Constant.Null).Union(Sql.Select(Constant.True, Constant.True)), "SELECT NULL AS anon_1, NULL AS anon__1 UNION SELECT true AS anon_2, true AS anon__2");

    [Test]
    public void Columns_without_a_table()
    {
        var (a, b, c) = (Sql.Column("a"), Sql.Column("b"), Sql.Column("c"));
        Fact(1464, Sql.Select(a, a, a).WithLabelStyle(LabelStyle.None), "SELECT a, a, a");
        Fact(1466, Sql.Select(a, b, b, b, a, a).WithLabelStyle(LabelStyle.None), "SELECT a, b, b, b, a, a");
        Fact(1467, Sql.Select(a, b, c, a, b, c).WithLabelStyle(LabelStyle.None), "SELECT a, b, c, a, b, c");
        Fact(1468, Sql.Select(Sql.Parameter("a"), Sql.Parameter("b"), Sql.Parameter("c")), "SELECT :a AS anon_1, :b AS anon_2, :c AS anon_3");
        Fact(1469, FactDialects.DefaultQmark, Sql.Select(Sql.Parameter("a"), Sql.Parameter("b"), Sql.Parameter("c")), "SELECT ? AS anon_1, ? AS anon_2, ? AS anon_3");
    }

    [Test]
    public void Table_and_column_as_the_name()
    {
        var t = Named("t", "a", "b");
        var (a, b) = (t.C("a"), t.C("b"));
        Fact(1471, Sql.Select(a, a, b, a).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT t.a AS t_a, t.a AS t_a__1, t.b AS t_b, t.a AS t_a__2 FROM t");
        var alias = t.As();
        var (x, y) = (alias.C("a"), alias.C("b"));
        Fact(1474, Sql.Select(x, x, y, x).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT t_1.a AS t_1_a, t_1.a AS t_1_a__1, t_1.b AS t_1_b, t_1.a AS t_1_a__2 FROM t AS t_1");
        Fact(1462, Sql.Select(MyId).Distinct().WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT DISTINCT mytable.myid AS mytable_myid FROM mytable");
    }

    [Test]
    public void Names_that_come_to_the_same()
    {
        var (foo, bar) = (Named("foo", "id", "bar_id"), Named("foo_bar", "id"));
        Fact(1695, Sql.Select(foo.C("id"), foo.C("bar_id"), bar.C("id")).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT foo.id AS foo_id, foo.bar_id AS foo_bar_id, foo_bar.id AS foo_bar_id_1 FROM foo, foo_bar");
        Fact(1694, Sql.Select(foo.C("bar_id"), bar.C("id"), bar.C("id"), bar.C("id"), bar.C("id")).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT foo.bar_id AS foo_bar_id, foo_bar.id AS foo_bar_id_1, foo_bar.id AS foo_bar_id__1, foo_bar.id AS foo_bar_id__2, foo_bar.id AS foo_bar_id__3 FROM foo, foo_bar");
        var inner = Sql.Select(foo.C("id"), foo.C("bar_id"), bar.C("id"), foo.C("bar_id"), foo.C("id"), foo.C("bar_id"), bar.C("id"), bar.C("id"))
            .WithLabelStyle(LabelStyle.TableNamePlusColumn).Subquery();
        Fact(1693, Sql.Select(inner).WithLabelStyle(LabelStyle.None), "SELECT anon_1.foo_id, anon_1.foo_bar_id, anon_1.foo_bar_id_1, anon_1.foo_bar_id, anon_1.foo_id, anon_1.foo_bar_id, anon_1.foo_bar_id_1, anon_1.foo_bar_id_1 FROM (SELECT foo.id AS foo_id, foo.bar_id AS foo_bar_id, foo_bar.id AS foo_bar_id_1, foo.bar_id AS foo_bar_id__1, foo.id AS foo_id__1, foo.bar_id AS foo_bar_id__2, foo_bar.id AS foo_bar_id__3, foo_bar.id AS foo_bar_id__4 FROM foo, foo_bar) AS anon_1");
    }

    [Test]
    public void Expressions_inside_and_outside()
    {
        var sum = Sql.Select(MyId == 12).SelectFrom(MyTable);
        Fact(1557, Sql.Select(Name), "SELECT mytable.name FROM mytable");
        Fact(1558, Sql.Select(Sql.Select(Name).Subquery()), "SELECT anon_1.name FROM (SELECT mytable.name AS name FROM mytable) AS anon_1");
        Fact(1559, sum, "SELECT mytable.myid = :myid_1 AS anon_1 FROM mytable", ("myid_1", 12));
        Fact(1560, Sql.Select(sum.Subquery()), "SELECT anon_2.anon_1 FROM (SELECT mytable.myid = :myid_1 AS anon_1 FROM mytable) AS anon_2");
        var function = Sql.Select(Func.Call<int>("hoho", MyId)).SelectFrom(MyTable);
        Fact(1561, function, "SELECT hoho(mytable.myid) AS hoho_1 FROM mytable");
        Fact(1562, Sql.Select(function.Subquery()), "SELECT anon_1.hoho_1 FROM (SELECT hoho(mytable.myid) AS hoho_1 FROM mytable) AS anon_1");
        var cast = Sql.Select(Name.Cast(SqlTypes.Numeric())).SelectFrom(MyTable);
        Fact(1563, cast, "SELECT CAST(mytable.name AS NUMERIC) AS name FROM mytable");
        Fact(1564, Sql.Select(cast.Subquery()), "SELECT anon_1.name FROM (SELECT CAST(mytable.name AS NUMERIC) AS name FROM mytable) AS anon_1");
        var literal = Sql.Select(Sql.Column("some wacky thing")).SelectFrom(MyTable);
        Fact(1567, literal, "SELECT \"some wacky thing\" FROM mytable");
        Fact(1568, Sql.Select(Sql.Column("some wacky thing")).SelectFrom(MyTable).Subquery() is var s ? Sql.Select(s) : null!, "SELECT anon_1.\"some wacky thing\" FROM (SELECT \"some wacky thing\" FROM mytable) AS anon_1");
        var value = Sql.Select(Sql.Value("x", null)).SelectFrom(MyTable);
        Fact(1569, value, "SELECT :param_1 AS anon_1 FROM mytable", ("param_1", "x"));
        Fact(1570, Sql.Select(value.Subquery()), "SELECT anon_2.anon_1 FROM (SELECT :param_1 AS anon_1 FROM mytable) AS anon_2");
    }

    [Test]
    public void Literals()
    {
        Fact(1554, Sql.Select(Sql.Value("foo", null)), "SELECT :param_1 AS anon_1", ("param_1", "foo"));
        Fact(1555, Sql.Select(Sql.Value("foo") + Sql.Value("bar")).SelectFrom(MyTable), "SELECT :param_1 || :param_2 AS anon_1 FROM mytable");
    }

    [Test]
    public void A_UNION_of_repeated_columns()
    {
        var left = Sql.Select([.. MyTable.Columns, MyId]).Where(MyId == 5);
        var right = Sql.Select([.. MyTable.Columns, MyOtherTable.C("otherid")]).Where(MyId == MyOtherTable.C("otherid"));
        Fact(1463, left.Union(right).OrderBy("myid"), "SELECT mytable.myid, mytable.name, mytable.description, mytable.myid AS myid__1 FROM mytable WHERE mytable.myid = :myid_1 UNION SELECT mytable.myid, mytable.name, mytable.description, myothertable.otherid FROM mytable, myothertable WHERE mytable.myid = myothertable.otherid ORDER BY myid", ("myid_1", 5));
    }

    [Test]
    public void Columns_inside_of_subqueries()
    {
        var jack = Sql.Select(MyTable).Where(Name == "jack").Subquery();
        Fact(1509, Sql.Select(jack).Where(jack.C("myid") == 7), "SELECT anon_1.myid, anon_1.name, anon_1.description FROM (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description FROM mytable WHERE mytable.name = :name_1) AS anon_1 WHERE anon_1.myid = :myid_1", ("name_1", "jack"), ("myid_1", 7));
        var sq = Sql.Select(MyTable).Subquery("sq");
        Fact(1511, Sql.Select(sq).Where(sq.C("myid") == 7), "SELECT sq.myid, sq.name, sq.description FROM (SELECT mytable.myid AS myid, mytable.name AS name, mytable.description AS description FROM mytable) AS sq WHERE sq.myid = :myid_1");
        var both = All(MyTable, MyOtherTable).Where(MyId == 7).Where(MyOtherTable.C("otherid") == MyId).WithLabelStyle(LabelStyle.TableNamePlusColumn).Subquery("sq");
        Fact(1512, Sql.Select(both), "SELECT sq.mytable_myid, sq.mytable_name, sq.mytable_description, sq.myothertable_otherid, sq.myothertable_othername FROM (SELECT mytable.myid AS mytable_myid, mytable.name AS mytable_name, mytable.description AS mytable_description, myothertable.otherid AS myothertable_otherid, myothertable.othername AS myothertable_othername FROM mytable, myothertable WHERE mytable.myid = :myid_1 AND myothertable.otherid = mytable.myid) AS sq");
        Fact(1513, Sql.Select(Sql.Select(both).WithLabelStyle(LabelStyle.TableNamePlusColumn).Subquery("sq2")), "SELECT sq2.sq_mytable_myid, sq2.sq_mytable_name, sq2.sq_mytable_description, sq2.sq_myothertable_otherid, sq2.sq_myothertable_othername FROM (SELECT sq.mytable_myid AS sq_mytable_myid, sq.mytable_name AS sq_mytable_name, sq.mytable_description AS sq_mytable_description, sq.myothertable_otherid AS sq_myothertable_otherid, sq.myothertable_othername AS sq_myothertable_othername FROM (SELECT mytable.myid AS mytable_myid, mytable.name AS mytable_name, mytable.description AS mytable_description, myothertable.otherid AS myothertable_otherid, myothertable.othername AS myothertable_othername FROM mytable, myothertable WHERE mytable.myid = :myid_1 AND myothertable.otherid = mytable.myid) AS sq) AS sq2");
    }

    [Test]
    public void Keyed_columns()
    {
        var keyed = Numbers("keyed", "x", "y", "z");
        var labelled = Sql.Select(keyed).WithLabelStyle(LabelStyle.TableNamePlusColumn);
        Fact(1746, Sql.Select(keyed), "SELECT keyed.x, keyed.y, keyed.z FROM keyed");
        Fact(1747, labelled, "SELECT keyed.x AS keyed_x, keyed.y AS keyed_y, keyed.z AS keyed_z FROM keyed");
        Fact(1748, Sql.Select(labelled.Subquery()).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT anon_1.keyed_x AS anon_1_keyed_x, anon_1.keyed_y AS anon_1_keyed_y, anon_1.keyed_z AS anon_1_keyed_z FROM (SELECT keyed.x AS keyed_x, keyed.y AS keyed_y, keyed.z AS keyed_z FROM keyed) AS anon_1");
        var inner = Sql.Select(Sql.Select(keyed).Subquery()).WithLabelStyle(LabelStyle.TableNamePlusColumn);
        Fact(1576, inner, "SELECT anon_1.x AS anon_1_x, anon_1.y AS anon_1_y, anon_1.z AS anon_1_z FROM (SELECT keyed.x AS x, keyed.y AS y, keyed.z AS z FROM keyed) AS anon_1");
        Fact(1577, Sql.Select(inner.Subquery()).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT anon_1.anon_2_x AS anon_1_anon_2_x, anon_1.anon_2_y AS anon_1_anon_2_y, anon_1.anon_2_z AS anon_1_anon_2_z FROM (SELECT anon_2.x AS anon_2_x, anon_2.y AS anon_2_y, anon_2.z AS anon_2_z FROM (SELECT keyed.x AS x, keyed.y AS y, keyed.z AS z FROM keyed) AS anon_2) AS anon_1");
    }

    [Test]
    public void Repeated_columns_in_a_subquery()
    {
        var t = Numbers("t1", "x", "y");
        ColumnElement[] columns = [t.C("x"), t.C("y"), t.C("x"), t.C("x"), t.C("x")];
        Fact(3955, FactDialects.Sqlite, Sql.Select(columns), "SELECT t1.x, t1.y, t1.x AS x__1, t1.x AS x__2, t1.x AS x__3 FROM t1");
        Fact(3956, FactDialects.Sqlite, Sql.Select(Sql.Select(columns).Subquery()), "SELECT anon_1.x, anon_1.y, anon_1.x AS x_1, anon_1.x AS x_2, anon_1.x AS x_3 FROM (SELECT t1.x AS x, t1.y AS y, t1.x AS x__1, t1.x AS x__2, t1.x AS x__3 FROM t1) AS anon_1");
    }

    [Test]
    public void Names_of_scalar_subqueries()
    {
        var t = Numbers("table1", "col1");
        var scalar = Sql.Select(t.C("col1")).ScalarSubquery();
        Fact(3937, Sql.Select(scalar), "SELECT (SELECT table1.col1 FROM table1) AS anon_1");
        var inner = Sql.Select(scalar).Subquery();
        Fact(3936, Sql.Select(inner).Where(inner.C("anon_1") > 5), "SELECT anon_2.anon_1 FROM (SELECT (SELECT table1.col1 FROM table1) AS anon_1) AS anon_2 WHERE anon_2.anon_1 > :param_1");
    }

    [Test]
    public void Names_with_percent_signs()
    {
        var t = Named("table%name", "percent%", "%(oneofthese)s", "spaces % more spaces");
        Fact(1701, Sql.Select(t).WithLabelStyle(LabelStyle.TableNamePlusColumn), "SELECT \"table%name\".\"percent%\" AS \"table%name_percent%\", \"table%name\".\"%(oneofthese)s\" AS \"table%name_%(oneofthese)s\", \"table%name\".\"spaces % more spaces\" AS \"table%name_spaces % more spaces\" FROM \"table%name\"");
    }
}
