using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest: labels in ORDER BY and GROUP BY.</summary>
[TestFixture]
public sealed class OrderByFacts : FactFixture
{
    private readonly Label _foo = (MyTable.C<int>("myid") + 12).Node.As("foo");
    private readonly Label _bar = Func.Call<string>("somefunc", Name).Node.As("bar");
    private readonly Label _lx = (MyTable.C<int>("myid") + MyTable.C<int>("myid")).Node.As("lx");
    private readonly Label _ly = (Func.Lower(Name) + MyTable.C<string>("description")).Node.As("ly");

    private static UntypedColumn MyId => MyTable.C("myid");

    private static UntypedColumn Name => MyTable.C("name");

    private Select FooBar => Sql.Select(_foo, _bar);

    [Test]
    public void Descending()
    {
        Fact(1605, FooBar.OrderBy(_foo, _bar.Desc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY foo, bar DESC");
        Fact(1606, FooBar.OrderBy(Func.Call<int>("hoho", _foo), _bar.Desc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY hoho(mytable.myid + :myid_1), bar DESC");
        Fact(1607, Sql.Select(_lx, _ly).OrderBy(_lx, _ly.Desc()), "SELECT mytable.myid + mytable.myid AS lx, lower(mytable.name) || mytable.description AS ly FROM mytable ORDER BY lx, ly DESC");
        Fact(1608, FooBar.OrderBy(MyId, Name.Desc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable.myid, mytable.name DESC");
        Fact(1609, FooBar.OrderBy(MyTable.As().C("name").Desc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable_1.name DESC");
        Fact(1610, FooBar.OrderBy(FooBar.SelectedColumn("bar").Desc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY bar DESC");
    }

    [Test]
    public void Ascending()
    {
        Fact(1599, FooBar.OrderBy(_foo, _bar.Asc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY foo, bar ASC");
        Fact(1600, FooBar.OrderBy(Func.Call<int>("hoho", _foo), _bar.Asc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY hoho(mytable.myid + :myid_1), bar ASC");
        Fact(1601, Sql.Select(_lx, _ly).OrderBy(_lx, _ly.Asc()), "SELECT mytable.myid + mytable.myid AS lx, lower(mytable.name) || mytable.description AS ly FROM mytable ORDER BY lx, ly ASC");
        Fact(1602, FooBar.OrderBy(MyId, Name.Asc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable.myid, mytable.name ASC");
        Fact(1603, FooBar.OrderBy(MyTable.As().C("name").Asc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable_1.name ASC");
        Fact(1604, FooBar.OrderBy(FooBar.SelectedColumn("bar").Asc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY bar ASC");
    }

    [Test]
    public void Nulls_first()
    {
        Fact(1611, FooBar.OrderBy(_foo, new Ordering(_bar, null, NullsOrder.First)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY foo, bar NULLS FIRST");
        Fact(1612, FooBar.OrderBy(Func.Call<int>("hoho", _foo), new Ordering(_bar, null, NullsOrder.First)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY hoho(mytable.myid + :myid_1), bar NULLS FIRST");
        Fact(1613, Sql.Select(_lx, _ly).OrderBy(_lx, new Ordering(_ly, null, NullsOrder.First)), "SELECT mytable.myid + mytable.myid AS lx, lower(mytable.name) || mytable.description AS ly FROM mytable ORDER BY lx, ly NULLS FIRST");
        Fact(1614, FooBar.OrderBy(MyId, new Ordering(Name, null, NullsOrder.First)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable.myid, mytable.name NULLS FIRST");
        Fact(1615, FooBar.OrderBy(new Ordering(MyTable.As().C("name"), null, NullsOrder.First)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable_1.name NULLS FIRST");
        Fact(1616, FooBar.OrderBy(new Ordering(FooBar.SelectedColumn("bar"), null, NullsOrder.First)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY bar NULLS FIRST");
    }

    [Test]
    public void Nulls_last()
    {
        Fact(1623, FooBar.OrderBy(_foo, new Ordering(_bar, null, NullsOrder.Last)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY foo, bar NULLS LAST");
        Fact(1624, FooBar.OrderBy(Func.Call<int>("hoho", _foo), new Ordering(_bar, null, NullsOrder.Last)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY hoho(mytable.myid + :myid_1), bar NULLS LAST");
        Fact(1625, Sql.Select(_lx, _ly).OrderBy(_lx, new Ordering(_ly, null, NullsOrder.Last)), "SELECT mytable.myid + mytable.myid AS lx, lower(mytable.name) || mytable.description AS ly FROM mytable ORDER BY lx, ly NULLS LAST");
        Fact(1626, FooBar.OrderBy(MyId, new Ordering(Name, null, NullsOrder.Last)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable.myid, mytable.name NULLS LAST");
        Fact(1627, FooBar.OrderBy(new Ordering(MyTable.As().C("name"), null, NullsOrder.Last)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable_1.name NULLS LAST");
        Fact(1628, FooBar.OrderBy(new Ordering(FooBar.SelectedColumn("bar"), null, NullsOrder.Last)), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY bar NULLS LAST");
    }

    [Test]
    public void Descending_with_nulls_last()
    {
        Fact(1581, FooBar.OrderBy(_foo, _bar.Desc().NullsLast()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY foo, bar DESC NULLS LAST");
        Fact(1582, FooBar.OrderBy(Func.Call<int>("hoho", _foo), _bar.Desc().NullsLast()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY hoho(mytable.myid + :myid_1), bar DESC NULLS LAST");
        Fact(1583, Sql.Select(_lx, _ly).OrderBy(_lx, _ly.Desc().NullsLast()), "SELECT mytable.myid + mytable.myid AS lx, lower(mytable.name) || mytable.description AS ly FROM mytable ORDER BY lx, ly DESC NULLS LAST");
        Fact(1584, FooBar.OrderBy(MyId, Name.Desc().NullsLast()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable.myid, mytable.name DESC NULLS LAST");
        Fact(1585, FooBar.OrderBy(MyTable.As().C("name").Desc().NullsLast()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable_1.name DESC NULLS LAST");
        Fact(1586, FooBar.OrderBy(FooBar.SelectedColumn("bar").Desc().NullsLast()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY bar DESC NULLS LAST");
    }

    [Test]
    public void Where_the_database_knows_no_labels()
    {
        var dialect = FactDialects.Default.With(f => f with { OrderByLabel = Support.No });
        Fact(1579, dialect, FooBar.OrderBy(_foo, _bar.Desc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY mytable.myid + :myid_1, somefunc(mytable.name) DESC");
        Fact(1580, dialect, FooBar.OrderBy(Func.Call<int>("hoho", _foo), _bar.Desc()), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable ORDER BY hoho(mytable.myid + :myid_1), somefunc(mytable.name) DESC");
    }

    [Test]
    public void GROUP_BY_takes_no_labels() => Fact(1578, FooBar.GroupBy(_foo, _bar), "SELECT mytable.myid + :myid_1 AS foo, somefunc(mytable.name) AS bar FROM mytable GROUP BY mytable.myid + :myid_1, somefunc(mytable.name)");

    [Test]
    public void Nulls_among_other_orders()
    {
        var (id, name) = (MyOtherTable.C("otherid"), MyOtherTable.C("othername"));
        var all = Sql.Select(MyOtherTable);
        Fact(1639, all.OrderBy(id, name.Desc().NullsFirst()), "SELECT myothertable.otherid, myothertable.othername FROM myothertable ORDER BY myothertable.otherid, myothertable.othername DESC NULLS FIRST");
        Fact(1640, all.OrderBy(id, name.Desc().NullsLast()), "SELECT myothertable.otherid, myothertable.othername FROM myothertable ORDER BY myothertable.otherid, myothertable.othername DESC NULLS LAST");
        Fact(1641, all.OrderBy(new Ordering(id, null, NullsOrder.Last), name.Desc().NullsFirst()), "SELECT myothertable.otherid, myothertable.othername FROM myothertable ORDER BY myothertable.otherid NULLS LAST, myothertable.othername DESC NULLS FIRST");
        Fact(1642, all.OrderBy(new Ordering(id, null, NullsOrder.First), name.Desc()), "SELECT myothertable.otherid, myothertable.othername FROM myothertable ORDER BY myothertable.otherid NULLS FIRST, myothertable.othername DESC");
        Fact(1643, all.OrderBy(new Ordering(id, null, NullsOrder.First), name.Desc().NullsLast()), "SELECT myothertable.otherid, myothertable.othername FROM myothertable ORDER BY myothertable.otherid NULLS FIRST, myothertable.othername DESC NULLS LAST");
    }

    [Test]
    public void A_subquery_in_ORDER_BY()
    {
        var other = Sql.Select(MyOtherTable.C("otherid")).Where(MyId == MyOtherTable.C("otherid")).ScalarSubquery();
        Fact(1652, Sql.Select(MyTable).OrderBy(other), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable ORDER BY (SELECT myothertable.otherid FROM myothertable WHERE mytable.myid = myothertable.otherid)");
        Fact(1653, Sql.Select(MyTable).OrderBy(other.Desc()), "SELECT mytable.myid, mytable.name, mytable.description FROM mytable ORDER BY (SELECT myothertable.otherid FROM myothertable WHERE mytable.myid = myothertable.otherid) DESC");
    }
}
