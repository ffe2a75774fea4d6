using static Alchemy.Tests.FactTables;
using static Alchemy.Tests.SelectTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest: EXISTS and subqueries; test_select.py.</summary>
[TestFixture]
public sealed class SubqueryFacts : FactFixture
{
    private static UntypedColumn MyId => MyTable.C("myid");

    private static UntypedColumn One => Sql.LiteralColumn("1");

    private static UntypedColumn Star => Sql.LiteralColumn("*");

    [Test]
    public void EXISTS()
    {
        var five = Sql.Select(MyId).Where(MyId == 5);
        Fact(1478, five.Exists(), "EXISTS (SELECT mytable.myid FROM mytable WHERE mytable.myid = :myid_1)", ("myid_1", 5));
        Fact(1480, Sql.Select(five.Exists()), "SELECT EXISTS (SELECT mytable.myid FROM mytable WHERE mytable.myid = :myid_1) AS anon_1");
        var other = Sql.Select(One).SelectFrom(MyOtherTable).Exists();
        Fact(1481, Sql.Select([.. MyTable.Columns, other]), "SELECT mytable.myid, mytable.name, mytable.description, EXISTS (SELECT 1 FROM myothertable) AS anon_1 FROM mytable");
        Fact(1482, Sql.Select([.. MyTable.Columns, other.As("foo")]), "SELECT mytable.myid, mytable.name, mytable.description, EXISTS (SELECT 1 FROM myothertable) AS foo FROM mytable");
        Fact(1483, Sql.Select(MyTable).Where(Sql.Select(Star).SelectFrom(MyOtherTable).Where(MyOtherTable.C("otherid") == MyId).Exists()), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE EXISTS (SELECT * FROM myothertable WHERE myothertable.otherid = mytable.myid)");
        Fact(1486, Sql.Select(Sql.Select(One).Exists()), "SELECT EXISTS (SELECT 1) AS anon_1");
        Fact(1487, Sql.Select(!Sql.Select(One).Exists()), "SELECT NOT (EXISTS (SELECT 1)) AS anon_1");
        Fact(1489, Sql.Select(Sql.LiteralColumn("42")).SelectFrom(MyTable).Where(MyTable.C("name") == "foo").Where(MyTable.C("description") == "bar").Exists(), "EXISTS (SELECT 42 FROM mytable WHERE mytable.name = :name_1 AND mytable.description = :description_1)");
    }

    [Test]
    public void In_WHERE()
    {
        var (users, addresses) = (Users, Addresses);
        var s = Sql.Select(addresses.C("street")).Where(addresses.C("user_id") == users.C("user_id")).Subquery("s");
        Fact(1752, Sql.Select([.. users.Columns, s.C("street")]).WithFrom(s), "SELECT users.user_id, users.user_name, users.password, s.street FROM (SELECT addresses.street AS street FROM addresses, users WHERE addresses.user_id = users.user_id) AS s, users");
        Fact(1753, Sql.Select(MyTable).Where(MyId == Sql.Select(MyId).Where(MyTable.C("name") == "jack").ScalarSubquery()), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = (SELECT mytable.myid FROM mytable WHERE mytable.name = :name_1)");
        Fact(1754, Sql.Select(MyTable).Where(MyId == Sql.Select(MyOtherTable.C("otherid")).Where(MyTable.C("name") == MyOtherTable.C("othername")).ScalarSubquery()), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE mytable.myid = (SELECT myothertable.otherid FROM myothertable WHERE mytable.name = myothertable.othername)");
        Fact(1755, Sql.Select(MyTable).Where(Sql.Select(One).Where(MyOtherTable.C("otherid") == MyId).SelectFrom(MyOtherTable).Exists()), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable WHERE EXISTS (SELECT 1 FROM myothertable WHERE myothertable.otherid = mytable.myid)");
        var ta = MyTable.As("ta");
        var sq2 = Sql.Select(ta).Where(Sql.Select(One).SelectFrom(MyOtherTable).Where(MyOtherTable.C("otherid") == ta.C("myid")).Exists()).Subquery("sq2");
        Fact(1756, All(sq2, MyTable), "SELECT sq2.myid, sq2.name, sq2.description, mytable.myid AS myid_1, mytable.name AS name_1, mytable.description AS description_1 FROM (SELECT ta.myid AS myid, ta.name AS name, ta.description AS description FROM mytable AS ta WHERE EXISTS (SELECT 1 FROM myothertable WHERE myothertable.otherid = ta.myid)) AS sq2, mytable");
    }

    [Test]
    public void SELECT_without_columns()
    {
        var t = Numbers("tbl", "id");
        var none = Sql.Select().SelectFrom(t).Where(t.C("id") == 123);
        Fact(3897, none, "SELECT FROM tbl WHERE tbl.id = :id_1", ("id_1", 123));
        Fact(3896, none.Exists(), "EXISTS (SELECT FROM tbl WHERE tbl.id = :id_1)");
        Fact(3898, Sql.Select().Where(Constant.True), "SELECT WHERE 1 = 1");
    }

    [Test]
    public void Conditions_that_say_nothing()
    {
        var t = Named("t", "x");
        Fact(1738, Sql.Select(t.C("x")).Where(Constant.True), "SELECT t.x FROM t WHERE 1 = 1");
        Fact(1739, FactDialects.DefaultWithBooleans, Sql.Select(t.C("x")).Where(Constant.True), "SELECT t.x FROM t WHERE true");
        Fact(1740, Sql.Select(t.C("x")), "SELECT t.x FROM t");
        Fact(1749, Sql.Select(MyId).Where(), "SELECT mytable.myid FROM mytable");
        Fact(1722, Sql.Select(Sql.Column("a"), Sql.Column("b")).SelectFrom(new TextFrom(Sql.Text("sometable"))), "SELECT a, b FROM sometable");
        Fact(1460, Sql.Select(Star).Distinct(), "SELECT DISTINCT *");
    }

    [Test]
    public void Columns_of_a_subquery()
    {
        var (id, name, description) = (MyId, MyTable.C("name"), MyTable.C("description"));
        Fact(3854, Sql.Select(description, id), "SELECT mytable.description, mytable.myid FROM mytable");
        var first = Sql.Select(description, id).Subquery();
        Fact(3855, Sql.Select(first.C("myid")).Where(first.C("myid") == "x"), "SELECT anon_1.myid FROM (SELECT mytable.description AS description, mytable.myid AS myid FROM mytable) AS anon_1 WHERE anon_1.myid = :myid_1");
        Fact(3856, Sql.Select(id, description), "SELECT mytable.myid, mytable.description FROM mytable");
        var second = Sql.Select(id, description).Subquery();
        Fact(3857, Sql.Select(second.C("myid")).Where(second.C("description") == "x"), "SELECT anon_1.myid FROM (SELECT mytable.myid AS myid, mytable.description AS description FROM mytable) AS anon_1 WHERE anon_1.description = :description_1");
    }
}
