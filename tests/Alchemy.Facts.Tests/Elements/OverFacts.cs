using static Alchemy.Tests.FactTables;

namespace Alchemy.Tests;

/// <summary>test/sql/test_compiler.py, SelectTest: OVER and its frames.</summary>
[TestFixture]
public sealed class OverFacts : FactFixture
{
    private static ColumnElement Id => MyTable.C("myid");

    private static ColumnElement Name => MyTable.C("name");

    private static ColumnElement Description => MyTable.C("description");

    [Test]
    public void Partitions_and_orders()
    {
        Fact(1654, Func.RowNumber().Over(), "row_number() OVER ()");
        Fact(1655, Func.RowNumber().Over(w => w.OrderBy(Name, Description)), "row_number() OVER (ORDER BY mytable.name, mytable.description)");
        Fact(1656, Func.RowNumber().Over(w => w.PartitionBy(Name, Description)), "row_number() OVER (PARTITION BY mytable.name, mytable.description)");
        Fact(1657, Func.RowNumber().Over(w => w.PartitionBy(Name).OrderBy(Description)), "row_number() OVER (PARTITION BY mytable.name ORDER BY mytable.description)");
        Fact(1659, Func.RowNumber().Over(w => w.PartitionBy(Name).OrderBy(Name, Description)), "row_number() OVER (PARTITION BY mytable.name ORDER BY mytable.name, mytable.description)");
        Fact(1663, Sql.Select(Func.RowNumber().Over(w => w.OrderBy(Description)).As("foo")), "SELECT row_number() OVER (ORDER BY mytable.description) AS foo FROM mytable");
    }

    [Test]
    public void A_window_brings_the_tables_of_its_columns()
    {
        Fact(1664, Sql.Select(Func.Call("max", Name).Over(w => w.PartitionBy(Description))), "SELECT max(mytable.name) OVER (PARTITION BY mytable.description) AS anon_1 FROM mytable");
        Fact(1665, Sql.Select(Func.RowNumber().Over(w => w.PartitionBy(Name))), "SELECT row_number() OVER (PARTITION BY mytable.name) AS anon_1 FROM mytable");
        Fact(1666, Sql.Select(Func.RowNumber().Over(w => w.OrderBy(Name))), "SELECT row_number() OVER (ORDER BY mytable.name) AS anon_1 FROM mytable");
        Fact(1667, Sql.Select(Sql.Column("x") + Func.Call("foo").Over()), "SELECT x + foo() OVER () AS anon_1");
    }

    [Test]
    public void A_label_in_a_window_is_its_expression()
    {
        var sum = (MyTable.C("myid") + 5).As("sum");
        var inner = Sql.Select(sum).Subquery();
        Fact(1668, Sql.Select(inner.C("sum"), Func.RowNumber().Over(w => w.OrderBy(inner.C("sum")))),
            "SELECT anon_1.sum, row_number() OVER (ORDER BY anon_1.sum) AS anon_2 FROM (SELECT mytable.myid + :myid_1 AS sum FROM mytable) AS anon_1", ("myid_1", 5));
        Fact(1669, Sql.Select(sum, Func.RowNumber().Over(w => w.OrderBy(sum))),
            "SELECT mytable.myid + :myid_1 AS sum, row_number() OVER (ORDER BY mytable.myid + :myid_1) AS anon_1 FROM mytable", ("myid_1", 5));
    }

    [Test]
    public void Frames_of_rows()
    {
        Fact(1675, Framed(w => w.Rows(0, null)), "SELECT row_number() OVER (ORDER BY mytable.myid ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS anon_1 FROM mytable");
        Fact(1676, Framed(w => w.Rows()), "SELECT row_number() OVER (ORDER BY mytable.myid ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS anon_1 FROM mytable");
        Fact(1677, Framed(w => w.Rows(-10, 1)), "SELECT row_number() OVER (ORDER BY mytable.myid ROWS BETWEEN :param_1 PRECEDING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("param_1", 10), ("param_2", 1));
        Fact(1678, Framed(w => w.Rows(3, -2)), "SELECT row_number() OVER (ORDER BY mytable.myid ROWS BETWEEN :param_1 FOLLOWING AND :param_2 PRECEDING) AS anon_1 FROM mytable", ("param_1", 3), ("param_2", 2));
    }

    [Test]
    public void Frames_of_ranges_and_groups()
    {
        Fact(1679, Framed(w => w.Range(null, 0)), "SELECT row_number() OVER (ORDER BY mytable.myid RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS anon_1 FROM mytable");
        Fact(1680, Framed(w => w.Range(-5, 10)), "SELECT row_number() OVER (ORDER BY mytable.myid RANGE BETWEEN :param_1 PRECEDING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("param_1", 5), ("param_2", 10));
        Fact(1681, Framed(w => w.Range(1, 10)), "SELECT row_number() OVER (ORDER BY mytable.myid RANGE BETWEEN :param_1 FOLLOWING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("param_1", 1), ("param_2", 10));
        Fact(1682, Framed(w => w.Range(-10, -1)), "SELECT row_number() OVER (ORDER BY mytable.myid RANGE BETWEEN :param_1 PRECEDING AND :param_2 PRECEDING) AS anon_1 FROM mytable", ("param_1", 10), ("param_2", 1));
        Fact(1684, Framed(w => w.Groups(null, 0)), "SELECT row_number() OVER (ORDER BY mytable.myid GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS anon_1 FROM mytable");
        Fact(1685, Framed(w => w.Groups(-5, 10)), "SELECT row_number() OVER (ORDER BY mytable.myid GROUPS BETWEEN :param_1 PRECEDING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("param_1", 5), ("param_2", 10));
        Fact(1686, Framed(w => w.Groups(1, 10)), "SELECT row_number() OVER (ORDER BY mytable.myid GROUPS BETWEEN :param_1 FOLLOWING AND :param_2 FOLLOWING) AS anon_1 FROM mytable", ("param_1", 1), ("param_2", 10));
        Fact(1687, Framed(w => w.Groups(-10, -1)), "SELECT row_number() OVER (ORDER BY mytable.myid GROUPS BETWEEN :param_1 PRECEDING AND :param_2 PRECEDING) AS anon_1 FROM mytable", ("param_1", 10), ("param_2", 1));
    }

    private static Select Framed(Func<Window, Window> frame) => Sql.Select(Func.RowNumber().Over(w => frame(w.OrderBy(Id))));
}
